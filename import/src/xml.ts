/** Reads XML record by record, without the rest of the file in memory. */
import { SaxesParser } from 'saxes';
import type { Input } from './input.js';
import { DamagedError, ImportError, MAX_RECORD, type Receiver } from './source.js';

export interface XmlNode {
  /** Name with its prefix. The prefix of a namespace in `prefixes` is replaced by the one given there. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  text: string;
  /** Line of the start tag in the file. */
  readonly line: number;
}

export interface XmlOptions {
  /** Name of the root element. */
  readonly root: string;
  /** Called if the root element is another one. Throws an error that names the right format. */
  readonly wrongRoot: (name: string) => never;
  /** Number of ancestors of a record. */
  readonly depth: number;
  /** Patterns of namespaces, each with the prefix that names of it get. */
  readonly prefixes?: readonly (readonly [RegExp, string])[];
}

/**
 * Calls `onRecord` for each complete element at a depth. A record with an error inside, and one that the end of the file cuts off, is
 * reported as a problem instead. A document type declaration is refused, so no entity of the file is ever expanded.
 */
export async function readXml(
  input: Input,
  { root, wrongRoot, depth, prefixes = [] }: XmlOptions,
  receiver: Receiver,
  onRecord: (node: XmlNode) => void,
): Promise<void> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  const renamed = new Map<string, string>();
  const open: XmlNode[] = [];
  let level = 0;
  /** Code units since the end of a record. */
  let length = 0;
  let mistake: { readonly message: string; readonly line: number } | undefined;

  const nameOf = (raw: string): string => {
    const [prefix, local] = raw.split(':');
    return local === undefined ? raw : `${renamed.get(prefix!) ?? prefix}:${local}`;
  };
  parser.on('doctype', () => {
    throw new ImportError(
      `${input.path}:${parser.line} has a document type declaration, which exports have no use for. Remove it.`,
    );
  });
  parser.on('error', ({ message }) => {
    // The parser's message starts with its position.
    mistake ??= { message: message.replace(/^[\d:]+ /, ''), line: parser.line };
  });
  parser.on('opentag', ({ name: raw, attributes }) => {
    if (level === 0) {
      for (const [attribute, namespace] of Object.entries(attributes)) {
        const known = prefixes.find(([pattern]) => pattern.test(namespace));
        if (known && attribute.startsWith('xmlns:')) renamed.set(attribute.slice('xmlns:'.length), known[1]);
      }
      if (nameOf(raw) !== root) wrongRoot(nameOf(raw));
    }
    if (level >= depth) {
      const node: XmlNode = { name: nameOf(raw), attributes, children: [], text: '', line: parser.line };
      open.at(-1)?.children.push(node);
      open.push(node);
    }
    level += 1;
  });
  const addText = (text: string): void => {
    const node = open.at(-1);
    if (node) node.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  const unreadable = (node: XmlNode | undefined): void => {
    if (!mistake) return;
    receiver.problem(mistake.message, { line: mistake.line, ...(node && { record: recordName(node) }) });
    mistake = undefined;
  };
  parser.on('closetag', () => {
    level -= 1;
    length = 0;
    const node = open.pop();
    if (!node || open.length > 0) return;
    if (mistake) unreadable(node);
    else onRecord(node);
  });

  try {
    // XML allows no control characters, but WordPress does not remove them from comments.
    for await (const text of input.text()) {
      length += text.length;
      if (length > MAX_RECORD) throw new DamagedError(`a record is longer than ${MAX_RECORD} characters`);
      parser.write(text.replace(/[^\P{Cc}\t\n\r]/gu, ''));
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    mistake ??= { message: error.message, line: parser.line };
  }
  unreadable(open[0]);
}

/** For messages: the name of a record and its id. */
function recordName(node: XmlNode): string {
  const [, id = childText(node, 'id') ?? childText(node, 'wp:post_id')] =
    Object.entries(node.attributes).find(([name]) => /(^|:)id$/.test(name)) ?? [];
  return id ? `${node.name} ${id}` : node.name;
}

export const child = (node: XmlNode, name: string): XmlNode | undefined =>
  node.children.find((candidate) => candidate.name === name);

/** The text of a child without white space around it. Undefined if it is missing or empty. */
export const childText = (node: XmlNode, name: string): string | undefined =>
  child(node, name)?.text.trim() || undefined;
