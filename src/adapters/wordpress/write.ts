import {
  AdapterError,
  type Call,
  type Comment,
  type CommentId,
  type DiscussionRef,
  type Draft,
  type Edit,
  type ModerationCall,
  type Report,
  type ReportReceipt,
  type SubmitResult,
} from '../../model/adapter.js';
import type { ClientRequest } from '../shared/response.js';
import { commentNumber } from './comment-source.js';
import { type Fields, object } from './decode.js';
import { isAlreadyTrashed } from './errors.js';
import { COMMENT_FIELDS, mapComment } from './mapping.js';
import type { Site } from './site.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#092;',
  '&#': '&amp;&#035;',
};

/**
 * Escapes text for WordPress, which takes HTML: it would strip an unknown tag and decode an entity. Line breaks stay,
 * because WordPress turns them into paragraphs, as it turns URLs into links.
 *
 * Numeric entities have three digits, because WordPress pads shorter ones: the stored text would differ from the
 * text sent, and a duplicate would not be detected. Backslashes are escaped for the same reason.
 */
const textToHtml = (text: string): string => text.replace(/&#|[&<>\\]/g, (match) => ESCAPES[match]!);

/** A comment with disallowed words is moved to the trash, although the response reports that it was created. */
const OUTCOMES: Readonly<Record<string, SubmitResult['outcome']>> = {
  approved: 'published',
  trash: 'rejected',
  spam: 'rejected',
};

export async function submitComment(
  { discussion, parentId, body, guest = {} }: Draft,
  site: Site,
  call: Call,
): Promise<SubmitResult> {
  const post = await site.posts.findId(discussion, call);
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
    call,
  );
  const outcome = OUTCOMES[created.status as string] ?? 'pending';
  if (outcome === 'rejected') return { outcome };
  const { proof } = Object(created.article_comments) as { proof?: { token: string; until: string } };
  if (proof) site.proofs.set(String(created.id), { ...proof, source: body });
  return { outcome, comment: { source: body, ...mapComment(created, site) } };
}

export async function editComment({ id, body }: Edit, site: Site, call: Call): Promise<Comment> {
  const proof = site.proofs.get(id);
  const fields = { content: textToHtml(body), proof: proof?.token };
  const edited = await write(
    site,
    { method: 'POST', path: commentPath(id, site), query: { _fields: COMMENT_FIELDS }, body: fields },
    call,
  );
  if (proof) site.proofs.set(id, { ...proof, source: body });
  return { ...mapComment(edited, site), source: body };
}

/** Only the companion plugin takes the reasons of a moderator. */
export async function removeComment(
  id: CommentId,
  site: Site,
  call: ModerationCall,
): Promise<{ readonly effect: 'gone' }> {
  const body = { proof: site.proofs.get(id)?.token, decision: call.decision };
  try {
    await write(site, { method: 'DELETE', path: commentPath(id, site), body }, call);
  } catch (error) {
    if (!isAlreadyTrashed(error)) throw error;
  }
  return { effect: 'gone' };
}

/** Requires the companion plugin. */
export async function reportComment({ id, ...body }: Report, site: Site, call: Call): Promise<ReportReceipt> {
  return write(site, { method: 'POST', path: `${commentPath(id, site)}/reports`, body }, call);
}

/** Closes or opens the comments of a post. */
export async function setPostClosed(discussion: DiscussionRef, closed: boolean, site: Site, call: Call): Promise<void> {
  const post = await site.posts.find(discussion, call);
  if (!post) throw noPost(discussion);
  const body = { comment_status: closed ? 'closed' : 'open' };
  await write(site, { method: 'POST', path: `/wp/v2/${post.kind}/${post.id}`, query: { _fields: 'id' }, body }, call);
}

const write = ({ client }: Site, request: ClientRequest, call: Call): Promise<Fields> =>
  client.request(request, call, object);

/** The companion plugin lets authors change their comments; WordPress's own routes are for editors. */
const commentPath = (id: CommentId, { hasCompanion }: Site): string =>
  `/${hasCompanion ? 'article-comments/v1' : 'wp/v2'}/comments/${commentNumber(id)}`;

const noPost = ({ key }: DiscussionRef): AdapterError => new AdapterError('not-found', `There is no post "${key}"`);
