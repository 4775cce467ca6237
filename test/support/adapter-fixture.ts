/** Comments, drafts and assertions for tests of adapters. */
import { expect } from 'chai';
import {
  AdapterError,
  type Call,
  type Comment,
  type CommentsAdapter,
  type DiscussionRef,
  type Draft,
  type ErrorInfo,
  type ErrorKind,
  type Sort,
} from '../../src/model/adapter.js';

export const call: Call = { signal: new AbortController().signal };

export const discussion: DiscussionRef = { key: '42', url: 'https://example.com/articles/42' };

/** A comment by somebody else. */
export const comment = (id: string, fields: Partial<Comment> = {}): Comment => ({
  id,
  author: { id: `author-of-${id}`, name: 'Ada' },
  body: { format: 'text', value: `Text of ${id}` },
  createdAt: '2013-06-07T10:54:00Z',
  ...fields,
});

let drafts = 0;

/** A draft with a new `submitKey`, unless one is given. */
export const draft = (fields: Partial<Draft> = {}): Draft => ({
  discussion,
  parentId: null,
  body: 'A new comment',
  submitKey: `intent-${++drafts}`,
  ...fields,
});

/** An adapter that is known to have all methods. */
export const all = (adapter: CommentsAdapter): Required<CommentsAdapter> => adapter as Required<CommentsAdapter>;

export const idsOf = (comments: readonly Comment[]): string[] => comments.map(({ id }) => id);

export async function listIds(
  adapter: CommentsAdapter,
  { sort = 'oldest', limit = 100 }: { sort?: Sort; limit?: number } = {},
): Promise<string[]> {
  return idsOf((await adapter.list({ discussion, sort, limit }, call)).items);
}

/** Matches the empty message of an error for whose kind the section has a message of its own. */
export const NO_MESSAGE = /^$/;

/** Waits for a call to fail, and checks the error. `words` matches the message; the default matches any that is not empty. */
export async function failure(
  promise: Promise<unknown> | undefined,
  kind: ErrorKind,
  info: ErrorInfo = {},
  words = /./,
): Promise<AdapterError> {
  const error = await promise?.then(
    (value) => new Error(`It resolved with ${JSON.stringify(value)} instead of failing.`),
    (reason: unknown) => reason,
  );
  expect(error).to.be.instanceOf(AdapterError);
  const adapterError = error as AdapterError;
  expect(adapterError.kind, adapterError.message).to.equal(kind);
  expect(adapterError.info).to.include(info);
  expect(adapterError.message).to.match(words);
  return adapterError;
}
