/** Readers of a WordPress in a real browser: guests on another site, and signed-in readers on its own. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ReaderPage } from '../../test/support/journeys/reader-page.js';
import { startPublisherSite, type PublisherSite } from '../../test/support/journeys/publisher-site.js';
import { eventually } from '../../test/support/eventually.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

/** Time-out in milliseconds for a busy machine. */
const PATIENCE = 120_000;
/** Folder for screenshots; none are taken if it is empty. */
const pictures = process.env.PICTURES ?? '';

async function launch(): Promise<Browser> {
  // As a name of its own, because the file has no types.
  const path = '../../test/support/find-chromium.mjs';
  const { findChromium } = (await import(path)) as {
    findChromium: () => Promise<{ executablePath: string; args: string[] }>;
  };
  const { executablePath, args } = await findChromium();
  return chromium.launch({ executablePath, args, timeout: PATIENCE });
}

describe('readers of a WordPress', { skip: skipWithoutWordPress() }, () => {
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

  /** Posts the text. Returns the error shown next to the form, or an empty string. */
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

  it('lets guests post, reply and report from another site, and refuses a duplicate', async () => {
    const reader = await guestAt('open');
    await reader.write('1 < 2 and 3 > 2');
    assert.equal(await post(reader), '');
    const comment = reader.comment('1 < 2 and 3 > 2').first();
    await comment.waitFor();

    await comment.getByRole('button', { name: /^Reply/ }).click();
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
    await other
      .comment('So it is.')
      .last()
      .getByRole('button', { name: /^Report as abuse/ })
      .click();
    await other.section.getByRole('radio').first().check();
    await other.section.getByRole('button', { name: 'Send report' }).click();
    await other.section.getByText(/-1\b/).first().waitFor();
    await picture(other.page, 'reported');
    await other.close();
  });

  it('accepts a comment for review, and shows that a guest posts too fast or a discussion is closed', async () => {
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

  it('keeps the text when a comment is rejected or the discussion closes in the meantime', async () => {
    const reader = await guestAt('strange');
    site.set({ options: { disallowed_keys: 'casino' } });
    await reader.write('The best casino in town');
    assert.notEqual(await post(reader), '');
    assert.equal(await reader.textBox.inputValue(), 'The best casino in town');
    await picture(reader.page, 'turned-down');
    await reader.close();
    site.set({});

    const late = await guestAt('strange');
    await late.write('One last thing');
    await site.run(`wp_update_post(['ID' => ${site.posts.strange}, 'comment_status' => 'closed']);`);
    await late.section.getByRole('button', { name: 'Post comment' }).click();
    await late.section
      .getByText(/closed/i)
      .first()
      .waitFor();
    assert.equal(await late.textBox.inputValue(), 'One last thing');
    await picture(late.page, 'closed-meanwhile');
    await late.close();
  });

  /** Opens an article on the site itself, signed out. */
  async function visitSite(slug: string): Promise<Page> {
    const context = await browser.newContext();
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(`${site.url}/${slug}/`);
    return page;
  }

  async function signIn(page: Page, user: string): Promise<void> {
    // A script of the page moves the focus into the form after 200 ms. With `reauth`, for somebody who is signed in, it also
    // empties the password, and the browser then refuses to send the form.
    await page.locator('#loginform input:focus').waitFor();
    await page.fill('#user_login', user);
    await page.fill('#user_pass', `${user}-password`);
    await page.click('#wp-submit');
    await page.waitForURL((url) => !url.pathname.includes('wp-login'));
  }

  it('shows comments without JavaScript on the site itself, in classic and block themes', async () => {
    await site.run(
      `wp_insert_comment(['comment_post_ID' => ${site.posts.counted}, 'comment_author' => 'Bea', 'comment_content' => 'Read me', 'comment_approved' => 1]);`,
    );
    for (const theme of ['classic', 'blocks']) {
      site.set({ options: { template: theme, stylesheet: theme } });
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`${site.url}/counted/`);
      await page.getByText('Read me').waitFor();
      assert.equal(await page.getByText('Read me').count(), 1, theme);
      await picture(page, `no-script-${theme}`);
      await context.close();
      const lively = await visitSite('counted');
      await lively.locator('article-comments').getByRole('article').filter({ hasText: 'Read me' }).waitFor();
      await picture(lively, `theme-${theme}`);
      await lively.context().close();
    }
    site.set({});
  });

  it('sends readers to sign in where guests may not post, and restores their text afterwards', async () => {
    site.set({ options: { comment_registration: '1' } });
    const page = await visitSite('empty');
    const section = page.locator('article-comments');
    const textBox = section.getByRole('textbox', { name: 'Your comment' });
    await textBox.fill('Now that you know me');
    assert.equal(await section.getByRole('textbox', { name: /name|mail/i }).count(), 0);
    await picture(page, 'sign-in-first');
    await section.getByRole('button', { name: 'Sign in to post' }).click();
    await page.waitForURL(/wp-login/);
    await signIn(page, 'writer');
    await page.waitForURL(`${site.url}/empty/**`);
    await eventually(
      () => textBox.inputValue(),
      (text) => text === 'Now that you know me',
    );
    await section.getByRole('button', { name: 'Post comment' }).click();
    const comment = section.getByRole('article').filter({ hasText: 'Now that you know me' }).first();
    await comment.waitFor();
    await comment.getByRole('button', { name: /^Reply/ }).click();
    await section.getByRole('textbox', { name: /reply/i }).fill('And a reply to myself');
    await section.getByRole('button', { name: /post reply/i }).click();
    await section.getByRole('article').filter({ hasText: 'And a reply to myself' }).first().waitFor();
    await picture(page, 'signed-in-writer');
    await page.context().close();
    site.set({});
  });

  it('lets readers sign in on the site itself, post under their name, and edit and delete their comment', async () => {
    const page = await visitSite('deep');
    await page.goto(`${site.url}/wp-login.php?redirect_to=${encodeURIComponent(`${site.url}/deep/`)}`);
    await signIn(page, 'reader');
    const section = page.locator('article-comments');
    await section.getByRole('textbox', { name: 'Your comment' }).fill('Under my own name');
    await section.getByRole('button', { name: 'Post comment' }).click();
    const comment = section.getByRole('article').filter({ hasText: 'Under my own name' }).first();
    await comment.waitFor();
    assert.match((await comment.textContent()) ?? '', /reader/);
    await comment.getByRole('button', { name: /^Edit/ }).click();
    await section.getByRole('textbox', { name: 'Edit your comment' }).fill('Under my own name, edited');
    await section.getByRole('button', { name: /save/i }).click();
    const edited = section.getByRole('article').filter({ hasText: 'Under my own name, edited' }).first();
    await edited.waitFor();
    await picture(page, 'signed-in');

    // The nonce of the page expires after a day, and the adapter fetches a new one.
    const requested: string[] = [];
    page.on('request', (request) => requested.push(new URL(request.url()).search));
    await page.route(
      '**/wp-json/wp/v2/comments?*',
      (route, request) => route.continue({ headers: { ...request.headers(), 'x-wp-nonce': 'deadbeef00' } }),
      {
        times: 1,
      },
    );
    await section.getByRole('textbox', { name: 'Your comment' }).fill('A day later');
    await section.getByRole('button', { name: 'Post comment' }).click();
    await section.getByRole('article').filter({ hasText: 'A day later' }).first().waitFor();
    assert.ok(requested.includes('?action=rest-nonce'), requested.join('\n'));

    await edited.getByRole('button', { name: /^Delete/ }).click();
    await section.getByRole('group', { name: 'Delete this comment?' }).getByRole('button', { name: 'Delete' }).click();
    await section.getByText('Under my own name, edited').first().waitFor({ state: 'detached' });
    await page.reload();
    await section.getByRole('textbox', { name: 'Your comment' }).waitFor();
    assert.equal(await section.getByText('Under my own name, edited').count(), 0);
    await page.context().close();
  });

  it('refuses to post as an account that has signed in in another tab, and keeps the text', async () => {
    const page = await visitSite('deep');
    await page.goto(`${site.url}/wp-login.php?redirect_to=${encodeURIComponent(`${site.url}/deep/`)}`);
    await signIn(page, 'reader');
    const section = page.locator('article-comments');
    const textBox = section.getByRole('textbox', { name: 'Your comment' });
    await textBox.fill('Whose words are these?');
    const tab = await page.context().newPage();
    await tab.goto(`${site.url}/wp-login.php?reauth=1`);
    await signIn(tab, 'writer');
    await section.getByRole('button', { name: 'Post comment' }).click();
    await section.getByRole('button', { name: 'Sign in to post' }).waitFor();
    assert.match((await section.getByRole('alert').first().textContent()) ?? '', /no longer signed in/);
    assert.equal(await textBox.inputValue(), 'Whose words are these?');
    await picture(page, 'another-account');
    assert.equal(await site.run("echo count(get_comments(['search' => 'Whose words']));"), '0');
    await page.context().close();
  });
});
