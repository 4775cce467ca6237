import type { Comment, Votes } from '../model/adapter.js';
import type { DiscussionState } from '../model/state/discussion-state.js';
import { type PlacedComment, threadOf } from '../model/discussion/thread.js';
import { fragmentOf } from '../presentation/comment-address.js';
import { shownAuthor, shownName, tombstoneText } from '../presentation/shown-author.js';
import type { CoreMessages } from '../i18n/messages.js';
import { safeUrl } from '../content/safe-url.js';
import { parseBody } from './parse-body.js';
import type { ContentNode } from '../content/tree.js';

/** Elements that a blank line separates from their surroundings. */
const BLOCKS = /^(?:p|blockquote|pre|ul|ol|hr)$/;

/** Returns the text of a body without its markup. Line breaks are kept, and a blank line separates paragraphs. */
function plainText(nodes: readonly ContentNode[]): string {
  return textOf(nodes)
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .trim();
}

function textOf(nodes: readonly ContentNode[]): string {
  return nodes.map(textOfNode).join('');
}

function textOfNode(node: ContentNode): string {
  if (node.type === 'text') return node.value;
  if (node.tagName === 'br') return '\n';
  const inside = textOf(node.children);
  if (node.tagName === 'li') return `\n${inside}`;
  return BLOCKS.test(node.tagName) ? `\n\n${inside}\n\n` : inside;
}

/** How often something was done: https://schema.org/InteractionCounter */
export interface InteractionCounterJsonLd {
  readonly '@type': 'InteractionCounter';
  readonly interactionType: string;
  readonly userInteractionCount: number;
}

/** https://schema.org/Comment */
export interface CommentJsonLd {
  readonly '@type': 'Comment';
  readonly url?: string;
  readonly text: string;
  readonly author: { readonly '@type': 'Person'; readonly name: string; readonly url?: string };
  /** Absent if the backend's date is invalid. */
  readonly datePublished?: string;
  readonly dateModified?: string;
  /** `Deleted`: a tombstone without the text of the comment. */
  readonly creativeWorkStatus?: 'Deleted';
  readonly interactionStatistic?: readonly InteractionCounterJsonLd[];
  readonly comment?: readonly CommentJsonLd[];
}

/** The part of an article's structured data that is about its comments: https://schema.org/NewsArticle */
export interface ArticleJsonLd {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle';
  readonly mainEntityOfPage?: string;
  readonly headline?: string;
  readonly commentCount: number;
  readonly comment: readonly CommentJsonLd[];
}

/** Maximum nesting. Deeper replies become siblings, because parsers of the data may limit the depth. */
const MAX_DEPTH = 50;

/** Creates structured data for search engines, to be merged into the article's own. */
export function articleJsonLd(state: DiscussionState, messages: CoreMessages): ArticleJsonLd {
  const { url, title } = state.discussion ?? {};
  const context: Context = { url: url ?? '', messages };
  const placed = threadOf(state.comments, new Set()).filter((item) => item.type === 'comment');
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    ...(url && { mainEntityOfPage: url }),
    ...(title && { headline: title }),
    commentCount: state.total ?? state.comments.length,
    comment: nested(placed, context),
  };
}

interface Context {
  readonly url: string;
  readonly messages: CoreMessages;
}

function nested(placed: readonly PlacedComment[], context: Context): readonly CommentJsonLd[] {
  const roots: CommentJsonLd[] = [];
  /** The lists of replies of the current branch, by depth. */
  const branches: CommentJsonLd[][] = [roots];
  for (const { comment, depth } of placed) {
    const level = Math.min(depth, MAX_DEPTH);
    const replies: CommentJsonLd[] = [];
    branches[level]?.push(commentJsonLd(comment, replies, context));
    branches[level + 1] = replies;
  }
  return roots;
}

function commentJsonLd(comment: Comment, replies: readonly CommentJsonLd[], { url, messages }: Context): CommentJsonLd {
  const tombstone = tombstoneText(comment, messages);
  const author = shownAuthor(comment);
  const authorUrl = safeUrl(author?.url);
  const statistic = interactions(comment.votes);
  return {
    '@type': 'Comment',
    ...(url && { url: url + fragmentOf(comment.id) }),
    text: tombstone || plainText(parseBody(comment.body)),
    author: { '@type': 'Person', name: shownName(comment, messages), ...(authorUrl && { url: authorUrl }) },
    ...(isDate(comment.createdAt) && { datePublished: comment.createdAt }),
    ...(isDate(comment.editedAt) && !tombstone && { dateModified: comment.editedAt }),
    ...(tombstone && { creativeWorkStatus: 'Deleted' as const }),
    ...(statistic.length > 0 && { interactionStatistic: statistic }),
    // The list is filled later, because the replies follow the comment.
    comment: replies,
  };
}

function isDate(value: string | undefined): value is string {
  return !Number.isNaN(Date.parse(value ?? ''));
}

function interactions(votes: Votes | undefined): readonly InteractionCounterJsonLd[] {
  const counter = (action: string, count: number | undefined): readonly InteractionCounterJsonLd[] =>
    count === undefined
      ? []
      : [
          {
            '@type': 'InteractionCounter',
            interactionType: `https://schema.org/${action}`,
            userInteractionCount: count,
          },
        ];
  return [...counter('LikeAction', votes?.up), ...counter('DislikeAction', votes?.down)];
}
