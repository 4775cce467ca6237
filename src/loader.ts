/**
 * The file of the script tag. It imports nothing statically, because a module's imports are loaded before it runs: it finds the tags on
 * the page and starts, in parallel, to load their classes, their adapters and their comments.
 */
import type { SavedPosition } from './elements/page/saved-position.js';
import type { Messages } from './i18n/messages.js';
import { AdapterError } from './model/adapter.js';
import { backends, fetchBackend } from './cdn-backends.js';
import { locales } from './cdn-locales.js';

export { adapters } from './cdn-backends.js';
export { AdapterError };

/** The elements and adapters have a copy of this class. Their errors are instances of it as well. */
Object.defineProperty(AdapterError, Symbol.hasInstance, {
  value(this: typeof AdapterError, error?: unknown) {
    const isForeign = this === AdapterError && (error as Partial<Error>)?.name === 'AdapterError';
    return isForeign || Object.prototype.isPrototypeOf.call(this.prototype, error as object);
  },
});

/** Languages that were registered before an element was loaded. */
const languages: Messages[] = [];
let register: (messages: Messages) => unknown = (messages) => languages.push(messages);

/** See `registerLocale` of the package. */
export function registerLocale(messages: Messages): void {
  if (!messages?.lang) throw new TypeError('registerLocale() needs messages with "lang".');
  register(messages);
}

/** The classes of the elements. */
const classes = {
  'article-comments': () => import('./elements/article-comments.js').then((file) => file.ArticleComments),
  'comment-count': () => import('./elements/count/comment-count.js').then((file) => file.CommentCount),
  'comment-quote': () => import('./elements/quote/comment-quote.js').then((file) => file.CommentQuote),
};

type Tag = keyof typeof classes;
const tags = Object.keys(classes) as Tag[];

/** The tags whose classes are loading or loaded, and the elements whose files are. */
const wanted = new Set<Tag>();
const prepared = new WeakSet<Element>();

/** Loads and defines the class of a tag, once, unless another script defines it. */
async function define(tag: Tag): Promise<void> {
  if (wanted.has(tag) || customElements.get(tag)) return;
  wanted.add(tag);
  try {
    const [registry, element] = await Promise.all([import('./i18n/locale-registry.js'), classes[tag]()]);
    register = registry.registerLocale;
    for (const messages of languages.splice(0)) register(messages);
    Object.assign(element, { backends, locales });
    if (!customElements.get(tag)) customElements.define(tag, element);
  } catch (error) {
    // Meanwhile, the page shows the content of the element.
    const again = () => {
      wanted.delete(tag);
      void define(tag);
    };
    addEventListener('online', again, { once: true });
    throw error;
  }
}

/**
 * Loads what an element needs beside its class, without waiting for the file that imports it, and starts to open the discussion of a
 * section.
 */
async function prepare(element: HTMLElement): Promise<void> {
  const lang = element.closest<HTMLElement>('[lang]')?.lang.toLowerCase() ?? '';
  const backend = element.getAttribute('backend') ?? (element.hasAttribute('src') ? 'http' : '');
  const { localName } = element;
  const beginning = Promise.all([
    localName === 'comment-count' ? undefined : import('./elements/opening/start.js'),
    element.querySelector(':scope > section') && import('./elements/served/served-section.js'),
  ]);
  await Promise.all([
    beginning.then(([opening, serving]) => {
      if (localName === 'article-comments' && backend)
        opening?.start(element, backends, serving?.ServedSection.of(element));
    }),
    fetchBackend(backend),
    (locales[lang] ?? locales[lang.replace(/-.*/, '')])?.(),
  ]);
}

/**
 * Loads what the tags on the page need, once the page is parsed: before that, the comments in an element may not have arrived yet. What
 * the first request needs comes first.
 */
function find(): void {
  if (document.readyState === 'loading') return;
  for (const element of document.querySelectorAll<HTMLElement>(`:is(${tags.join()}):not(:defined)`)) {
    // The element asks for the same files, and reports their failures.
    if (!prepared.has(element)) prepare(element).catch(() => undefined);
    prepared.add(element);
    void define(element.localName as Tag);
  }
  // Tags inside of other elements' shadow roots cannot be found: a page without any tag loads all classes.
  if (document.readyState === 'complete' && wanted.size === 0) for (const tag of tags) void define(tag);
}

/**
 * Makes the sections of a reader who returns as high as they were, until they are defined. The browser restores the scroll position
 * before the `load` event, and on a shorter page the reader would see the footer first. If they move by themselves, they are not taken
 * back.
 */
function reserveHeight(): void {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (!/reload|back/.test(navigation?.type ?? '')) return;
  try {
    for (const [name, value] of Object.entries(sessionStorage)) {
      if (!name.includes('article-comments:place:')) continue;
      const { height } = JSON.parse(value as string) as Partial<Record<keyof SavedPosition, unknown>>;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`article-comments:not(:defined){display:block;min-block-size:${Number(height)}px}`);
      document.adoptedStyleSheets.push(sheet);
      for (const type of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
        addEventListener(type, () => sessionStorage.removeItem(name), { once: true, passive: true });
    }
  } catch {
    // Without storage, no height is known.
  }
}

reserveHeight();
find();
document.addEventListener('readystatechange', find);
new MutationObserver(find).observe(document, { childList: true, subtree: true });
