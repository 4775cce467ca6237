import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type CommentsAdapter,
  type DiscussionRef,
  type Draft,
  type Edit,
  type Report,
  type SubmitResult,
  type Viewer,
  type Vote,
  type Votes,
} from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { isOfKind, requireAuthor } from '../shared/errors.js';
import type { ClientRequest } from '../shared/response.js';
import { commentPath, fieldsOf, loadComment } from './client.js';
import { mapComment } from './mapping.js';
import { type GhostComment, onlyComment } from './members-api.js';
import type { SeenComments } from './seen-comments.js';
import { findUrls } from '../../content/find-urls.js';
import { escapeHtml } from '../shared/text.js';
import { parseUrl } from '../shared/urls.js';

/**
 * Converts plain text to the HTML that Ghost stores. Without escaping, Ghost might strip text such as `1 < 2`
 * as a tag.
 */
export function textToHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${linkify(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Escapes text and turns URLs into links. */
function linkify(text: string): string {
  let html = '';
  let end = 0;
  for (const { url, index } of findUrls(text)) {
    // `https://` alone is not a URL.
    if (!parseUrl(url)) continue;
    const link = escapeHtml(url);
    html += `${escapeHtml(text.slice(end, index))}<a href="${link}">${link}</a>`;
    end = index + url.length;
  }
  return html + escapeHtml(text.slice(end));
}

interface WritingOptions {
  readonly client: Client;
  readonly seen: SeenComments;
  readonly loadViewer: (call: Call) => Promise<Viewer>;
  /** Called when the blog has refused a comment of this member. */
  readonly onForbidden: () => void;
}

/** Creates the methods that write. */
export function createWriting({ client, seen, loadViewer, onForbidden }: WritingOptions) {
  /** Sends a request whose response is a comment, and maps that. */
  const change = <T>(request: ClientRequest, call: Call, map: (comment: GhostComment) => T): Promise<T> =>
    client.request(request, call, (value, place) => map(onlyComment(value, place)));

  async function post({ discussion, parentId, body }: Draft, call: Call): Promise<Comment> {
    const { topId, replyToId } = await replyTarget(parentId, call);
    const fields = {
      post_id: discussion.key,
      ...(topId !== null && { parent_id: topId }),
      ...(replyToId !== undefined && { in_reply_to_id: replyToId }),
      html: textToHtml(body),
    };
    return change({ method: 'POST', path: '/comments/', body: fieldsOf(fields) }, call, (created) => {
      seen.add(created, topId);
      return mapComment(created, topId, seen);
    });
  }

  /** The parent to store for a reply. Ghost has one level of replies, which may respond to each other. */
  async function replyTarget(
    parentId: string | null,
    call: Call,
  ): Promise<{ readonly topId: string | null; readonly replyToId?: string }> {
    if (parentId === null) return { topId: null };
    return loadComment(client, parentId, call, (parent) => {
      // Ghost accepts a reply to a deleted comment, and moves a reply to a deleted reply elsewhere.
      requirePublished(parent);
      const grandparentId = parent.parent?.id;
      seen.add(parent, grandparentId ?? null);
      return grandparentId === undefined ? { topId: parentId } : { topId: grandparentId, replyToId: parentId };
    });
  }

  return {
    async submit(draft: Draft, call: Call): Promise<SubmitResult> {
      // Ghost stores a comment for the member whose session the request has, even if the page shows another one.
      if (draft.authorId !== undefined) requireAuthor(draft, await loadViewer(call));
      try {
        return { outcome: 'published', comment: await post(draft, call) };
      } catch (error) {
        if (isOfKind(error, 'forbidden')) onForbidden();
        if (isOfKind(error, 'not-found') && draft.parentId !== null)
          throw new AdapterError('parent-gone', error.message, error.info);
        throw error;
      }
    },
    edit(_: DiscussionRef, { id, body }: Edit, call: Call): Promise<Comment> {
      const request = { method: 'PUT', path: commentPath(id), body: fieldsOf({ html: textToHtml(body) }) };
      return change(request, call, (edited) => {
        // Ghost accepts the edit of a deleted comment, and does not show it.
        requirePublished(edited);
        const parentId = seen.parentOf(id);
        seen.add(edited, parentId);
        return mapComment(edited, parentId, seen);
      });
    },
    remove(_: DiscussionRef, id: CommentId, call: Call): Promise<{ readonly effect: 'tombstone' | 'gone' }> {
      const request = { method: 'PUT', path: commentPath(id), body: fieldsOf({ status: 'deleted' }) };
      return change(request, call, ({ count }) => ({ effect: count?.replies ? 'tombstone' : 'gone' }));
    },
    /** Likes a comment, or removes the like. */
    async vote(_: DiscussionRef, { id, value }: Vote, call: Call): Promise<Votes> {
      if (value < 0) throw new AdapterError('unsupported', 'Ghost has no downvotes.');
      const method = value === 1 ? 'POST' : 'DELETE';
      try {
        await client.request({ method, path: `${commentPath(id)}like/` }, call);
      } catch (error) {
        // The like already exists, or has already been removed.
        if (!(error instanceof AdapterError) || !/liked already|find like/.test(error.message)) throw error;
      }
      return change({ path: commentPath(id) }, call, ({ count }) => ({ up: count?.likes ?? 0, mine: value }));
    },
    async report(_: DiscussionRef, { id }: Report, call: Call): Promise<void> {
      // Ghost accepts the report of a deleted comment.
      await loadComment(client, id, call, requirePublished);
      await client.request({ method: 'POST', path: `${commentPath(id)}report/` }, call);
    },
    signOut: (call: Call) => client.request({ method: 'DELETE', path: '/session/' }, call),
  } satisfies Partial<CommentsAdapter>;
}

function requirePublished({ status }: GhostComment): void {
  if (status !== 'published') throw new AdapterError('not-found', 'This comment no longer exists.');
}
