/**
 * A reader posts again and again over a line that fails in every way, and presses the button until each comment is there.
 * Much of the time goes into waiting as readers do, when the server has asked for patience. `SEED` repeats a run.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { startServer, type Server } from '../../../server/src/http/start-server.js';
import { httpAdapter } from '../../../src/adapters/http.js';
import { createPgliteDatabase, type TestDatabase } from '../demo-server/pglite-database.js';
import { quickRules } from '../demo-server/quick-rules.js';
import { findChromium } from '../find-chromium.mjs';
import { randomFrom } from '../random-from.js';
import { seed } from '../seed.mjs';
import { FAULTS, startFaultProxy, type Fault, type FaultProxy } from './fault-proxy.js';
import { startPublisherSite, type PublisherSite } from './publisher-site.js';
import { ReaderPage } from './reader-page.js';

/** One request in so many fails. */
const ONE_IN = 3;
/** A comment that needs more presses than this will never arrive. */
const MOST_PRESSES = 40;

const discussion = { key: 'pier', url: 'http://localhost/pier' };

/** Declares the test with this many posts. */
export function declarePostingOverFaults(posts: number): void {
  describe(`posting over a line that fails (SEED=${seed})`, () => {
    let database: TestDatabase;
    let server: Server;
    let proxy: FaultProxy;
    let site: PublisherSite;
    let browser: Browser;
    let isFaulty = false;

    before(async () => {
      database = await createPgliteDatabase();
      server = await startServer(
        {
          port: 0,
          database: database.config,
          bus: 'local',
          origins: 'localhost',
          retentionDays: 30,
          noticeMonths: 6,
          openMonths: 12,
          proxies: 0,
          identities: { kind: 'guests' },
        },
        { rules: quickRules },
      );
      const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
      const random = randomFrom(seed);
      const draw = (): Fault | undefined =>
        random() * ONE_IN < 1 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined;
      proxy = await startFaultProxy({
        to: `${address}/api`,
        faultOf: () => (isFaulty ? draw() : undefined),
      });
      site = await startPublisherSite(
        () => `<article-comments loading="eager" src="${proxy.address}" discussion="pier"></article-comments>`,
      );
      browser = await chromium.launch({ ...(await findChromium()), headless: true });
    });

    after(async () => {
      await browser?.close();
      await site?.close();
      await proxy?.close();
      await server?.close();
      await database?.drop();
    });

    it(`stores each of ${posts} comments exactly once, and says each failure in words`, async () => {
      const reader = await ReaderPage.open(browser, site.origin);
      await reader.signAs('Ann');
      isFaulty = true;
      const intended = Array.from({ length: posts }, (_, index) => `Comment ${index + 1} of ${seed}`);
      const words = new Map<string, number>();
      for (const text of intended) {
        await reader.write(text);
        let outcome = await reader.post();
        for (let presses = 1; outcome.type === 'failed'; presses++) {
          assert.match(outcome.words, /\w+ \w+/, `"${text}" failed without a word`);
          assert.ok(presses < MOST_PRESSES, `"${text}" did not arrive: ${outcome.words}`);
          assert.equal(await reader.textBox.inputValue(), text, 'what was typed is still there');
          words.set(outcome.words, (words.get(outcome.words) ?? 0) + 1);
          outcome = await reader.post();
        }
      }
      isFaulty = false;
      console.log(`${proxy.happened.length} faults; what the reader read:`, Object.fromEntries(words));
      assert.deepEqual((await storedTexts(proxy.address)).sort(), [...intended].sort());
      await reader.page.reload();
      await reader.comment(intended[0] ?? '').waitFor();
      await reader.close();
    });
  });
}

/** The texts of all comments that the backend has stored. */
async function storedTexts(src: string): Promise<string[]> {
  const adapter = httpAdapter({ src });
  const { signal } = new AbortController();
  const texts: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await adapter.list(
      { discussion, sort: 'oldest', limit: 100, ...(cursor !== undefined && { cursor }) },
      { signal },
    );
    texts.push(...page.items.map(({ body }) => body.value));
    cursor = page.next;
  } while (cursor !== undefined);
  return texts;
}
