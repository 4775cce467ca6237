/** What tests of adapters against real servers say again and again. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { AdapterError, Call, Comment, CommentsAdapter, DiscussionRef, Draft, ErrorKind, ListQuery } from '../../src/model/adapter.js';

export const call: Call = { signal: new AbortController().signal };

export const discussionOf = (key: string | number): DiscussionRef => ({ key: String(key), url: `http://localhost/${key}` });

export const draftFor = (discussion: DiscussionRef, fields: Partial<Draft> = {}): Draft => ({
  discussion,
  parentId: null,
  body: `Nobody has said this yet: ${randomUUID()}`,
  submitKey: randomUUID(),
  ...fields,
});

/** A failure whose kind says it all: readers get the words of the section, in their own language. */
export const WITHOUT_WORDS = /^$/;

/** Waits for a call to fail as the contract says. `words`: what readers are told by the backend or the adapter, by default anything at all. */
export async function failureOf(promise: Promise<unknown> | undefined, kind: ErrorKind, words = /./): Promise<AdapterError> {
  const thrown = await promise?.then(
    (value) => assert.fail(`It answered ${JSON.stringify(value)} instead of failing.`),
    (reason: unknown) => reason as AdapterError,
  );
  assert.equal(thrown?.name, 'AdapterError', String(thrown));
  assert.equal(thrown?.kind, kind, `${thrown?.message} (${thrown?.info.code})`);
  assert.match(thrown?.message ?? '', words);
  assert.doesNotMatch(thrown?.message ?? '', /<\w|&#?\w+;/);
  return thrown;
}

/** All pages of a list, one after the other; `between` happens after each page but the last. */
export async function listAll(
  adapter: CommentsAdapter,
  query: ListQuery,
  between: (page: number) => Promise<void> = () => Promise.resolve(),
): Promise<readonly Comment[]> {
  const items: Comment[] = [];
  let cursor: string | undefined;
  for (let page = 1; page < 100; page++) {
    const answer = await adapter.list({ ...query, ...(cursor !== undefined && { cursor }) }, call);
    items.push(...answer.items);
    if (answer.next === undefined) return items;
    assert.notEqual(answer.next, cursor, 'The page after this one is this one.');
    cursor = answer.next;
    await between(page);
  }
  return assert.fail('The list has no end.');
}

/** A whole discussion: also the replies that a page keeps for later. */
export async function listEverything(adapter: CommentsAdapter, query: ListQuery): Promise<readonly Comment[]> {
  const found = new Map<string, Comment>();
  const waiting: ListQuery[] = [query];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { cursor, ...rest } = next;
    const answer = await adapter.list({ ...rest, ...(cursor !== undefined && { cursor }) }, call);
    for (const comment of answer.items) {
      assert.ok(!found.has(comment.id), `${comment.id} came twice.`);
      found.set(comment.id, comment);
      if (comment.replies?.next !== undefined) waiting.push({ ...query, parentId: comment.id, cursor: comment.replies.next });
    }
    if (answer.next !== undefined) waiting.push({ ...rest, cursor: answer.next });
  }
  return [...found.values()];
}

/** The methods of an adapter that is known to have them. */
export const all = (adapter: CommentsAdapter): Required<CommentsAdapter> => adapter as Required<CommentsAdapter>;

export const idsOf = (comments: readonly Comment[]): string[] => comments.map(({ id }) => id);
