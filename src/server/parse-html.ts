import type { Element, Nodes, Parents, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { parseText, stripTags } from '../content/text.js';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, isRunaway, tidyHtml, withoutReports } from '../content/tidy-html.js';
import { type ContentNode, element, text } from '../content/tree.js';

/** What is removed with all that is in it: DOMPurify's list, since the element uses that. */
const REMOVED_WITH_CONTENT =
  'annotation-xml audio colgroup desc foreignObject head iframe math mi mn mo ms mtext noembed noframes noscript plaintext script ' +
  'selectedcontent style svg template thead title video xmp';

/** Elements in each other. Whoever goes through the tree later must not exceed the call stack, either. */
const MAX_DEPTH = 200;

const schema: Schema = {
  tagNames: [...ALLOWED_TAGS],
  attributes: { '*': [...ALLOWED_ATTRIBUTES] },
  strip: REMOVED_WITH_CONTENT.split(' '),
  // Which addresses are safe is decided where links are checked. The sanitiser would refuse "HTTPS:" and a space before it.
  protocols: {},
};

/**
 * Reads HTML without a browser. The parser follows the HTML standard as browsers do, and the sanitiser keeps what a comment needs;
 * links are checked by the rules that all formats share.
 *
 * The element's sanitiser is another, and a browser's parser is newer. They differ in what is written to attack (a form that hides its
 * properties, `is`, the end of a script in an address, characters that no page can hold) or means nothing in a comment (elements in a
 * menu, paragraphs in each other, hundreds of elements in each other): there the element may show less, or show it plainly. Firefox's
 * parser ends SVG and MathML at `</p>`, so what was written to attack may leave an empty paragraph there.
 */
export function parseHtml(value: string): ContentNode[] {
  if (isRunaway(value)) return asText(value);
  try {
    // As DOMPurify does it: an element that nobody knows keeps leading ones in the body, even those the parser would move to the head.
    const body = bodyOf(fromHtml(`<remove></remove>${withoutReports(value)}`));
    const nodes = body && tidyHtml(fromHast(sanitize(body, schema)));
    return nodes && depthOf(nodes) <= MAX_DEPTH ? nodes : asText(value);
  } catch (error) {
    // Thousands of nested elements exceed the call stack.
    if (error instanceof RangeError) return asText(value);
    throw error;
  }
}

function depthOf(nodes: readonly ContentNode[]): number {
  return nodes.reduce((depth, node) => (node.type === 'text' ? depth : Math.max(depth, 1 + depthOf(node.children))), 0);
}

function asText(value: string): ContentNode[] {
  return parseText(stripTags(value));
}

/** Undefined where a `<frameset>` has replaced it. */
function bodyOf(document: Root): Root | undefined {
  const page = childNamed(document, 'html');
  const body = page && childNamed(page, 'body');
  return body && { type: 'root', children: body.children };
}

function childNamed({ children }: Parents, name: string): Element | undefined {
  return children.find((node) => node.type === 'element' && node.tagName === name) as Element | undefined;
}

function fromHast(node: Nodes): ContentNode[] {
  if (node.type === 'text') return [text(node.value)];
  if (!('children' in node)) return [];
  const children = node.children.flatMap(fromHast);
  if (node.type !== 'element') return children;
  const properties = Object.entries(node.properties).map(([name, value]) => [name, String(value).trim()] as const);
  return [element(node.tagName, children, Object.fromEntries(properties))];
}
