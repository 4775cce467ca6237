/** Shared by the tests of adapters against real servers. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type {
  AdapterError,
  Call,
  Comment,
  CommentsAdapter,
  DiscussionRef,
  Draft,
  ErrorKind,
  ListQuery,
} from '../../src/model/adapter.js';

export const call: Call = { signal: new AbortController().signal };

export const discussionOf = (key: string | number): DiscussionRef => ({
  key: String(key),
  url: `http://localhost/${key}`,
});

export const draftFor = (discussion: DiscussionRef, fields: Partial<Draft> = {}): Draft => ({
  discussion,
  parentId: null,
  body: `A unique text: ${randomUUID()}`,
  submitKey: randomUUID(),
  ...fields,
});

/** Matches the empty message of an error for whose kind the section has a message of its own. */
export const NO_MESSAGE = /^$/;

/** Expects a call to fail with an `AdapterError` of this kind. `words` matches its message, which readers see. */
export async function failureOf(
  promise: Promise<unknown> | undefined,
  kind: ErrorKind,
  words = /./,
): Promise<AdapterError> {
  const thrown = await promise?.then(
    (value) => assert.fail(`It resolved with ${JSON.stringify(value)} instead of failing.`),
    (reason: unknown) => reason as AdapterError,
  );
  assert.equal(thrown?.name, 'AdapterError', String(thrown));
  assert.equal(thrown?.kind, kind, `${thrown?.message} (${thrown?.info.code})`);
  assert.match(thrown?.message ?? '', words);
  assert.doesNotMatch(thrown?.message ?? '', /<\w|&#?\w+;/);
  return thrown;
}

/** Lists all pages in order. `between` runs after each page but the last. */
export async function listAll(
  adapter: CommentsAdapter,
  query: ListQuery,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly Comment[]> {
  const items: Comment[] = [];
  let cursor: string | undefined;
  for (let page = 1; page < 100; page++) {
    const result = await adapter.list({ ...query, ...(cursor !== undefined && { cursor }) }, call);
    items.push(...result.items);
    if (result.next === undefined) return items;
    assert.notEqual(result.next, cursor, 'The cursor leads to the same page again.');
    cursor = result.next;
    await between(page);
  }
  return assert.fail('The list does not end.');
}

/** Lists a whole discussion, including replies that pages leave out. */
export async function listEverything(adapter: CommentsAdapter, query: ListQuery): Promise<readonly Comment[]> {
  const found = new Map<string, Comment>();
  const queue: ListQuery[] = [query];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { cursor, ...rest } = next;
    const result = await adapter.list({ ...rest, ...(cursor !== undefined && { cursor }) }, call);
    for (const comment of result.items) {
      assert.ok(!found.has(comment.id), `${comment.id} was listed twice.`);
      found.set(comment.id, comment);
      if (comment.replies?.next !== undefined)
        queue.push({ ...query, parentId: comment.id, cursor: comment.replies.next });
    }
    if (result.next !== undefined) queue.push({ ...rest, cursor: result.next });
  }
  return [...found.values()];
}

/** An adapter that has every method. */
export const all = (adapter: CommentsAdapter): Required<CommentsAdapter> => adapter as Required<CommentsAdapter>;

export const idsOf = (comments: readonly Comment[]): string[] => comments.map(({ id }) => id);
