/** A moderator approves, hides and undoes in the conversation, by keyboard and by what is announced. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Locator } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { createDraft } from '../support/demo-server/reader.js';
import { TestServer } from '../support/demo-server/test-server.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

describe('moderating in the conversation', () => {
  let database: TestDatabase;
  let server: TestServer;
  let site: PublisherSite;
  let browser: Browser;
  let api: string;

  before(async () => {
    database = await createPgliteDatabase();
    server = await TestServer.start(database.config);
    // The same host as the page's, so that the browser sends its cookies along.
    api = server.address.replace('127.0.0.1', 'localhost');
    site = await startPublisherSite(
      () => `<article-comments loading="eager" src="${api}" discussion="pier"></article-comments>`,
    );
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
    await server?.close();
    await database?.drop();
  });

  async function signIn(): Promise<ReaderPage> {
    const moderator = await ReaderPage.open(browser, `${site.origin}/pier`);
    await moderator.page.goto(`${api}/sign-in?return=${encodeURIComponent(`${site.origin}/pier`)}`);
    await moderator.page.getByRole('button', { name: 'Maren Voss' }).click();
    await moderator.page.waitForURL(`${site.origin}/pier`);
    return moderator;
  }

  async function press(button: Locator): Promise<void> {
    await button.focus();
    await button.press('Enter');
  }

  const seenBy = async (text: string): Promise<boolean> =>
    (await server.guest().list('pier')).items.some(({ body }) => body.value === text);

  it('approves, undoes, hides and undoes', async () => {
    await server.guest().submit(createDraft('pier', 'A casino on the pier', { guest: { name: 'Gus' } }));
    const moderator = await signIn();
    const comment = moderator.comment('A casino on the pier');
    const button = (name: string | RegExp): Locator => comment.getByRole('button', { name });
    const announced = moderator.section.locator('[aria-live=polite]');
    const hears = (text: string): Promise<void> => announced.getByText(text).waitFor({ state: 'attached' });
    const focused = (name: string): Promise<void> =>
      moderator.section.locator(`button:focus:text-is("${name}")`).waitFor();

    await comment.getByText('Held for review').waitFor();
    assert.equal(await seenBy('A casino on the pier'), false);
    await press(button(/^Approve/));
    await hears('Comment approved. Readers can see it now.');
    assert.equal(await seenBy('A casino on the pier'), true);
    await focused('Close');
    await moderator.page.keyboard.press('Shift+Tab');
    await focused('Undo');
    await moderator.page.keyboard.press('Enter');
    await hears('The comment is held for review again.');
    // An event that was on its way may take the button away once more: the focus then stays with the comment.
    await moderator.section.locator('article:focus-within').waitFor();
    assert.equal(await seenBy('A casino on the pier'), false);
    await press(button(/^Approve/));
    await focused('Close');
    await moderator.page.keyboard.press('Escape');

    await press(button(/^More/));
    await press(button(/^Hide from readers/));
    // The demo server accepts reasons, and requires none.
    await focused('Cancel');
    await press(
      comment.getByRole('group', { name: /^Hide from readers/ }).getByRole('button', { name: 'Hide from readers' }),
    );
    await hears('Comment hidden.');
    assert.equal(await seenBy('A casino on the pier'), false);
    await comment.getByText('Hidden from readers').waitFor();
    await focused('Close');
    await moderator.page.keyboard.press('Shift+Tab');
    await moderator.page.keyboard.press('Enter');
    await hears('Readers can see the comment again.');
    assert.equal(await seenBy('A casino on the pier'), true);
    await moderator.close();
  });
});
