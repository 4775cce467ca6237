/** A backend over http whose readers bring tokens: that of Ada, another one of hers, and that of Bo. */
import type { Comment } from '../../src/model/adapter.js';
import { comments } from './fake-backend.js';
import { json, problem, type Sent } from './http-edge.js';

const NAMES: Readonly<Record<string, string>> = { 'token-of-ada': 'Ada', 'token-of-ada-2': 'Ada', 'token-of-bo': 'Bo' };

/** Who has sent the request; undefined: a guest, or a token that is not known. */
export const nameIn = ({ init }: Sent): string | undefined =>
  NAMES[init.headers.authorization?.replace('Bearer ', '') ?? ''];

/** What the backend says to whoever has sent the request. */
export function discussionFor(
  sent: Sent,
  items: readonly Comment[] = comments(3),
  operations: readonly string[] = ['vote'],
): Response {
  const name = nameIn(sent);
  if (name === undefined && sent.init.headers.authorization) return problem('session-expired', 401);
  const viewer = name ? { state: 'signed-in', author: { id: name, name } } : { state: 'anonymous' };
  return json({ discussion: { state: 'open', viewer }, page: { items }, offers: { operations } });
}
