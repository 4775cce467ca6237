/** Readers at a WordPress, in a real browser: guests on another site than WordPress's, and who is signed in on its own. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ReaderPage } from '../journeys/reader-page.js';
import { startPublisherSite, type PublisherSite } from '../journeys/publisher-site.js';
import { missingForWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

const missing = missingForWordPress();
const built = join(import.meta.dirname, '..', '..', 'dist', 'cdn');
/** Folder for pictures of what was seen; empty: none are taken. */
const pictures = process.env.PICTURES ?? '';

async function launch(): Promise<Browser> {
  // As a name of its own, because the file has no types.
  const path = '../../browser.config.mjs';
  const { findChromium } = (await import(path)) as { findChromium: () => Promise<{ executablePath: string; args: string[] }> };
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args });
}

describe('readers at a WordPress', { skip: missing && `WordPress ${missing}; then npm run build && npm run test:wordpress` }, () => {
  let site: WordPressSite;
  let publisher: PublisherSite;
  let browser: Browser;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    publisher = await startPublisherSite(
      (path) =>
        `<article-comments backend="wordpress" src="${site.url}/wp-json" discussion="${path.slice(1)}" loading="eager"></article-comments>`,
    );
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await publisher?.close();
    await site?.stop();
  });

  const picture = async (page: Page, name: string): Promise<void> => {
    if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
  };

  /** Presses the button below the article, and answers with what stands beside the form where it was refused. */
  async function post({ section, textBox }: ReaderPage): Promise<string> {
    const alert = section.locator('article-comments-composer').first().getByRole('alert');
    await section.getByRole('button', { name: 'Post comment' }).click();
    for (;;) {
      if ((await textBox.inputValue()) === '') return '';
      if (await alert.count()) return (await alert.first().textContent())?.trim() ?? '';
      await textBox.page().waitForFunction(() => true, undefined, { polling: 'raf' });
    }
  }

  async function guestAt(slug: string): Promise<ReaderPage> {
    const reader = await ReaderPage.open(browser, `${publisher.origin}/${slug}`);
    await reader.signAs('Ada');
    await reader.section.getByRole('textbox', { name: /mail/i }).fill('ada@example.test');
    return reader;
  }

  it('write as guests from another site, answer, are refused a repeat, and report', async () => {
    const reader = await guestAt('open');
    await reader.write('1 < 2 and 3 > 2');
    assert.equal(await post(reader), '');
    const comment = reader.comment('1 < 2 and 3 > 2').first();
    await comment.waitFor();

    await comment.getByRole('button', { name: 'Reply' }).click();
    await reader.section.getByRole('textbox', { name: /reply/i }).fill('So it is.');
    await reader.section.getByRole('textbox', { name: 'Name' }).last().fill('Ada');
    await reader.section.getByRole('textbox', { name: /mail/i }).last().fill('ada@example.test');
    await reader.section.getByRole('button', { name: /post reply/i }).click();
    await reader.comment('So it is.').first().waitFor();

    await reader.write('1 < 2 and 3 > 2');
    assert.match(await post(reader), /already/i);
    await picture(reader.page, 'guest');
    await reader.close();

    const other = await guestAt('open');
    await other.comment('So it is.').last().getByRole('button', { name: 'Report as abuse' }).click();
    await other.section.getByRole('radio').first().check();
    await other.section.getByRole('button', { name: 'Send report' }).click();
    await other.section.getByText(/-1\b/).first().waitFor();
    await picture(other.page, 'reported');
    await other.close();
  });

  it('are told that a comment is held, that they were too quick, and that a discussion is closed', async () => {
    const reader = await guestAt('many');
    site.set({ options: { comment_moderation: '1' } });
    await reader.write('Please look at this first');
    assert.equal(await post(reader), '');
    await picture(reader.page, 'held');
    site.set({ flood: true });
    await reader.write('And another thing');
    assert.match(await post(reader), /quick|fast|second/i);
    await picture(reader.page, 'too-quick');
    assert.equal(await reader.textBox.inputValue(), 'And another thing');
    await reader.close();
    site.set({});

    const page = await browser.newPage();
    await page.goto(`${publisher.origin}/closed`);
    await page
      .locator('article-comments')
      .getByText(/closed/i)
      .first()
      .waitFor();
    assert.equal(await page.locator('article-comments').getByRole('textbox', { name: 'Your comment' }).count(), 0);
    await picture(page, 'closed');
    await page.close();
  });

  it('sign in on the site itself, write under their name, and change what they wrote', async () => {
    // The site's own script address leads to the built files.
    const files = createServer((request, response) => {
      readFile(join(built, (request.url ?? '').slice(1))).then(
        (code) => response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' }).end(code),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    const context = await browser.newContext();
    try {
      const scripts = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
      const page = await context.newPage();
      await page.route('**/article-comments/*.js', (route) =>
        route.fulfill({ status: 302, headers: { location: `${scripts}/${route.request().url().split('/').at(-1)}` } }),
      );
      await page.goto(`${site.url}/wp-login.php?redirect_to=${encodeURIComponent(`${site.url}/deep/`)}`);
      await page.fill('#user_login', 'reader');
      await page.fill('#user_pass', 'reader-password');
      await page.click('#wp-submit');
      await page.waitForURL(`${site.url}/deep/`);
      const section = page.locator('article-comments');
      await section.getByRole('textbox', { name: 'Your comment' }).fill('Under my own name');
      await section.getByRole('button', { name: 'Post comment' }).click();
      const comment = section.getByRole('article').filter({ hasText: 'Under my own name' }).first();
      await comment.waitFor();
      assert.match((await comment.textContent()) ?? '', /reader/);
      await comment.getByRole('button', { name: 'Edit' }).click();
      await section
        .getByRole('textbox', { name: /edit|your comment/i })
        .last()
        .fill('Under my own name, edited');
      await section.getByRole('button', { name: /save/i }).click();
      await section.getByRole('article').filter({ hasText: 'edited' }).first().waitFor();
      await picture(page, 'signed-in');
    } finally {
      await context.close();
      await new Promise((resolve) => {
        files.close(resolve);
        files.closeAllConnections();
      });
    }
  });
});
