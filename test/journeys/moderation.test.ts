/** A moderator works through the queues by keyboard, in a browser without scripts. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser } from 'playwright-core';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { createDraft } from '../support/demo-server/reader.js';
import { TestServer } from '../support/demo-server/test-server.js';
import { findChromium } from '../support/find-chromium.mjs';
import { KeyboardPage } from '../support/journeys/keyboard-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('moderation by keyboard and without scripts', () => {
  let database: TestDatabase;
  let server: TestServer;
  let browser: Browser;
  let origin: string;

  before(async () => {
    database = await createPgliteDatabase();
    server = await TestServer.start(database.config);
    origin = new URL(server.address.replace('127.0.0.1', 'localhost')).origin;
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    await database?.drop();
  });

  async function signIn(): Promise<KeyboardPage> {
    const moderator = await KeyboardPage.open(browser, `${origin}/moderation`);
    assert.match(moderator.page.url(), /\/api\/sign-in\?return=/);
    await moderator.tabTo('Maren Voss');
    await moderator.follow();
    assert.equal(moderator.page.url(), `${origin}/moderation`);
    return moderator;
  }

  it('approves, removes with a reason, dismisses, restores, and goes on where it was', async () => {
    const guest = server.guest();
    // The queues show the oldest first.
    for (const name of ['Gus', 'Gerda']) {
      await guest.submit(createDraft('pier', `A casino, says ${name}`, { guest: { name } }));
      server.advanceClock(1);
    }
    const author = await server.person('author');
    const first = await author.post('pier', 'The first reported comment');
    const second = await author.post('pier', 'The second reported comment');
    for (const { id } of [first, second]) {
      await server.guest().callComment('PUT', 'report', 'pier', id, { reason: 'spam', detail: 'Look at this' });
      server.advanceClock(1);
    }

    const moderator = await signIn();
    await moderator.tabTo('Approve: Gus');
    await moderator.follow();
    assert.equal(await moderator.focused(), 'Approved the comment by Gus. Readers see it now.');
    // The focus stands where the handled comment stood: what comes next belongs to the next one.
    await moderator.tabTo('Approve: Gerda');
    await moderator.tabTo('Remove…: Gerda');
    await moderator.page.keyboard.press('Enter');
    await moderator.tabTo('Reason');
    await moderator.page.keyboard.type('Something');
    await moderator.tabTo(/^Remove: Gerda/);
    await moderator.follow();
    assert.equal(await moderator.page.getByText('Say what is wrong with the comment.').count(), 1);
    await moderator.page.keyboard.type('She knows');
    await moderator.tabTo(/^Remove: Gerda/);
    await moderator.follow();
    assert.match(await moderator.focused(), /^Removed the comment by Gerda\./);
    assert.equal(await moderator.page.getByText('Nothing waits here.').count(), 1);

    await moderator.page.keyboard.press('Shift+Tab');
    await moderator.page.goto(`${origin}/moderation`);
    await moderator.tabTo(/^Reported/);
    await moderator.follow();
    await moderator.tabTo('Dismiss reports: Ines Marlow');
    await moderator.follow();
    assert.match(await moderator.focused(), /^Dismissed the reports of the comment by Ines Marlow\./);
    await moderator.tabTo('Remove…: Ines Marlow');
    await moderator.page.keyboard.press('Enter');
    await moderator.tabTo(/^Remove: Ines Marlow/);
    await moderator.follow();
    assert.match(await moderator.focused(), /^Removed the comment by Ines Marlow\./);
    assert.equal(await moderator.page.getByText('Nothing waits here.').count(), 1);
    assert.deepEqual(
      (await server.guest().list('pier')).items.map(({ body }) => body.value),
      ['A casino, says Gus', 'The first reported comment'],
    );

    await moderator.page.goto(`${origin}/moderation`);
    await moderator.tabTo(/^Removed/);
    await moderator.follow();
    await moderator.tabTo('Restore: Ines Marlow');
    await moderator.follow();
    assert.match(await moderator.focused(), /^Restored the comment by Ines Marlow\./);
    assert.equal((await server.guest().get('pier', second.id)).status, 'visible');
    await moderator.close();
  });

  it('erases a person after a question', async () => {
    await (await server.person('reader')).post('pier', 'Please forget me');
    const moderator = await signIn();
    await moderator.tabTo('Erase a person');
    await moderator.follow();
    await moderator.tabTo('Person');
    await moderator.page.keyboard.type('person:reader');
    await moderator.follow();
    await moderator.tabTo('Erase for good');
    await moderator.follow();
    assert.match(await moderator.focused(), /^Erased everything by person:reader\. Comments: 1,/);
    assert.ok(!(await server.guest().list('pier')).items.some(({ body }) => body.value === 'Please forget me'));
    await moderator.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`fits 320 pixels and has no fault that axe knows (${colorScheme})`, async () => {
      const key = `narrow-${colorScheme}`;
      const longWord = 'casino'.repeat(60);
      await server.guest().submit(createDraft(key, `${longWord} casino`, { guest: { name: longWord.slice(0, 60) } }));
      await server.guest().submit(createDraft(key, 'مرحبا! كازينو casino?', { guest: { name: 'ليلى' } }));
      const { id } = await (await server.person('author')).post(key, longWord);
      await server.guest().callComment('PUT', 'report', key, id, { reason: 'other', detail: longWord });
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
      // Scripts run here for axe only: from outside the page, which allows none.
      const page = await context.newPage();
      await page.goto(`${origin}/moderation`);
      await page.getByRole('button', { name: 'Maren Voss' }).click();
      for (const path of [
        '',
        '/reported',
        '/removed',
        '/erase',
        '/erase?identity=person:author',
        '/erase?identity=x',
      ]) {
        await page.goto(`${origin}/moderation${path}`);
        for (const summary of await page.locator('summary').all()) await summary.click();
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, path);
        await page.evaluate(axe);
        const faults = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: { run(): Promise<Violations> } }).axe.run();
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        });
        assert.deepEqual(faults, [], path);
      }
      await context.close();
    });
  }
});

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
