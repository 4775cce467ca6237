/** The judge in docs/moderation.md, asked by the server. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createJudge } from '../../demo/examples/judge-comments.mjs';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { createDraft, newKey } from '../support/demo-server/reader.js';
import { ServerLog } from '../support/demo-server/server-log.js';
import { TestServer } from '../support/demo-server/test-server.js';

const secret = `whsec_${randomBytes(32).toString('base64')}`;

describe('the judge of the documentation', () => {
  const log = new ServerLog();
  let server: TestServer;
  let database: TestDatabase;
  const judge = createJudge({
    secret,
    categoriesOf: async (text) => {
      if (text.includes('crash')) throw new Error('The moderation service does not respond.');
      return text.includes('find you') ? ['harassment', 'violence'] : text.includes('idiot') ? ['harassment'] : [];
    },
  });
  let url = '';

  before(async () => {
    await new Promise<void>((resolve) => judge.listen(0, '127.0.0.1', () => resolve()));
    url = `http://127.0.0.1:${(judge.address() as AddressInfo).port}/`;
    database = await createPgliteDatabase();
    server = await TestServer.start(database.config, {
      outgoing: {
        policy: { allowsHttp: true, allowsPrivate: true },
        webhooks: [],
        judge: { url, secrets: [secret] },
      },
      log,
    });
  });
  after(async () => {
    await server.close();
    await database.drop();
    judge.close();
  });

  for (const [text, outcome, reason] of [
    ['A fair point.', 'published', undefined],
    ['Read https://spam.example', 'pending', undefined],
    ['You idiot', 'pending', undefined],
    ['I will find you', 'rejected', 'Our rules allow no threats.'],
    ['crash', 'pending', undefined],
  ] as const)
    it(`decides about “${text}”: ${outcome}`, async () => {
      log.clear();
      const result = await server.guest().submit(createDraft(newKey(), text));
      assert.deepEqual([result.outcome, result.reason], [outcome, reason]);
      assert.equal(log.text.includes('The status is 503'), text === 'crash', log.text);
    });

  it('asks the writer to reconsider', async () => {
    const draft = createDraft(newKey(), 'Never!!!');
    const { detail } = await server.guest().expectProblem('confirm', 'POST', '/comments', { body: draft });
    assert.equal(detail, 'Would you say it like this to a neighbour?');
  });

  it('answers no request without a valid signature', async () => {
    assert.equal((await fetch(url, { method: 'POST', body: '{}' })).status, 401);
  });
});
