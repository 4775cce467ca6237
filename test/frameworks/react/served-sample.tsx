import { ArticleComments } from 'article-comments/react.js';
import { adapter } from '../shared/letters.js';

/** `html`: on the server, what it has rendered. In the browser nothing: React keeps what is in the page. */
export const Comments = ({ html = '' }: { readonly html?: string }) => (
  <ArticleComments
    adapter={adapter}
    discussion="42"
    dangerouslySetInnerHTML={{ __html: html }}
    suppressHydrationWarning
  />
);
