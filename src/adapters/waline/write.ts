import { AdapterError, type Call, type CommentId, type Draft, type Posting } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { requireText } from '../shared/errors.js';
import { commentPath } from './client.js';
import type { Row } from './mapping.js';

/** Checks the guest's fields, because the server accepts a comment without them. */
export function checkGuest(guest: NonNullable<Draft['guest']>, fields: NonNullable<Posting['guest']>): void {
  for (const field of ['name', 'email', 'website'] as const)
    if (fields[field]?.required && !guest[field]?.trim())
      throw new AdapterError('invalid', `The ${field} is missing`, { field });
}

/** The body of the request that posts a draft. `rootId`: the top-level comment above a reply. */
export function toRequestBody(
  { discussion, parentId, body, guest = {} }: Draft,
  rootId: CommentId | undefined,
): object {
  return {
    url: discussion.key,
    comment: requireText(body),
    ...(parentId !== null && rootId !== undefined && { pid: toServerId(parentId), rid: toServerId(rootId) }),
    nick: guest.name || undefined,
    mail: guest.email || undefined,
    link: guest.website || undefined,
  };
}

/** Changes fields of a comment. */
export function updateComment(client: Client, id: CommentId, fields: object, call: Call): Promise<Row> {
  return client.request({ method: 'PUT', path: commentPath(id), body: fields }, call, (row) => {
    // For an unknown id, the response contains no comment.
    if (Object(row) !== row) throw new AdapterError('not-found');
    return row as Row;
  });
}

/** Servers on SQL databases have numbers as ids and do not accept them as strings. */
const toServerId = (id: CommentId): CommentId | number => (/^\d+$/.test(id) ? Number(id) : id);
