import DOMPurify, { type Config } from 'dompurify';
import { parseText, stripTags } from './text.js';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, isRunaway, tidyHtml, withoutReports } from './tidy-html.js';
import { type ContentNode, element, text } from './tree.js';

/** Returns null if the HTML cannot be parsed safely. */
type Sanitise = (html: string) => DocumentFragment | null;
type Policy = NonNullable<Config['TRUSTED_TYPES_POLICY']>;

const policyName = 'article-comments-html';

/** Property under which the first copy of this module shares its sanitiser: a second copy may not create the policy again. */
const shared = Symbol.for(policyName);

interface SanitisingWindow {
  [shared]?: Sanitise;
  readonly trustedTypes?: { createPolicy(name: string, rules: { createHTML(html: string): string }): Policy };
}

/** Elements and attributes that a comment may contain. Everything else is DOMPurify's default. */
const allowed: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [...ALLOWED_TAGS],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // Keeps leading elements in the body, even those the parser would move to the head.
  FORCE_BODY: true,
  RETURN_DOM_FRAGMENT: true,
};

let sanitise: Sanitise | undefined;

/**
 * Parses HTML from a backend and reduces it to the elements a comment needs.
 *
 * This is the only place in the elements that parses a string as HTML, and the parsed nodes are never serialised again.
 */
export function parseHtml(value: string): ContentNode[] {
  sanitise ??= createSanitiser();
  const fragment = isRunaway(value) ? null : sanitise(value);
  return fragment ? tidyHtml(fromDom(fragment)) : parseText(stripTags(value));
}

function fromDom(parent: ParentNode): ContentNode[] {
  return [...parent.childNodes].map((node) => {
    if (!(node instanceof Element)) return text(node.textContent ?? '');
    const attributes = ALLOWED_ATTRIBUTES.map((name) => [name, node.getAttribute(name) ?? ''] as const);
    return element(node.localName, fromDom(node), Object.fromEntries(attributes));
  });
}

/**
 * Creates a DOMPurify instance with its own Trusted Types policy. It is independent of the hooks, the configuration and the
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
    if (!mayParseStrings()) return () => null;
  }
  const purify = DOMPurify(window);
  // DOMPurify returns null when a `<frameset>` replaced the body.
  const own: Sanitise = (html) => purify.sanitize(withoutReports(html), { ...allowed, TRUSTED_TYPES_POLICY: policy });
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
