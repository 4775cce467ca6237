/** A notice of illegal content is decided on by a moderator; its sender and the author read the decision, without scripts. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { noticeReport } from '../../server/test/notice-report.js';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { TestServer } from '../support/demo-server/test-server.js';
import { findChromium } from '../support/find-chromium.mjs';
import { KeyboardPage } from '../support/journeys/keyboard-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('a notice of illegal content', () => {
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

  /** Posts a comment and sends a notice about it. */
  async function notify(key: string, text: string): Promise<{ readonly id: string; readonly statusPath: string }> {
    const { id } = await (await server.person('author')).post(key, text);
    const receipt = await server.guest().callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport());
    return { id, statusPath: new URL(receipt.statusUrl ?? '').pathname };
  }

  it('is decided by keyboard, and answered to its sender and the author', async () => {
    const { id, statusPath } = await notify('pier', 'Burn the pier down');
    const moderator = await KeyboardPage.open(browser, `${origin}/moderation`);
    await moderator.tabTo('Maren Voss');
    await moderator.follow();
    await moderator.tabTo(/^Notices 1/);
    await moderator.follow();
    await moderator.tabTo(/^Decide…/);
    await moderator.page.keyboard.press('Enter');
    await moderator.page.keyboard.press('Tab');
    await moderator.page.keyboard.press('Space');
    await moderator.page.keyboard.press('Tab');
    await moderator.page.keyboard.press('Space');
    await moderator.tabTo('Law or rule');
    await moderator.page.keyboard.type('Section 111');
    await moderator.tabTo('What we found');
    await moderator.page.keyboard.type('It calls for a crime.');
    await moderator.tabTo(/^Decide N-/);
    await moderator.follow();
    assert.match(await moderator.focused(), /^Decided on a notice about the comment by Ines Marlow\./);
    assert.equal(await moderator.page.getByText('Nothing waits here.').count(), 1);

    const sender = await moderator.page.context().newPage();
    await sender.goto(`${origin}${statusPath}`);
    await sender.getByRole('heading', { name: 'Your notice' }).waitFor();
    for (const words of ['The comment was removed.', 'Section 111', 'It calls for a crime.', 'Contest the decision'])
      assert.equal(await sender.getByText(words).count(), 1, words);
    assert.equal(await sender.getByText('Ines').count(), 0);
    assert.equal(await sender.getByText('UTC').count(), 2, 'the page has no script here');
    const { status, decision } = await (await server.person('author')).get('pier', id);
    assert.deepEqual([status, decision?.measure, decision?.ground], ['hidden', 'removed', 'law']);
    await moderator.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`fits 320 pixels and has no fault that axe knows (${colorScheme})`, async () => {
      const { statusPath } = await notify(`narrow-${colorScheme}`, 'unbreakable'.repeat(40));
      const context = await browser.newContext({
        colorScheme,
        locale: 'ar',
        timezoneId: 'Asia/Kolkata',
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      await page.goto(`${origin}/moderation`);
      await page.getByRole('button', { name: 'Maren Voss' }).click();
      await page.goto(`${origin}/moderation/notices`);
      for (const summary of await page.locator('summary').all()) await summary.click();
      await expectNoFault(page);
      await page.goto(`${origin}${statusPath}`);
      assert.equal(await page.evaluate(() => document.dir), 'rtl');
      const time = page.locator('time');
      const received = new Date((await time.getAttribute('datetime')) ?? '');
      const format = new Intl.DateTimeFormat('ar', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Kolkata' });
      await time.filter({ hasText: format.format(received) }).waitFor();
      await expectNoFault(page);
      await context.close();
    });
  }
});

async function expectNoFault(page: Page): Promise<void> {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, page.url());
  await page.evaluate(axe);
  const faults = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: { run(): Promise<Violations> } }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  assert.deepEqual(faults, [], page.url());
}

interface Violations {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
