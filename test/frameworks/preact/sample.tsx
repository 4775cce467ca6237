import 'article-comments/define.js';
import { adapter } from '../shared/letters.js';

export const Comments = () => (
  <article-comments adapter={adapter} discussion="42" oncomments-submit={(event) => console.log(event.outcome)} />
);
