import { addressLink } from './address-link.js';
import { createLink } from './create-link.js';
import { discloseTarget } from './disclose-target.js';
import { decodeEntities } from './plain-text.js';
import { safeUrl } from './safe-url.js';
import { takeAddress } from './take-address.js';

/** A mark that may turn out to open something: emphasis, a link, an image. */
interface Opener {
  readonly mark: string;
  readonly node: Text;
}

/** At most so many marks wait for their counterpart in one paragraph, which also bounds how deep elements nest. */
const maxOpeners = 32;

const tagNames = new Map([
  ['*', 'em'],
  ['_', 'em'],
  ['**', 'strong'],
  ['__', 'strong'],
  ['~~', 'del'],
]);

/** The address in brackets after a link's label, and a title, which is left out: a tooltip can claim any target. */
const destination =
  /\(\s?(?:<([^<>\n]{0,2000})>|([^\s()]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,9}))(?:\s{1,3}(?:"[^"]{0,500}"|'[^']{0,500}'|\([^()]{0,500}\)))?\s?\)/y;

/**
 * Appends the text of one paragraph with its emphasis, code, links and line breaks.
 *
 * One pass from left to right. A mark is appended as text; when its counterpart comes, what follows the mark moves into a
 * new element. Each node moves at most once for each level of nesting.
 */
export function appendInline(parent: Element, text: string): void {
  const tokens = /\\[\n!-/:-@[-`{-~]|`+|[*_~]+|!?\[|\]|<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>|&#?\w{1,8};|\bhttps?:\/\/\S{1,2000}/gi;
  const openers: Opener[] = [];
  const unclosedCode = new Set<number>();
  let plain = '';
  let end = 0;

  const put = (...nodes: (Node | string)[]) => {
    parent.append(plain, ...nodes);
    plain = '';
  };

  const begin = (mark: string) => {
    if (openers.length >= maxOpeners) {
      plain += mark;
      return;
    }
    const node = document.createTextNode(mark);
    put(node);
    openers.push({ mark, node });
  };

  /** Moves everything after an opener into the element, which takes the opener's place. */
  const wrap = (index: number, element: Element) => {
    put();
    const [{ node } = { node: undefined }] = openers.splice(index);
    while (node?.nextSibling) element.append(node.nextSibling);
    node?.replaceWith(element);
  };

  const lastOpener = (matches: (mark: string) => boolean) => {
    let index = openers.length - 1;
    while (index >= 0 && !matches(openers[index]?.mark ?? '')) index--;
    return index;
  };

  const emphasis = (run: string, before: string, after: string) => {
    const character = run.charAt(0);
    const letter = /[\p{L}\p{N}_]/u;
    const underscore = character === '_';
    const mayOpen = /\S/.test(after) && !(underscore && letter.test(before));
    const mayClose = /\S/.test(before) && !(underscore && letter.test(after));
    // Longer runs are rules and decoration, and with three marks `**` and `*` are closed in the order they were opened.
    let rest = run.length > 3 || (character === '~' && run.length !== 2) ? '' : run;
    if (!rest) plain += run;
    while (rest && mayClose) {
      const index = lastOpener((mark) => mark.startsWith(character) && (mark.length === rest.length || rest.length === 3));
      const mark = openers[index]?.mark;
      if (!mark) break;
      wrap(index, document.createElement(tagNames.get(mark) ?? 'em'));
      rest = rest.slice(mark.length);
    }
    if (!mayOpen) plain += rest;
    else if (rest.length === 3) [character, character + character].forEach(begin);
    else if (rest) begin(rest);
  };

  const closeBracket = () => {
    const index = lastOpener((mark) => mark.endsWith('['));
    destination.lastIndex = end;
    const match = index < 0 ? null : destination.exec(text);
    const href = match && safeUrl(match[1] ?? match[2]);
    if (!href) {
      if (index >= 0) openers.splice(index, 1);
      plain += ']';
      return;
    }
    const link = createLink(href, 'auto');
    wrap(index, link);
    end = destination.lastIndex;
    // A link holds no other link, whether inside (an address in the label) or outside (a bracket that is still open).
    for (const inner of link.querySelectorAll('a')) inner.replaceWith(...inner.childNodes);
    for (let i = openers.length; i--;) if (openers[i]?.mark.endsWith('[')) openers.splice(i, 1);
    if (!link.textContent?.trim()) link.textContent = href;
    discloseTarget(link);
  };

  /** Appends the code between two runs of equally many backticks. */
  const code = (run: string) => {
    const runs = /`+/g;
    runs.lastIndex = end;
    let close = unclosedCode.has(run.length) ? null : runs.exec(text);
    while (close && close[0] !== run) close = runs.exec(text);
    if (!close) {
      // Without this note each run of the same length would search the rest of the text again.
      unclosedCode.add(run.length);
      plain += run;
      return;
    }
    const element = document.createElement('code');
    element.textContent = text
      .slice(end, close.index)
      .replace(/\n/g, ' ')
      .replace(/^ (?=.*\S)(.*) $/, '$1');
    put(element);
    end = runs.lastIndex;
  };

  for (let match; (match = tokens.exec(text)); tokens.lastIndex = end) {
    const [token] = match;
    plain += text.slice(end, match.index);
    end = tokens.lastIndex;
    const character = token.charAt(0);
    if (token === '\\\n') put(document.createElement('br'));
    else if (character === '\\') plain += token.charAt(1);
    else if (character === '`') code(token);
    else if ('*_~'.includes(character)) emphasis(token, text.charAt(match.index - 1), text.charAt(end));
    else if (character === ']') closeBracket();
    else if (token.endsWith('[')) begin(token);
    else if (character === '&') plain += decodeEntities(token);
    else if (character === '<') put(addressLink(token.slice(1, -1)));
    else {
      const address = takeAddress(token);
      end = match.index + address.length;
      put(addressLink(address));
    }
  }
  plain += text.slice(end);
  put();
  // Marks that opened nothing are text like any other.
  parent.normalize();
}
