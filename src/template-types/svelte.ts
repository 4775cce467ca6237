/** Declares the tags for Svelte 5. */
/** @ts-ignore A project without Svelte has no such module. */
import type { HTMLAttributes } from 'svelte/elements';
import type { ArticleComments } from '../elements/article-comments.js';
import type { CommentCount } from '../elements/count/comment-count.js';
import type { CommentQuote } from '../elements/quote/comment-quote.js';
import type { AttributeSettings, Listeners, Settings } from './tag-props.js';

type Tag<Element extends EventTarget> = HTMLAttributes<Element> &
  Settings<Element> &
  AttributeSettings<Element> &
  Listeners<'on'>;

/** @ts-ignore For the same reason. */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'article-comments': Tag<ArticleComments>;
    'comment-count': Tag<CommentCount>;
    'comment-quote': Tag<CommentQuote>;
  }
}
