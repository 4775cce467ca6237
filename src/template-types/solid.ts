/** Declares the tags for Solid. */
/** @ts-ignore A project without Solid has no such module. */
import type { JSX as Solid } from 'solid-js';
import type { ArticleComments } from '../elements/article-comments.js';
import type { CommentCount } from '../elements/count/comment-count.js';
import type { CommentQuote } from '../elements/quote/comment-quote.js';
import type { AttributeSettings, Listeners, Settings } from './tag-props.js';

type Tag<Element> = Solid.HTMLAttributes<Element> & Settings<Element> & AttributeSettings<Element> & Listeners<'on:'>;

/** @ts-ignore For the same reason. */
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'article-comments': Tag<ArticleComments>;
      'comment-count': Tag<CommentCount>;
      'comment-quote': Tag<CommentQuote>;
    }
  }
}
