import {
  AdapterError,
  type Comment,
  type CommentId,
  type DiscussionRef,
  type Draft,
  type Edit,
  type Report,
  type ReportReceipt,
  type SubmitResult,
} from '../../model/adapter.js';
import type { WordPressRequest } from './client.js';
import { commentNumber } from './comment-source.js';
import { type Fields, object } from './decode.js';
import { isAlreadyTrashed } from './errors.js';
import { textToHtml } from './text-to-html.js';
import { COMMENT_FIELDS, mapComment } from './mapping.js';
import type { Site } from './site.js';

/** A comment with disallowed words is moved to the trash, although the response reports that it was created. */
const OUTCOMES: Readonly<Record<string, SubmitResult['outcome']>> = {
  approved: 'published',
  trash: 'rejected',
  spam: 'rejected',
};

export async function submitComment(
  { discussion, parentId, body, guest = {} }: Draft,
  site: Site,
  signal: AbortSignal,
): Promise<SubmitResult> {
  const post = await site.posts.findId(discussion, signal);
  if (post === undefined) throw noPost(discussion);
  const fields = {
    post,
    ...(parentId !== null && { parent: Number(parentId) }),
    content: textToHtml(body),
    ...(guest.name && { author_name: guest.name }),
    ...(guest.email && { author_email: guest.email }),
    ...(guest.website && { author_url: guest.website }),
  };
  const created = await write(
    site,
    { method: 'POST', path: '/wp/v2/comments', query: { _fields: COMMENT_FIELDS }, body: fields },
    signal,
  );
  const outcome = OUTCOMES[created.status as string] ?? 'pending';
  if (outcome === 'rejected') return { outcome };
  const { proof } = Object(created.article_comments) as { proof?: { token: string; until: string } };
  if (proof) site.proofs.set(String(created.id), { ...proof, source: body });
  return { outcome, comment: { source: body, ...mapComment(created, site) } };
}

export async function editComment({ id, body }: Edit, site: Site, signal: AbortSignal): Promise<Comment> {
  const proof = site.proofs.get(id);
  const fields = { content: textToHtml(body), proof: proof?.token };
  const edited = await write(
    site,
    { method: 'POST', path: commentPath(id, site), query: { _fields: COMMENT_FIELDS }, body: fields },
    signal,
  );
  if (proof) site.proofs.set(id, { ...proof, source: body });
  return { ...mapComment(edited, site), source: body };
}

export async function removeComment(
  id: CommentId,
  site: Site,
  signal: AbortSignal,
): Promise<{ readonly effect: 'gone' }> {
  const query = { proof: site.proofs.get(id)?.token };
  try {
    await write(site, { method: 'DELETE', path: commentPath(id, site), query }, signal);
  } catch (error) {
    if (!isAlreadyTrashed(error)) throw error;
  }
  return { effect: 'gone' };
}

/** Requires the companion plugin. */
export async function reportComment(
  { id, reason, detail, key }: Report,
  site: Site,
  signal: AbortSignal,
): Promise<ReportReceipt> {
  return write(
    site,
    { method: 'POST', path: `${commentPath(id, site)}/reports`, body: { reason, detail, key } },
    signal,
  );
}

/** Closes or opens the comments of a post. */
export async function setPostClosed(
  discussion: DiscussionRef,
  closed: boolean,
  site: Site,
  signal: AbortSignal,
): Promise<void> {
  const post = await site.posts.find(discussion, signal);
  if (!post) throw noPost(discussion);
  const body = { comment_status: closed ? 'closed' : 'open' };
  await write(site, { method: 'POST', path: `/wp/v2/${post.kind}/${post.id}`, query: { _fields: 'id' }, body }, signal);
}

const write = async (site: Site, request: WordPressRequest, signal: AbortSignal): Promise<Fields> =>
  object((await site.client.request(request, signal)).value);

/** The companion plugin lets authors change their comments; WordPress's own routes are for editors. */
const commentPath = (id: CommentId, { hasCompanion }: Site): string =>
  `/${hasCompanion ? 'article-comments/v1' : 'wp/v2'}/comments/${commentNumber(id)}`;

const noPost = ({ key }: DiscussionRef): AdapterError => new AdapterError('not-found', `There is no post "${key}"`);
