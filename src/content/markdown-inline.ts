import { autolink, leadingUrl } from './autolink.js';
import { createLink, discloseTarget } from './link-element.js';
import { safeUrl } from './safe-url.js';

/** Unmatched delimiters remembered per paragraph. Also bounds how deep elements nest. */
const maxOpeners = 32;

/** The `(target "title")` after a link label. The title is dropped: a tooltip could claim any target. */
const destination =
  /\(\s?(?:<([^<>\n]{0,2000})>|([^\s()]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,9}))(?:\s{1,3}["'(][^]{0,500}?["')])?\s?\)/y;

/** Renders the inline Markdown of one paragraph into `parent`: emphasis, code, links and line breaks. */
export function appendInline(parent: Element | DocumentFragment, text: string): void {
  new InlineParser(parent, text).parse();
}

/**
 * A single left-to-right pass over the text.
 *
 * Each delimiter is appended as a text node of its own. When the matching one comes, everything after the opener moves into
 * a new element that takes the opener's place, so a node moves at most once per level of nesting.
 */
class InlineParser {
  readonly #parent: Element | DocumentFragment;
  readonly #text: string;
  /** Text nodes of the delimiters that may still open emphasis, a link or an image. */
  #openers: Text[] = [];
  /** Backtick runs without a closing run in the rest of the text. Without this, each one would search it all again. */
  readonly #unclosedCode = new Set<string>();
  /** Text not appended yet. */
  #plain = '';
  /** Where the unread text begins. */
  #position = 0;

  constructor(parent: Element | DocumentFragment, text: string) {
    this.#parent = parent;
    this.#text = text;
  }

  parse(): void {
    const tokens =
      /\\[\n!-/:-@[-`{-~]|`+|[*_~]+|!?\[|]|<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>|\bhttps?:\/\/\S{1,2000}/gi;
    for (let match; (match = tokens.exec(this.#text)); tokens.lastIndex = this.#position) {
      this.#plain += this.#text.slice(this.#position, match.index);
      this.#position = tokens.lastIndex;
      this.#token(match[0], match.index);
    }
    this.#append(this.#text.slice(this.#position));
    // Merges the delimiters that matched nothing with the text around them.
    this.#parent.normalize();
  }

  #token(token: string, start: number): void {
    const [character = ''] = token;
    if (token === '\\\n') this.#append(document.createElement('br'));
    else if (character === '\\') this.#plain += token.slice(1);
    else if (character === '`') this.#code(token);
    // Longer runs are rules or decoration.
    else if (/^(?:\*{1,3}|_{1,3}|~~)$/.test(token)) this.#emphasis(token, start);
    else if (token.endsWith('[')) this.#open(token);
    else if (character === ']') this.#closeLink();
    else if (character === '<') this.#append(autolink(token.slice(1, -1)));
    else if (/^h/i.test(character)) {
      const url = leadingUrl(token);
      this.#position = start + url.length;
      this.#append(autolink(url));
    } else this.#plain += token;
  }

  #append(node: Node | string): void {
    this.#parent.append(this.#plain, node);
    this.#plain = '';
  }

  #open(delimiter: string): void {
    if (this.#openers.length < maxOpeners) {
      const node = new Text(delimiter);
      this.#append(node);
      this.#openers.push(node);
    } else this.#plain += delimiter;
  }

  #lastOpener(matches: (delimiter: string) => boolean): Text | undefined {
    return this.#openers.findLast((node) => matches(node.data));
  }

  /** Moves everything after the opener into `element`, which replaces the opener. */
  #wrap(opener: Text, element: Element): void {
    this.#append('');
    this.#openers.length = this.#openers.indexOf(opener);
    while (opener.nextSibling) element.append(opener.nextSibling);
    opener.replaceWith(element);
  }

  #emphasis(run: string, start: number): void {
    const [character = ''] = run;
    const before = this.#text.charAt(start - 1);
    const after = this.#text.charAt(this.#position);
    // An underscore inside a word is part of the word.
    const boundary = character === '_' ? /[^\p{L}\p{N}_]|^$/u : /^/;
    const canOpen = /\S/.test(after) && boundary.test(before);
    let rest = /\S/.test(before) && boundary.test(after) ? run : '';
    const isCloser = (delimiter: string): boolean =>
      delimiter[0] === character && (delimiter === rest || rest.length > 2);
    // `***` closes `**` and `*`, the one opened last first.
    for (let opener; rest && (opener = this.#lastOpener(isCloser));) {
      const { length } = opener.data;
      this.#wrap(opener, document.createElement(character === '~' ? 'del' : length > 1 ? 'strong' : 'em'));
      run = rest = rest.slice(length);
    }
    if (!canOpen) this.#plain += run;
    else if (run.length > 2) [character, character + character].forEach((delimiter) => this.#open(delimiter));
    else if (run) this.#open(run);
  }

  #closeLink(): void {
    const opener = this.#lastOpener((delimiter) => delimiter.endsWith('['));
    destination.lastIndex = this.#position;
    const match = opener && destination.exec(this.#text);
    const href = match && safeUrl(match[1] ?? match[2]);
    if (!href) {
      this.#openers = this.#openers.filter((node) => node !== opener);
      this.#plain += ']';
      return;
    }
    const link = createLink(href, 'auto');
    this.#wrap(opener, link);
    this.#position = destination.lastIndex;
    // Links do not nest: unwrap the ones inside the label, and forget brackets that would put a link around this one.
    for (const inner of link.querySelectorAll('a')) inner.replaceWith(...inner.childNodes);
    this.#openers = this.#openers.filter((node) => !node.data.endsWith('['));
    discloseTarget(link);
  }

  /** Appends the code between this run of backticks and the next one of the same length. */
  #code(run: string): void {
    const runs = /`+/g;
    runs.lastIndex = this.#position;
    let close;
    if (!this.#unclosedCode.has(run)) while ((close = runs.exec(this.#text)) && close[0] !== run);
    if (close) {
      const element = document.createElement('code');
      element.textContent = this.#text.slice(this.#position, close.index).trim();
      this.#append(element);
      this.#position = runs.lastIndex;
    } else {
      this.#unclosedCode.add(run);
      this.#plain += run;
    }
  }
}
