import type {
  Call,
  CommentId,
  CommentsAdapter,
  DiscussionRef,
  Report,
  ReportNotice,
  ReportReason,
} from '../model/adapter.js';
import type { CheckContext } from './check-context.js';
import { inspect } from '../model/contract/inspect.js';
import { newDraft, newKey, newText, plant, post } from './posting.js';
import { defaultSort } from './reading.js';

type FullAdapter = Required<CommentsAdapter>;
type DiscussionCall = (adapter: FullAdapter, discussion: DiscussionRef, call: Call) => Promise<unknown>;
type CommentCall = (adapter: FullAdapter, discussion: DiscussionRef, id: CommentId, call: Call) => Promise<unknown>;

type NamedCall = readonly [name: string, subject: string, make: DiscussionCall];

export interface MethodCall {
  /** The call as findings name it, such as `get("7")`. */
  readonly did: string;
  readonly make: (adapter: CommentsAdapter, call: Call) => Promise<unknown>;
}

type CommentMethod = 'get' | 'source' | 'edit' | 'vote' | 'report' | 'withdrawReport' | 'pin' | 'remove' | 'restore';

/** A valid call of each method that is about one comment. */
export const commentCalls: Readonly<Record<CommentMethod, CommentCall>> = {
  get: (adapter, discussion, id, call) => adapter.get(discussion, id, call),
  source: (adapter, discussion, id, call) => adapter.source(discussion, id, call),
  edit: (adapter, discussion, id, call) => adapter.edit(discussion, { id, body: newText('Edited') }, call),
  vote: (adapter, discussion, id, call) => adapter.vote(discussion, { id, value: 1 }, call),
  report: (adapter, discussion, id, call) => adapter.report(discussion, newReport(adapter, id), call),
  withdrawReport: (adapter, discussion, id, call) => adapter.withdrawReport(discussion, id, call),
  pin: (adapter, discussion, id, call) => adapter.pin(discussion, { id, pinned: true }, call),
  remove: (adapter, discussion, id, call) => adapter.remove(discussion, id, call),
  restore: (adapter, discussion, id, call) => adapter.restore(discussion, id, call),
};

/** Methods for comments by others: many backends refuse a vote on one's own comment, or a report of it. */
const FOR_OTHERS: readonly string[] = ['vote', 'report', 'withdrawReport'];

/** The comments to call methods with. Methods without one are omitted, because adapters may reject an id of the wrong form. */
export interface CalledComments {
  /** For methods that its author may call. */
  readonly id?: CommentId | undefined;
  /** For methods that others may call. */
  readonly byOther?: CommentId | undefined;
}

/** Creates the comments that methods are called with, where possible. */
export async function someComments(context: CheckContext): Promise<CalledComments> {
  const [planted] = (await plant(context, [{ text: newText() }])) ?? [];
  if (planted !== undefined) return { id: planted, byOther: planted };
  if (!context.adapter.submit) return {};
  const { id } = await post(context);
  const other = await context.find('other');
  return { id, byOther: other?.submit && (await post(context, { adapter: other })).id };
}

/**
 * A valid call of each method the adapter has. Excludes `signIn`, which may open a window, and `signOut`, which would affect
 * the calls after it.
 *
 * @param options.adapter An adapter for the same backend and viewer as the one under test, which is the default.
 */
export async function methodCalls(
  context: CheckContext,
  { id, byOther, adapter = context.adapter }: CalledComments & { readonly adapter?: CommentsAdapter },
): Promise<readonly MethodCall[]> {
  const draft = context.adapter.submit && (await newDraft(context));
  const discussionCalls: Readonly<Record<string, DiscussionCall>> = {
    open: (one, discussion, call) => one.open(discussion, call),
    list: (one, discussion, call) => one.list({ discussion, sort: defaultSort(one), limit: 5 }, call),
    counts: (one, discussion, call) => one.counts([discussion], call),
    submit: (one, discussion, call) =>
      one.submit({ ...draft, discussion, parentId: null, body: newText(), submitKey: newKey() }, call),
  };
  const setClosed: DiscussionCall = (one, discussion, call) => one.setClosed(discussion, true, call);
  const aboutComment = Object.entries(commentCalls).flatMap(([name, make]): readonly NamedCall[] => {
    const subject = FOR_OTHERS.includes(name) ? byOther : id;
    if (subject === undefined) return [];
    return [[name, inspect(subject), (one, discussion, call) => make(one, discussion, subject, call)]];
  });
  const calls: readonly NamedCall[] = [
    ...Object.entries(discussionCalls).map(([name, make]): NamedCall => [name, '', make]),
    ...aboutComment,
    ['setClosed', '', setClosed],
  ];
  return calls
    .filter(([name]) => typeof adapter[name as keyof CommentsAdapter] === 'function')
    .map(([name, subject, make]) => ({
      did: `${name}(${subject})`,
      make: (one, call) => make(one as FullAdapter, context.discussion, call),
    }));
}

/** A report for a reason, with a notice if the reason requires one. */
export function reportFor(id: CommentId, { id: reason, form }: ReportReason): Report {
  return { id, reason, ...(form === 'notice' && { notice: newNotice(id) }) };
}

/** A report that the adapter accepts, without a notice if possible. */
export function newReport({ features }: CommentsAdapter, id: CommentId): Report {
  const { reasons = [] } = features?.report ?? {};
  return reportFor(id, reasons.find(({ form }) => form !== 'notice') ?? reasons[0] ?? { id: 'spam' });
}

/** A notice of illegal content with all fields. */
function newNotice(id: CommentId): ReportNotice {
  return {
    explanation: newText('This comment is illegal'),
    law: 'Section 1 of the Conformance Act',
    urls: [`https://example.org/article#comment-${encodeURIComponent(id)}`],
    name: 'Conny Formance',
    email: 'conny@example.org',
    goodFaith: true,
  };
}
