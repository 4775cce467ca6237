/**
 * Two servers on one database, each with a newspaper page of its own, one of which loses its power again and again.
 * `SEED` repeats the moments at which it does.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { randomFrom } from '../support/random-from.js';
import { createPostgresDatabase, withoutPostgres } from '../support/demo-server/test-server.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';
import { ServerProcess } from '../support/demo-server/server-process.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));

const CRASHES = 10;
/** Milliseconds after the press within which the power goes. */
const LATEST = 40;
/** A comment that needs more presses than this will never arrive. */
const MOST_PRESSES = 20;
/** Milliseconds after which a page has long noticed that its server is back: the third wait for it begins after six seconds at most. */
const PATIENCE = 60_000;

const numbered = (words: string, count: number): readonly string[] => Array.from({ length: count }, (_, index) => `${words} ${index + 1}`);

describe(`two servers on one PostgreSQL (SEED=${seed})`, { skip: withoutPostgres }, () => {
  const random = randomFrom(seed);
  let database: pg.Client;
  let north: ServerProcess;
  let south: ServerProcess;
  let site: PublisherSite;
  let browser: Browser;
  let drop: () => Promise<void>;

  before(async () => {
    const created = await createPostgresDatabase();
    drop = created.drop;
    const url = created.config.kind === 'postgres' ? created.config.url : '';
    north = new ServerProcess({ DATABASE_URL: url });
    south = new ServerProcess({ DATABASE_URL: url });
    await Promise.all([north.start(), south.start()]);
    database = new pg.Client({ connectionString: url });
    await database.connect();
    // The path is that of the server and of the discussion: /north/pier.
    site = await startPublisherSite((path) => {
      const [, server, discussion] = path.split('/');
      return `<article-comments loading="eager" src="${(server === 'north' ? north : south).address}" discussion="${discussion}"></article-comments>`;
    });
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
    await north?.kill();
    await south?.kill();
    await database?.end();
    await drop?.();
  });

  const open = async (path: string, name: string): Promise<ReaderPage> => {
    const reader = await ReaderPage.open(browser, `${site.origin}/${path}`);
    await reader.signAs(name);
    return reader;
  };
  const stored = async (text: string): Promise<number> =>
    (await database.query('select 1 from comments where body = $1', [text])).rows.length;

  it('tell the readers of both what is posted at either', async () => {
    const [ann, bo] = [await open('north/lighthouse', 'Ann'), await open('south/lighthouse', 'Bo')];
    await ann.posts('The light is on');
    await bo.newComments(1).click({ timeout: PATIENCE });
    await bo.comment('The light is on').waitFor();
    await bo.posts('I can see it');
    await ann.newComments(1).click({ timeout: PATIENCE });
    await ann.comment('I can see it').waitFor();
    for (const reader of [ann, bo]) assert.deepEqual((await reader.texts()).sort(), ['I can see it', 'The light is on']);
    await ann.close();
    await bo.close();
  });

  it(`lose no comment and double none when one is killed while it takes them, ${CRASHES} times`, async () => {
    const [ann, bo] = [await open('north/pier', 'Ann'), await open('south/pier', 'Bo')];
    const texts = numbered('The power goes', CRASHES);
    const found: string[] = [];
    for (const text of texts) {
      const delay = Math.floor(random() * (LATEST + 1));
      await ann.write(text);
      await ann.press();
      // The moment is the thing under test: before, while and after the server stores the comment.
      await pause(delay);
      await north.kill();
      const before = await stored(text);
      await north.start();
      let outcome = await ann.outcome();
      let presses = 1;
      for (; outcome.type === 'failed'; presses++) {
        assert.match(outcome.words, /\w+ \w+/, `"${text}" failed without a word`);
        assert.ok(presses < MOST_PRESSES, `"${text}" did not arrive: ${outcome.words}`);
        assert.equal(await ann.textBox.inputValue(), text, 'what was typed is still there');
        outcome = await ann.post();
      }
      assert.equal(await stored(text), 1, `"${text}", killed ${delay} ms after the press`);
      found.push(`${delay} ms: ${before === 0 ? 'not ' : ''}stored, ${presses} presses`);
    }
    console.log(found.join('\n'));
    await bo.newComments(CRASHES).click({ timeout: PATIENCE });
    await bo.comment(texts.at(-1) ?? '').waitFor();
    for (const reader of [ann, bo]) assert.deepEqual((await reader.texts()).sort(), [...texts].sort());
    await ann.close();
    await bo.close();
  });

  it('bring a reader whose server was away exactly what was posted meanwhile', async () => {
    const [ann, bo] = [await open('north/mole', 'Ann'), await open('south/mole', 'Bo')];
    await bo.posts('Before the cut');
    await ann.newComments(1).click({ timeout: PATIENCE });
    const texts = numbered('During the cut', 7);
    await north.kill();
    for (const text of texts) await bo.posts(text);
    await north.start();
    await ann.newComments(texts.length).click({ timeout: PATIENCE });
    await ann.comment(texts.at(-1) ?? '').waitFor();
    assert.deepEqual((await ann.texts()).sort(), ['Before the cut', ...texts].sort());
    // What comes next is told once more as new, and alone.
    await bo.posts('After the cut');
    await ann.newComments(1).click({ timeout: PATIENCE });
    await ann.comment('After the cut').waitFor();
    assert.deepEqual((await ann.texts()).sort(), ['After the cut', 'Before the cut', ...texts].sort());
    await ann.close();
    await bo.close();
  });
});
