/** The events of webhooks, as server/README.md documents them: without secrets of guests, email addresses and idempotency keys. */
import type { Author, Body, Decision, ReportNotice } from 'article-comments/rules.js';
import type { CommentRow, DiscussionRow, LegalNoticeRow } from '../database/tables.js';
import { reasonsOf } from './judgement.js';

interface DiscussionData {
  /** Without its signature. */
  readonly key: string;
  /** Of the page; empty if unknown. */
  readonly url: string;
  readonly title: string | null;
}

interface CommentReference {
  readonly id: string;
  /** Null at the top level. */
  readonly parentId: string | null;
}

interface CommentData extends CommentReference {
  readonly status: 'held' | 'published';
  /** `id`: the public one of an account. */
  readonly author: { readonly kind: 'guest' | 'account'; readonly id?: string; readonly name: string } | null;
  readonly body: Body;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly revision: string;
  /** Why the judge holds it. */
  readonly reasons: readonly string[];
}

interface EventData<Comment> {
  readonly discussion: DiscussionData;
  readonly comment: Comment;
}

/** A report of a reader. */
interface ReportData {
  readonly reference: string;
  readonly reason: string;
  readonly detail: string;
}

type NoticeData = Pick<ReportNotice, 'explanation' | 'urls'> & {
  readonly reference: string;
  readonly reason: string;
  readonly law: string | null;
};

type DecisionData = Pick<
  Decision,
  'measure' | 'ground' | 'rule' | 'facts' | 'automatedDetection' | 'automated' | 'decidedAt'
>;

/** `type` and `data` of a message. */
export type WebhookEvent =
  | {
      readonly type: 'comment.created' | 'comment.held' | 'comment.published' | 'comment.edited';
      readonly data: EventData<CommentData>;
    }
  | {
      readonly type: 'comment.removed';
      /** `reason`: the id of a moderator's reason. */
      readonly data: EventData<CommentReference> & { readonly reason: string | null };
    }
  | { readonly type: 'comment.reported'; readonly data: EventData<CommentReference> & { readonly report: ReportData } }
  | { readonly type: 'notice.received'; readonly data: EventData<CommentReference> & { readonly notice: NoticeData } }
  | {
      readonly type: 'decision.made';
      /** `notice`: the reference of the notice that it answers. */
      readonly data: EventData<CommentReference> & {
        readonly decision: DecisionData;
        readonly notice: string | null;
      };
    };

/** An event, and whose texts it repeats: it is deleted with them. */
export interface NewEvent {
  readonly event: WebhookEvent;
  /** `person:…` or `guest:…`. */
  readonly person: string | null;
}

/** What an event is about. */
export type EventPlace = readonly [
  discussion: Pick<DiscussionRow, 'key' | 'url' | 'title'>,
  comment: Pick<CommentRow, 'id' | 'parent'>,
];

const placeOf = ([{ key, url, title }, { id, parent }]: EventPlace): EventData<CommentReference> => ({
  discussion: { key, url, title },
  comment: { id, parentId: parent === '' ? null : parent },
});

/** What has become of a comment. `before`: null if it is new. */
export function commentEvents(
  discussion: DiscussionRow,
  before: CommentRow | null,
  after: CommentRow,
): readonly NewEvent[] {
  const types: WebhookEvent['type'][] = [];
  const isPresent = after.status === 'visible' || after.status === 'pending';
  const wasPresent = before?.status === 'visible' || before?.status === 'pending';
  if (!before && isPresent) types.push('comment.created');
  if (before && isPresent && before.body !== after.body) types.push('comment.edited');
  if (before?.status !== after.status) {
    if (after.status === 'pending') types.push('comment.held');
    else if (after.status === 'visible') types.push('comment.published');
    else if (wasPresent || !before) types.push('comment.removed');
  }
  return types.map((type) => commentEvent(type, discussion, after));
}

function commentEvent(type: WebhookEvent['type'], discussion: DiscussionRow, row: CommentRow): NewEvent {
  const place = placeOf([discussion, row]);
  if (type === 'comment.removed')
    return { event: { type, data: { ...place, reason: row.removal_reason } }, person: null };
  const comment: CommentData = {
    ...place.comment,
    status: row.status === 'pending' ? 'held' : 'published',
    author: authorOf(row),
    body: { format: row.format, value: row.body },
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    revision: String(row.revision),
    reasons: row.status === 'pending' ? reasonsOf(row) : [],
  };
  return {
    event: { type, data: { ...place, comment } } as WebhookEvent,
    person: row.owner,
  };
}

function authorOf({ author, owner }: CommentRow): CommentData['author'] {
  if (author === null) return null;
  const { id, name } = JSON.parse(author) as Author;
  const kind = owner?.startsWith('person:') ? 'account' : 'guest';
  return { kind, ...(kind === 'account' && id !== undefined && { id }), name };
}

export const reportEvent = (
  place: EventPlace,
  { reference, reason, detail }: ReportData,
  reporter: string,
): NewEvent => ({
  event: { type: 'comment.reported', data: { ...placeOf(place), report: { reference, reason, detail } } },
  person: reporter,
});

/** Without name and email of the sender, and without the address of their page. */
export const noticeEvent = (
  place: EventPlace,
  { reference, reason, explanation, law, urls, reporter }: LegalNoticeRow,
): NewEvent => ({
  event: {
    type: 'notice.received',
    data: {
      ...placeOf(place),
      notice: { reference, reason, explanation, law, urls: JSON.parse(urls) as readonly string[] },
    },
  },
  person: reporter,
});

/** Without the ways to contest it, which are the editors' address. */
export const decisionEvent = (
  place: EventPlace,
  { measure, ground, rule, facts, automatedDetection = false, automated = false, decidedAt }: Decision,
  notice: string | null,
): NewEvent => ({
  event: {
    type: 'decision.made',
    data: {
      ...placeOf(place),
      decision: {
        measure,
        ground,
        ...(rule !== undefined && { rule }),
        ...(facts !== undefined && { facts }),
        automatedDetection,
        automated,
        ...(decidedAt !== undefined && { decidedAt }),
      },
      notice,
    },
  },
  person: null,
});
