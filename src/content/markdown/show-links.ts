import { createLabelledLink } from '../link.js';
import { safeUrl } from '../safe-url.js';
import { type ContentNode, element, type ElementNode, text, textOf } from '../tree.js';

/** A link or an image as the writer meant it, until `showLinks` decides what of it is shown. */
export function createTarget(tagName: 'link' | 'image', address: string, label: ContentNode[]): ElementNode {
  return element(tagName, label, { address });
}

/**
 * Makes links of the links and images that are safe to follow. Others become their label, with the address as text behind it. An image
 * is shown by its description. Links do not nest: a label has none.
 */
export function showLinks(nodes: readonly ContentNode[], isLabel = false): ContentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    const { tagName, children, properties } = node;
    const { address } = properties;
    if (tagName === 'a' && isLabel) return children;
    if (address === undefined) return [element(tagName, showLinks(children, isLabel), properties)];
    const label = tagName === 'image' ? [text(textOf(children))] : showLinks(children, true);
    return isLabel ? label : linkTo(address, label);
  });
}

function linkTo(address: string, label: ContentNode[]): ContentNode[] {
  const href = safeUrl(address);
  if (href) return [createLabelledLink(href, label)];
  // The isolate keeps a bidi control character in the label from reordering the address.
  return address && address !== textOf(label) ? [...label, text(` (\u2066${address}\u2069)`)] : label;
}
