/** One of two servers on a database is killed while readers post. `SEED` repeats the moments. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { describeOnPostgres } from '../support/demo-server/test-server.js';
import { TwoServers } from '../support/journeys/two-servers.js';
import { randomFrom } from '../support/random-from.js';
import { seed } from '../support/seed.mjs';

const CRASHES = 10;
/** The server is killed at most so many milliseconds after the press. */
const LATEST = 40;
/** A comment that needs more presses than this will never arrive. */
const MOST_PRESSES = 20;
/** Milliseconds. A page notices within this time that its server is back: the third attempt comes after six seconds at most. */
const PATIENCE = 60_000;

const numbered = (words: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${words} ${index + 1}`);

describeOnPostgres(`two servers on one PostgreSQL (SEED=${seed})`, () => {
  const random = randomFrom(seed);
  let servers: TwoServers;
  before(async () => {
    servers = await TwoServers.start();
  });
  after(() => servers?.close());

  it(`stores each comment exactly once when one of two servers is killed while posting, ${CRASHES} times`, async () => {
    const [ann, bo] = [await servers.open('north/pier', 'Ann'), await servers.open('south/pier', 'Bo')];
    const texts = numbered('The power goes', CRASHES);
    const found: string[] = [];
    for (const text of texts) {
      const delay = Math.floor(random() * (LATEST + 1));
      await ann.write(text);
      await ann.press();
      // The moment is the thing under test: before, while and after the server stores the comment.
      await pause(delay);
      await servers.north.kill();
      const before = await servers.stored(text);
      await servers.north.start();
      let outcome = await ann.outcome();
      let presses = 1;
      for (; outcome.type === 'failed'; presses++) {
        assert.match(outcome.words, /\w+ \w+/, `"${text}" failed without a word`);
        assert.ok(presses < MOST_PRESSES, `"${text}" did not arrive: ${outcome.words}`);
        assert.equal(await ann.textBox.inputValue(), text, 'what was typed is still there');
        outcome = await ann.post();
      }
      assert.equal(await servers.stored(text), 1, `"${text}", killed ${delay} ms after the press`);
      found.push(`${delay} ms: ${before === 0 ? 'not ' : ''}stored, ${presses} presses`);
    }
    console.log(found.join('\n'));
    await bo.newComments(CRASHES).click({ timeout: PATIENCE });
    await bo.comment(texts.at(-1) ?? '').waitFor();
    for (const reader of [ann, bo]) await reader.showsInAnyOrder(...texts);
    await ann.close();
    await bo.close();
  });

  it('shows a reader whose server was away exactly what was posted meanwhile', async () => {
    const [ann, bo] = [await servers.open('north/mole', 'Ann'), await servers.open('south/mole', 'Bo')];
    await bo.posts('Before the cut');
    await ann.newComments(1).click({ timeout: PATIENCE });
    const texts = numbered('During the cut', 7);
    await servers.north.kill();
    for (const text of texts) await bo.posts(text);
    await servers.north.start();
    await ann.newComments(texts.length).click({ timeout: PATIENCE });
    await ann.comment(texts.at(-1) ?? '').waitFor();
    await ann.showsInAnyOrder('Before the cut', ...texts);
    // What comes next is told once more as new, and alone.
    await bo.posts('After the cut');
    await ann.newComments(1).click({ timeout: PATIENCE });
    await ann.comment('After the cut').waitFor();
    await ann.showsInAnyOrder('After the cut', 'Before the cut', ...texts);
    await ann.close();
    await bo.close();
  });
});
