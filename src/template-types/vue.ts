/** Declares the tags for Vue 3. */
/** @ts-ignore A project without Vue has no such module. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { ArticleComments } from '../elements/article-comments.js';
import type { CommentCount } from '../elements/count/comment-count.js';
import type { CommentQuote } from '../elements/quote/comment-quote.js';
import type { CamelListeners, Settings } from './tag-props.js';

/** Vue needs the class of a component. Its instance is the element itself, as in a `ref`. */
type Tag<Element> = new () => Element & {
  $props: HTMLAttributes & PublicProps & Settings<Element> & CamelListeners;
};

/** @ts-ignore For the same reason. */
declare module 'vue' {
  interface GlobalComponents {
    'article-comments': Tag<ArticleComments>;
    'comment-count': Tag<CommentCount>;
    'comment-quote': Tag<CommentQuote>;
  }
}
