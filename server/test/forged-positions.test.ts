/** Positions in lists, as a client that changes them sends them: each is refused, and none reaches the database. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

const encode = (json: string): string => Buffer.from(json).toString('base64url');

/** Positions in a queue of the moderators. */
const forgedPositions: readonly string[] = [
  ...[
    '["2026-01-01","x","\\u0000"]',
    '["2026-01-01","\\u0000","x"]',
    '["2026-01-01","x","\\ud800"]',
    '["+275760-09-13T00:00:00.000Z","x","y"]',
    '["-271821-04-20T00:00:00.000Z","x","y"]',
    '["-004713-01-01T00:00:00.000Z","x","y"]',
    '["0000-01-01T00:00:00.000Z","x","y"]',
    '["+010000-01-01T00:00:00.000Z","x","y"]',
    '["2026-02-30T99:00:00Z","x","y"]',
    '["now","x","y"]',
    '["infinity","x","y"]',
    '[0,"x","y"]',
    '[null,"x","y"]',
    '[["2026-01-01"],"x","y"]',
    '["2026-01-01",1,"y"]',
    '["2026-01-01","x",{"$gt":""}]',
    '["2026-01-01","x",["y"]]',
    '["2026-01-01","x"]',
    '[]',
    '{}',
    '{"0":"2026-01-01","1":"x","2":"y","length":3}',
    'null',
    '1e999',
    '"x"',
    '['.repeat(2000),
  ].map(encode),
  'x',
  '====',
  '\u202e',
];

onOneDatabase('a forged position', (server) => {
  it('refuses a forged position in a queue of the moderators', async () => {
    const pages = await ModerationPages.open(server(), 'moderator');
    for (const path of ['/moderation', '/moderation/reported', '/moderation/removed', '/moderation/notices'])
      for (const after of forgedPositions) {
        await pages.visit(`${path}?${new URLSearchParams({ after })}`);
        assert.equal(pages.status, 422, `${path} ${after}`);
      }
  });

  it('refuses a forged position in a form of the moderators, and parameters that cannot be stored', async () => {
    const pages = await ModerationPages.open(server(), 'moderator');
    const text = await hold(server().guest(), newKey());
    await pages.find('/moderation', text);
    for (const page of [
      'search=%00',
      'discussion=%00',
      'by=%ED%A0%80%00',
      `after=${encode('["2026-01-01","x","\\u0000"]')}`,
    ])
      for (const path of ['/moderation/bulk', '/moderation/remove']) {
        await pages.send(path, { action: 'remove', from: 'held', page, discussion: 'x', comment: 'y' });
        assert.ok(pages.status >= 400 && pages.status < 500, `${path} ${page}: ${pages.status}`);
      }
    await pages.send('/moderation/bulk', { action: 'approve', from: 'held', page: '', item: '["a\\u0000","b","1"]' });
    assert.ok(pages.status < 500, String(pages.status));
    assert.match(pages.text, /Select at least one comment\./);
  });

  it('refuses a forged position in a list of comments or of events', async () => {
    const key = newKey();
    const guest = server().guest();
    await guest.post(key, 'Hello');
    for (const cursor of [...forgedPositions, `${encode('{"number":"x"}')}.x`, `${encode('{}')}.`, '.', 'a.b.c'])
      await guest.expectProblem('invalid', 'GET', '/comments', { query: { discussion: key, cursor } });
    for (const after of ['', '-1', '1.5', '1e3', '9'.repeat(16), 'NaN', ' 1', '٣', '0x1', ...forgedPositions])
      await guest.expectProblem('invalid', 'GET', '/events', { query: { discussion: key, after } });
  });
});
