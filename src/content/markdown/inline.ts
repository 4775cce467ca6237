import { leadingUrl } from '../find-urls.js';
import { autolink, createLabelledLink, createLink } from '../link.js';
import { safeUrl } from '../safe-url.js';
import { type ContentNode, element, type ElementNode, text, textOf } from '../tree.js';
import { type Inline, resolveEmphasis } from './emphasis.js';
import { decodeEntity, entity, unescape } from './entities.js';
import { readAt, type Reading, readInlineTarget, readLabel, type References } from './references.js';

/** Everything that may be more than text. Most characters are text, so the pattern is kept cheap to search for. */
const tokens = /\\|`+|\*+|_+|~+|!?\[|\]|&|\n|<|(?<![a-z\d])https?:\/\/(?=\S)/gi;

const escaped = /[\n!-/:-@[-`{-~]/;
const pointyAddress =
  /<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>\p{Cc}]{0,2000}|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){0,9})>/iuy;

/** Maximum number of unmatched opening brackets that are remembered. */
const maxBrackets = 32;

/** Parses the inline Markdown of one block: emphasis, code, links and line breaks. */
export function parseInline(source: string, references: References): ContentNode[] {
  return new InlineParser(source, references).parse();
}

/** A square bracket that may open a link. */
interface Bracket {
  readonly isImage: boolean;
  /** False if a link follows it, because links do not nest. */
  readonly isActive: boolean;
  /** Start of its label, in the source and in the list of inlines. */
  readonly start: number;
  readonly index: number;
}

/** Parses from left to right. Links bind closer than emphasis, so the emphasis in a label is resolved when its link closes. */
class InlineParser {
  readonly #source: string;
  readonly #references: References;
  readonly #inlines: Inline[] = [];
  #brackets: Bracket[] = [];
  #hasTargets = false;
  /** Backtick runs without a closing run in the rest of the text. They are remembered so that the text is searched only once for each. */
  readonly #unclosedCode = new Set<string>();
  /** Text not appended yet. */
  #plain = '';
  /** Start of the unread text. */
  #position = 0;

  constructor(source: string, references: References) {
    this.#source = source;
    this.#references = references;
  }

  parse(): ContentNode[] {
    const source = this.#source;
    tokens.lastIndex = 0;
    for (let match; (match = tokens.exec(source)); tokens.lastIndex = this.#position) {
      const [token] = match;
      const before = source.slice(this.#position, match.index);
      this.#position = tokens.lastIndex;
      if (token === '\n') this.#lineEnd(before);
      else {
        this.#plain += before;
        this.#token(token, match.index);
      }
    }
    this.#plain += source.slice(this.#position);
    if (this.#inlines.length === 0) return this.#plain ? [text(this.#plain)] : [];
    this.#flush();
    const nodes = resolveEmphasis(this.#inlines);
    return this.#hasTargets ? showLinks(nodes) : nodes;
  }

  #token(token: string, start: number): void {
    const [character = ''] = token;
    if (character === '\\') this.#escape();
    else if (character === '`') this.#code(token);
    else if ('*_~'.includes(character)) this.#run(token, start);
    else if (token.endsWith('[')) this.#bracket(token);
    else if (character === ']') this.#closeBracket();
    else if (character === '&') this.#entity(start);
    else if (character === '<') this.#address(start);
    else {
      const url = leadingUrl(this.#source.slice(start));
      this.#position = start + url.length;
      this.#append(autolink(url));
    }
  }

  #flush(): void {
    if (this.#plain) this.#inlines.push(text(this.#plain));
    this.#plain = '';
  }

  #append(inline: Inline): void {
    this.#flush();
    this.#inlines.push(inline);
  }

  /** Removes spaces at the end of a line. Two or more are a hard line break. */
  #lineEnd(line: string): void {
    let end = line.length;
    while (line.charAt(end - 1) === ' ') end--;
    this.#plain += line.slice(0, end);
    if (line.length - end > 1) this.#append(element('br'));
    else this.#plain += '\n';
  }

  /** A backslash escapes a punctuation mark. Before the end of a line, it is a hard line break. */
  #escape(): void {
    const character = this.#source.charAt(this.#position);
    if (!escaped.test(character)) {
      this.#plain += '\\';
      return;
    }
    this.#position++;
    if (character === '\n') this.#append(element('br'));
    else this.#plain += character;
  }

  #entity(start: number): void {
    const match = readAt(entity, this.#source, start);
    const decoded = match ? decodeEntity(match) : undefined;
    this.#plain += decoded ?? '&';
    if (match && decoded !== undefined) this.#position = start + match[0].length;
  }

  /** `<https://example.com>` and `<somebody@example.com>`. */
  #address(start: number): void {
    const match = readAt(pointyAddress, this.#source, start);
    if (!match) {
      this.#plain += '<';
      return;
    }
    this.#position = start + match[0].length;
    const address = match[0].slice(1, -1);
    const mail = /^(?:mailto:|[^:]+$)/i.test(address) && safeUrl(address.replace(/^(?:mailto:)?/i, 'mailto:'));
    // For a label with look-alike letters, `autolink` shows where the link leads.
    this.#append(mail && /^[!-~]+$/.test(address) ? createLink(mail, 'ltr', [text(address)]) : autolink(address));
  }

  #run(token: string, start: number): void {
    const [character = ''] = token;
    if (character === '~' && token.length !== 2) {
      this.#plain += token;
      return;
    }
    // A character may be two code units.
    const before = kindOf([...this.#source.slice(Math.max(0, start - 2), start)].at(-1) ?? ' ');
    const after = kindOf([...this.#source.slice(this.#position, this.#position + 2)].at(0) ?? ' ');
    const opens = isFlanking(before, after);
    const closes = isFlanking(after, before);
    // An underscore inside a word is part of the word.
    const isFree = character !== '_';
    this.#append({
      type: 'run',
      character,
      length: token.length,
      canOpen: opens && (isFree || !closes || before === 'mark'),
      canClose: closes && (isFree || !opens || after === 'mark'),
    });
  }

  #bracket(token: string): void {
    if (this.#brackets.length === maxBrackets) {
      this.#plain += token;
      return;
    }
    this.#append(text(token));
    const isImage = token.length > 1;
    this.#brackets.push({ isImage, isActive: true, start: this.#position, index: this.#inlines.length });
  }

  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    const target = bracket?.isActive && this.#readTarget(bracket);
    if (!target) {
      this.#plain += ']';
      return;
    }
    this.#flush();
    this.#position = target.end;
    const label = resolveEmphasis(this.#inlines.splice(bracket.index - 1).slice(1));
    this.#hasTargets = true;
    this.#inlines.push(createTarget(bracket.isImage ? 'image' : 'link', unescape(target.value), label));
    if (bracket.isImage) return;
    this.#brackets = this.#brackets.map((outer) => ({ ...outer, isActive: outer.isActive && outer.isImage }));
  }

  /** Reads the target after the label: `(address)`, `[label]`, `[]` or nothing. */
  #readTarget({ start }: Bracket): Reading | undefined {
    const inline = readInlineTarget(this.#source, this.#position);
    if (inline) return inline;
    const following = readLabel(this.#source, this.#position);
    const own = readLabel(this.#source, start - 1);
    const label = following?.value || (own?.end === this.#position && own.value);
    const value = label ? this.#references.find(label) : undefined;
    return value === undefined ? undefined : { value, end: following?.end ?? this.#position };
  }

  /** Appends the code between this run of backticks and the next one of the same length. */
  #code(run: string): void {
    const runs = /`+/g;
    runs.lastIndex = this.#position;
    let close;
    if (!this.#unclosedCode.has(run)) while ((close = runs.exec(this.#source)) && close[0] !== run);
    if (close) {
      const code = this.#source.slice(this.#position, close.index).replaceAll('\n', ' ');
      const isPadded = code.startsWith(' ') && code.endsWith(' ') && /[^ ]/.test(code);
      this.#append(element('code', [text(isPadded ? code.slice(1, -1) : code)]));
      this.#position = runs.lastIndex;
    } else {
      this.#unclosedCode.add(run);
      this.#plain += run;
    }
  }
}

type CharacterKind = 'blank' | 'mark' | 'ideograph' | 'other';

function kindOf(character: string): CharacterKind {
  // The common case. Testing the Unicode properties below takes several times as long.
  if (/[a-z\d]/i.test(character)) return 'other';
  if (/\s/.test(character)) return 'blank';
  if (/[\p{P}\p{S}]/u.test(character)) return 'mark';
  return /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u.test(character) ? 'ideograph' : 'other';
}

/**
 * Whether delimiters between two characters belong to the second character. Chinese and Japanese have no spaces between words, so
 * delimiters may stand next to punctuation: `**「強調」**です`.
 */
function isFlanking(before: CharacterKind, after: CharacterKind): boolean {
  return after !== 'blank' && (after !== 'mark' || before !== 'other');
}

/** Creates a node for a link or an image in the source. `showLinks` replaces it. */
function createTarget(tagName: 'link' | 'image', address: string, label: ContentNode[]): ElementNode {
  return element(tagName, label, { address });
}

/**
 * Turns link and image nodes that are safe to follow into links. Others become their label, followed by the address as text. An image
 * is shown as its description. Links do not nest, so a label contains none.
 */
function showLinks(nodes: readonly ContentNode[], isLabel = false): ContentNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node];
    const { tagName, children, properties } = node;
    const { address } = properties;
    if (tagName === 'a' && isLabel) return children;
    if (address === undefined) return [element(tagName, showLinks(children, isLabel), properties)];
    const label = tagName === 'image' ? [text(textOf(children))] : showLinks(children, true);
    return isLabel ? label : linkTo(address, label);
  });
}

function linkTo(address: string, label: ContentNode[]): ContentNode[] {
  const href = safeUrl(address);
  if (href) return [createLabelledLink(href, label)];
  // The isolate keeps a bidi control character in the label from reordering the address.
  return address && address !== textOf(label) ? [...label, text(` (\u2066${address}\u2069)`)] : label;
}
