/**
 * What the backend answers to who reads, member by member. Refused is an answer that lacks what the page cannot do without (a comment's id,
 * body and time, the state, the list), or that would lose comments without a word (a cursor, a parent that cannot be
 * read). Any other member that is wrong is left out, or taken for the most cautious thing that it may be.
 */
import type { Comment, CommentPage, DiscussionInfo, Votes } from '../../model/adapter.js';
import { offers, type Offers } from './offers.js';
import {
  count,
  flag,
  id,
  integer,
  known,
  lenient,
  list,
  object,
  optional,
  type Read,
  reader,
  text,
  time,
  word,
  wordOr,
} from './read-value.js';

const body = object({ format: wordOr('text', 'text markdown html'), value: text });

const author = object({ name: text }, { id, url: text, avatar: text, badges: known(word('author moderator staff verified guest')) });

const mine = reader<-1 | 0 | 1>('-1, 0 or 1', (value) => value === -1 || value === 0 || value === 1);

export const votes: Read<Votes> = object({}, { up: count, down: count, score: integer, mine });

export const comment: Read<Comment> = object(
  { id, parentId: optional(id), body, createdAt: time, replies: optional(object({ next: optional(text) }, { total: count })) },
  {
    replyTo: object({ name: text }, { id }),
    author,
    source: text,
    editedAt: time,
    permalink: text,
    status: lenient(word('visible pending rejected deleted hidden'), 'hidden'),
    votes,
    can: object({}, { reply: flag, edit: flag, remove: flag, vote: flag, report: flag, pin: flag }),
    editableUntil: time,
    revision: text,
    pinned: flag,
    featured: flag,
    reported: flag,
  },
);

export const page: Read<CommentPage> = object(
  { items: list(comment), next: optional(text) },
  { total: count, totalCounts: word('roots all'), truncated: flag },
);

const required = object({ required: flag });

export const strictInfo = { state: wordOr('disabled', 'open closed disabled missing') };

export const looseInfo = {
  stateMessage: text,
  closesAt: time,
  closedAt: time,
  opensAt: time,
  viewer: object({ state: wordOr('unknown', 'anonymous signed-in unknown') }, { author, moderator: flag }),
  posting: object(
    {},
    {
      who: wordOr('unknown', 'anyone signed-in unknown'),
      guest: object({}, { name: required, email: required, website: required }),
      max: object({ value: count, unit: word('chars bytes graphemes') }),
      min: count,
      premoderated: flag,
      refusal: object({ reason: wordOr('other', 'not-a-member banned unverified other') }, { until: time, message: text, href: text }),
    },
  ),
  total: count,
  can: object({}, { close: flag }),
  policy: object({}, { body, url: text }),
};

export const info: Read<DiscussionInfo> = object(strictInfo, looseInfo);

export interface Opened {
  readonly discussion: DiscussionInfo;
  readonly page: CommentPage;
  readonly offers?: Offers;
  readonly position?: string;
}

export const opened: Read<Opened> = object({ discussion: info, page, offers: optional(offers) }, { position: text });
