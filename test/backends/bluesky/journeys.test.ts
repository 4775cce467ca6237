/** Readers of an article whose comments are replies on Bluesky: a real browser, on a different site than the servers. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startPublisherSite, type PublisherSite } from '../../support/journeys/publisher-site.js';
import { ReaderPage } from '../../support/journeys/reader-page.js';
import { eventually } from '../../support/eventually.js';
import { openBrowser, picture } from '../../support/journeys/readers-browser.js';
import { startBluesky, type Bluesky } from './bluesky-server.js';
import { startOrSkip } from '../servers/unavailable.js';

const { server, skip } = await startOrSkip(startBluesky);
after(() => server?.stop());

type Account = Awaited<ReturnType<Bluesky['createAccount']>>;

describe('readers at Bluesky', { skip }, () => {
  if (!server) return;
  const { service, pds } = server;
  const accounts = new Map<string, Account>();
  let publisher: PublisherSite;
  let browser: Browser;
  before(async () => {
    for (const name of ['desk', 'ada', 'bob']) accounts.set(name, await server.createAccount(name));
    publisher = await startPublisherSite(pageOf);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await publisher?.close();
  });

  const account = (name: string): Account => accounts.get(name) ?? assert.fail(`There is no account ${name}`);

  /**
   * `/anybody/KEY` is the page as a publisher pastes it. On `/ada/KEY` it has a session of Ada's account, on
   * `/ada-signs-in/KEY` it gets one when she starts to write, and on `/ada-left/KEY` its session has expired.
   */
  function pageOf(path: string): string {
    const [, who = '', key = ''] = path.split('/');
    const discussion = `at://${account('desk').did}/app.bsky.feed.post/${key}`;
    const tag = `discussion="${discussion}" loading="eager"></article-comments>`;
    if (who === 'anybody') return `<article-comments backend="bluesky" src="${service}" ${tag}`;
    const [name = '', how] = who.split(/-(.*)/);
    const { did, accessJwt } = account(name);
    const session = JSON.stringify({ did, service: pds, accessJwt: how === 'left' ? 'a.b.c' : accessJwt });
    return `<article-comments ${tag}
      <script type="module">
        import { blueskyAdapter } from '/package/adapters/bluesky.js';
        const session = ${session};
        const rights = ${how === 'signs-in' ? '{ signIn: () => Promise.resolve(session) }' : '{ session }'};
        document.querySelector('article-comments').adapter = blueskyAdapter({ service: '${service}', ...rights });
      </script>`;
  }

  /** Creates a record like any other client and returns its key. */
  async function write(name: string, collection: string, record: object, rkey?: string): Promise<string> {
    const { did, accessJwt } = account(name);
    const response = await fetch(`${pds}/xrpc/com.atproto.repo.createRecord`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessJwt}` },
      body: JSON.stringify({
        ...{ repo: did, collection, rkey },
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      }),
    });
    assert.equal(response.status, 200, await response.clone().text());
    return ((await response.json()) as { uri: string }).uri.split('/').at(-1) ?? '';
  }

  const addressOf = (key: string): string => `at://${account('desk').did}/app.bsky.feed.post/${key}`;
  /** Waits until the AppView shows it. */
  const settled = (key: string, isSo: (thread: string) => boolean): Promise<string> =>
    eventually(
      () =>
        fetch(`${service}/xrpc/app.bsky.feed.getPostThread?uri=${encodeURIComponent(addressOf(key))}`).then(
          (response) => response.text(),
        ),
      isSo,
    );
  async function article(): Promise<string> {
    const key = await write('desk', 'app.bsky.feed.post', { text: 'Discuss the pier' });
    await settled(key, (thread) => thread.includes('Discuss the pier'));
    return key;
  }
  const close = async (key: string): Promise<void> => {
    await write('desk', 'app.bsky.feed.threadgate', { post: addressOf(key), allow: [] }, key);
    await settled(key, (thread) => thread.includes('"threadgate"'));
  };
  const open = (who: string, key: string): Promise<ReaderPage> =>
    ReaderPage.open(browser, `${publisher.origin}/${who}/${key}`);

  it('can read without an account and follow a link to the post', async () => {
    const key = await article();
    const ada = await open('ada', key);
    await ada.reads('No comments yet. What do you think?');
    await ada.posts('The board says so: https://example.com/board');
    await ada.close();
    await settled(key, (thread) => thread.includes('The board says so'));

    const reader = await ReaderPage.visit(browser, `${publisher.origin}/anybody/${key}`);
    await reader.reads('Comments (1)');
    await reader.reads('These comments are replies on Bluesky.');
    const link = reader.section.getByRole('link', { name: 'Reply on Bluesky' });
    assert.equal(await link.getAttribute('href'), `https://bsky.app/profile/${account('desk').did}/post/${key}`);
    const comment = reader.comment('The board says so');
    assert.equal(
      await comment.getByRole('link', { name: 'https://example.com/board' }).getAttribute('href'),
      'https://example.com/board',
    );
    assert.match((await comment.textContent()) ?? '', /^\s*ada\.test/);
    assert.equal(await reader.textBox.count(), 0);
    assert.equal(await comment.getByRole('button', { name: /Reply|Recommend|Report/ }).count(), 0);
    await picture(reader, 'bluesky-anybody');
    await reader.close();
  });

  it('lets readers write first and sign in afterwards, then reply, recommend, report and delete', async () => {
    const key = await article();
    const ada = await open('ada', key);
    await ada.posts('The ferry was late.');
    await ada.close();
    await settled(key, (thread) => thread.includes('The ferry was late.'));

    const bob = await open('bob-signs-in', key);
    await bob.reads('Comments (1)');
    await bob.write('So was the tram.');
    await bob.reads('You can write now and sign in later.');
    await bob.section.getByRole('button', { name: 'Sign in to post' }).click();
    await bob.reads('Posting as bob.test');
    await bob.posts('So was the tram.');
    await bob.reads('Your comment is published.');
    assert.match((await bob.comment('So was the tram.').textContent()) ?? '', /^\s*bob\.test/);
    await bob.answers('The ferry was late.', 'By how much?');
    await bob.pressAt('The ferry was late.', /\bRecommend/);
    await bob
      .comment('The ferry was late.')
      .getByRole('button', { name: /^1 Recommend/, pressed: true })
      .waitFor();
    await bob.reports('The ferry was late.');
    await bob.reads(/\(reference \d+\)\.$/);
    await picture(bob, 'bluesky-reported');
    assert.equal(await bob.comment('The ferry was late.').first().getByRole('button', { name: 'Delete' }).count(), 0);
    assert.equal(
      await bob.section.getByRole('button', { name: 'Edit' }).count(),
      0,
      'Posts on Bluesky cannot be edited.',
    );
    await bob.deletes('So was the tram.');
    await picture(bob, 'bluesky-deleted');
    await bob.close();

    await settled(key, (thread) => thread.includes('By how much?') && !thread.includes('So was the tram.'));
    const reader = await ReaderPage.visit(browser, `${publisher.origin}/anybody/${key}`);
    await reader.reads('Comments (2)');
    await reader.comment('By how much?').last().waitFor();
    await reader.shows('The ferry was late.', 'By how much?');
    await reader.close();
  });

  it('shows by how much a text is too long, counted as Bluesky does', async () => {
    const reader = await open('ada', await article());
    await reader.write(`${'👍🏽'.repeat(300)}!`);
    await reader.reads('1 character over the limit');
    await reader.press();
    await reader.reads('1 character over the limit');
    await reader.shows();
    await picture(reader, 'bluesky-too-long');
    await reader.posts('👍🏽'.repeat(300));
    await reader.close();
  });

  it('shows that the author has closed the thread, even to a reader who is writing', async () => {
    const key = await article();
    const writer = await open('ada', key);
    await writer.posts('Just in time.');
    // The AppView hides replies that it indexes after the rule, whenever they were written.
    await settled(key, (thread) => thread.includes('Just in time.'));
    await writer.write('Nearly in time.');
    await close(key);
    await writer.press();
    await writer.reads('Comments are now closed. You can still copy your text.');
    assert.equal(await writer.textBox.inputValue(), 'Nearly in time.');
    await picture(writer, 'bluesky-closed-meanwhile');
    await writer.close();

    for (const who of ['anybody', 'bob']) {
      const reader = await ReaderPage.visit(browser, `${publisher.origin}/${who}/${key}`);
      await reader.reads('Comments are closed. We accept them for a limited time after publication.');
      await reader.comment('Just in time.').waitFor();
      assert.equal(await reader.textBox.count(), 0);
      await picture(reader, `bluesky-closed-${who}`);
      await reader.close();
    }
    const desk = await open('desk', key);
    await desk.posts('The author can still reply.');
    await desk.close();
  });

  it('can keep reading after their session expires, and keep their text', async () => {
    const key = await article();
    const bob = await open('bob', key);
    await bob.posts('Still here.');
    await bob.close();
    await settled(key, (thread) => thread.includes('Still here.'));

    const ada = await open('ada-left', key);
    await ada.comment('Still here.').waitFor();
    await ada.write('Am I still in?');
    await ada.section.getByRole('button', { name: 'Sign in to post' }).click();
    await ada.reads('Your comment isn’t posted yet. Sign in on this site, then come back to this page to post it.');
    assert.equal(await ada.textBox.inputValue(), 'Am I still in?');
    await picture(ada, 'bluesky-left');
    await ada.close();
  });
});
