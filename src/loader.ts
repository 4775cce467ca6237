/**
 * The file of the script tag. It imports nothing statically, because a module's imports are loaded before it runs: it finds the tags on
 * the page and starts, in parallel, to load their classes, their adapters and their comments.
 */
import { NEAR } from './elements/page/near.js';
import type { SavedPosition } from './elements/page/saved-position.js';
import { backends, fetchBackend } from './cdn-backends.js';
import { locales } from './cdn-locales.js';

export { AdapterError } from './cdn-adapter-error.js';
export { adapters } from './cdn-backends.js';
export { registerLocale } from './i18n/locale-registry.js';

/** What a server has rendered inside a section. */
const SERVED = ':scope>section';

/** The classes of the elements. */
const classes = {
  'article-comments': () => import('./elements/article-comments.js').then((file) => file.ArticleComments),
  'comment-count': () => import('./elements/count/comment-count.js').then((file) => file.CommentCount),
  'comment-quote': () => import('./elements/quote/comment-quote.js').then((file) => file.CommentQuote),
};

type Tag = keyof typeof classes;
const tags = Object.keys(classes) as Tag[];

/** The tags whose classes are loading or loaded. */
const wanted = new Set<Tag>();

/** The elements that were found, and those that have started. */
const found = new WeakSet<Element>();
const started = new WeakSet<Element>();
let hasFound = false;

/** Whether a reader comes back to a place in a section of this page, or to a vote for which they had to sign in. */
let isReturning = false;

/** Elements start when they are within two screens. Most readers of an article never come this far, and load nothing but this file. */
const whenNear = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) start(target as HTMLElement);
  },
  { rootMargin: NEAR },
);

/** The space of a section that has not started, so that the page is about as long as it will be. Any rule of the page takes precedence. */
const space = new CSSStyleSheet();
space.replaceSync(
  '@media screen{:where(article-comments:not(:defined,[hidden],:has(>section))){display:block;min-block-size:60rem}}',
);

/** Loads and defines the class of a tag, once, unless another script defines it. */
async function define(tag: Tag): Promise<void> {
  if (wanted.has(tag) || customElements.get(tag)) return;
  wanted.add(tag);
  try {
    const element = await classes[tag]();
    Object.assign(element, { backends, locales });
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    // Meanwhile, the page shows the content of the element, without an empty space.
    space.disabled = true;
    const again = () => {
      wanted.delete(tag);
      void define(tag);
    };
    addEventListener('online', again, { once: true });
    throw error;
  }
}

/** Loads what an element needs beside its class, without waiting for the file that imports it, and makes its first calls. */
async function prepare(element: HTMLElement): Promise<void> {
  const lang = element.closest<HTMLElement>('[lang]')?.lang.toLowerCase() ?? '';
  const backend = element.getAttribute('backend') ?? (element.hasAttribute('src') ? 'http' : '');
  const isServed = element.querySelector(SERVED);
  await Promise.all([
    isServed && import('./elements/served/served-section.js'),
    fetchBackend(backend),
    element.localName === 'article-comments' &&
      !isServed &&
      !isReturning &&
      import('./elements/opening/first-calls.js').then(({ callFirst }) => callFirst(element, backends[backend])),
    (locales[lang] ?? locales[lang.replace(/-.*/, '')])?.(),
  ]);
}

/** Loads what an element needs, once. The element asks for the same files, and reports their failures. */
function start(element: HTMLElement): void {
  whenNear.unobserve(element);
  if (!started.has(element)) prepare(element).catch(() => undefined);
  started.add(element);
  void define(element.localName as Tag);
}

/** Whether the style of the page hides an element alone, perhaps until its class is defined: it would never be near. */
function isHidden(element: HTMLElement): boolean {
  const { display } = getComputedStyle(element);
  return display === 'none' && !element.hidden && element.parentElement!.getClientRects().length > 0;
}

/** Whether the reader is on the way to a section, wherever it is, or a server has rendered it. */
function isExpected(element: HTMLElement): boolean {
  const loading: unknown = Reflect.get(element, 'loading') ?? element.getAttribute('loading');
  return (
    element.localName === 'article-comments' &&
    (isReturning ||
      loading === 'eager' ||
      /^#(comment|report)-/.test(location.hash) ||
      element.querySelector(SERVED) !== null)
  );
}

/**
 * Starts the elements on the page when they are near, once the page is parsed: before that, the comments in an element may not have arrived
 * yet.
 */
function find(): void {
  if (document.readyState === 'loading') return;
  for (const element of document.querySelectorAll<HTMLElement>(tags.join())) {
    const isNew = !found.has(element);
    found.add(element);
    hasFound = true;
    if (element.matches(':defined')) continue;
    if (isExpected(element) || (isNew && isHidden(element))) start(element);
    else if (isNew) whenNear.observe(element);
  }
  // Tags inside of other elements' shadow roots cannot be found: a page without any tag loads all classes.
  if (document.readyState === 'complete' && !hasFound) for (const tag of tags) void define(tag);
}

/**
 * Makes the sections of a reader who returns as high as they were, until they are defined. The browser restores the scroll position
 * before the `load` event, and on a shorter page the reader would see the footer first. If they move by themselves, they are not taken
 * back.
 */
function reserveHeight(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Chromium reports whether it had discarded the page to save memory.
  const { wasDiscarded } = document as { readonly wasDiscarded?: boolean };
  if (!wasDiscarded && !/reload|back/.test(`${navigation?.type}`)) return;
  const ofThisPage = `,${JSON.stringify(location.href.split('#')[0])}]`;
  for (const name of storedNames('place')) {
    if (!name.endsWith(ofThisPage)) continue;
    isReturning = true;
    space.replaceSync(`article-comments:not(:defined,[hidden]){display:block;min-block-size:${savedHeight(name)}px}`);
    for (const type of ['wheel', 'pointerdown', 'keydown'])
      addEventListener(type, () => sessionStorage.removeItem(name), { once: true, passive: true });
  }
}

/** The height of a section, in pixels. 0 if another script has written to the storage. */
function savedHeight(name: string): number {
  try {
    return Number((JSON.parse(sessionStorage.getItem(name)!) as SavedPosition).height) || 0;
  } catch {
    return 0;
  }
}

/** The names of what this tab has stored of a kind. Empty without storage. */
function storedNames(kind: 'place' | 'vote'): readonly string[] {
  try {
    return Object.keys(sessionStorage).filter((name) => name.includes(`article-comments:${kind}:`));
  } catch {
    return [];
  }
}

reserveHeight();
document.adoptedStyleSheets.push(space);
find();
document.addEventListener('readystatechange', find);
addEventListener('hashchange', find);
// After what the page needs first, which reading the storage would delay: a reader who has signed in to vote.
const findVoters = () => {
  isReturning ||= storedNames('vote').length > 0;
  find();
};
if (document.readyState === 'complete') findVoters();
addEventListener('load', findVoters);
new MutationObserver(find).observe(document, { childList: true, subtree: true, attributeFilter: ['loading'] });
