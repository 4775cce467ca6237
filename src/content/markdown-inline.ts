import { autolink, leadingUrl } from './autolink.js';
import { createLabelledLink } from './link.js';
import { safeUrl } from './safe-url.js';
import { type ContentNode, element, text, type TextNode } from './tree.js';

/** Unmatched delimiters remembered per paragraph. Also bounds how deep elements nest. */
const maxOpeners = 32;

/** The `(target "title")` after a link label. The title is dropped: a tooltip could claim any target. */
const destination =
  /\(\s?(?:<([^<>\n]{0,2000})>|([^\s()]{0,2000}(?:\([^\s()]{0,2000}\)[^\s()]{0,2000}){0,9}))(?:\s{1,3}["'(][^]{0,500}?["')])?\s?\)/y;

/** Reads the inline Markdown of one paragraph: emphasis, code, links and line breaks. */
export function parseInline(source: string): ContentNode[] {
  return new InlineParser(source).parse();
}

/**
 * A single left-to-right pass over the text.
 *
 * Each delimiter is a text node of its own. When the matching one comes, everything after the opener moves into a new element that
 * takes the opener's place, so a node moves at most once per level of nesting.
 */
class InlineParser {
  readonly #source: string;
  #nodes: ContentNode[] = [];
  /** The delimiters that may still open emphasis, a link or an image. */
  #openers: TextNode[] = [];
  /** Backtick runs without a closing run in the rest of the text. Without this, each one would search it all again. */
  readonly #unclosedCode = new Set<string>();
  /** Text not appended yet. */
  #plain = '';
  /** Where the unread text begins. */
  #position = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): ContentNode[] {
    const tokens =
      /\\[\n!-/:-@[-`{-~]|`+|[*_~]+|!?\[|]|<(?:https?:\/\/|mailto:)[^\s<>]{1,2000}>|\bhttps?:\/\/\S{1,2000}/gi;
    for (let match; (match = tokens.exec(this.#source)); tokens.lastIndex = this.#position) {
      this.#plain += this.#source.slice(this.#position, match.index);
      this.#position = tokens.lastIndex;
      this.#token(match[0], match.index);
    }
    this.#plain += this.#source.slice(this.#position);
    this.#flush();
    // The delimiters that matched nothing are text like what surrounds them.
    return joinTexts(this.#nodes);
  }

  #token(token: string, start: number): void {
    const [character = ''] = token;
    if (token === '\\\n') this.#append(element('br'));
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

  #flush(): void {
    if (this.#plain) this.#nodes.push(text(this.#plain));
    this.#plain = '';
  }

  #append(node: ContentNode): void {
    this.#flush();
    this.#nodes.push(node);
  }

  #open(delimiter: string): void {
    if (this.#openers.length < maxOpeners) {
      const node = text(delimiter);
      this.#append(node);
      this.#openers.push(node);
    } else this.#plain += delimiter;
  }

  #lastOpener(matches: (delimiter: string) => boolean): TextNode | undefined {
    return this.#openers.findLast(({ value }) => matches(value));
  }

  /** Takes the opener and everything after it, for the element that takes its place. Returns what came after. */
  #takeFrom(opener: TextNode): ContentNode[] {
    this.#flush();
    this.#openers.length = this.#openers.indexOf(opener);
    return joinTexts(this.#nodes.splice(this.#nodes.lastIndexOf(opener)).slice(1));
  }

  #emphasis(run: string, start: number): void {
    const [character = ''] = run;
    const before = this.#source.charAt(start - 1);
    const after = this.#source.charAt(this.#position);
    // An underscore inside a word is part of the word.
    const boundary = character === '_' ? /[^\p{L}\p{N}_]|^$/u : /^/;
    const canOpen = /\S/.test(after) && boundary.test(before);
    let rest = /\S/.test(before) && boundary.test(after) ? run : '';
    const isCloser = (delimiter: string): boolean =>
      delimiter[0] === character && (delimiter === rest || rest.length > 2);
    // `***` closes `**` and `*`, the one opened last first.
    for (let opener; rest && (opener = this.#lastOpener(isCloser));) {
      const { length } = opener.value;
      this.#append(element(character === '~' ? 'del' : length > 1 ? 'strong' : 'em', this.#takeFrom(opener)));
      run = rest = rest.slice(length);
    }
    if (!canOpen) this.#plain += run;
    else if (run.length > 2) [character, character + character].forEach((delimiter) => this.#open(delimiter));
    else if (run) this.#open(run);
  }

  #closeLink(): void {
    const opener = this.#lastOpener((delimiter) => delimiter.endsWith('['));
    destination.lastIndex = this.#position;
    const match = opener && destination.exec(this.#source);
    const href = match && safeUrl(match[1] ?? match[2]);
    if (!href) {
      this.#openers = this.#openers.filter((node) => node !== opener);
      this.#plain += ']';
      return;
    }
    // Links do not nest: unwrap the ones inside the label, and forget brackets that would put a link around this one.
    this.#append(createLabelledLink(href, joinTexts(withoutLinks(this.#takeFrom(opener)))));
    this.#position = destination.lastIndex;
    this.#openers = this.#openers.filter(({ value }) => !value.endsWith('['));
  }

  /** Appends the code between this run of backticks and the next one of the same length. */
  #code(run: string): void {
    const runs = /`+/g;
    runs.lastIndex = this.#position;
    let close;
    if (!this.#unclosedCode.has(run)) while ((close = runs.exec(this.#source)) && close[0] !== run);
    if (close) {
      this.#append(element('code', [text(this.#source.slice(this.#position, close.index).trim())]));
      this.#position = runs.lastIndex;
    } else {
      this.#unclosedCode.add(run);
      this.#plain += run;
    }
  }
}

function withoutLinks(nodes: readonly ContentNode[]): ContentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    const children = withoutLinks(node.children);
    return node.tagName === 'a' ? children : [element(node.tagName, children, node.properties)];
  });
}

/** Makes one text of those that stand beside each other. */
function joinTexts(nodes: readonly ContentNode[]): ContentNode[] {
  const joined: ContentNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = text(last.value + node.value);
    else joined.push(node);
  }
  return joined;
}
