/** What the type checker refuses. */
import { ArticleComments } from 'article-comments/react.js';

export const component = (
  <>
    {/* @ts-expect-error It is no adapter. */}
    <ArticleComments adapter={42} />
    {/* @ts-expect-error The event has no such field. */}
    <ArticleComments onCommentsSubmit={(event) => event.votes} />
  </>
);

export const tags = (
  <>
    {/* @ts-expect-error It is no adapter. */}
    <article-comments adapter={42} />
    {/* @ts-expect-error It loads at no such moment. */}
    <article-comments loading="sometimes" />
    {/* @ts-expect-error The event has no such field. */}
    <article-comments oncomments-submit={(event) => event.votes} />
  </>
);
