/**
 * From a guest's notice of illegal content to the decision that its sender and the author read, by keyboard and by what is announced.
 * Each point of Articles 16(2) and 17(3) of Regulation (EU) 2022/2065 has a test of its own in it.
 */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { chromium, type Browser, type Locator } from 'playwright-core';
import type { Mail } from '../../server/src/rules/mail.js';
import { deliverDue } from '../../server/src/delivery/outbox.js';
import { noticeReport } from '../../server/test/notice-report.js';
import { onOneDatabase } from '../support/demo-server/test-server.js';
import { findChromium } from '../support/find-chromium.mjs';
import { KeyboardPage } from '../support/journeys/keyboard-page.js';
import { KeyboardReader } from '../support/journeys/keyboard-reader.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

const EXPLANATION = 'It calls on people to set the pier on fire.';
const LAW = 'Criminal Code, section 111';
const RULE = 'Criminal Code, section 111 (2)';
const FACTS = 'The comment names a night and a place for the fire.';
const REDRESS = 'Write to the editors within six months';

/** What the mailer was given. */
const received: Mail[] = [];

onOneDatabase(
  'a notice of illegal content, from its sender to the author',
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

    it('is sent, decided, and answered to both', async (t) => {
      const { id } = await (await server().person('author')).post('pier', 'Burn the pier down');
      const page = `${site.origin}/pier`;

      const sender = await openSender(page);
      await chooseIllegalContent(sender);
      await sender.go(/^Send notice$/);
      await sender.press('Enter');
      await t.test('Article 16(2)(a): asks the sender of a notice for a missing explanation', async () => {
        assert.deepEqual(await sender.focus(), {
          name: 'Why is this comment illegal?',
          description: 'Explain why you consider it illegal.',
          isInvalid: true,
        });
      });
      await sender.page.keyboard.type(EXPLANATION);
      await sender.fill(/^Which law does it break\?/, LAW);
      await sender.go(/^Send notice$/);
      await sender.press('Enter');
      await t.test('Article 16(2)(c): asks the sender of a notice for a name and an email address', async () => {
        const { name, isInvalid } = await sender.focus();
        assert.deepEqual([name, isInvalid], ['Name', true]);
      });
      await sender.page.keyboard.type('Nora Notifier');
      await sender.fill(/^Email/, 'nora@mail.example');
      await sender.go(/^Send notice$/);
      await sender.press('Enter');
      await t.test('Article 16(2)(d): asks the sender of a notice for a statement of good faith', async () => {
        const { name, description, isInvalid } = await sender.focus();
        assert.match(name, /^I believe in good faith that .* accurate and complete\.$/);
        assert.deepEqual([description, isInvalid], ['Check this box to send your notice.', true]);
      });
      await sender.press('Space');
      await sender.go(/^Send notice$/);
      await sender.press('Enter');
      await sender.hears(/^We received your notice on .+\. Its reference is .+\.$/);
      const receipt = (await sender.focus()).name;
      assert.match(receipt, /^We received your notice on /);
      const reference = /Its reference is (.+)\.$/.exec(receipt)?.[1] ?? '';
      await sender.go(/^Copy my notice$/);
      await sender.press('Enter');
      await sender.hears('Your notice is copied.');
      const copy = await sender.page.evaluate(() => navigator.clipboard.readText());
      for (const words of [reference, EXPLANATION, LAW]) assert.ok(copy.includes(words), words);

      await t.test('is at the comment when its sender comes back in this browser', async () => {
        const again = await sender.page.context().newPage();
        await again.goto(page);
        await again
          .getByRole('article')
          .getByRole('button', { name: /^Reported/ })
          .click();
        const saved = again.getByRole('link', { name: /^You’ll find our decision on this page/ });
        await saved.waitFor();
        assert.match((await saved.getAttribute('href')) ?? '', /\/api\/notices\/[\w-]{43}$/);
        await again.close();
      });

      const moderator = await openModerator();
      await t.test('Article 16(2)(b): names the exact address of the comment in the notice', async () => {
        assert.ok(copy.includes(`${page}#comment-${id}`), copy);
        assert.ok(
          (await moderator.page.getByRole('listitem').allTextContents()).join().includes(`${page}#comment-${id}`),
        );
      });
      await decide(moderator, { ground: 'It’s considered illegal.', rule: RULE, redress: REDRESS });
      await moderator.close();

      const author = await openAuthor(page);
      const said = await readStatement(author);
      const points = {
        'Article 17(3)(a): states the measure, its territory and its duration': () =>
          assert.equal(said['Decision'], 'The comment was removed. Everywhere, without time limit.'),
        // The moderator has entered nothing about the notice.
        'Article 17(3)(b): states the facts, and that a notice led to them': () => {
          assert.equal(said['What we found'], 'The comment names a night and a place for the fire.');
          assert.match(said['How it was decided'] ?? '', /^After a notice of illegal content\. /);
        },
        'Article 17(3)(c): states whether automated means were used to decide and to find the comment': () =>
          assert.match(said['How it was decided'] ?? '', / By a person, without automated means\.$/),
        'Article 17(3)(d): states the law that the comment breaks': () =>
          assert.deepEqual([said['Reason'], said['Law or rule']], ['It’s considered illegal.', RULE]),
        'Article 17(3)(f): states the ways to contest the decision': () =>
          assert.equal(said['If you disagree'], `${REDRESS} Contest the decision`),
      };
      for (const [point, isMet] of Object.entries(points)) await t.test(point, isMet);
      await author.go(/^Contest the decision$/);
      assert.equal(await author.page.getByText('Nora').count(), 0);
      await author.close();

      await t.test('Article 16(4) and (5): confirms the receipt and announces the decision by mail', async () => {
        await deliverDue(server().store);
        const mails = received.filter(({ subject }) => subject.includes(reference));
        assert.equal(mails.length, 2);
        const [confirmation, answer] = mails;
        assert.deepEqual(
          mails.map(({ to }) => to),
          ['nora@mail.example', 'nora@mail.example'],
        );
        assert.match(confirmation?.text ?? '', /^We received your notice on /);
        for (const words of ['The comment was removed.', RULE, FACTS, REDRESS])
          assert.ok(answer?.text.includes(words), answer?.text);
      });
      await sender.go(/^You’ll find our decision on this page/, 'Shift+Tab');
      await sender.press('Enter');
      await sender.page.getByRole('heading', { name: 'Your notice' }).waitFor();
      // What stands below the heading comes after it.
      await sender.page.waitForLoadState();
      for (const words of ['The comment was removed.', RULE, FACTS, reference])
        assert.equal(await sender.page.getByText(words).count(), 1, words);
      assert.equal(await sender.page.getByText('Ines').count(), 0);
      await sender.go(/^Contest the decision$/);
      await sender.close();
    });

    it('is decided by a rule of the site', async (t) => {
      const { id } = await (await server().person('author')).post('boats', 'Buy my boat');
      await server().guest().callComment('PUT', 'report', 'boats', id, noticeReport());
      const moderator = await openModerator();
      await decide(moderator, {
        ground: 'It breaks the rules of this site.',
        rule: 'Rule 4: no advertising',
        redress: REDRESS,
      });
      await moderator.close();
      const author = await openAuthor(`${site.origin}/boats`);
      const said = await readStatement(author);
      await t.test('Article 17(3)(e): states the rule that the comment breaks', () => {
        assert.deepEqual(
          [said['Reason'], said['Law or rule']],
          ['It breaks the rules of this site.', 'Rule 4: no advertising'],
        );
      });
      await author.close();
    });

    async function openModerator(): Promise<KeyboardPage> {
      const moderator = await KeyboardPage.open(browser, `${new URL(api).origin}/moderation`);
      await moderator.tabTo('Maren Voss');
      await moderator.follow();
      await moderator.tabTo(/^Notices 1/);
      await moderator.follow();
      return moderator;
    }

    async function openSender(page: string): Promise<KeyboardReader> {
      const { page: window } = await ReaderPage.visit(browser, page);
      await window.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      return new KeyboardReader(window);
    }

    async function openAuthor(page: string): Promise<KeyboardReader> {
      const { page: window } = await ReaderPage.visit(browser, page);
      const author = new KeyboardReader(window);
      await window.goto(`${api}/sign-in?return=${encodeURIComponent(page)}`);
      await author.go(/^Ines Marlow/);
      await author.press('Enter');
      await window.waitForURL(page);
      return author;
    }
  },
  { sendMail: async (mail) => void received.push(mail) },
);

async function chooseIllegalContent(sender: KeyboardReader): Promise<void> {
  await sender.go(/^Report as abuse/);
  await sender.press('Enter');
  await sender.page.getByRole('group', { name: 'Why are you reporting this comment?' }).waitFor();
  await sender.page.getByRole('radio', { name: 'Abusive or hateful' }).and(sender.page.locator(':focus')).waitFor();
  await sender.go(/^Illegal content$/, 'ArrowDown');
  await sender.hears('This is a formal notice. Fill in the fields below.');
}

interface Ruling {
  readonly ground: string;
  readonly rule: string;
  readonly redress: string;
}

/** Removes the comment of the first notice, and gives the reasons. */
async function decide(moderator: KeyboardPage, { ground, rule, redress }: Ruling): Promise<void> {
  const { page } = moderator;
  await moderator.tabTo(/^Decide…/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  assert.equal(await page.getByRole('radio', { name: /^The comment was removed\./ }).isChecked(), true);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  const chosen = page.getByRole('radio', { name: ground });
  if (!(await chosen.isChecked())) await page.keyboard.press('ArrowDown');
  assert.equal(await chosen.isChecked(), true);
  await moderator.tabTo('Law or rule');
  await page.keyboard.type(rule);
  await moderator.tabTo('What we found');
  await page.keyboard.type(FACTS);
  await moderator.tabTo('How to contest the decision');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(redress);
  await moderator.tabTo(/^Decide N-/);
  await moderator.follow();
  assert.match(await moderator.focused(), /^Decided on a notice about the comment by Ines Marlow\./);
}

/** The statement of reasons at the author's removed comment. */
async function readStatement({ page }: KeyboardReader): Promise<Readonly<Record<string, string>>> {
  const tombstone = page.getByRole('article').filter({ hasText: 'This comment was removed by the editors.' });
  const statement = tombstone.getByRole('group', { name: 'Statement of reasons' });
  await statement.waitFor();
  return termsOf(statement);
}

/** What a list of terms says, by term. */
async function termsOf(list: Locator): Promise<Readonly<Record<string, string>>> {
  const [terms, definitions] = await Promise.all(
    (['term', 'definition'] as const).map((role) => list.getByRole(role).allTextContents()),
  );
  return Object.fromEntries((terms ?? []).map((term, index) => [term.trim(), (definitions?.[index] ?? '').trim()]));
}
