import type { Body } from '../model/adapter.js';
import { parseText, stripTags } from './text.js';
import type { ContentNode } from './tree.js';

type Format = Body['format'];
type Renderer = (value: string) => DocumentFragment;

/** Imports the renderer of each format other than plain text. */
export type RendererImports = Readonly<Record<Exclude<Format, 'text'>, () => Promise<Renderer>>>;

const rendererOf =
  (parse: (value: string) => ContentNode[]): Renderer =>
  (value) =>
    toDom(parse(value));

/** Renders plain text as paragraphs, with its URLs as links. */
export const renderText = rendererOf(parseText);

const defaultImports: RendererImports = {
  markdown: async () => rendererOf((await import('./markdown.js')).parseMarkdown),
  html: async () => rendererOf((await import('./html.js')).parseHtml),
};

/** The renderers loaded so far, by format. */
const renderers = new Map<string, Renderer>();

/** Whether `renderBody` can render this format now. True for unknown formats, which are shown as plain text. */
export function hasRenderer(format: Format): boolean {
  return !Object.hasOwn(defaultImports, format) || renderers.has(format);
}

/**
 * Loads the renderer for a format, once. Rejects if the import fails; the next call tries again.
 *
 * @param imports Replaces the imports in tests.
 */
export async function loadRenderer(format: Format, imports: RendererImports = defaultImports): Promise<void> {
  if (format !== 'text' && !hasRenderer(format)) renderers.set(format, await imports[format]());
}

/**
 * Renders a body to DOM nodes. Until the renderer for its format has loaded, shows the source as text; for HTML, the text
 * between the tags.
 */
export function renderBody({ format, value }: Body): DocumentFragment {
  const render = renderers.get(format);
  return render ? render(value) : renderText(format === 'html' ? stripTags(value) : value);
}

/** Creates DOM nodes from content nodes. Names and values are set through the DOM: nothing is parsed as HTML. */
export function toDom(nodes: readonly ContentNode[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  appendNodes(fragment, nodes);
  return fragment;
}

function appendNodes(parent: ParentNode, nodes: readonly ContentNode[]): void {
  // Adjacent texts become one node: in WebKit, appending a text node takes longer the more siblings it has.
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
