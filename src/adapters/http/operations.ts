import {
  AdapterError,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionInfo,
  type DiscussionRef,
  type ModerationCall,
  type Votes,
} from '../../model/adapter.js';
import type { Client, ResponseDecoder } from '../shared/client.js';
import { serverTime } from '../shared/response.js';
import type { OperationName } from './capabilities.js';
import { withinLimits } from './limits.js';
import { passOn } from './members.js';

/** The methods that send one request each, about a single comment or the discussion as a whole. */
type Operations = Required<Pick<CommentsAdapter, OperationName>>;

/** Reads a response that is checked on its way to the section. `name`: what it is. */
const read =
  <T>(name: string): ResponseDecoder<T> =>
  (value, _place, response) =>
    passOn(value as T, name, response);

const comment = read<Comment>('comment');
const votes = read<Votes>('votes');
const result = read<never>('result');

const source: ResponseDecoder<string> = (value, place) => {
  const { source: text } = value as { readonly source?: unknown };
  if (typeof text !== 'string') throw new AdapterError('bad-response', `${place} returned no text as "source"`);
  return text;
};

export function createOperations(client: Client): Operations {
  /**
   * A request about one comment. Its subject is the comment's id, or an object with the id and the body of the request.
   */
  const onComment =
    <Subject extends CommentId | { readonly id: CommentId }, T = void>(
      method: string,
      subpath: string,
      decode?: ResponseDecoder<T>,
    ) =>
    async ({ key }: DiscussionRef, subject: Subject, call: ModerationCall): Promise<T> => {
      const { id, ...content }: { readonly id: CommentId } = typeof subject === 'string' ? { id: subject } : subject;
      // Even an empty body is sent as JSON: a form on another site could send a POST without one.
      const body = method.startsWith('P') ? { ...content, decision: call.decision } : undefined;
      const path = `/comments/${encodeId(id)}${subpath}`;
      return client.request({ method, path, query: { discussion: key }, body }, call, decode);
    };
  return {
    get: onComment('GET', '', comment),
    submit: ({ discussion, ...draft }, call) => {
      const body = { ...draft, discussion: withinLimits(discussion) };
      return client.request({ method: 'POST', path: '/comments', body }, call, result);
    },
    source: onComment('GET', '/source', source),
    edit: onComment('PATCH', '', comment),
    // A DELETE has no body.
    remove: (...args) =>
      (args[2].decision ? onComment('POST', '/remove', result) : onComment('DELETE', '', result))(...args),
    restore: onComment('POST', '/restore', comment),
    vote: onComment('PUT', '/vote', votes),
    report: onComment('PUT', '/report', result),
    withdrawReport: onComment('DELETE', '/report'),
    pin: onComment('PUT', '/pin', comment),
    approve: onComment('POST', '/approve', comment),
    reject: onComment('POST', '/reject', comment),
    hold: onComment('POST', '/hold', comment),
    feature: onComment('PUT', '/feature', comment),
    hide: onComment('PUT', '/hide', comment),
    ban: onComment('PUT', '/ban'),
    acknowledgeWarning: ({ key }, id, call) =>
      client.request({ method: 'PUT', path: '/warning/acknowledged', query: { discussion: key }, body: { id } }, call),
    setClosed: ({ key }, closed, call) =>
      client.request(
        { method: 'PUT', path: '/discussion/closed', query: { discussion: key }, body: { closed } },
        call,
        (value, _place, response): DiscussionInfo => ({
          ...passOn(value as DiscussionInfo, 'info', response),
          ...serverTime(response),
        }),
      ),
    signOut: (call) => client.request({ method: 'DELETE', path: '/session' }, call),
  };
}

/**
 * Encodes an id as one segment of a path. Throws `not-found` for `.` and `..`, which browsers resolve even when
 * encoded.
 */
function encodeId(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new AdapterError('not-found');
  // Unlike `encodeURIComponent`, this does not throw on a lone surrogate.
  return new URLSearchParams({ '': id }).toString().slice(1).replaceAll('+', '%20');
}
