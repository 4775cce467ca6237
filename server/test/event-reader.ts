import assert from 'node:assert/strict';
import type { Posting } from '../../src/model/adapter.js';
import { ContractCheck } from '../../test/support/demo-server/contract-check.js';
import type { Reader } from '../../test/support/demo-server/reader.js';

export interface ReadEvent {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly id?: string;
    readonly state?: string;
    readonly body?: { readonly value: string };
    readonly posting?: Posting;
    readonly message?: { readonly value: string } | null;
  };
}

const checks = new ContractCheck();

/** Reads the event stream of a discussion and checks each comment in it against the contract. */
export class EventReader {
  readonly #closing = new AbortController();
  readonly #events: AsyncGenerator<ReadEvent, void, undefined>;

  /** Referenced, because Node's fetch aborts the body of a response that has been garbage-collected. */
  readonly #response: Response;

  private constructor(response: Response, body: ReadableStream<Uint8Array>) {
    this.#response = response;
    this.#events = read(body);
  }

  static async follow(reader: Reader, discussion: string, after?: string): Promise<EventReader> {
    const query = new URLSearchParams({ discussion, ...(after !== undefined && { after }) });
    const request = new AbortController();
    const response = await fetch(`${reader.address}/events?${query}`, {
      headers: reader.headers,
      signal: request.signal,
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    assert.ok(response.body);
    const events = new EventReader(response, response.body);
    events.#closing.signal.addEventListener('abort', () => request.abort());
    return events;
  }

  async next(): Promise<ReadEvent> {
    const { value } = await this.#events.next();
    assert.ok(value, `The stream ${this.#response.url} has ended.`);
    return value;
  }

  async take(count: number): Promise<readonly ReadEvent[]> {
    const events: ReadEvent[] = [];
    while (events.length < count) events.push(await this.next());
    return events;
  }

  close(): void {
    this.#closing.abort();
  }
}

async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<ReadEvent, void, undefined> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      const type = fields.get('event');
      if (type === undefined) continue;
      const data = JSON.parse(fields.get('data') ?? '') as ReadEvent['data'];
      if (type === 'added' || type === 'changed') checks.checkSchema('Comment', data);
      yield { id: fields.get('id') ?? '', type, data };
    }
  }
}
