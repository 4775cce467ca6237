/**
 * From each button with which a moderator restricts a comment or its author, to the statement of reasons that the author reads. Each point
 * of Article 17(1) of Regulation (EU) 2022/2065 has tests that are named after it.
 */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { chromium, type Browser, type Locator } from 'playwright-core';
import { createDraft } from '../support/demo-server/reader.js';
import { onOneDatabase } from '../support/demo-server/test-server.js';
import { findChromium } from '../support/find-chromium.mjs';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

const RULE = 'House rule 3: no advertising.';
const FACTS = 'It sells a boat.';

onOneDatabase(
  'a moderator who has to give reasons',
  (server) => {
    let site: PublisherSite;
    let browser: Browser;
    /** The server under the page's host, so that the browser sends its cookies along. */
    let api: string;

    before(async () => {
      api = server().address.replace('127.0.0.1', 'localhost');
      site = await startPublisherSite(
        (path) => `<article-comments loading="eager" src="${api}" discussion="${path.slice(1)}"></article-comments>`,
      );
      browser = await chromium.launch({ ...(await findChromium()), headless: true });
    });

    after(async () => {
      await browser?.close();
      await site?.close();
    });

    /** Opens a discussion as a person of the demo. */
    async function open(key: string, name: string): Promise<ReaderPage> {
      const address = `${site.origin}/${key}`;
      const reader = await ReaderPage.visit(browser, address);
      await reader.page.goto(`${api}/sign-in?return=${encodeURIComponent(address)}`);
      await reader.page.getByRole('button', { name }).click();
      await reader.page.waitForURL(address);
      return reader;
    }

    const postAsAuthor = async (key: string, text: string): Promise<void> =>
      void (await (await server().person('author')).submit(createDraft(key, text)));

    /** Presses a button, by keyboard. */
    async function press(button: Locator): Promise<void> {
      await button.focus();
      await button.press('Enter');
    }

    /** Chooses a rule, states the facts and confirms, by keyboard. */
    async function giveReasons(moderator: ReaderPage, comment: Locator, confirm: Locator): Promise<void> {
      const { keyboard } = moderator.page;
      // The focus is on "Cancel". Without reasons, the other button leads to what is missing.
      await comment.getByRole('group', { name: 'Statement of reasons' }).waitFor();
      await press(confirm);
      const first = comment.getByRole('radio').first().and(moderator.page.locator(':focus'));
      await first.waitFor();
      await keyboard.press('Space');
      const chosen = comment.getByRole('radio', { name: RULE });
      while (!(await chosen.isChecked())) await keyboard.press('ArrowDown');
      await keyboard.press('Tab');
      await keyboard.type(FACTS);
      await press(confirm);
    }

    /** What the author reads under each term, without the date. */
    async function statement(author: ReaderPage): Promise<Readonly<Record<string, string>>> {
      const group = author.section.getByRole('group', { name: 'Statement of reasons' });
      await group.waitFor();
      const [terms, definitions] = await Promise.all(
        (['term', 'definition'] as const).map((role) => group.getByRole(role).allTextContents()),
      );
      const said = (terms ?? []).map((term, index) => [term.trim(), definitions?.[index]?.trim() ?? '']);
      const { Date: date, ...others } = Object.fromEntries(said) as Record<string, string>;
      assert.ok(date);
      return others;
    }

    const expected = (decision: string, how: string): Readonly<Record<string, string>> => ({
      Decision: decision,
      Reason: 'It breaks the rules of this site.',
      'Law or rule': 'House rule 3: no advertising.',
      'What we found': 'It sells a boat.',
      'How it was decided': how,
      'If you disagree':
        'You can contest this decision within six months. Write to the editors, and name the reference. Contest the decision',
    });

    const byPerson = 'On our own initiative. By a person, without automated means.';

    it('Article 17(1)(a): removes a comment and shows its author the reasons', async () => {
      await postAsAuthor('remove', 'Buy my boat');
      const moderator = await open('remove', 'Maren Voss');
      const comment = moderator.comment('Buy my boat');
      await press(comment.getByRole('button', { name: /^Remove/ }));
      const question = comment.getByRole('group', { name: 'Remove this comment?' });
      await giveReasons(moderator, comment, question.getByRole('button', { name: 'Remove', exact: true }));
      await moderator.section.getByText('Comment removed.').first().waitFor({ state: 'attached' });
      const author = await open('remove', 'Ines Marlow');
      const said = await statement(author);
      assert.deepEqual(said, expected('The comment was removed. Everywhere, without time limit.', byPerson));
      const reader = await ReaderPage.open(browser, `${site.origin}/remove`);
      assert.deepEqual(await reader.texts(), []);
    });

    it('Article 17(1)(a): rejects a held comment and shows its author that automated means have found it', async () => {
      await postAsAuthor('reject', 'A giveaway');
      const moderator = await open('reject', 'Maren Voss');
      const comment = moderator.comment('A giveaway');
      await press(comment.getByRole('button', { name: /^Reject/ }));
      const question = comment.getByRole('group', { name: 'Reject' });
      await giveReasons(moderator, comment, question.getByRole('button', { name: 'Reject', exact: true }));
      await moderator.section.getByText('Comment rejected.').first().waitFor({ state: 'attached' });
      const author = await open('reject', 'Ines Marlow');
      assert.deepEqual(
        await statement(author),
        expected(
          'The comment wasn’t published. Everywhere, without time limit.',
          `${byPerson} Automated means found the comment.`,
        ),
      );
    });

    it('Article 17(1)(a): hides a comment and shows its author the reasons', async () => {
      await postAsAuthor('hide', 'Buy my boat');
      const moderator = await open('hide', 'Maren Voss');
      const comment = moderator.comment('Buy my boat');
      await press(comment.getByRole('button', { name: /^More/ }));
      await press(comment.getByRole('button', { name: /^Hide from readers/ }));
      const question = comment.getByRole('group', { name: 'Hide from readers' });
      await giveReasons(moderator, comment, question.getByRole('button', { name: 'Hide from readers', exact: true }));
      await moderator.section.getByText('Comment hidden.').first().waitFor({ state: 'attached' });
      const author = await open('hide', 'Ines Marlow');
      const said = await statement(author);
      assert.deepEqual(said, expected('The comment was hidden. Everywhere, without time limit.', byPerson));
    });

    it('Article 17(1)(c) and (d): bans an author and shows the reasons in place of the form', async () => {
      await postAsAuthor('ban', 'Buy my boat');
      const moderator = await open('ban', 'Maren Voss');
      const comment = moderator.comment('Buy my boat');
      await press(comment.getByRole('button', { name: /^More/ }));
      await press(comment.getByRole('button', { name: /^Ban Ines Marlow/ }));
      const question = comment.getByRole('group', { name: 'Ban Ines Marlow from commenting?' });
      await giveReasons(moderator, comment, question.getByRole('button', { name: 'Ban Ines Marlow', exact: true }));
      await moderator.section
        .getByText('Ines Marlow is banned from commenting.')
        .first()
        .waitFor({ state: 'attached' });
      const author = await open('ban', 'Ines Marlow');
      await author.section.getByText('A moderator has banned you from commenting.').waitFor();
      assert.equal(await author.textBox.count(), 0);
      assert.deepEqual(await statement(author), expected('Everywhere, without time limit.', byPerson));
    });
  },
  { requireReasons: true },
);
