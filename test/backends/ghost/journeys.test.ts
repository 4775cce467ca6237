/** Readers of a Ghost blog in a real browser: on the blog, where its cookie applies, and on another site, which is read-only. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startPublisherSite, type PublisherSite } from '../../support/journeys/publisher-site.js';
import { ReaderPage } from '../../support/journeys/reader-page.js';
import { eventually } from '../../support/eventually.js';
import { openBrowser, picture } from '../../support/journeys/readers-browser.js';
import { startGhost } from './ghost-server.js';
import { startOrSkip } from '../servers/unavailable.js';

const { server, skip } = await startOrSkip(() => startGhost({ theme: 'gazette' }));
after(() => server?.stop());

describe('readers of a Ghost blog', { skip }, () => {
  if (!server) return;
  let publisher: PublisherSite;
  let browser: Browser;
  let ada: string;
  let bob: string;
  before(async () => {
    [{ id: ada }, { id: bob }] = [await server.createMember('Ada'), await server.createMember('Bob')];
    publisher = await startPublisherSite(
      (path) =>
        `<article-comments backend="ghost" src="${server.url}" discussion="${path.slice(1)}" loading="eager"></article-comments>`,
    );
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await publisher?.close();
  });

  /** Opens a post on the blog as a member who has followed the sign-in link. */
  const asMember = async (id: string, post: string): Promise<ReaderPage> =>
    ReaderPage.visit(browser, await server.addressOf(post), await server.signInAddress(id));

  it('lets members comment on the blog, reply, recommend and report', async () => {
    const post = await server.createPost('The pier');
    const reader = await asMember(ada, post);
    await reader.reads('No comments yet. What do you think?');
    await reader.textBox.focus();
    await reader.reads('Posting as Ada');
    await reader.posts('1 < 2, and the ferry was late: https://example.com/board');
    await reader.reads('Your comment is published.');
    const comment = reader.comment('1 < 2, and the ferry was late');
    assert.equal(
      await comment.getByRole('link', { name: 'https://example.com/board' }).getAttribute('href'),
      'https://example.com/board',
    );
    assert.equal(
      await comment.getByRole('button', { name: /^Report as abuse/ }).count(),
      0,
      'Own comments cannot be reported.',
    );
    await reader.close();

    const other = await asMember(bob, post);
    await other.reads('Comments (1)');
    await other.pressAt('the ferry was late', /\bRecommend/);
    await other
      .comment('the ferry was late')
      .getByRole('button', { name: /^1 Recommend/, pressed: true })
      .waitFor();
    await other.answers('the ferry was late', 'By how much?');
    await other.answers('By how much?', 'Ten minutes, says the board.');
    assert.match((await other.comment('Ten minutes').last().textContent()) ?? '', /in reply to Bob/);
    await other.reports('the ferry was late');
    await picture(other, 'ghost-reported');
    await other.page.reload();
    await other
      .comment('the ferry was late')
      .getByRole('button', { name: /^1 Recommend/, pressed: true })
      .waitFor();
    await other.shows(
      '1 < 2, and the ferry was late: https://example.com/board',
      'By how much?',
      'Ten minutes, says the board.',
    );
    await other.close();
  });

  it('lets members edit and delete their comments, and leaves a tombstone above replies', async () => {
    const post = await server.createPost('The library');
    const reader = await asMember(ada, post);
    await reader.posts('Open on Sundays, please.');
    await reader.answers('Open on Sundays', 'I mean it.');
    await reader.edits('Open on Sundays, please.', 'Open on Mondays, please.');
    await reader.comment('Open on Mondays').getByText('edited').waitFor();
    await reader.deletes('Open on Mondays');
    await picture(reader, 'ghost-deleted');
    await reader.page.reload();
    await reader.reads('This comment was deleted by its author.');
    await reader.shows('I mean it.');
    await reader.close();
  });

  it('shows comments without an account, and keeps the text of a reader who signs in on the blog', async () => {
    const post = await server.createPost('The tram');
    const member = await asMember(ada, post);
    await member.posts('It rattles.');
    await member.close();
    const reader = await ReaderPage.open(browser, await server.addressOf(post));
    await reader.comment('It rattles.').waitFor();
    await reader.write('Does it?');
    await reader.reads('You can write now and sign in later.');
    await reader.section.getByRole('button', { name: 'Sign in to post' }).click();
    await reader.page.waitForURL(/#\/portal\/signin$/);
    await picture(reader, 'ghost-sign-in');
    await reader.page.goto(await server.signInAddress(bob));
    await reader.page.goto(await server.addressOf(post));
    await eventually(
      () => reader.textBox.inputValue(),
      (text) => text === 'Does it?',
    );
    assert.deepEqual(await reader.post(), { type: 'posted' });
    await reader.comment('Does it?').waitFor();
    await reader.close();
  });

  it('shows comments on another site, with a link to the blog', async () => {
    const post = await server.createPost('The harbour');
    const member = await asMember(ada, post);
    await member.posts('Nice boats.');
    await member.close();
    const reader = await ReaderPage.visit(browser, `${publisher.origin}/${post}`);
    await reader.reads('Comments (1)');
    await reader.reads('Comments are written on the blog itself.');
    const link = reader.section.getByRole('link', { name: 'Go to the blog' });
    assert.equal(await link.getAttribute('href'), `${server.url}/`);
    await reader.comment('Nice boats.').waitFor();
    assert.equal(await reader.textBox.count(), 0);
    await picture(reader, 'ghost-elsewhere');
    await reader.close();
  });

  it('explains that commenting is for paying members, or turned off', async () => {
    const post = await server.createPost('The market');
    const before = await asMember(ada, post);
    await before.posts('Fresh fish.');
    await before.close();
    await server.setComments('paid');
    try {
      const reader = await asMember(bob, post);
      await reader.write('And bread');
      const outcome = await reader.post();
      assert.match(outcome.type === 'failed' ? outcome.words : '', /permission to comment/);
      assert.equal(await reader.textBox.inputValue(), 'And bread');
      await picture(reader, 'ghost-paid-only');
      await reader.close();
    } finally {
      await server.setComments('off');
    }
    try {
      const reader = await ReaderPage.visit(browser, await server.addressOf(post));
      await reader.reads('Comments are turned off for now.');
      assert.equal(await reader.textBox.count(), 0);
      await picture(reader, 'ghost-off');
      await reader.close();
    } finally {
      await server.setComments('all');
    }
  });
});
