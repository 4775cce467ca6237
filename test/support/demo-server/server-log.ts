import type { LogOptions } from '../../../server/src/http/root.js';

interface Line {
  readonly level: number;
  readonly msg?: string;
}

/** Of Fastify's log. */
const errorLevel = 50;

/** What a server writes to its log, from warnings on. */
export class ServerLog implements LogOptions {
  readonly level = 'warn';
  readonly stream = { write: (line: string): void => void this.#lines.push(line) };
  #lines: string[] = [];

  get text(): string {
    return this.#lines.join('');
  }

  /** Of each error. */
  get errors(): readonly string[] {
    return this.#parsed.filter(({ level }) => level >= errorLevel).map(({ msg = '' }) => msg);
  }

  /** Of each line. */
  get messages(): readonly string[] {
    return this.#parsed.map(({ msg = '' }) => msg);
  }

  get #parsed(): readonly Line[] {
    return this.#lines.map((line) => JSON.parse(line) as Line);
  }

  clear(): void {
    this.#lines = [];
  }
}
