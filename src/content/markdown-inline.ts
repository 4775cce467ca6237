import { addressLink } from './address-link.js';
import { createLink } from './create-link.js';
import { discloseTarget } from './disclose-target.js';
import { safeUrl } from './safe-url.js';
import { takeAddress } from './take-address.js';

/** At most so many marks wait for their counterpart in one paragraph, which also bounds how deep elements nest. */
const maxOpeners = 32;

/** The address in brackets after a link's label, and a title, which is left out: a tooltip can claim any target. */
const destination =
  /\(\s?(?:<([^<>\n]{0,2000})>|([^\s()]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,9}))(?:\s{1,3}["'(][^]{0,500}?["')])?\s?\)/y;

/**
 * Appends the text of one paragraph with its emphasis, code, links and line breaks.
 *
 * One pass from left to right. A mark is appended as a text node of its own; when its counterpart comes, what follows the
 * mark moves into a new element. Each node moves at most once for each level of nesting.
 */
export function appendInline(parent: Element, text: string): void {
  const tokens = /\\[\n!-/:-@[-`{-~]|`+|[*_~]+|!?\[|]|<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>|\bhttps?:\/\/\S{1,2000}/gi;
  /** The marks that may turn out to open something: emphasis, a link, an image. */
  let openers: Text[] = [];
  const unclosedCode = new Set<string>();
  let plain = '';
  let end = 0;

  const put = (node: Node | string) => {
    parent.append(plain, node);
    plain = '';
  };

  const open = (mark: string) => {
    if (openers.length < maxOpeners) {
      const node = new Text(mark);
      put(node);
      openers.push(node);
    } else plain += mark;
  };

  const lastOpener = (matches: (mark: string) => boolean) => openers.findLast((node) => matches(node.data));

  /** Moves everything after an opener into the element, which takes the opener's place. */
  const wrap = (opener: Text, element: Element) => {
    put('');
    openers.length = openers.indexOf(opener);
    while (opener.nextSibling) element.append(opener.nextSibling);
    opener.replaceWith(element);
  };

  const emphasis = (run: string, before: string, after: string) => {
    const [character = ''] = run;
    // An underscore inside a word is part of the word.
    const boundary = character === '_' ? /[^\p{L}\p{N}_]|^$/u : /^/;
    const mayOpen = /\S/.test(after) && boundary.test(before);
    let rest = /\S/.test(before) && boundary.test(after) ? run : '';
    // With three marks, `**` and `*` are closed in the order in which they were opened.
    for (let opener; rest && (opener = lastOpener((mark) => mark[0] === character && (mark === rest || rest.length > 2)));) {
      const { length } = opener.data;
      wrap(opener, document.createElement(character === '~' ? 'del' : length > 1 ? 'strong' : 'em'));
      run = rest = rest.slice(length);
    }
    if (!mayOpen) plain += run;
    else if (run.length > 2) [character, character + character].forEach(open);
    else if (run) open(run);
  };

  const closeBracket = () => {
    const opener = lastOpener((mark) => mark.endsWith('['));
    destination.lastIndex = end;
    const match = opener && destination.exec(text);
    const href = match && safeUrl(match[1] ?? match[2]);
    if (!href) {
      openers = openers.filter((node) => node !== opener);
      plain += ']';
      return;
    }
    const link = createLink(href, 'auto');
    wrap(opener, link);
    end = destination.lastIndex;
    // A link holds no other link, neither inside (an address in the label) nor around it (a bracket that is still open).
    for (const inner of link.querySelectorAll('a')) inner.replaceWith(...inner.childNodes);
    openers = openers.filter((node) => !node.data.endsWith('['));
    discloseTarget(link);
  };

  /** Appends the code between two runs of equally many backticks. */
  const code = (run: string) => {
    const runs = /`+/g;
    runs.lastIndex = end;
    let close;
    // Without the note of what was searched in vain, each run of that length would search the rest of the text again.
    if (!unclosedCode.has(run)) while ((close = runs.exec(text)) && close[0] !== run);
    if (close) {
      const element = document.createElement('code');
      element.textContent = text.slice(end, close.index).trim();
      put(element);
      end = runs.lastIndex;
    } else {
      unclosedCode.add(run);
      plain += run;
    }
  };

  for (let match; (match = tokens.exec(text)); tokens.lastIndex = end) {
    const [token] = match;
    const [character = ''] = token;
    plain += text.slice(end, match.index);
    end = tokens.lastIndex;
    if (token === '\\\n') put(document.createElement('br'));
    else if (character === '\\') plain += token.slice(1);
    else if (character === '`') code(token);
    // Longer runs are rules and decoration.
    else if (/^(?:\*{1,3}|_{1,3}|~~)$/.test(token)) emphasis(token, text.charAt(match.index - 1), text.charAt(end));
    else if (token.endsWith('[')) open(token);
    else if (character === ']') closeBracket();
    else if (character === '<') put(addressLink(token.slice(1, -1)));
    else if (/^h/i.test(character)) {
      const address = takeAddress(token);
      end = match.index + address.length;
      put(addressLink(address));
    } else plain += token;
  }
  put(text.slice(end));
  // Marks that opened nothing are text like any other.
  parent.normalize();
}
