import DOMPurify, { type Config } from 'dompurify';
import { createLink, discloseTarget } from './link-element.js';
import { safeUrl } from './safe-url.js';
import { appendAutolinked, renderText, stripTags } from './text.js';

type Sanitise = (html: string) => DocumentFragment;
type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

const policyName = 'article-comments-html';

/** Where the first copy of this module on a page shares its sanitiser: a second copy may not create the policy again. */
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
  // Keeps leading elements in the body, even those the parser would move to the head.
  FORCE_BODY: true,
  RETURN_DOM_FRAGMENT: true,
};

/** Matches quotes and lists nested more than eight levels deep. */
const tooDeep = ':is(blockquote,ul,ol) '.repeat(9).trim();

let sanitise: Sanitise | undefined;

/**
 * Renders HTML from a backend, reduced to the elements a comment needs.
 *
 * This is the only place in the project that parses a string as HTML, and the parsed nodes are never serialised again.
 */
export function renderHtml(value: string): DocumentFragment {
  sanitise ??= createSanitiser();
  const fragment = sanitise(value);
  for (const link of fragment.querySelectorAll('a')) link.replaceWith(...checkedLink(link));
  // A comment must not disturb the outline of the page.
  for (const heading of fragment.querySelectorAll('h1,h2,h3,h4,h5,h6')) {
    const paragraph = document.createElement('p');
    paragraph.appendChild(document.createElement('strong')).append(...heading.childNodes);
    heading.replaceWith(paragraph);
  }
  // In HTML source a line break is a space; the style sheet for plain text would show it as a break.
  const texts = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  const withUrls: Text[] = [];
  while (texts.nextNode()) {
    const text = texts.currentNode as Text;
    if (/[\n\r]/.test(text.data) && !text.parentElement?.closest('pre'))
      text.data = text.data.replace(/[ \t\f\n\r]+/g, ' ');
    if (text.data.includes('://') && !text.parentElement?.closest('a,code,pre')) withUrls.push(text);
  }
  // As in the other formats: not every backend makes links of them.
  for (const text of withUrls) {
    const linked = document.createDocumentFragment();
    appendAutolinked(linked, text.data);
    text.replaceWith(linked);
  }
  // Each level of indentation narrows the text; hundreds would leave no room for it.
  for (const element of fragment.querySelectorAll(tooDeep)) element.replaceWith(...element.childNodes);
  return fragment;
}

/** Rebuilds a link from its safe parts. Returns only its label if the target is unsafe. */
function checkedLink(link: HTMLAnchorElement): Iterable<Node> {
  const href = safeUrl(link.getAttribute('href'));
  if (!href) return link.childNodes;
  const checked = createLink(href, 'auto');
  checked.append(...link.childNodes);
  discloseTarget(checked);
  return [checked];
}

/**
 * Creates a DOMPurify instance with a Trusted Types policy of its own, independent of the hooks, the configuration and the
 * policy of any other DOMPurify on the page.
 */
function createSanitiser(): Sanitise {
  const page = window as SanitisingWindow;
  let policy: Policy | null = null;
  try {
    policy = page.trustedTypes?.createPolicy(policyName, { createHTML: (html) => html }) ?? null;
  } catch {
    // Another copy of this module holds the policy, or the page's `trusted-types` directive does not list it.
    if (page[shared]) return page[shared];
    if (!mayParseStrings()) return (html) => renderText(stripTags(html));
  }
  const purify = DOMPurify(window);
  const own: Sanitise = (html) => {
    const fragment = purify.sanitize(withoutReports(html), {
      ...allowed,
      TRUSTED_TYPES_POLICY: policy,
    }) as DocumentFragment | null;
    // DOMPurify returns null when a `<frameset>` replaced the body.
    return fragment ?? renderText(stripTags(html));
  };
  page[shared] ??= own;
  return own;
}

/** Whether the page allows parsing HTML without a Trusted Types policy. */
function mayParseStrings(): boolean {
  try {
    new DOMParser().parseFromString('', 'text/html');
    return true;
  } catch {
    return false;
  }
}

/**
 * Prevents content security policy reports for markup that the sanitiser is about to remove.
 *
 * Chromium reports event handlers, styles and `<base>` while it parses, even in a document that is never rendered, and the
 * publisher who collects reports would receive one for each. So these names are disarmed before parsing. A character
 * reference does that for attributes: in a name it has no meaning, and in text or a value it stands for the same letter.
 * `<style>` becomes `<xmp>`, which also holds raw text and is dropped with it. `<base>` and `<track>`, whose file Chromium
 * would try to fetch, become `<wbr>`, which is empty too.
 * Safety does not depend on this step: the sanitiser checks its output.
 */
function withoutReports(html: string): string {
  return html
    .replace(/<(\/?)style/gi, '<$1xmp')
    .replace(/<(base|track)/gi, '<wbr')
    .replace(
      /([\s"']|[^<]\/)([os])(?=n|tyle)/gi,
      (_, before: string, letter: string) => `${before}&#${letter.charCodeAt(0)};`,
    );
}
