/**
 * Every member of every response in `model/adapter.ts`, once: how it is decoded, what becomes of an invalid value, and how it is
 * repaired. `archive.ts` and `results.ts` belong to it. `contract.test.ts` compares it with those types and with `openapi.yaml`, at every
 * depth.
 *
 * A response is rejected if a member that the page requires is missing (a comment's id and body, the state, the list). If problems
 * cannot be reported, it is also rejected if a comment would lose its time, or replies or pages would be lost. Any other invalid member
 * is omitted, or replaced by the most cautious value.
 */
import { archivedMembers, author, body, publicMembers, state, strictMembers, tally } from './archive.js';
import {
  count,
  decoder,
  flag,
  id,
  lenientList,
  list,
  object,
  optional,
  text,
  time,
  word,
  wordOr,
  wordOrLabel,
} from './schema.js';

const vote = decoder<-1 | 0 | 1>('-1, 0 or 1', (value) => ([-1, 0, 1] as unknown[]).includes(value));

export const votes = object({}, { ...tally, mine: vote });

export const redress = object({}, { message: text, href: text });

const decision = object(
  { measure: word('removed hidden rejected kept banned'), ground: word('law terms') },
  {
    rule: text,
    facts: text,
    territory: text,
    automated: flag,
    automatedDetection: flag,
    basis: word('notice own-initiative'),
    decidedAt: time,
    until: time,
    redress,
  },
);

export const comment = object(
  { ...strictMembers, replies: optional(object({ next: optional(id) }, { total: count })) },
  {
    ...publicMembers,
    votes,
    source: text,
    can: object(
      {},
      {
        reply: flag,
        edit: flag,
        remove: flag,
        vote: flag,
        report: flag,
        pin: flag,
        approve: flag,
        reject: flag,
        feature: flag,
        hide: flag,
        ban: flag,
      },
    ),
    editableUntil: time,
    revision: text,
    featured: flag,
    reported: flag,
    decision,
    ban: object({}, { by: text, until: time }),
    preceding: object({}, { oldest: count, newest: count, top: count }),
  },
);

export const page = object(
  { items: list(comment), next: optional(id) },
  { total: count, totalCounts: word('roots all'), truncated: flag },
);

export const viewer = object(
  { state: wordOr('unknown', 'anonymous signed-in unknown') },
  { author, moderator: flag, warning: object({ id, message: id }) },
);

const guestField = object({ required: flag }, { neverShown: flag });

const posting = object(
  {},
  {
    who: wordOr('unknown', 'anyone signed-in unknown'),
    guest: object({}, { name: guestField, email: guestField, website: guestField }),
    max: object({ value: count, unit: word('chars bytes graphemes') }),
    min: count,
    premoderated: flag,
    notify: word('on off'),
    refusal: object(
      { reason: wordOr('other', 'not-a-member banned unverified other') },
      { until: time, message: text, href: text, label: text, decision },
    ),
  },
);

/** The optional members of a discussion. */
export const infoMembers = {
  ...archivedMembers,
  viewer,
  posting,
  total: count,
  now: time,
  can: object({}, { close: flag }),
  decisions: object({}, { rules: lenientList(text), required: flag }),
  message: body,
  feedUrl: text,
};

export const info = object({ state }, infoMembers);

export const reportReason = object({ id }, { label: text, form: word('short notice'), anonymous: flag });

/** What a backend supports: features that do not depend on how the adapter reaches it. */
export const offeredFeatures = {
  sorts: lenientList(wordOrLabel('oldest newest top')),
  filters: lenientList(word('featured')),
  input: word('text markdown html'),
  nesting: word('flat one-level tree'),
  maxDepth: count,
  removal: word('tombstone subtree'),
  votes: word('none like up-down'),
  votesKnowViewer: flag,
  finalVotes: flag,
  report: object({}, { reasons: lenientList(reportReason), detail: flag }),
  pollEvery: count,
};

export const features = object(
  {},
  { ...offeredFeatures, paging: word('pages all'), idempotency: word('key detects-duplicates none') },
);
