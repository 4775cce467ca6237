import type { LogOptions } from '../../../server/src/http/root.js';

/** What a server writes to its log, from warnings on. */
export class ServerLog implements LogOptions {
  readonly level = 'warn';
  readonly stream = { write: (line: string): void => void this.#lines.push(line) };
  #lines: string[] = [];

  get text(): string {
    return this.#lines.join('');
  }

  /** Of each line. */
  get messages(): readonly string[] {
    return this.#lines.map((line) => (JSON.parse(line) as { readonly msg?: string }).msg ?? '');
  }

  clear(): void {
    this.#lines = [];
  }
}
