/** What the type checker refuses. */
import 'article-comments/define.js';

export const Tags = () => (
  <>
    {/* @ts-expect-error It is no adapter. */}
    <article-comments adapter={42} />
    {/* @ts-expect-error It loads at no such moment. */}
    <article-comments loading="sometimes" />
    {/* @ts-expect-error The event has no such field. */}
    <article-comments oncomments-submit={(event) => event.votes} />
  </>
);
