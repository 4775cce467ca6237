import { ArticleComments } from 'article-comments/react.js';
import { adapter } from '../shared/letters.js';

export const Comments = () => (
  <ArticleComments adapter={adapter} discussion="42" onCommentsSubmit={(event) => console.log(event.outcome)} />
);
