/**
 * An element in the content of a comment, in the shape of hast (https://github.com/syntax-tree/hast). The browser renders it with
 * `toDom`, the server serialises it to HTML.
 */
export interface ElementNode {
  readonly type: 'element';
  readonly tagName: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly children: ContentNode[];
}

export interface TextNode {
  readonly type: 'text';
  readonly value: string;
}

export type ContentNode = ElementNode | TextNode;

export function element(
  tagName: string,
  children: ContentNode[] = [],
  properties: ElementNode['properties'] = {},
): ElementNode {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): TextNode {
  return { type: 'text', value };
}

/** Returns the text of nodes and their descendants. */
export function textOf(nodes: readonly ContentNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : textOf(node.children))).join('');
}
