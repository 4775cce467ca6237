/** Declares the tags for Preact. */
/** @ts-ignore A project without Preact has no such module. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { ArticleComments } from '../elements/article-comments.js';
import type { CommentCount } from '../elements/count/comment-count.js';
import type { CommentQuote } from '../elements/quote/comment-quote.js';
import type { AttributeSettings, Listeners, Settings } from './tag-props.js';

type Tag<Element extends EventTarget> = HTMLAttributes<Element> &
  ClassAttributes<Element> &
  Settings<Element> &
  AttributeSettings<Element> &
  Listeners<'on'>;

/** @ts-ignore For the same reason. */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'article-comments': Tag<ArticleComments>;
      'comment-count': Tag<CommentCount>;
      'comment-quote': Tag<CommentQuote>;
    }
  }
}
