import { AdapterError, type Call, type Comment, type Draft, type Votes } from '../../model/adapter.js';
import { isOfKind } from '../shared/errors.js';
import type { Client } from '../shared/client.js';
import { commentPath, fieldsOf, loadComment } from './client.js';
import { mapComment } from './mapping.js';
import { onlyComment } from './members-api.js';
import type { SeenComments } from './seen-comments.js';
import { textToHtml } from './text-to-html.js';

interface WriteContext {
  readonly client: Client;
  readonly seen: SeenComments;
  readonly call: Call;
}

export async function postComment({ discussion, parentId, body }: Draft, context: WriteContext): Promise<Comment> {
  const { client, seen, call } = context;
  try {
    const { topId, replyToId } = await replyTarget(parentId, context);
    const fields = {
      post_id: discussion.key,
      ...(topId !== null && { parent_id: topId }),
      ...(replyToId !== undefined && { in_reply_to_id: replyToId }),
      html: textToHtml(body),
    };
    const created = await client.request(
      { method: 'POST', path: '/comments/', body: fieldsOf(fields) },
      call,
      onlyComment,
    );
    seen.add(created, topId);
    return mapComment(created, topId, seen);
  } catch (error) {
    if (isOfKind(error, 'not-found') && parentId !== null)
      throw new AdapterError('parent-gone', error.message, error.info);
    throw error;
  }
}

/** Likes a comment, or removes the like. */
export async function setLike(
  id: string,
  isLiked: boolean,
  { client, call }: Omit<WriteContext, 'seen'>,
): Promise<Votes> {
  try {
    await client.request({ method: isLiked ? 'POST' : 'DELETE', path: `${commentPath(id)}like/` }, call);
  } catch (error) {
    // The like already exists, or has already been removed.
    if (!(error instanceof AdapterError) || !/liked already|find like/.test(error.message)) throw error;
  }
  const { count } = await client.request({ path: commentPath(id) }, call, onlyComment);
  return { up: count?.likes ?? 0, mine: isLiked ? 1 : 0 };
}

/** The parent to store for a reply. Ghost has one level of replies, which may respond to each other. */
async function replyTarget(
  parentId: string | null,
  { client, seen, call }: WriteContext,
): Promise<{ readonly topId: string | null; readonly replyToId?: string }> {
  if (parentId === null) return { topId: null };
  // Ghost accepts a reply to a deleted comment, and moves a reply to a deleted reply elsewhere.
  const parent = await loadComment(client, parentId, call);
  if (parent.status !== 'published') throw new AdapterError('not-found', 'This comment no longer exists.');
  const grandparentId = parent.parent?.id;
  seen.add(parent, grandparentId ?? null);
  return grandparentId === undefined ? { topId: parentId } : { topId: grandparentId, replyToId: parentId };
}
