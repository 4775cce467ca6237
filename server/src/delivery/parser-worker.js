// @ts-check
/**
 * The thread of `read-page.ts`: parses a page, and sends what it says about itself. It is plain JavaScript because Node 20 starts no thread
 * with a TypeScript file.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { fromHtml } from 'hast-util-from-html';

/** @import { Element, Nodes } from 'hast' */
/** @import { ParsedPage } from './check-pages.js' */

/**
 * The elements with a name, in the order of the page. Iterative, because pages nest deeper than the call stack.
 *
 * @param {Nodes} node
 * @param {string} name
 */
function elementsIn(node, name) {
  /** @type {Element[]} */
  const found = [];
  const waiting = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'element' && next.tagName === name) found.push(next);
    if ('children' in next) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return found;
}

/**
 * `rel` is a list already.
 *
 * @param {Element['properties'][string]} value
 */
const tokensOf = (value) => [value].flat().join(' ').toLowerCase().split(/\s+/);

/** @param {Element} element */
const textOf = ({ children }) => children.map((child) => (child.type === 'text' ? child.value : '')).join('');

/** @returns {ParsedPage} */
function parse() {
  const root = fromHtml(/** @type {string} */ (workerData));
  const [head] = elementsIn(root, 'head');
  const inHead = (/** @type {string} */ name) => (head ? elementsIn(head, name) : []);
  const canonical = inHead('link').find(({ properties }) => tokensOf(properties['rel']).includes('canonical'));
  const shared = inHead('meta').find(({ properties }) => properties['property'] === 'og:title');
  const [title] = inHead('title');
  return {
    titles: [String(shared?.properties['content'] ?? ''), title ? textOf(title) : ''],
    canonical: canonical && String(canonical.properties['href'] ?? ''),
    discussions: elementsIn(root, 'article-comments').map(({ properties }) =>
      properties['discussion'] == null ? undefined : String(properties['discussion']),
    ),
  };
}

/** @type {import('node:worker_threads').MessagePort} */ (parentPort).postMessage(parse());
