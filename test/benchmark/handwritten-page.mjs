/** The page as written without a library: one fetch, one `innerHTML`, a working composer, collapsible replies. */
import { discussionMarkup } from './discussion-markup.mjs';
import { hostPage } from './host-page.mjs';
import { visibleParts } from './visible-parts.mjs';

/** Runs in the page. The composer only adds to the page, because there is no backend. */
async function start(address, parts, markup) {
  const response = await fetch(address);
  const comments = await response.json();
  const section = document.querySelector('.comments');
  section.innerHTML = markup(comments, parts, Date.now());
  if (location.hash) document.querySelector(location.hash)?.scrollIntoView();

  section.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    const article = document.createElement('article');
    article.append(event.target.querySelector('textarea').value);
    section.querySelector('ol').append(article);
    event.target.reset();
  });
  section.addEventListener('click', ({ target }) => {
    if (target.textContent !== parts.hideReplies) return;
    const replies = target.closest('li').querySelector('ol');
    replies.hidden = !replies.hidden;
    target.setAttribute('aria-expanded', String(!replies.hidden));
  });
}

/** `rest` as of `hostPage`. */
export function handwrittenPage(address, rest) {
  return hostPage({
    title: 'Hand-written',
    rest,
    discussion: '<section class="comments"></section>',
    end: `<script>(${start})(${JSON.stringify(address)}, ${JSON.stringify(visibleParts)}, ${discussionMarkup});</script>`,
  });
}
