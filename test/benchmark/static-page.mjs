/** What a server that renders comments itself would send: the least work a browser can have with them. */
import { discussionMarkup } from './discussion-markup.mjs';
import { hostPage } from './host-page.mjs';
import { visibleParts } from './visible-parts.mjs';

export function staticPage(comments, now) {
  return hostPage({ title: 'Static', discussion: `<section class="comments">${discussionMarkup(comments, visibleParts, now)}</section>` });
}
