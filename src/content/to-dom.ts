import type { ContentNode } from './tree.js';

/** Draws content into the page. Every name and value is set as such: nothing is parsed as HTML. */
export function toDom(nodes: readonly ContentNode[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  appendNodes(fragment, nodes);
  return fragment;
}

function appendNodes(parent: ParentNode, nodes: readonly ContentNode[]): void {
  // Texts side by side become one. WebKit takes a time for each that grows with their number.
  let text = '';
  for (const node of nodes) {
    if (node.type === 'text') {
      text += node.value;
      continue;
    }
    if (text) parent.append(text);
    text = '';
    const element = document.createElement(node.tagName);
    for (const [name, value] of Object.entries(node.properties)) element.setAttribute(name, value);
    appendNodes(element, node.children);
    parent.append(element);
  }
  if (text) parent.append(text);
}
