import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { sanitize, type Schema } from 'hast-util-sanitize';
import { parseText, stripTags } from '../content/text.js';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, tidyHtml } from '../content/tidy-html.js';
import { type ContentNode, element, text } from '../content/tree.js';

/** What is removed with all that is in it: DOMPurify's list, since the element uses that. */
const REMOVED_WITH_CONTENT =
  'annotation-xml audio colgroup desc foreignObject head iframe math mi mn mo ms mtext noembed noframes noscript plaintext script ' +
  'selectedcontent style svg template thead title video xmp';

const schema: Schema = {
  tagNames: [...ALLOWED_TAGS],
  attributes: { '*': [...ALLOWED_ATTRIBUTES] },
  strip: REMOVED_WITH_CONTENT.split(' '),
};

/**
 * Reads HTML without a browser. The parser follows the HTML standard as browsers do, and the sanitiser keeps what a comment needs;
 * links are checked by the rules that all formats share.
 */
export function parseHtml(value: string): ContentNode[] {
  try {
    // Keeps leading elements in the body, even those the parser would move to the head.
    return tidyHtml(fromHast(sanitize(bodyOf(fromHtml(`<body>${value}`)), schema)));
  } catch (error) {
    // Thousands of nested elements exceed the call stack.
    if (error instanceof RangeError) return parseText(stripTags(value));
    throw error;
  }
}

function bodyOf(document: Nodes): Nodes {
  if (!('children' in document)) return document;
  const page = document.children.find((node) => node.type === 'element' && node.tagName === 'html');
  const body =
    page?.type === 'element' && page.children.find((node) => node.type === 'element' && node.tagName === 'body');
  return { type: 'root', children: body && body.type === 'element' ? body.children : [] };
}

function fromHast(node: Nodes): ContentNode[] {
  if (node.type === 'text') return [text(node.value)];
  if (!('children' in node)) return [];
  const children = node.children.flatMap(fromHast);
  if (node.type !== 'element') return children;
  const properties = Object.entries(node.properties).map(([name, property]) => [name, String(property)] as const);
  return [element(node.tagName, children, Object.fromEntries(properties))];
}
