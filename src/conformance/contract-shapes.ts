/** The forms of what the methods of an adapter answer with, as `model/adapter.ts` describes them. */
import type { Comment, CommentPage, CommentStatus, DiscussionInfo, ReportReceipt, SubmitResult, Viewer } from '../model/adapter.js';
import { count, fields, filledText, list, oneOf, orNull, text, time, truth, wholeNumber, type Shape } from './shape.js';

/** Names each field of a type, so that one that is added to the contract is not forgotten here. */
type ShapesOf<T> = Readonly<Record<keyof T, Shape>>;

export const statuses: readonly CommentStatus[] = ['visible', 'pending', 'rejected', 'deleted', 'hidden'];

const author = fields(
  { name: text },
  {
    id: filledText,
    url: text,
    avatar: text,
    badges: list(oneOf('author', 'moderator', 'staff', 'verified', 'guest')),
  },
);

const body = fields({ format: oneOf('text', 'markdown', 'html'), value: text });

export const votes = fields({}, { up: count, down: count, score: wholeNumber, mine: oneOf(-1, 0, 1) });

const {
  id,
  body: itsBody,
  createdAt,
  ...optional
}: ShapesOf<Comment> = {
  id: filledText,
  body,
  createdAt: time,
  parentId: orNull(filledText),
  replyTo: fields({ name: text }, { id: filledText }),
  author: orNull(author),
  source: text,
  editedAt: time,
  permalink: text,
  status: oneOf(...statuses),
  votes,
  replies: fields({}, { total: count, next: filledText }),
  can: fields({}, { reply: truth, edit: truth, remove: truth, vote: truth, report: truth, pin: truth }),
  editableUntil: time,
  revision: text,
  pinned: truth,
  featured: truth,
  reported: truth,
};

export const comment = fields({ id, body: itsBody, createdAt }, optional);

const { items, ...restOfPage }: ShapesOf<CommentPage> = {
  items: list(comment),
  next: filledText,
  total: count,
  totalCounts: oneOf('roots', 'all'),
  truncated: truth,
};

export const page = fields({ items }, restOfPage);

const { state: viewerState, ...restOfViewer }: ShapesOf<Viewer> = {
  state: oneOf('anonymous', 'signed-in', 'unknown'),
  author,
  moderator: truth,
};

export const viewer = fields({ state: viewerState }, restOfViewer);

const guestField = fields({ required: truth });

const posting = fields(
  {},
  {
    who: oneOf('anyone', 'signed-in', 'unknown'),
    guest: fields({}, { name: guestField, email: guestField, website: guestField }),
    max: fields({ value: count, unit: oneOf('chars', 'bytes', 'graphemes') }),
    min: count,
    premoderated: truth,
    refusal: fields(
      { reason: oneOf('not-a-member', 'banned', 'unverified', 'other') },
      { until: time, message: text, href: text, label: text },
    ),
  },
);

const { state, ...restOfInfo }: ShapesOf<DiscussionInfo> = {
  state: oneOf('open', 'closed', 'disabled', 'missing'),
  stateMessage: text,
  closesAt: time,
  closedAt: time,
  opensAt: time,
  viewer,
  posting,
  total: count,
  now: time,
  can: fields({}, { close: truth }),
  policy: fields({}, { body, url: text }),
};

export const info = fields({ state }, restOfInfo);

const { outcome, ...restOfResult }: ShapesOf<SubmitResult> = {
  outcome: oneOf('published', 'pending', 'rejected', 'invisible'),
  comment,
  reason: text,
  proof: fields({ id: filledText }, { token: text, until: time }),
};

export const submitResult = fields({ outcome }, restOfResult);

const receiptFields: ShapesOf<ReportReceipt> = { alreadyReported: truth, reference: text };

/** `report` may also answer nothing. */
export const receipt: Shape = (value, place) => (value === undefined ? [] : fields({}, receiptFields)(value, place));

export const removal = fields({ effect: oneOf('gone', 'tombstone', 'subtree') });
