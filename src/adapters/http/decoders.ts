/**
 * Decoders for the responses and events of the contract.
 *
 * A response is rejected if a member that the page requires is missing (a comment's id, body and time, the state, the
 * list), or if comments would be lost silently (an invalid cursor or parent). Any other invalid member is omitted, or
 * replaced by the most cautious value.
 */
import type { Comment, CommentPage, DiscussionInfo, ReportReceipt, SubmitResult, Votes } from '../../model/adapter.js';
import { offers, type Offers } from './capabilities.js';
import {
  count,
  type Decoder,
  decoder,
  flag,
  id,
  integer,
  lenient,
  lenientList,
  list,
  object,
  optional,
  record,
  text,
  time,
  word,
  wordOr,
  wordOrLabel,
} from '../shared/decoders.js';

const body = object({ format: wordOr('text', 'text markdown html'), value: text });

const author = object(
  { name: text },
  { id, url: text, avatar: text, badges: lenientList(wordOrLabel('author moderator staff verified guest')) },
);

const vote = decoder<-1 | 0 | 1>('-1, 0 or 1', (value) => value === -1 || value === 0 || value === 1);

export const votes: Decoder<Votes> = object({}, { up: count, down: count, score: integer, mine: vote });

const redress = object({}, { message: text, href: text });

const decision = object(
  { measure: word('removed hidden rejected kept'), ground: word('law terms') },
  { rule: text, facts: text, automated: flag, decidedAt: time, redress },
);

export const comment: Decoder<Comment> = object(
  {
    id,
    parentId: optional(id),
    body,
    createdAt: time,
    replies: optional(object({ next: optional(text) }, { total: count })),
  },
  {
    replyTo: object({ name: text }, { id }),
    author,
    source: text,
    editedAt: time,
    permalink: text,
    status: lenient(word('visible pending rejected deleted hidden'), 'hidden'),
    votes,
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
    pinned: flag,
    featured: flag,
    reported: flag,
    decision,
    preceding: object({}, { oldest: count, newest: count, top: count }),
  },
);

export const page: Decoder<CommentPage> = object(
  { items: list(comment), next: optional(text) },
  { total: count, totalCounts: word('roots all'), truncated: flag },
);

const fieldRule = object({ required: flag }, { neverShown: flag });

const state = wordOr('disabled', 'open closed disabled missing');

const optionalInfo = {
  stateMessage: text,
  closesAt: time,
  closedAt: time,
  opensAt: time,
  viewer: object(
    { state: wordOr('unknown', 'anonymous signed-in unknown') },
    { author, moderator: flag, warning: object({ id, message: text }) },
  ),
  posting: object(
    {},
    {
      who: wordOr('unknown', 'anyone signed-in unknown'),
      guest: object({}, { name: fieldRule, email: fieldRule, website: fieldRule }),
      max: object({ value: count, unit: word('chars bytes graphemes') }),
      min: count,
      premoderated: flag,
      notify: word('on off'),
      refusal: object(
        { reason: wordOr('other', 'not-a-member banned unverified other') },
        { until: time, message: text, href: text },
      ),
    },
  ),
  total: count,
  can: object({}, { close: flag }),
  policy: object({}, { body, url: text }),
  message: body,
  feedUrl: text,
};

export const info: Decoder<DiscussionInfo> = object({ state }, optionalInfo);

const changedInfo = object({ state: optional(state) }, optionalInfo);

/**
 * The members of a discussion that an event changes. Those that no longer apply are undefined, so that merging the change removes
 * them.
 */
export const infoChange: Decoder<Partial<DiscussionInfo>> = (value, place) => {
  const { state: newState, message } = record(value, place);
  return {
    ...(newState != null && { closesAt: undefined, closedAt: undefined, opensAt: undefined }),
    ...(message === null && { message: undefined }),
    ...changedInfo(value, place),
  };
};

export interface OpenedDiscussion {
  readonly discussion: DiscussionInfo;
  readonly page: CommentPage;
  readonly offers?: Offers;
  readonly position?: string;
}

export const openedDiscussion: Decoder<OpenedDiscussion> = object(
  { discussion: info, page, offers: optional(offers) },
  { position: text },
);

export const submitResult: Decoder<SubmitResult> = object(
  { outcome: word('published pending rejected invisible') },
  { comment, reason: text, proof: object({ id }, { token: text, until: time }) },
);

export const removal = object({ effect: word('gone tombstone subtree') });

export const source = object({ source: text });

export const receipt: Decoder<ReportReceipt> = object(
  {},
  { alreadyReported: flag, reference: text, receivedAt: time, statusUrl: text, redress },
);

/** An object of which only the id is read. */
export const reference = object({ id });

/** The number of comments by discussion. Invalid numbers are omitted. */
export const counts: Decoder<ReadonlyMap<string, number>> = (value, place) => {
  const totals = new Map<string, number>();
  for (const [key, number] of Object.entries(object({ counts: record })(value, place).counts)) {
    const total = lenient(count)(number, key);
    if (total !== undefined) totals.set(key, total);
  }
  return totals;
};
