/** A notice of illegal content on a WordPress, in a browser: from a guest to the editor, the author and back to the sender. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../test/support/find-chromium.mjs';
import { ReaderPage } from '../../test/support/journeys/reader-page.js';
import { skipWithoutWordPress, startWordPress, type WordPressSite } from './wordpress-site.js';

const EXPLANATION = 'It calls on people to set the pier on fire.';
const FACTS = 'The comment names a night and a place for the fire.';
/** Folder for screenshots; none are taken if it is empty. */
const pictures = process.env.PICTURES ?? '';

describe('a notice of illegal content on a WordPress', { skip: skipWithoutWordPress() }, () => {
  let site: WordPressSite;
  let browser: Browser;
  before(async () => {
    site = await startWordPress({ plugin: 'on' });
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });
  after(async () => {
    await browser?.close();
    await site?.stop();
  });

  async function picture(page: Page, name: string): Promise<void> {
    if (!pictures) return;
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  }

  /** A window in which a person has signed in, at an address of the site. */
  async function signedIn(user: string, address: string): Promise<Page> {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${site.url}/wp-login.php?redirect_to=${encodeURIComponent(address)}`);
    // A script of the page moves the focus into the form after 200 ms.
    await page.locator('#loginform input:focus').waitFor();
    await page.fill('#user_login', user);
    await page.fill('#user_pass', `${user}-password`);
    await page.click('#wp-submit');
    await page.waitForURL(address);
    return page;
  }

  it('is sent by a guest, decided by an editor, and answered to both', async () => {
    await site.run(`
      wp_insert_comment(['comment_post_ID' => ${site.posts.open}, 'user_id' => get_user_by('login', 'reader')->ID, 'comment_author' => 'reader',
        'comment_author_email' => 'reader@example.test', 'comment_content' => 'Burn the pier down', 'comment_approved' => 1]);`);
    const article = `${site.url}/open/`;

    const sender = await ReaderPage.open(browser, article);
    await sender
      .comment('Burn the pier down')
      .getByRole('button', { name: /^Report as abuse/ })
      .click();
    await sender.section.getByRole('radio', { name: 'Illegal content' }).check();
    await sender.section.getByRole('textbox', { name: 'Why is this comment illegal?' }).fill(EXPLANATION);
    const form = sender.section
      .getByRole('group', { name: 'Why are you reporting this comment?' })
      .locator('xpath=ancestor::form');
    await form.getByRole('textbox', { name: 'Name' }).fill('Nora Notifier');
    await form.getByRole('textbox', { name: /^Email/ }).fill('nora@mail.example');
    await sender.section.getByRole('checkbox', { name: /good faith/ }).check();
    await picture(sender.page, 'notice-form');
    await sender.section.getByRole('button', { name: 'Send notice' }).click();
    const receipt = await sender.section
      .getByText(/^We received your notice on .+\. Its reference is .+\.$/)
      .first()
      .textContent();
    const reference = /reference is (.+)\./.exec(receipt ?? '')?.[1] ?? '';
    await picture(sender.page, 'notice-receipt');
    const confirmation = site.mails().at(-1);
    assert.equal(confirmation?.to, 'nora@mail.example');
    assert.ok(confirmation.subject.includes(reference), confirmation.subject);

    const editor = await signedIn('admin', `${site.url}/wp-admin/edit-comments.php?page=article-comments-reported`);
    await editor.getByRole('link', { name: /^Notices of illegal content/ }).click();
    await editor.getByText(EXPLANATION).waitFor();
    await picture(editor, 'notices');
    await editor.getByRole('link', { name: `Decide… (${reference})` }).click();
    await editor.getByRole('radio', { name: 'Move it to the trash' }).check();
    await editor.getByRole('radio', { name: 'It is considered illegal.' }).check();
    await editor.getByRole('textbox', { name: 'What we found' }).fill(FACTS);
    await editor.getByRole('button', { name: 'Decide', exact: true }).click();
    await editor.getByRole('alert').getByText('Name the law or the rule that the comment breaks.').waitFor();
    assert.equal(await editor.getByRole('textbox', { name: 'What we found' }).inputValue(), FACTS);
    await picture(editor, 'decision-form');
    await editor.getByRole('textbox', { name: 'Law or rule' }).fill('Criminal Code, section 111');
    await editor.getByRole('textbox', { name: 'Where to contest it' }).fill('mailto:editors@gazette.example');
    await editor.getByRole('button', { name: 'Decide', exact: true }).click();
    await editor.getByRole('status').getByText('The decision is stored').waitFor();
    await editor.getByText('No notices.').waitFor();
    await editor.getByRole('link', { name: 'Decided notices' }).click();
    await editor.getByText(FACTS).waitFor();
    await picture(editor, 'decided');
    await editor.context().close();

    const author = await signedIn('reader', article);
    const tombstone = author.getByRole('article').filter({ hasText: 'This comment was removed by the editors.' });
    const statement = tombstone.getByRole('group', { name: 'Statement of reasons' });
    await statement.waitFor();
    for (const words of ['The comment was removed.', 'Criminal Code, section 111', FACTS])
      await statement.getByText(words).waitFor();
    await statement.getByRole('link', { name: 'Contest the decision' }).waitFor();
    assert.equal(await author.getByText('Nora').count(), 0);
    assert.equal(await author.getByText('Burn the pier down').count(), 0);
    // Nor a remark on the set-up of the page.
    assert.equal(await author.getByText('this page needs a correction').count(), 0);
    await picture(author, 'statement');
    await author.context().close();

    const [toAuthor, toSender] = site.mails().slice(-2);
    assert.deepEqual([toAuthor?.to, toSender?.to], ['reader@example.test', 'nora@mail.example']);
    for (const mail of [toAuthor, toSender]) assert.ok(mail?.message.includes(FACTS), mail?.message);

    await sender.section.getByRole('link', { name: /^You’ll find our decision on this page/ }).click();
    await sender.page.getByRole('heading', { name: 'Your notice' }).waitFor();
    for (const words of [
      'The comment was removed. Everywhere, without time limit.',
      `Its reference is ${reference}.`,
      'Criminal Code, section 111',
      FACTS,
    ])
      await sender.page.getByText(words, { exact: true }).waitFor();
    await sender.page.getByRole('link', { name: 'Contest the decision' }).waitFor();
    await picture(sender.page, 'status');
    if (pictures) {
      await sender.page.emulateMedia({ colorScheme: 'dark' });
      await picture(sender.page, 'status-dark');
      site.set({ options: { WPLANG: 'de_DE' } });
      await sender.page.reload();
      await picture(sender.page, 'status-de');
      const germanEditor = await signedIn(
        'admin',
        `${site.url}/wp-admin/edit-comments.php?page=article-comments-reported&reports=decided`,
      );
      await picture(germanEditor, 'decided-de');
    }
    await sender.close();
  });
});
