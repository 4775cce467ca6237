/** Readers of a Waline in a real browser, on a different site than the server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startPublisherSite, type PublisherSite } from '../../support/journeys/publisher-site.js';
import { ReaderPage } from '../../support/journeys/reader-page.js';
import { openBrowser, picture } from '../../support/journeys/readers-browser.js';
import { skipWithoutWaline, startWaline, type WalineServer } from './waline-server.js';

describe('readers at a Waline', { skip: skipWithoutWaline() }, () => {
  const servers = new Map<string, WalineServer>();
  let publisher: PublisherSite;
  let browser: Browser;
  before(async () => {
    servers.set('open', await startWaline());
    servers.set('audit', await startWaline({ audit: true }));
    servers.set('flood', await startWaline({ wait: 60 }));
    servers.set('members', await startWaline({ login: 'force' }));
    // The path names the server and the reader: `/open/pier`, `/open/pier/reader`.
    publisher = await startPublisherSite((path) => {
      const [, name = '', article, person] = path.split('/');
      const { url, tokens } = servers.get(name) ?? assert.fail(`There is no server for ${path}`);
      const token = person === 'reader' || person === 'admin' ? tokens[person] : undefined;
      const data = token === undefined ? '' : `<script type="application/json">${JSON.stringify({ token })}</script>`;
      return `<article-comments backend="waline" src="${url}" discussion="/${article}/" report-href="mailto:desk@gazette.example" loading="eager">${data}</article-comments>`;
    });
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await publisher?.close();
    for (const server of servers.values()) await server.stop();
  });

  const open = (path: string): Promise<ReaderPage> => ReaderPage.open(browser, publisher.origin + path);
  async function asGuest(path: string, name: string): Promise<ReaderPage> {
    const reader = await open(path);
    await reader.signAs(name);
    return reader;
  }

  it('lets guests post Markdown, reply and recommend, and refuses a duplicate', async () => {
    const ada = await asGuest('/open/pier', 'Ada');
    await ada.reads('No comments yet. What do you think?');
    await ada.posts('The ferry was **late** again: 1 < 2');
    await ada.reads('Your comment is published.');
    const comment = ada.comment('The ferry was late again: 1 < 2');
    assert.equal(await comment.locator('strong').textContent(), 'late');
    await ada.write('The ferry was **late** again: 1 < 2');
    assert.deepEqual(await ada.post(), {
      type: 'failed',
      words: 'You’ve already posted this. There’s no need to post it again. Your draft is saved.',
    });
    assert.equal(await ada.textBox.inputValue(), 'The ferry was **late** again: 1 < 2');
    await picture(ada, 'waline-duplicate');
    await ada.close();

    const bob = await open('/open/pier');
    await bob.reads('Comments (1)');
    await bob.answers('The ferry was late', 'By how much?', 'Bob');
    await bob.answers('By how much?', 'Ten minutes, says the board.', 'Bob');
    await bob.reads('Comments (3)');
    await bob.pressAt('The ferry was late', /\bRecommend/);
    await bob
      .comment('The ferry was late')
      .getByRole('button', { name: /^1 Recommend/ })
      .waitFor();
    await picture(bob, 'waline-conversation');
    await bob.close();

    const carol = await open('/open/pier');
    await carol.reads('Comments (3)');
    await carol.comment('Ten minutes').last().waitFor();
    await carol.shows('The ferry was late again: 1 < 2', 'By how much?', 'Ten minutes, says the board.');
    assert.equal(await carol.comment('By how much?').first().getByRole('link', { name: 'Report as abuse' }).count(), 1);
    await carol.close();
  });

  it('lets a signed-in reader post under their name, edit a comment, and delete it with its replies', async () => {
    const reader = await open('/open/library/reader');
    await reader.textBox.focus();
    await reader.reads('Posting as reader');
    assert.equal(await reader.section.getByRole('textbox', { name: /^Name/ }).count(), 0);
    await reader.posts('Open on *Sundays*, please.');
    await reader.edits(
      'Open on Sundays, please.',
      'Open on Sundays and **Mondays**, please.',
      'Open on Sundays and Mondays, please.',
    );
    assert.equal(await reader.comment('Open on Sundays and Mondays').locator('strong').textContent(), 'Mondays');
    const guest = await open('/open/library');
    await guest.answers('Open on Sundays and Mondays', 'Yes!', 'Ada');
    assert.equal(await guest.comment('Open on Sundays').first().getByRole('button', { name: 'Edit' }).count(), 0);
    await guest.close();
    await picture(reader, 'waline-signed-in');
    await reader.deletes('Open on Sundays');
    await picture(reader, 'waline-deleted');
    await reader.page.reload();
    await reader.reads('No comments yet. What do you think?');
    await reader.close();
  });

  it('shows a held comment only to its author, with a note that it is waiting for review', async () => {
    const guest = await asGuest('/audit/pier', 'Ada');
    await guest.posts('Please look at this first.');
    await guest.reads('Your comment is waiting for review. For now, only you can see it.');
    await picture(guest, 'waline-held');
    await guest.close();

    const member = await open('/audit/pier/reader');
    await member.posts('At mine, too.');
    await member.page.reload();
    await member.comment('At mine, too.').getByText('Waiting for review: only you can see it').waitFor();
    await member.shows('At mine, too.');
    await member.close();

    const stranger = await open('/audit/pier');
    await stranger.reads('No comments yet. What do you think?');
    await stranger.close();
  });

  it('makes a reader wait after posting too fast, and keeps the text', async () => {
    const reader = await asGuest('/flood/pier', 'Ada');
    await reader.posts('The first one');
    await reader.write('And another thing');
    const outcome = await reader.post();
    assert.equal(
      outcome.type === 'failed' && outcome.words,
      'Your comment wasn’t posted. You’re posting too quickly. Your draft is saved.',
    );
    await reader.reads(/^You can post again in /);
    assert.equal(await reader.textBox.inputValue(), 'And another thing');
    await picture(reader, 'waline-too-quick');
    await reader.close();
  });

  it('asks a guest to sign in where only members may post, and keeps the text', async () => {
    const guest = await asGuest('/members/pier', 'Ada');
    await guest.write('May I?');
    const outcome = await guest.post();
    assert.equal(
      outcome.type === 'failed' && outcome.words,
      'Your comment wasn’t posted. You need to sign in first. Your draft is saved.',
    );
    assert.equal(await guest.textBox.inputValue(), 'May I?');
    await picture(guest, 'waline-members-only');
    await guest.close();

    const member = await open('/members/pier/reader');
    await member.posts('I may.');
    await member.comment('I may.').waitFor();
    await member.close();
  });

  it('reports that the server is down when a reader posts, and posts the text when it is back', async () => {
    const url = servers.get('open')?.url ?? '';
    const reader = await asGuest('/open/tram', 'Ada');
    await reader.posts('Before');
    await reader.page.route(`${url}/**`, (route) => route.abort());
    await reader.write('Meanwhile');
    const outcome = await reader.post();
    assert.match(outcome.type === 'failed' ? outcome.words : '', /couldn’t reach the site/);
    await reader.page.unroute(`${url}/**`);
    assert.deepEqual(await reader.post(), { type: 'posted' });
    await reader.comment('Meanwhile').waitFor();
    await reader.close();
  });
});
