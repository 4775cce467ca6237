/** A page with the widget as a publisher writes it: the element, one script tag and an adapter of a few lines. */
import { hostPage } from './host-page.mjs';

/** The rule that the README recommends to reserve space until the element is defined. */
export const publisherStyle = 'article-comments:not(:defined) { display: block; min-block-size: 40rem; }';

/** Runs in the page: an adapter with posting, votes and reports that lists all comments at once. */
function createAdapter(address) {
  const stored = (draft) => ({
    id: draft.submitKey,
    parentId: draft.parentId,
    author: { name: 'Ada' },
    body: { format: 'text', value: draft.body },
    createdAt: new Date().toISOString(),
  });
  return {
    features: { paging: 'all' },
    open: async () => ({ state: 'open' }),
    list: async (query, { signal }) => (await fetch(address, { signal })).json(),
    submit: async (draft) => ({ outcome: 'published', comment: stored(draft) }),
    vote: async (discussion, { value }) => ({ up: 1 + value, mine: value }),
    report: async () => {},
  };
}

/** Runs in the page: adds the other methods and all permissions, so that every control is shown. */
function allowEverything(adapter) {
  const can = { reply: true, edit: true, remove: true, vote: true, report: true };
  const allowed = (comment) => ({ ...comment, can });
  return {
    ...adapter,
    async list(query, call) {
      const page = await adapter.list(query, call);
      return { ...page, items: page.items.map(allowed) };
    },
    edit: async (discussion, edit) => allowed({ id: edit.id, body: { format: 'text', value: edit.body } }),
    remove: async () => ({ effect: 'gone' }),
  };
}

/**
 * Runs in the page: adds a second order and live changes. The benchmark sends the changes through `window.backend`.
 */
function followConversation(adapter, newestAddress) {
  window.backend = {};
  return {
    ...adapter,
    features: { ...adapter.features, sorts: ['oldest', 'newest'] },
    async list(query, call) {
      const page =
        query.sort === 'newest' ? await (await fetch(newestAddress, call)).json() : await adapter.list(query, call);
      window.backend.comments = page.items;
      return page;
    },
    subscribe: (discussion, onChange) => (window.backend.tell = onChange),
  };
}

function page(script, adapter, { head = `<style>${publisherStyle}</style>`, content = '' } = {}) {
  return hostPage({
    title: 'Widget',
    head: `${head}<script type="module" src="${script}"></script>`,
    discussion: `<article-comments discussion="benchmark" page-size="1000" loading="eager">${content}</article-comments>`,
    end: `<script type="module">document.querySelector('article-comments').adapter = ${adapter};</script>`,
  });
}

export function widgetPage(script, address) {
  return page(script, `(${createAdapter})(${JSON.stringify(address)})`);
}

/** The same with comments that a server has rendered, by the package's own renderer. */
export function servedPage({ script, css, address, comments, now }, { renderPage, scriptJson }) {
  const adapter = createAdapter(address);
  const discussion = { key: 'benchmark', url: 'https://news.example/pier' };
  // As on the other pages.
  const { html, data } = renderPage(comments, { state: 'open' }, { discussion, adapter, now, timeStyle: 'relative' });
  return page(script, `(${createAdapter})(${JSON.stringify(address)})`, {
    // As the host page does with its own: a file of its own is one more answer to wait for.
    head: `<style>${css}</style>`,
    content: `${html}<script type="application/json">${scriptJson(data)}</script>`,
  });
}

/** For counting elements only: it renders more than the other pages. */
export function widgetWithEveryActionPage(script, address) {
  return page(script, `(${allowEverything})((${createAdapter})(${JSON.stringify(address)}))`);
}

/** For live events and conversations. `newestAddress` has the same comments, newest first. */
export function conversationPage(script, address, newestAddress) {
  const addresses = [address, newestAddress].map((one) => JSON.stringify(one));
  return page(script, `(${followConversation})((${createAdapter})(${addresses[0]}), ${addresses[1]})`);
}
