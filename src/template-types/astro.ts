/** Declares the tags for Astro. Its templates set attributes, not properties. */
import type { ArticleComments } from '../elements/article-comments.js';
import type { CommentCount } from '../elements/count/comment-count.js';
import type { CommentQuote } from '../elements/quote/comment-quote.js';
import type { Attributes } from './tag-props.js';

/** @ts-ignore A project without Astro has no such type. */
type GlobalAttributes = astroHTML.JSX.HTMLAttributes;

type Tag<Element> = GlobalAttributes & Attributes<Element>;

declare global {
  namespace astroHTML.JSX {
    interface IntrinsicElements {
      'article-comments': Tag<ArticleComments>;
      'comment-count': Tag<CommentCount>;
      'comment-quote': Tag<CommentQuote>;
    }
  }
}
