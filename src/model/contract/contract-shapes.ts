/** The shapes of all responses of an adapter, as declared in `model/adapter.ts`. */
import type {
  Comment,
  CommentAction,
  CommentPage,
  CommentStatus,
  DiscussionInfo,
  Features,
  Posting,
  ReportReceipt,
  SubmitResult,
  Viewer,
} from '../adapter.js';
import {
  count,
  either,
  fields,
  nonEmptyText,
  list,
  oneOf,
  nullable,
  seconds,
  text,
  time,
  flag,
  integer,
  type Shape,
} from './shape.js';

/** Requires a shape for every field of a type, so the compiler reports a field that is missing here. */
type ShapesOf<T> = Readonly<Record<keyof T, Shape>>;

export const statuses: readonly CommentStatus[] = ['visible', 'pending', 'rejected', 'deleted', 'hidden'];

/** A backend's own value for something that also has well-known values. */
export const labelled = fields({ id: nonEmptyText, label: nonEmptyText });

const redress = fields({}, { message: text, href: text });

const actions: readonly CommentAction[] = [
  'reply',
  'edit',
  'remove',
  'vote',
  'report',
  'pin',
  'approve',
  'reject',
  'feature',
  'hide',
  'ban',
];

const author = fields(
  { name: text },
  {
    id: nonEmptyText,
    url: text,
    avatar: text,
    badges: list(either(oneOf('author', 'moderator', 'staff', 'verified', 'guest'), labelled)),
  },
);

const body = fields({ format: oneOf('text', 'markdown', 'html'), value: text });

export const votes = fields({}, { up: count, down: count, score: integer, mine: oneOf(-1, 0, 1) });

const {
  id,
  body: commentBody,
  createdAt,
  ...optional
}: ShapesOf<Comment> = {
  id: nonEmptyText,
  body,
  createdAt: time,
  parentId: nullable(nonEmptyText),
  replyTo: fields({ name: text }, { id: nonEmptyText }),
  author: nullable(author),
  source: text,
  editedAt: time,
  permalink: text,
  status: oneOf(...statuses),
  votes,
  replies: fields({}, { total: count, next: nonEmptyText }),
  can: fields({}, Object.fromEntries(actions.map((action) => [action, flag]))),
  editableUntil: time,
  revision: text,
  pinned: flag,
  featured: flag,
  reported: flag,
  decision: fields(
    { measure: oneOf('removed', 'hidden', 'rejected', 'kept'), ground: oneOf('law', 'terms') },
    { rule: text, facts: text, automated: flag, decidedAt: time, redress },
  ),
  preceding: fields({}, { oldest: count, newest: count, top: count }),
};

/** The optional fields of a comment. */
export const commentFields: Readonly<Record<string, Shape>> = optional;

export const comment = fields({ id, body: commentBody, createdAt }, commentFields);

const { items, ...restOfPage }: ShapesOf<CommentPage> = {
  items: list(comment),
  next: nonEmptyText,
  total: count,
  totalCounts: oneOf('roots', 'all'),
  truncated: flag,
};

export const page = fields({ items }, restOfPage);

const { state: viewerState, ...restOfViewer }: ShapesOf<Viewer> = {
  state: oneOf('anonymous', 'signed-in', 'unknown'),
  author,
  moderator: flag,
  warning: fields({ id: nonEmptyText, message: nonEmptyText }),
};

/** The optional fields of a viewer. */
export const viewerFields: Readonly<Record<string, Shape>> = restOfViewer;

export const viewer = fields({ state: viewerState }, viewerFields);

const guestField = fields({ required: flag }, { neverShown: flag });

const partsOfPosting: ShapesOf<Posting> = {
  who: oneOf('anyone', 'signed-in', 'unknown'),
  guest: fields({}, { name: guestField, email: guestField, website: guestField }),
  max: fields({ value: count, unit: oneOf('chars', 'bytes', 'graphemes') }),
  min: count,
  premoderated: flag,
  notify: oneOf('on', 'off'),
  refusal: fields(
    { reason: oneOf('not-a-member', 'banned', 'unverified', 'other') },
    { until: time, message: text, href: text, label: text },
  ),
};

/** The fields of `DiscussionInfo.posting`. */
export const postingFields: Readonly<Record<string, Shape>> = partsOfPosting;

const { state, ...restOfInfo }: ShapesOf<DiscussionInfo> = {
  state: oneOf('open', 'closed', 'disabled', 'missing'),
  stateMessage: text,
  closesAt: time,
  closedAt: time,
  opensAt: time,
  viewer,
  posting: fields({}, postingFields),
  total: count,
  now: time,
  can: fields({}, { close: flag }),
  policy: fields({}, { body, url: text }),
  message: body,
  feedUrl: text,
};

/** The optional fields of a discussion's info. */
export const infoFields: Readonly<Record<string, Shape>> = restOfInfo;

export const info = fields({ state }, infoFields);

const { outcome, ...restOfResult }: ShapesOf<SubmitResult> = {
  outcome: oneOf('published', 'pending', 'rejected', 'invisible'),
  comment,
  reason: text,
  proof: fields({ id: nonEmptyText }, { token: text, until: time }),
};

export const submitResult = fields({ outcome }, restOfResult);

const receiptFields: ShapesOf<ReportReceipt> = {
  alreadyReported: flag,
  reference: text,
  receivedAt: time,
  statusUrl: text,
  redress,
};

/** `report` can also resolve with undefined. */
export const receipt: Shape = (value, path) => (value === undefined ? [] : fields({}, receiptFields)(value, path));

export const reportReason = fields(
  { id: nonEmptyText },
  { label: text, form: oneOf('short', 'notice'), anonymous: flag },
);

const featureShapes: ShapesOf<Features> = {
  sorts: list(either(oneOf('oldest', 'newest', 'top'), labelled)),
  filters: list(oneOf('featured')),
  paging: oneOf('pages', 'all'),
  nesting: oneOf('flat', 'one-level', 'tree'),
  maxDepth: count,
  input: oneOf('text', 'markdown', 'html'),
  idempotency: oneOf('key', 'detects-duplicates', 'none'),
  removal: oneOf('tombstone', 'subtree'),
  votes: oneOf('none', 'like', 'up-down'),
  votesKnowViewer: flag,
  finalVotes: flag,
  report: fields({}, { reasons: list(reportReason), detail: flag }),
  pollEvery: seconds,
};

export const features = fields({}, featureShapes);

export const removal = fields({ effect: oneOf('gone', 'tombstone', 'subtree') });
