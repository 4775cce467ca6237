/** Pages as publishers write them: an element with a built-in adapter, and the script tag. */
import { backendMarkup } from '../support/recorded-backends.mjs';
import { hostPage } from './host-page.mjs';
import { publisherStyle } from './widget-page.mjs';

/** Pages with a built-in adapter, or with numbers instead of comments. */
export const kinds = ['http', 'wordpress', 'archive', 'counts', 'http-counts'];

/** The name of a page of a build. Those of the build `widget` are called after their kind. */
export const pageOf = (build, kind) => (build === 'widget' ? kind : `${build}-${kind}`);

const scriptTag = (script) => `<script type="module" src="${script}"></script>`;

/** The page of a backend. `src` is its path, `rest` as of `hostPage`. */
export function publisherPage(script, backend, { src, comments, rest }) {
  return hostPage({
    title: `backend="${backend}"`,
    rest,
    head: `<style>${publisherStyle}</style>${scriptTag(script)}`,
    discussion: backendMarkup(backend, { src, comments }),
  });
}

/** Articles with their numbers of comments. `attributes` are those of each number, `end` a script that gives them an adapter. */
function listPage(script, count, attributes, end = '') {
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<li><a href="/articles/${index}">The ferry pier, part ${index}</a> <comment-count${attributes} discussion="${index}"></comment-count></li>`,
  );
  return hostPage({ title: 'Articles', head: scriptTag(script), discussion: `<ul>${items.join('')}</ul>`, end });
}

/** Runs in the page: an adapter that reads all numbers from one file. */
function setCountsAdapter(address) {
  const adapter = {
    async counts(discussions, { signal }) {
      const { counts } = await (await fetch(address, { signal })).json();
      return new Map(Object.entries(counts));
    },
  };
  for (const element of document.querySelectorAll('comment-count')) element.adapter = adapter;
}

/** A list of articles with an adapter of the page's own. */
export function countsPage(script, count, address) {
  const end = `<script type="module">(${setCountsAdapter})(${JSON.stringify(address)});</script>`;
  return listPage(script, count, '', end);
}

/** The same with `backend="http"`. */
export const publisherCountsPage = (script, count, src) => listPage(script, count, ` backend="http" src="${src}"`);
