/** What a publisher writes: the element, one script tag for the built file, and an adapter of a few lines. */
import { hostPage } from './host-page.mjs';

/**
 * What the publisher adds to the page's own styles: the line that the README gives to reserve the place of the section
 * until its code is there.
 */
const publisherStyle = 'article-comments:not(:defined) { display: block; min-block-size: 40rem; }';

/** Runs in the page: the adapter of a backend that takes comments, votes and reports, and hands over everything at once. */
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

/** Runs in the page: gives the adapter every other method and each comment every right, so that every control is shown. */
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
 * Runs in the page: the adapter of a backend that knows two orders and tells of what happens. `backend` is for the
 * benchmark, which speaks in its place.
 */
function followConversation(adapter, newestAddress) {
  window.backend = {};
  return {
    ...adapter,
    features: { ...adapter.features, sorts: ['oldest', 'newest'] },
    async list(query, call) {
      const page = query.sort === 'newest' ? await (await fetch(newestAddress, call)).json() : await adapter.list(query, call);
      window.backend.comments = page.items;
      return page;
    },
    subscribe: (discussion, onChange) => (window.backend.tell = onChange),
  };
}

function page(adapter) {
  return hostPage({
    title: 'Widget',
    head: `${publisherStyle && `<style>${publisherStyle}</style>`}<script type="module" src="/dist/cdn/article-comments.js"></script>`,
    discussion: '<article-comments discussion="benchmark" page-size="1000" loading="eager"></article-comments>',
    end: `<script type="module">document.querySelector('article-comments').adapter = ${adapter};</script>`,
  });
}

export function widgetPage(address) {
  return page(`(${createAdapter})(${JSON.stringify(address)})`);
}

/** For counting elements only; it has more to draw than the other pages. */
export function widgetWithEveryActionPage(address) {
  return page(`(${allowEverything})((${createAdapter})(${JSON.stringify(address)}))`);
}

/** For what happens while a discussion is read: `newestAddress` has the same comments in the other order. */
export function conversationPage(address, newestAddress) {
  const addresses = [address, newestAddress].map((one) => JSON.stringify(one));
  return page(`(${followConversation})((${createAdapter})(${addresses[0]}), ${addresses[1]})`);
}
