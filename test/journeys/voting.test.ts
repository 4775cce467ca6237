/** A reader who is not signed in presses a vote, is asked, signs in on the server's own page, and comes back to it counted. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { TestServer } from '../support/demo-server/test-server.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

describe('voting without being signed in', () => {
  let database: TestDatabase;
  let server: TestServer;
  let site: PublisherSite;
  let browser: Browser;

  before(async () => {
    database = await createPgliteDatabase();
    server = await TestServer.start(database.config);
    // The same host as the page's, so that the browser sends its cookies along.
    const src = server.address.replace('127.0.0.1', 'localhost');
    site = await startPublisherSite(
      () =>
        `<div style="block-size: 9000px"></div><article-comments src="${src}" discussion="pier"></article-comments>`,
    );
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
    await server?.close();
    await database?.drop();
  });

  it('asks, leads to the sign-in and back, and counts the vote there', async () => {
    const author = await server.person('author');
    const { id } = await author.post('pier', 'Vote for me');
    const reader = await ReaderPage.visit(browser, `${site.origin}/pier`);
    // The section is far below the first screen, to which the sign-in would otherwise lead back.
    await reader.section.scrollIntoViewIfNeeded();
    const agree = (pressed: boolean) => reader.comment('Vote for me').getByRole('button', { name: /\bAgree/, pressed });
    await agree(false).click();
    await reader.comment('Vote for me').getByRole('group', { name: 'Sign in to vote' }).waitFor();
    await reader.comment('Vote for me').getByRole('button', { name: 'Sign in' }).click();
    await reader.page.waitForURL(/\/api\/sign-in\?/);
    await reader.page.getByRole('button', { name: 'Ada Okafor' }).click();
    await reader.page.waitForURL(`${site.origin}/pier#comment-${id}`);
    await agree(true).waitFor();
    await reader.page.waitForFunction(() => document.activeElement?.localName === 'article-comments');
    assert.ok(await agree(true).evaluate((button) => button.matches(':focus')), 'the reader is back at the button');
    await reader.page.reload();
    await agree(true).waitFor();
    assert.equal((await author.get('pier', id)).votes?.up, 1);
    await reader.close();
  });
});
