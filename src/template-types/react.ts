/** Declares the tags for React 19. */
/** @ts-ignore A project without React has no such module. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ArticleComments } from '../elements/article-comments.js';
import type { CommentCount } from '../elements/count/comment-count.js';
import type { CommentQuote } from '../elements/quote/comment-quote.js';
import type { AttributeSettings, Listeners, Settings } from './tag-props.js';

type Tag<Element> = DetailedHTMLProps<HTMLAttributes<Element>, Element> &
  Settings<Element> &
  AttributeSettings<Element> &
  Listeners<'on'>;

/** @ts-ignore For the same reason. */
declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'article-comments': Tag<ArticleComments>;
      'comment-count': Tag<CommentCount>;
      'comment-quote': Tag<CommentQuote>;
    }
  }
}
