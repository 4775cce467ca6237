/** A newsroom works through a queue: many comments, one key for each, and scripts that only add to the forms. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, beforeEach, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { createDraft, newKey } from '../support/demo-server/reader.js';
import { TestServer } from '../support/demo-server/test-server.js';
import { findChromium } from '../support/find-chromium.mjs';
import { allowMinutes } from '../support/test-limit.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

allowMinutes(3, 'A test handles 120 comments, one after the other.');

describe('the queue of a newsroom', () => {
  let database: TestDatabase;
  let server: TestServer;
  let browser: Browser;
  let origin: string;
  let key: string;

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

  beforeEach(() => {
    key = newKey();
  });

  /** Comments that are held, by authors named by number. */
  async function hold(count: number): Promise<void> {
    const guest = server.guest();
    for (let number = 1; number <= count; number++) {
      await guest.submit(createDraft(key, `A casino, says ${number}`, { guest: { name: `Guest ${number}` } }));
      server.advanceClock(1);
    }
  }

  const listed = async (): Promise<number | undefined> => {
    const discussions = server.store.database.selectFrom('discussions').select('total');
    return (await discussions.where('key', '=', key).executeTakeFirst())?.total;
  };

  /** The queue of the discussion, as a moderator. */
  async function open(address = ''): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${origin}/moderation`);
    await page.getByRole('button', { name: 'Maren Voss' }).click();
    await page.goto(`${origin}/moderation${address || `?discussion=${key}`}`);
    return page;
  }

  /** The name at the comment with the focus. */
  const current = (page: Page): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest('article')?.querySelector('h2')?.textContent ?? null);

  // The policy of the page does not allow `waitForFunction`.
  const until = (page: Page, name: string): Promise<void> =>
    page.locator('article:focus-within h2').getByText(name, { exact: true }).waitFor();

  it('works through 120 comments with one key for each, over all pages', async () => {
    await hold(120);
    const page = await open();
    for (const number of Array.from({ length: 120 }, (_, index) => index + 1)) {
      if (number === 1) await page.keyboard.press('j');
      await until(page, `Guest ${number}`);
      await page.keyboard.press('a');
    }
    await page.getByText('Found: 0').waitFor();
    assert.equal(await listed(), 120);
    await page.context().close();
  });

  it('moves, removes with a reason, and keeps the focus on the next comment', async () => {
    await hold(4);
    const page = await open();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await current(page), 'Guest 2');
    await page.keyboard.press('k');
    assert.equal(await current(page), 'Guest 1');
    await page.keyboard.press('r');
    await page.keyboard.type('Off');
    await page.keyboard.press('Control+Enter');
    await until(page, 'Guest 2');
    await page.getByText('Removed the comment by Guest 1.').first().waitFor();
    assert.equal(
      await page.getByRole('status').filter({ hasText: 'Removed the comment by Guest 1.' }).count(),
      1,
      'announced',
    );
    assert.equal(await page.locator('[data-count=held]').textContent(), '3');
    // The same reason is suggested, and sent by a second key only.
    await page.keyboard.press('r');
    await page.keyboard.press('Control+Enter');
    await until(page, 'Guest 3');
    await page.keyboard.press('r');
    await page.keyboard.press('Escape');
    assert.equal(await current(page), 'Guest 3');
    assert.equal(await page.locator('article:focus-within details[open]').count(), 0);
    await page.keyboard.press('a');
    await page.getByText('Approved the comment by Guest 3.').first().waitFor();
    assert.equal(await listed(), 1);
    await page.context().close();
  });

  it('opens a page with the fields if the server refuses an entry', async () => {
    await hold(1);
    const page = await open();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.keyboard.type('Something');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Say what is wrong with the comment.').waitFor();
    await page.locator('textarea:focus').waitFor();
    await page.keyboard.type('She knows, abc');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Found: 0').waitFor();
    assert.ok(await page.getByText('Found: 0').isVisible());
    await page.context().close();
  });

  it('reports a fault at the comment, which stays', async () => {
    await hold(2);
    const page = await open();
    await page.route('**/moderation/approve', (route) => route.abort());
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    const alert = page.locator('article').first().getByRole('alert');
    await alert.waitFor();
    assert.equal(await alert.textContent(), 'Not changed, because of a fault: Guest 1. Please try again.');
    assert.equal(await current(page), 'Guest 2');
    await page.unroute('**/moderation/approve');
    await page.keyboard.press('k');
    await page.keyboard.press('a');
    await page.getByText('Approved the comment by Guest 1.').first().waitFor();
    await page.context().close();
  });

  it('selects by key and handles the selection at once', async () => {
    await hold(3);
    const page = await open();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('Selected: 2').waitFor();
    await page.keyboard.press('b');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Approved: 2.').waitFor();
    assert.equal(await listed(), 2);
    await page.getByRole('button', { name: 'Select all on this page' }).click();
    await page.getByText('Selected: 1').waitFor();
    await page.getByRole('button', { name: 'Clear the selection' }).click();
    await page.getByText('Selected: 1').waitFor({ state: 'hidden' });
    // Enter in a checkbox sends nothing.
    await page.getByRole('checkbox', { name: /^Select ?: Guest 3/ }).press('Enter');
    assert.equal(await listed(), 2);
    await page.context().close();
  });

  it('lists its keys, ignores them in fields, and can switch them off for good', async () => {
    await hold(2);
    const page = await open();
    const approve = page.locator('article button').first();
    assert.equal(await approve.getAttribute('aria-keyshortcuts'), 'a');
    await page.keyboard.press('?');
    const list = page.getByRole('list', { name: 'Keyboard shortcuts' });
    assert.equal(await list.evaluate((element) => element === document.activeElement), true);
    assert.match((await list.textContent()) ?? '', /Next comment.*Approve.*Remove….*Search/s);
    await page.keyboard.press('/');
    await page.keyboard.type('ajx casino');
    assert.equal(await page.getByRole('searchbox').inputValue(), 'ajx casino');
    assert.equal(await page.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).isChecked(), true);
    await page.getByRole('checkbox', { name: 'Use keyboard shortcuts' }).uncheck();
    assert.equal(await approve.getAttribute('aria-keyshortcuts'), null);
    await page.reload();
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    assert.equal(await current(page), null);
    assert.equal(await listed(), 0);
    await page.context().close();
  });

  it('shows a moderator which comment a colleague is working on', async () => {
    await hold(2);
    const page = await open();
    await page.keyboard.press('j');
    const claims = server.store.database.selectFrom('claims').selectAll();
    const answer = await page.waitForResponse('**/moderation/claim');
    assert.equal(answer.status(), 200);
    assert.equal((await claims.execute())[0]?.name, 'Maren Voss');
    await server.store.database.updateTable('claims').set({ moderator: 'person:ida', name: 'Ida' }).execute();
    await page.keyboard.press('j');
    await page.waitForResponse('**/moderation/claim');
    await page.keyboard.press('k');
    await page.locator('article:focus-within').getByText('Being handled by Ida.').waitFor();
    await page.keyboard.press('a');
    await page.getByText('Approved the comment by Guest 1.').first().waitFor();
    await page.context().close();
  });

  for (const [colorScheme, locale] of [
    ['light', 'en'],
    ['dark', 'ar'],
  ] as const)
    it(`fits 320 pixels with everything open, and has no fault that axe knows (${colorScheme}, ${locale})`, async () => {
      await hold(2);
      const context = await browser.newContext({ colorScheme, locale, viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      await page.goto(`${origin}/moderation`);
      await page.getByRole('button', { name: 'Maren Voss' }).click();
      await page.goto(`${origin}/moderation?discussion=${key}`);
      await page.locator('.queue input[type=checkbox]').first().check();
      for (const summary of await page.locator('summary:visible').all()) await summary.press('Enter');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      await page.evaluate(axe);
      const faults = await page.evaluate(async () => {
        const { violations } = await (window as unknown as { axe: { run(): Promise<Violations> } }).axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(faults, []);
      await context.close();
    });
});

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
