/** The page as a server would render it: the least work for a browser. */
import { discussionMarkup } from './discussion-markup.mjs';
import { hostPage } from './host-page.mjs';
import { visibleParts } from './visible-parts.mjs';

export function staticPage(comments, now) {
  return hostPage({
    title: 'Static',
    discussion: `<section class="comments">${discussionMarkup(comments, visibleParts, now)}</section>`,
  });
}
