/** What is done with single comments and with the discussion as a whole. */
import {
  AdapterError,
  type Call,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type DiscussionRef,
} from '../../model/adapter.js';
import { comment, info, votes } from './answers.js';
import { receipt, removed, source, submitted } from './later-answers.js';
import { nowIn, refOf } from './opening.js';
import type { Read } from './read-value.js';
import type { Requests } from './request.js';

/** The methods that each send one request. */
export type Operations = Required<
  Pick<
    CommentsAdapter,
    'get' | 'submit' | 'source' | 'edit' | 'remove' | 'restore' | 'vote' | 'report' | 'withdrawReport' | 'pin' | 'setClosed' | 'signOut'
  >
>;

export function operationsOf(requests: Requests): Operations {
  /** A request about one comment, which is named by its id or by what is to be done with it. */
  const on =
    <Subject extends CommentId | { readonly id: CommentId }, T = void>(method: string, rest: string, read?: Read<T>) =>
    async ({ key }: DiscussionRef, subject: Subject, { signal }: Call): Promise<T> => {
      const { id, ...more }: { readonly id: CommentId } = typeof subject === 'string' ? { id: subject } : subject;
      // Where there is nothing to be said, an object that says nothing: a foreign form could send a POST without one.
      const body = method.startsWith('P') ? more : undefined;
      return requests.ask({ method, path: `/comments/${step(id)}${rest}`, query: { discussion: key }, body }, signal, read);
    };
  return {
    get: on('GET', '', comment),
    submit: ({ discussion, ...draft }, { signal }) =>
      requests.ask({ method: 'POST', path: '/comments', body: { ...draft, discussion: refOf(discussion) } }, signal, submitted),
    source: async (...about) => (await on('GET', '/source', source)(...about)).source,
    edit: on('PATCH', '', comment),
    remove: on('DELETE', '', removed),
    restore: on('POST', '/restore', comment),
    vote: on('PUT', '/vote', votes),
    report: on('PUT', '/report', receipt),
    withdrawReport: on('DELETE', '/report'),
    pin: on('PUT', '/pin', comment),
    setClosed: ({ key }, closed, { signal }) =>
      requests.ask(
        { method: 'PUT', path: '/discussion/closed', query: { discussion: key }, body: { closed } },
        signal,
        (value, place, response): DiscussionInfo => ({ ...info(value, place), ...nowIn(response) }),
      ),
    signOut: ({ signal }) => requests.ask({ method: 'DELETE', path: '/session' }, signal),
  };
}

/** An id as one step of a path. No encoding keeps a browser from reading dots alone as the way up, so nothing has such an id. */
function step(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new AdapterError('not-found');
  // Unlike `encodeURIComponent`, it takes half a surrogate pair without throwing.
  return new URLSearchParams({ '': id }).toString().slice(1).replaceAll('+', '%20');
}
