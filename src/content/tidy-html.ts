import { autolinked } from './autolink.js';
import { inParagraphs } from './in-paragraphs.js';
import { createLabelledLink } from './link.js';
import { safeUrl } from './safe-url.js';
import { type ContentNode, element, text } from './tree.js';

/** The elements that a comment is shown with. */
const SHOWN = 'p br a strong b em i u s del code pre blockquote ul ol li hr h1 h2 h3 h4 h5 h6'.split(' ');

/** Elements that have no look of their own in a comment, but whose text stays apart from what is around them. */
const CONTAINERS =
  'div section article aside header footer address figure figcaption details summary dl dt dd caption tr'.split(' ');

/** Elements whose texts are side by side in a line. */
const CELLS = ['td', 'th'];

/** The elements that the sanitisers leave. */
export const ALLOWED_TAGS: readonly string[] = [...SHOWN, ...CONTAINERS, ...CELLS];

/** The attributes that they may have. */
export const ALLOWED_ATTRIBUTES: readonly string[] = ['href', 'start'];

/** Levels of quotes and lists. Each narrows the text; hundreds would leave no room for it. */
const MAX_DEPTH = 8;

/** What surrounds a node. */
interface Surroundings {
  /** Quotes and lists. */
  readonly depth: number;
  /** In HTML source a line break is a space, except here. */
  readonly isPreformatted: boolean;
  /** Paragraphs have no paragraphs in them. */
  readonly isParagraph: boolean;
  /** Whether URLs stay text: in links, and in code. */
  readonly isLiteral: boolean;
}

/**
 * Turns sanitised HTML into what a comment looks like: links are checked, headings become bold paragraphs, since a comment must not
 * disturb the outline of the page, lines and cells become paragraphs, and URLs become links, as in the other formats.
 */
export function tidyHtml(nodes: readonly ContentNode[]): ContentNode[] {
  return tidy(nodes, { depth: 0, isPreformatted: false, isParagraph: false, isLiteral: false });
}

function tidy(nodes: readonly ContentNode[], surroundings: Surroundings): ContentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return tidyText(node.value, surroundings);
    const { tagName, properties, children } = node;
    const isIndented = /^(?:blockquote|ul|ol)$/.test(tagName);
    const isHeading = /^h[1-6]$/.test(tagName);
    const inside = tidy(children, {
      depth: surroundings.depth + (isIndented ? 1 : 0),
      isPreformatted: surroundings.isPreformatted || tagName === 'pre',
      isParagraph: surroundings.isParagraph || tagName === 'p' || isHeading,
      isLiteral: surroundings.isLiteral || /^(?:a|code|pre)$/.test(tagName),
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

/** Separates the content of a container from what is before and after it. */
function separated(nodes: ContentNode[], { isPreformatted, isParagraph }: Surroundings): ContentNode[] {
  if (isPreformatted) return [...nodes, text('\n')];
  return isParagraph ? [element('br'), ...nodes, element('br')] : inParagraphs(nodes);
}

function tidyText(value: string, { isPreformatted, isLiteral }: Surroundings): ContentNode[] {
  // The style sheet for plain text would show a line break as one.
  const shown = isPreformatted || !/[\n\r]/.test(value) ? value : value.replace(/[ \t\f\n\r]+/g, ' ');
  return isLiteral || !shown.includes('://') ? [text(shown)] : autolinked(shown);
}

/** The elements that HTML opens again in every later paragraph until they are closed. */
const FORMATTING = /<(\/?)(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/>])/gi;

/** As many of them open at a time as nobody writes by hand. */
const MAX_OPEN = 64;

/**
 * Whether so many formatting elements are open at a time that a parser would make millions of elements of a few thousand. Such a body
 * is shown as the text between its tags.
 */
export function isRunaway(html: string): boolean {
  let open = 0;
  for (const [, closing] of html.matchAll(FORMATTING)) {
    open = Math.max(0, open + (closing ? -1 : 1));
    if (open > MAX_OPEN) return true;
  }
  return false;
}
