import type {
  AdapterError,
  Comment,
  CommentId,
  CommentsAdapter,
  Draft,
  GuestField,
  Posting,
  SubmitResult,
} from '../model/adapter.js';
import type { CheckContext } from './check-context.js';
import { submitResult } from '../model/contract/results.js';
import { inspect } from '../model/contract/inspect.js';
import { createDraftId as newKey } from '../model/drafts/draft.js';
import { defaultSort, readAll } from './reading.js';
import type { Planted } from './stage.js';

export { newKey };

/** What most checks need of the stage. */
export const PUBLISHES = 'a backend that publishes comments at once';

/** A unique text, as many backends reject a duplicate. */
export const newText = (prefix = 'A comment'): string => `${prefix} ${newKey().slice(0, 8)}`;

/** The part of a `newText` that makes it unique and that no format changes. */
export const uniquePart = (text: string): string => text.split(' ').at(-1) ?? text;

const guestDetails: Readonly<Record<GuestField, string>> = {
  name: 'Conny Formance',
  email: 'conny@example.org',
  website: 'https://example.org/conny',
};

/** Values for the guest fields that the discussion asks for. */
export function guestFor({ guest = {} }: Posting = {}): NonNullable<Draft['guest']> {
  return Object.fromEntries(Object.keys(guest).map((field) => [field, guestDetails[field as GuestField]]));
}

export interface DraftOptions extends Partial<Pick<Draft, 'body' | 'parentId' | 'submitKey' | 'authorId' | 'guest'>> {
  /** The poster. Default: the adapter under test. */
  readonly adapter?: CommentsAdapter;
  readonly discussion?: Draft['discussion'];
}

/** A draft that follows the posting rules of the discussion. */
export async function newDraft(
  context: CheckContext,
  { adapter = context.adapter, ...options }: DraftOptions = {},
): Promise<Draft> {
  const discussion = options.discussion ?? context.discussion;
  const { viewer, posting } = await context.discussionInfo(adapter, discussion);
  const guest = viewer?.state === 'signed-in' ? {} : guestFor(posting);
  return {
    discussion,
    parentId: null,
    body: newText(),
    submitKey: newKey(),
    ...(Object.keys(guest).length > 0 && { guest }),
    ...options,
  };
}

/** Submits a draft, which must succeed. Skips the check if the backend limits the rate of comments, which the contract allows. */
export async function send(
  context: CheckContext,
  draft: Draft,
  adapter: CommentsAdapter = context.adapter,
): Promise<SubmitResult> {
  const { submit } = context.withMethods(adapter, ['submit']);
  const did = `submit(${inspect(draft)})`;
  const settled = await context.settle(did, () => submit.call(adapter, draft, context.call));
  if (settled.status === 'fulfilled') {
    context.expectShape(did, submitResult, settled.value);
    return settled.value;
  }
  if (Object(settled.reason) === settled.reason && (settled.reason as Partial<AdapterError>).kind === 'rate-limited')
    context.skipWithoutStage(
      'a backend without rate limits',
      'The backend limits the rate of comments ("rate-limited"). Turn the limit off for the checks.',
    );
  return context.fail({ did, expected: 'a result', got: inspect(settled.reason) }, settled.reason);
}

/** Posts a publicly visible comment and waits until it is listed. */
export async function post(context: CheckContext, options: DraftOptions = {}): Promise<Comment> {
  const { adapter = context.adapter } = options;
  context.withMethods(adapter, ['submit']);
  const draft = await newDraft(context, options);
  const { outcome, comment } = await send(context, draft, adapter);
  if (outcome !== 'published')
    context.skipWithoutStage(
      PUBLISHES,
      `The outcome of an ordinary comment is "${outcome}". This check needs a backend that publishes at once.`,
    );
  // submit() need not return the comment, and the list may lag behind.
  return awaitListed(context, ({ id, body }) => (comment ? id === comment.id : body.value.includes(draft.body)), {
    ...options,
    adapter,
  });
}

/** Waits until a matching comment is listed. */
export async function awaitListed(
  context: CheckContext,
  matches: (comment: Comment) => boolean,
  { adapter = context.adapter, discussion = context.discussion }: DraftOptions = {},
): Promise<Comment> {
  const sort = defaultSort(adapter);
  const found = await context.eventually(
    { did: 'posted a comment, then listed', expected: 'the comment to be listed' },
    async () => (await readAll(context, { adapter, discussion, sort, limit: 50 })).find(matches),
    (comment) => (comment === undefined ? 'a list without it' : undefined),
  );
  return found as Comment;
}

const topLevelComments = (number: number): readonly Planted[] =>
  Array.from({ length: number }, (_, index) => ({ text: newText(`Comment ${index + 1}`) }));

/** Adds top-level comments, each later than the one before. Returns their ids. */
export async function fill(context: CheckContext, number: number): Promise<readonly CommentId[]> {
  const planted = topLevelComments(number);
  return (await plant(context, planted)) ?? postAll(context, planted);
}

/** Like `fill`, with comments by the viewer. */
export const fillOwn = (context: CheckContext, number: number): Promise<readonly CommentId[]> =>
  postAll(context, topLevelComments(number));

/** Adds comments through the stage. Returns their ids, or undefined if the stage cannot create them. */
export async function plant(
  context: CheckContext,
  planted: readonly Planted[],
): Promise<readonly CommentId[] | undefined> {
  const ids = await context.stage.fill?.(planted);
  if (ids !== undefined) await context.discussionInfo(context.adapter);
  return ids;
}

/** Posts comments through the adapter, one after another. Returns their ids. */
export async function postAll(context: CheckContext, planted: readonly Planted[]): Promise<readonly CommentId[]> {
  await context.require('submit');
  const ids: CommentId[] = [];
  for (const { text, parent } of planted) {
    const parentId = typeof parent === 'number' ? (ids[parent] ?? null) : null;
    ids.push((await post(context, { body: text, parentId })).id);
  }
  return ids;
}
