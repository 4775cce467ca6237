import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange } from '../support/replay.js';

const RECORDED_HEADERS = ['content-type', 'x-wp-total', 'retry-after'];

/** Records what a server responds. Leaves out avatars, and replaces the server's address by `placeholder`. */
export class ExchangeRecorder {
  readonly #exchanges: Exchange[] = [];
  readonly #server: string;
  readonly #placeholder: string;
  readonly #send: typeof fetch;

  /** @param send Sends the requests. Default: the global `fetch`. */
  constructor(server: string, placeholder: string, send: typeof fetch = fetch) {
    this.#server = server;
    this.#placeholder = placeholder;
    this.#send = send;
  }

  readonly fetch: typeof fetch = async (address, init) => {
    const response = await this.#send(address, init);
    const headers = Object.fromEntries([...response.headers].filter(([name]) => RECORDED_HEADERS.includes(name)));
    this.#exchanges.push({
      asked: `${init?.method ?? 'GET'} ${decodeURIComponent((address as string).replace(this.#server, ''))}`,
      status: response.status,
      headers,
      body: this.#withPlaceholders(await response.clone().text()),
    });
    return response;
  };

  /** Writes the exchanges to the folder of the adapter's tests. */
  save(adapter: string): void {
    writeFileSync(
      join(import.meta.dirname, '..', 'adapters', adapter, 'exchanges.json'),
      `${JSON.stringify(this.#exchanges, null, 2)}\n`,
    );
  }

  #withPlaceholders(body: string): string {
    return body
      .replaceAll(this.#server, this.#placeholder)
      .replaceAll(this.#server.replaceAll('/', '\\/'), this.#placeholder.replaceAll('/', '\\/'))
      .replaceAll(new URL(this.#server).host, new URL(this.#placeholder).host)
      .replace(/"author_avatar_urls":\{[^}]*\}/g, '"author_avatar_urls":{}')
      .replace(/"avatar":"[^"]*"/g, '"avatar":""');
  }
}
