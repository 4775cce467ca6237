/** No adapter reads an endless response, which would fill the memory of the reader's browser. */
import { expect } from 'chai';
import { blueskyAdapter } from '../../../src/adapters/bluesky.js';
import { ghostAdapter } from '../../../src/adapters/ghost.js';
import { httpAdapter } from '../../../src/adapters/http.js';
import { mastodonAdapter } from '../../../src/adapters/mastodon.js';
import { connect as connectMemory } from '../../../src/adapters/memory.js';
import { staticAdapter } from '../../../src/adapters/static.js';
import { walineAdapter } from '../../../src/adapters/waline.js';
import { wordpressAdapter } from '../../../src/adapters/wordpress.js';
import type { CommentsAdapter } from '../../../src/model/adapter.js';
import { call, failure } from '../../support/adapter-fixture.js';

const src = 'https://backend.example';

const MILLION = new TextEncoder().encode('x'.repeat(1_000_000));

/** A server whose responses begin like any other and do not end. */
class EndlessServer {
  /** How much of each response has been read, in millions of characters, and whether its reader has cancelled it. */
  readonly responses: { millions: number; isCancelled: boolean }[] = [];

  readonly fetch = (async () => {
    const response = { millions: 0, isCancelled: false };
    this.responses.push(response);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"comments": "')),
      pull: (controller) => {
        response.millions++;
        controller.enqueue(MILLION);
      },
      cancel: () => {
        response.isCancelled = true;
      },
    });
    return new Response(body, { headers: { 'content-type': 'application/json' } });
  }) as typeof globalThis.fetch;
}

const list = (adapter: CommentsAdapter, key = '42') =>
  adapter.list({ discussion: { key, url: 'https://news.example/42' }, sort: 'oldest', limit: 25 }, call);

/** `memory` reads its options from a file when it is created, with the browser's own `fetch`. */
async function setUpMemory(fetch: typeof globalThis.fetch): Promise<unknown> {
  const { fetch: original } = globalThis;
  globalThis.fetch = fetch;
  try {
    return await connectMemory({ src: `${src}/options.json` });
  } finally {
    globalThis.fetch = original;
  }
}

type Reading = (fetch: typeof globalThis.fetch) => Promise<unknown>;

const adapters: readonly (readonly [name: string, millions: number, read: Reading])[] = [
  ['bluesky', 10, (fetch) => list(blueskyAdapter({ fetch }), 'https://bsky.app/profile/news.example/post/3abc')],
  ['ghost', 10, (fetch) => list(ghostAdapter({ src, fetch }))],
  ['http', 10, (fetch) => list(httpAdapter({ src, fetch }))],
  ['mastodon', 10, (fetch) => list(mastodonAdapter({ src, fetch }))],
  ['memory', 10, setUpMemory],
  ['static', 50, (fetch) => list(staticAdapter({ src: `${src}/archive.json`, fetch }))],
  ['waline', 10, (fetch) => list(walineAdapter({ src, fetch }))],
  ['wordpress', 10, (fetch) => list(wordpressAdapter({ src, fetch }))],
];

describe('an endless response', () => {
  for (const [name, millions, read] of adapters) {
    it(`is cancelled by ${name} after ${millions} million characters`, async () => {
      const server = new EndlessServer();
      const { message } = await failure(read(server.fetch), 'bad-response');
      expect(message).to.contain(`exceeds ${millions}000000 characters`);
      // Streams fetch a little ahead. WordPress is asked for two lists at a time.
      for (const response of server.responses) expect(response.millions).to.be.at.most(millions + 3);
      expect(server.responses.filter(({ isCancelled }) => isCancelled)).not.to.deep.equal([]);
    });
  }
});
