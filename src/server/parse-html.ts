import type { Element, Nodes, Parents, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { parseText, stripTags } from '../content/text.js';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, isRunaway, tidyHtml, withoutReports } from '../content/tidy-html.js';
import { type ContentNode, element, text } from '../content/tree.js';

/** Elements that are removed with their content: DOMPurify's list, because the element uses DOMPurify. */
const REMOVED_WITH_CONTENT =
  'annotation-xml audio colgroup desc foreignObject head iframe math mi mn mo ms mtext noembed noframes noscript plaintext script ' +
  'selectedcontent style svg template thead title video xmp';

/** Maximum nesting of elements, so that recursive functions on the tree do not exceed the call stack. */
const MAX_DEPTH = 200;

const schema: Schema = {
  tagNames: [...ALLOWED_TAGS],
  attributes: { '*': [...ALLOWED_ATTRIBUTES] },
  strip: REMOVED_WITH_CONTENT.split(' '),
  // `tidyHtml` checks addresses. The sanitiser's own check would refuse "HTTPS:" and leading spaces.
  protocols: {},
};

/**
 * Parses HTML without a browser. The parser follows the HTML standard, and the sanitiser keeps the elements a comment needs; links
 * are checked by the same rules as in all formats.
 *
 * The element uses another sanitiser and the browser's parser. The results differ only for attacks (a form that hides its properties,
 * `is`, the end of a script in an address, characters that HTML does not allow) and for markup without meaning in a comment (elements
 * in a menu, nested paragraphs, hundreds of nested elements): there the element may show less, or unformatted text. Firefox's parser
 * ends SVG and MathML at `</p>`, so an attack may leave an empty paragraph there.
 */
export function parseHtml(value: string): ContentNode[] {
  if (isRunaway(value)) return asText(value);
  try {
    // Like DOMPurify's FORCE_BODY: after an unknown element, the parser keeps elements in the body that it would move to the head.
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

/** Returns the body. Undefined if a `<frameset>` replaced it. */
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
