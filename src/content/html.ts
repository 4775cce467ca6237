import DOMPurify, { type Config } from 'dompurify';
import { createLink } from './create-link.js';
import { discloseTarget } from './disclose-target.js';
import { safeUrl } from './safe-url.js';
import { stripTags } from './strip-tags.js';
import { renderText } from './text.js';

type Sanitise = (html: string) => DocumentFragment;
type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

const policyName = 'article-comments-html';

/** Where the first copy of this file on a page leaves its sanitiser, for a copy that may not create the policy again. */
const shared = Symbol.for(policyName);

interface SanitisingWindow {
  [shared]?: Sanitise;
  readonly trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): Policy };
}

/** What a comment may contain. Everything else is DOMPurify's default. */
const allowed: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: 'p br a strong b em i u s del code pre blockquote ul ol li hr h1 h2 h3 h4 h5 h6'.split(' '),
  ALLOWED_ATTR: ['href', 'start'],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // What stands at the beginning belongs to the body, whatever it is.
  FORCE_BODY: true,
  RETURN_DOM_FRAGMENT: true,
};

/** Quotes and lists inside eight others. */
const tooDeep = ':is(blockquote,ul,ol) '.repeat(9).trim();

let sanitise: Sanitise | undefined;

/**
 * The HTML of a backend, reduced to what a comment needs.
 *
 * This is the only place in the project where a string is parsed as HTML, and what was parsed never becomes a string again.
 */
export function renderHtml(value: string): DocumentFragment {
  sanitise ??= createSanitiser();
  const fragment = sanitise(value);
  for (const link of fragment.querySelectorAll('a')) link.replaceWith(...checkedLink(link));
  // A comment may not disturb the outline of the page.
  for (const heading of fragment.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const paragraph = document.createElement('p');
    paragraph.appendChild(document.createElement('strong')).append(...heading.childNodes);
    heading.replaceWith(paragraph);
  }
  // A line break in the source of HTML is a space, also where style sheets draw the line breaks of plain text.
  const texts = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (/[\n\r]/.test(text.data) && !text.parentElement?.closest('pre')) text.data = text.data.replace(/[ \t\f\n\r]+/g, ' ');
  }
  // Each level of indentation takes away width from the text, and hundreds of levels would leave none.
  for (const element of fragment.querySelectorAll(tooDeep)) element.replaceWith(...element.childNodes);
  return fragment;
}

/** The link as this project makes links, or its label when it leads nowhere. */
function checkedLink(link: HTMLAnchorElement): Iterable<Node> {
  const href = safeUrl(link.getAttribute('href'));
  if (!href) return link.childNodes;
  const checked = createLink(href, 'auto');
  checked.append(...link.childNodes);
  discloseTarget(checked);
  return [checked];
}

/**
 * An own instance of DOMPurify with an own Trusted Types policy, so that nothing depends on the hooks, the settings or the
 * policy of another DOMPurify on the page.
 */
function createSanitiser(): Sanitise {
  const page = window as SanitisingWindow;
  let policy: Policy | null = null;
  try {
    policy = page.trustedTypes?.createPolicy(policyName, { createHTML: (html) => html }) ?? null;
  } catch {
    // Another copy of this file holds the policy, or the page does not list it.
    if (page[shared]) return page[shared];
    if (!mayParseStrings()) return (html) => renderText(stripTags(html));
  }
  const purify = DOMPurify(window);
  const own: Sanitise = (html) => {
    const fragment = purify.sanitize(withoutReports(html), { ...allowed, TRUSTED_TYPES_POLICY: policy }) as DocumentFragment | null;
    // DOMPurify answers null when a `<frameset>` has taken the place of the body.
    return fragment ?? renderText(stripTags(html));
  };
  page[shared] ??= own;
  return own;
}

/** Whether the page lets scripts parse HTML without a policy. */
function mayParseStrings(): boolean {
  try {
    new DOMParser().parseFromString('', 'text/html');
    return true;
  } catch {
    return false;
  }
}

/**
 * Keeps a strict content security policy from reporting what the sanitiser is about to remove.
 *
 * Chromium reports event handlers, styles and `<base>` while it parses, even in a document that shows and runs nothing; a
 * publisher who collects reports would hear of each. So their names are spoilt before. A character reference does that
 * to the name of an attribute, where it means nothing, and leaves text and values alone, where it means the letter itself. A
 * style sheet becomes another element whose content is raw text and is dropped with it, `<base>` and `<track>`, whose file
 * Chromium would ask for and then does not, another empty one.
 * What this makes of odd input does not matter for safety: the sanitiser sees the outcome, not the input.
 */
function withoutReports(html: string): string {
  return html
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/<(base|track)/gi, '<wbr')
    .replace(/([\s"']|[^<]\/)([os])(?=n|tyle)/gi, (_, before: string, letter: string) => `${before}&#${letter.charCodeAt(0)};`);
}
