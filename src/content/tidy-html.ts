import { autolinked, createLabelledLink } from './link.js';
import { safeUrl } from './safe-url.js';
import { type ContentNode, element, text, textOf } from './tree.js';

/** Elements that a comment may show. */
const SHOWN = 'p br a strong b em i u s del code pre blockquote ul ol li hr h1 h2 h3 h4 h5 h6'.split(' ');

/** Elements that have no style in a comment, but whose content is separated from its surroundings. */
const CONTAINERS =
  'div section article aside header footer address figure figcaption details summary dl dt dd caption tr'.split(' ');

/** Elements whose contents share a line. */
const CELLS = ['td', 'th'];

/** Elements that the sanitisers of the browser and of the server keep. */
export const ALLOWED_TAGS: readonly string[] = [...SHOWN, ...CONTAINERS, ...CELLS];

/** Attributes that the sanitisers keep. */
export const ALLOWED_ATTRIBUTES: readonly string[] = ['href', 'start'];

const BLOCK = /^(p|pre|blockquote|ul|ol|li|hr)$/;

/** Maximum nesting of quotes and lists. Each level narrows the text. */
const MAX_DEPTH = 8;

/** The context of a node, from its ancestors. At the top level, no flag is set. */
interface Surroundings {
  /** Number of quotes and lists around the node. */
  readonly depth: number;
  /** Whether white space is preserved, as in `<pre>`. Elsewhere in HTML a line break is a space. */
  readonly isPreformatted?: boolean;
  /** Whether the node is in a paragraph, which cannot contain another one. */
  readonly isParagraph?: boolean;
  /** Whether URLs stay text, as in links and in code. */
  readonly isLiteral?: boolean;
}

/**
 * Converts sanitised HTML to the content of a comment.
 *
 * Links are checked, and URLs become links, as in the other formats. Headings become bold paragraphs, because a comment must not change
 * the outline of the page. Containers and table rows become paragraphs.
 */
export function tidyHtml(nodes: readonly ContentNode[]): ContentNode[] {
  return tidy(nodes, { depth: 0 });
}

function tidy(nodes: readonly ContentNode[], surroundings: Surroundings): ContentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return tidyText(node.value, surroundings);
    const { tagName, properties, children } = node;
    const isIndented = /^(blockquote|ul|ol)$/.test(tagName);
    const isHeading = /^h\d$/.test(tagName);
    const inside = tidy(children, {
      depth: surroundings.depth + (isIndented ? 1 : 0),
      isPreformatted: surroundings.isPreformatted || tagName === 'pre',
      isParagraph: surroundings.isParagraph || tagName === 'p' || isHeading,
      isLiteral: surroundings.isLiteral || /^(a|code|pre)$/.test(tagName),
    });
    if (isIndented && surroundings.depth >= MAX_DEPTH) return inside;
    if (tagName === 'a') {
      const href = safeUrl(properties['href']);
      return href ? createLabelledLink(href, inside) : inside;
    }
    if (isHeading) return element('p', [element('strong', inside)]);
    if (CONTAINERS.includes(tagName)) return separated(inside, surroundings);
    if (CELLS.includes(tagName)) return [...inside, text(' ')];
    const { start = '' } = properties;
    return element(tagName, inside, tagName === 'ol' && /^-?\d+$/.test(start) ? { start } : {});
  });
}

/** Separates the content of a container from the nodes before and after it. */
function separated(nodes: ContentNode[], { isPreformatted, isParagraph }: Surroundings): ContentNode[] {
  if (isPreformatted) return [...nodes, text('\n')];
  return isParagraph ? [element('br'), ...nodes, element('br')] : inParagraphs(nodes);
}

/**
 * Groups nodes into paragraphs. Blocks are not changed; each run of other nodes between them becomes a paragraph, unless it has no text.
 */
function inParagraphs(nodes: readonly ContentNode[]): ContentNode[] {
  const paragraphs: ContentNode[] = [];
  let line: ContentNode[] = [];
  const endLine = (): void => {
    if (textOf(line).trim()) paragraphs.push(element('p', line));
    line = [];
  };
  for (const node of nodes) {
    if (hasBlock(node)) {
      endLine();
      paragraphs.push(node);
    } else line.push(node);
  }
  endLine();
  return paragraphs;
}

/** Whether a node is a block or contains one. A paragraph may contain neither. */
function hasBlock(node: ContentNode): boolean {
  return node.type === 'element' && (BLOCK.test(node.tagName) || node.children.some(hasBlock));
}

function tidyText(value: string, { isPreformatted, isLiteral }: Surroundings): ContentNode[] {
  // The style sheet would show a line break, because it does so in plain text.
  const shown = isPreformatted || !/[\n\r]/.test(value) ? value : value.replace(/[ \t\f\n\r]+/g, ' ');
  return isLiteral ? [text(shown)] : autolinked(shown);
}

/** URLs and tags, and those of elements that the HTML parser reopens in every later paragraph until they are closed. */
const TAGS = /:\/\/|<(\/?)((?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>]))?/gi;

/** Maximum number of elements. A browser lays out as many in 50 ms, and no text written by hand comes near it. */
const MAX_ELEMENTS = 1000;

/**
 * Whether HTML would create so many elements that the page stands still: each tag and each URL is one, and reopens or splits the
 * formatting elements around it. Such a body is shown as the text between its tags.
 */
export function isRunaway(html: string): boolean {
  let open = 0;
  let elements = 0;
  for (const [, closing, formatting] of html.matchAll(TAGS)) {
    if (formatting) open = Math.max(0, open + (closing ? -1 : 1));
    elements += 1 + open;
  }
  return elements > MAX_ELEMENTS;
}

/**
 * Prevents content security policy reports for markup that the sanitiser is about to remove.
 *
 * Chromium reports event handlers, styles and `<base>` while it parses, even in a document that is never rendered, and a
 * publisher who collects reports would receive one for each. Therefore these names are changed before parsing. In attributes, a
 * letter becomes a character reference: in a name it has no meaning, and in text or a value it stands for the same letter.
 * `<style>` becomes `<xmp>`, which also contains raw text and is removed with it. `<base>` and `<track>`, whose file Chromium
 * would try to fetch, become `<wbr>`, which is empty too.
 *
 * Safety does not depend on this step: the sanitiser checks its output. The server applies it too, so that both parse the same source.
 */
export function withoutReports(html: string): string {
  return html
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/<(base|track)/gi, '<wbr')
    .replace(
      /([\s"']|[^<]\/)([os])(?=n|tyle)/gi,
      (_, before: string, letter: string) => `${before}&#${letter.charCodeAt(0)};`,
    );
}
