import { type Body } from '../model/adapter.js';
import { stripTags } from './strip-tags.js';
import { renderText } from './text.js';

type Format = Body['format'];
type Renderer = (value: string) => DocumentFragment;

/** How to fetch each renderer that is not part of what every reader downloads. */
export type RendererImports = Readonly<Record<Exclude<Format, 'text'>, () => Promise<Renderer>>>;

const ownImports: RendererImports = {
  markdown: async () => (await import('./markdown.js')).renderMarkdown,
  html: async () => (await import('./html.js')).renderHtml,
};

/** The renderers that have arrived. */
const renderers = new Map<string, Renderer>();

/** Whether bodies of this format are drawn as they are meant to be. A format that nobody has heard of is read as text. */
export function hasRenderer(format: Format): boolean {
  return !Object.hasOwn(ownImports, format) || renderers.has(format);
}

/**
 * Fetches what a format needs, once. Rejects with the error of the import; a later call tries again.
 *
 * `imports` is for tests.
 */
export async function loadRenderer(format: Format, imports: RendererImports = ownImports): Promise<void> {
  if (format !== 'text' && !hasRenderer(format)) renderers.set(format, await imports[format]());
}

/** The body as nodes. Until the renderer has arrived, and without it, that is the text of the source: of HTML, what stands between the tags. */
export function renderBody({ format, value }: Body): DocumentFragment {
  const render = renderers.get(format);
  return render ? render(value) : renderText(format === 'html' ? stripTags(value) : value);
}
