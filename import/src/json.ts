/** Reads JSON record by record, without the rest of the file in memory. */
import type { Input } from './input.js';
import { DamagedError, ImportError, MAX_RECORD, type Receiver } from './source.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Calls `onValue` for each value of a file that holds one JSON value, or several after each other. `containers` lists what is not a value
 * itself but holds them: `[]` is an array at the top level, `{}` an object there, `data{}` its member, `data.Comment[]` an array in that.
 * Each value comes with its path: `""` at the top level, `[]` in an array there, `version` for a member, `data.Comment[]` in an array.
 *
 * A value that is not JSON is reported as a problem, and so is the end of a file inside a value. Lines between values that start with `#`
 * are skipped.
 */
export async function readJson(
  input: Input,
  containers: readonly string[],
  receiver: Receiver,
  onValue: (path: string, value: unknown, line: number) => void,
): Promise<void> {
  const scanner = new Scanner(containers, receiver, onValue);
  try {
    for await (const text of input.text()) scanner.write(text);
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    receiver.problem(error.message, { line: scanner.line });
  }
  scanner.end();
  if (scanner.isEmpty) throw new ImportError(`${input.path} is not JSON, or it is empty.`);
}

interface Container {
  readonly path: string;
  readonly isArray: boolean;
  /** Name of the member whose value comes next. */
  key?: string | undefined;
}

const codeOf = (character: string): number => character.charCodeAt(0);
const NEWLINE = codeOf('\n');
const QUOTE = codeOf('"');
const BACKSLASH = codeOf('\\');
const COMMA = codeOf(',');
const COLON = codeOf(':');
const NUMBER_SIGN = codeOf('#');
const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const isObjectStart = (code: number): boolean => code === codeOf('{');
const isStart = (code: number): boolean => isObjectStart(code) || code === codeOf('[');
const isEnd = (code: number): boolean => code === codeOf('}') || code === codeOf(']');

/** Splits text into JSON values. It looks at brackets and quotation marks only; `JSON.parse` judges the values. */
class Scanner {
  line = 1;
  isEmpty = true;
  readonly #open: Container[] = [];
  /** The pieces of the value or key being read, from earlier chunks. */
  #pieces: string[] = [];
  #length = 0;
  #isReading = false;
  #startLine = 1;
  /** Brackets open inside the value. */
  #depth = 0;
  #isInString = false;
  #isEscaped = false;
  #isInRemark = false;
  /** Whether the rest of a broken value is skipped, up to a line that starts with a bracket. */
  #isLost = false;
  /** Whether the next character is the first of its line. Only known while a value is skipped. */
  #isLineStart = false;

  constructor(
    readonly containers: readonly string[],
    readonly receiver: Receiver,
    readonly onValue: (path: string, value: unknown, line: number) => void,
  ) {}

  write(chunk: string): void {
    let start = 0;
    for (let index = 0; index < chunk.length; index++) {
      const code = chunk.charCodeAt(index);
      if (code === NEWLINE) this.line += 1;
      if (this.#isInRemark) {
        this.#isInRemark = code !== NEWLINE;
        continue;
      }
      if (this.#isLost) {
        // Exports have one value on each line.
        this.#isLost = !(this.#isLineStart && (isStart(code) || isEnd(code)));
        this.#isLineStart = code === NEWLINE;
        if (this.#isLost) continue;
      }
      if (this.#isReading && this.#isInString && code === NEWLINE) {
        this.#pieces.push(chunk.slice(start, index));
        this.#isInString = false;
        this.#isLost = this.#isLineStart = true;
        this.#finishValue();
        continue;
      }
      if (this.#isReading) {
        const isOver = this.#continueValue(code);
        if (isOver === undefined) continue;
        // A number or a word ends before the character that follows it.
        const end = isOver === 'with' ? index + 1 : index;
        this.#pieces.push(chunk.slice(start, end));
        this.#finishValue();
        if (isOver === 'with') continue;
      }
      if (this.#between(code)) start = index;
    }
    if (!this.#isReading) return;
    this.#pieces.push(chunk.slice(start));
    this.#length += chunk.length - start;
    if (this.#length > MAX_RECORD) throw new DamagedError(`a value is longer than ${MAX_RECORD} characters`);
  }

  end(): void {
    if (!this.#isReading && this.#open.length === 0) return;
    if (this.#isReading && this.#depth === 0 && !this.#isInString && this.#open.length === 0) {
      this.#finishValue();
      return;
    }
    this.receiver.problem('The file ends inside a value: it is incomplete', { line: this.line });
  }

  /** A character inside a value. `with`: it is the last one. `before`: the value has ended before it. */
  #continueValue(code: number): 'with' | 'before' | undefined {
    if (this.#isInString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (code === BACKSLASH) this.#isEscaped = true;
      else if (code === QUOTE) {
        this.#isInString = false;
        if (this.#depth === 0) return 'with';
      }
      return undefined;
    }
    if (code === QUOTE && this.#depth > 0) this.#isInString = true;
    else if (isStart(code)) this.#depth += 1;
    else if (isEnd(code)) {
      if (this.#depth === 0) return 'before';
      this.#depth -= 1;
      if (this.#depth === 0) return 'with';
    } else if (this.#depth === 0 && (code === COMMA || code === COLON || isSpace(code))) return 'before';
    return undefined;
  }

  /** A character between values. Returns whether a value, or the name of a member, starts with it. */
  #between(code: number): boolean {
    if (isSpace(code)) return false;
    const container = this.#open.at(-1);
    if (container) {
      if (code === COMMA || code === COLON) return false;
      if (isEnd(code)) {
        this.#open.pop();
        this.#valueEnded();
        return false;
      }
    } else if (code === NUMBER_SIGN) {
      this.#isInRemark = true;
      return false;
    }
    if (isStart(code)) {
      const path = this.#path() + (isObjectStart(code) ? '{}' : '[]');
      if (this.containers.includes(path)) {
        this.#open.push({ path, isArray: !isObjectStart(code) });
        this.isEmpty = false;
        return false;
      }
    }
    this.isEmpty = false;
    this.#isReading = true;
    this.#pieces = [];
    this.#length = 0;
    this.#startLine = this.line;
    this.#depth = isStart(code) ? 1 : 0;
    this.#isInString = code === QUOTE;
    this.#isEscaped = false;
    return true;
  }

  /** Path of the value that comes next. */
  #path(): string {
    const container = this.#open.at(-1);
    if (!container) return '';
    if (container.isArray) return container.path;
    const parent = container.path.slice(0, -'{}'.length);
    return parent ? `${parent}.${container.key}` : (container.key ?? '');
  }

  #finishValue(): void {
    this.#isReading = false;
    const text = this.#pieces.join('');
    const container = this.#open.at(-1);
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      const id = /"(?:id|objectId|commentHex)":\s*"?([\w-]+)/.exec(text)?.[1];
      this.receiver.problem(`not JSON: ${(error as Error).message}`, {
        line: this.#startLine,
        ...(id !== undefined && { record: `comment ${id}` }),
      });
      this.#valueEnded();
      return;
    }
    if (container && !container.isArray && container.key === undefined) {
      container.key = String(value);
      return;
    }
    const path = this.#path();
    this.#valueEnded();
    this.onValue(path, value, this.#startLine);
  }

  #valueEnded(): void {
    const container = this.#open.at(-1);
    if (container) container.key = undefined;
  }
}
