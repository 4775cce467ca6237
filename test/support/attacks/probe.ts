/**
 * Inserts content into a page, interacts with it as a reader would, and records what it did.
 *
 * Also runs on unrendered content, which proves that the probe detects attacks.
 */
import { calloutHost, tripwire } from './attacks.js';

export interface Findings {
  /** The name of the function for each call that content made. */
  readonly ran: readonly string[];
  /** Requests the page made to `calloutHost`. */
  readonly requests: readonly string[];
  /** Elements, attributes, nodes and URLs that a comment must not contain. */
  readonly forbidden: readonly string[];
}

export type Page = Window & typeof globalThis;

const elements = new Set('a b blockquote br code del em hr i li ol p pre s strong u ul'.split(' '));
const attributes = new Set(['a href', 'a rel', 'a dir', 'ol start']);
const traps = [tripwire, 'alert', 'confirm', 'prompt', 'print', 'open', 'eval', 'Function'];
const gestures = [
  'pointerover',
  'pointerenter',
  'mouseover',
  'mouseenter',
  'pointerdown',
  'mousedown',
  'keydown',
  'auxclick',
  'wheel',
];

/** Observes a page from now on, until `stop` restores it. */
export interface Watch extends Omit<Findings, 'forbidden'> {
  /** Resolves once pending loads and frames have had their turn. */
  settle(): Promise<void>;
  stop(): void;
}

/** Installs the traps and observes requests. */
export function watch(page: Page): Watch {
  const ran: string[] = [];
  const requests: string[] = [];
  const restore = setTraps(page, ran);
  const collect = (entries: PerformanceEntryList) => {
    for (const { name } of entries) if (name.includes(calloutHost) && !name.includes('sentinel')) requests.push(name);
  };
  const observer = new page.PerformanceObserver((list) => collect(list.getEntries()));
  observer.observe({ type: 'resource' });
  return {
    ran,
    requests,
    async settle() {
      await laterRequestsFailed(page);
      collect(observer.takeRecords());
    },
    stop() {
      observer.disconnect();
      restore();
    },
  };
}

/** Calls `insert` with two empty containers, one in the document and one in an open shadow root. */
export async function probe(page: Page, insert: (place: HTMLElement | ShadowRoot) => void): Promise<Findings> {
  const { ran, requests, settle, stop } = watch(page);
  const host = page.document.createElement('div');
  const light = host.appendChild(page.document.createElement('div'));
  const shadow = host.appendChild(page.document.createElement('div')).attachShadow({ mode: 'open' });
  page.document.body.append(host);
  try {
    insert(light);
    insert(shadow);
    for (const place of [light, shadow]) useLikeAReader(place);
    const forbidden = [light, shadow].flatMap((place) => inspect(page, place));
    await settle();
    return { ran, requests, forbidden };
  } finally {
    host.remove();
    stop();
  }
}

/** Replaces the globals that attacks call. Returns a function that restores them. */
function setTraps(page: Page, ran: string[]): () => void {
  const before = traps.map((name) => [name, Object.getOwnPropertyDescriptor(page, name)] as const);
  for (const name of traps) {
    const trap = () => void ran.push(name);
    const value =
      name === 'Function' ? new Proxy(page.Function, { apply: () => trap, construct: () => (trap(), trap) }) : trap;
    Object.defineProperty(page, name, { value, configurable: true, writable: true });
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(page, name, descriptor);
      else Reflect.deleteProperty(page, name);
    }
  };
}

/** Sends pointer and key events to every element, focuses and clicks it. Only `javascript:` links are followed. */
export function useLikeAReader(place: HTMLElement | ShadowRoot): void {
  // In WebKit, any event of these names follows a link.
  for (const type of ['click', 'auxclick'])
    place.addEventListener(type, (event) => {
      const [target] = event.composedPath() as Partial<HTMLAnchorElement>[];
      if (target?.protocol !== 'javascript:') event.preventDefault();
    });
  place.addEventListener('submit', (event) => event.preventDefault());
  for (const element of place.querySelectorAll<HTMLElement>('*')) {
    for (const type of gestures)
      element.dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
    if (typeof element.focus === 'function') element.focus({ preventScroll: true });
    if (typeof element.click === 'function') element.click();
  }
}

/** Lists everything in `place` that a comment must not contain. */
export function inspect(page: Page, place: HTMLElement | ShadowRoot): string[] {
  const forbidden: string[] = [];
  const walker = page.document.createTreeWalker(place, NodeFilter.SHOW_ALL);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) continue;
    if (node.nodeType !== Node.ELEMENT_NODE) {
      forbidden.push(node.nodeName);
      continue;
    }
    const element = node as Element;
    const name = element.localName;
    if (element.namespaceURI !== 'http://www.w3.org/1999/xhtml' || !elements.has(name)) forbidden.push(`<${name}>`);
    for (const attribute of element.attributes)
      if (!attributes.has(`${name} ${attribute.name}`)) forbidden.push(`<${name} ${attribute.name}>`);
    if (name !== 'a') continue;
    const { href, rel, target } = element as HTMLAnchorElement;
    if (!/^(?:https?:\/\/[^/]|mailto:)/.test(href) || new URL(href).username) forbidden.push(href);
    if (rel !== 'ugc nofollow noopener' || target) forbidden.push(`rel="${rel}" target="${target}"`);
  }
  return forbidden;
}

/**
 * Waits until an image and a script requested now have failed and two frames have passed. By then, everything the content
 * started earlier has had its turn.
 */
async function laterRequestsFailed(page: Page): Promise<void> {
  const failures = ['img', 'script'].map((name) => {
    const element = page.document.createElement(name) as HTMLImageElement | HTMLScriptElement;
    const failed = new Promise((resolve) => element.addEventListener('error', resolve, { once: true }));
    element.src = `https://${calloutHost}/sentinel-${name}`;
    page.document.body.append(element);
    return failed.then(() => element.remove());
  });
  await Promise.all(failures);
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}
