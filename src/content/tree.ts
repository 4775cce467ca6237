/**
 * The content of a comment as plain data, in the shape of hast (https://github.com/syntax-tree/hast). A browser draws it with `toDom`,
 * and a server writes it out as HTML.
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

/** The text of nodes and of all that is in them. */
export function textOf(nodes: readonly ContentNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.value : textOf(node.children))).join('');
}
