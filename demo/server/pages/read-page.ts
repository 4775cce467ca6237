/** What the HTML of a page says about itself. */
import type { Element, Nodes, Properties, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { webPage } from './own-page.js';
import { pageTitle } from './page-title.js';

export interface PageContent {
  readonly title: string | null;
  /** The canonical address. Undefined if the page names none. */
  readonly canonical: string | undefined;
  /** Keys of the discussions that the page shows, as the page sends them. */
  readonly keys: readonly string[];
}

const empty: PageContent = { title: null, canonical: undefined, keys: [] };

/**
 * Reads a page. Title and canonical address count in the head only, which no text of a reader gets into. What a template, a script or a
 * comment contains does not count.
 *
 * @param url Address of the page, which is the key of a section without one if the page has no canonical address.
 */
export function readPage(html: string, url: string): PageContent {
  // Most pages that are asked for in vain, such as searches, have no section. Parsing takes a hundred times longer than this.
  if (!/<article-comments[\s/>]/i.test(html)) return empty;
  let root: Root;
  try {
    root = fromHtml(html);
  } catch (error) {
    // Thousands of nested elements exceed the call stack.
    if (error instanceof RangeError) return empty;
    throw error;
  }
  const [sections, head] = [elementsIn(root, 'article-comments'), elementsIn(root, 'head')[0]];
  const canonical =
    head && elementsIn(head, 'link').find(({ properties }) => tokensOf(properties['rel']).includes('canonical'));
  const canonicalUrl = canonical && addressOf(String(canonical.properties['href'] ?? ''), url);
  return {
    title: head ? titleOf(head) : null,
    canonical: canonicalUrl,
    keys: sections.map(({ properties }) => String(properties['discussion'] ?? canonicalUrl ?? webPage(url) ?? '')),
  };
}

function titleOf(head: Element): string | null {
  const shared = elementsIn(head, 'meta').find(({ properties }) => properties['property'] === 'og:title');
  const [title] = elementsIn(head, 'title');
  return pageTitle(String(shared?.properties['content'] ?? '')) ?? pageTitle(title ? textOf(title) : '');
}

const addressOf = (href: string, base: string): string | undefined =>
  URL.canParse(href, base) ? webPage(new URL(href, base).href) : undefined;

/** `rel` is a list already. */
const tokensOf = (value: Properties[string]): readonly string[] => [value].flat().join(' ').toLowerCase().split(/\s+/);

/** The elements with a name, in the order of the page. Iterative, because pages nest deeper than the call stack. */
function elementsIn(node: Nodes, name: string): readonly Element[] {
  const found: Element[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === 'element' && next.tagName === name) found.push(next);
    if ('children' in next) waiting.push(...next.children.toReversed());
  }
  return found;
}

const textOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');
