/** The backend example in docs/http-contract.md conforms to the contract, checked through the HTTP adapter. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createBackend } from '../../demo/examples/serve-the-contract.mjs';
import { httpAdapter } from '../../src/adapters/http.js';
import { checks, faultyFetch, type Stage } from '../../src/conformance.js';

describe('the example "Serve the contract"', () => {
  let app: FastifyInstance;
  let src: string;

  before(async () => {
    app = await createBackend({ origins: ['http://localhost:8000'] });
    src = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  after(() => {
    // Keep-alive connections would delay the shutdown.
    app.server.closeAllConnections();
    return app.close();
  });

  const makeStage = (): Stage => {
    const key = randomUUID();
    const adapter = (): ReturnType<typeof httpAdapter> => httpAdapter({ src });
    return {
      discussion: { key, url: `https://news.example/${key}` },
      another: { key: `${key}-2`, url: 'https://news.example/another' },
      adapter: adapter(),
      as: (person) => (person === 'guest' || person === 'other' ? adapter() : undefined),
      faulty: (fault) => httpAdapter({ src, fetch: faultyFetch(fault), timeout: { read: 200, write: 200 } }),
      timeLimit: 200,
    };
  };

  it('has at most 75 lines', () => {
    const code = readFileSync(new URL('../../demo/examples/serve-the-contract.mjs', import.meta.url), 'utf8');
    assert.ok(code.split('\n').length <= 75);
  });

  for (const check of checks) {
    it(check.name, async (context) => {
      const result = await check.run(makeStage);
      if (result.outcome === 'not-applicable') context.skip(result.why);
    });
  }
});
