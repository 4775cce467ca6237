/** Readers of an article whose comments are replies on snac: a real browser, on a different site than the server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startPublisherSite, type PublisherSite } from '../../support/journeys/publisher-site.js';
import { ReaderPage } from '../../support/journeys/reader-page.js';
import { openBrowser, picture } from '../../support/journeys/readers-browser.js';
import { skipWithoutSnac, startSnac, type SnacServer } from './snac-server.js';

describe('readers at snac', { skip: skipWithoutSnac() }, () => {
  let server: SnacServer;
  let publisher: PublisherSite;
  let browser: Browser;
  before(async () => {
    server = await startSnac();
    publisher = await startPublisherSite(pageOf);
    browser = await openBrowser();
  });
  after(async () => {
    await browser?.close();
    await publisher?.close();
    await server?.stop();
  });

  /** `/anybody/ID` is the page as a publisher pastes it. On `/ada/ID` it has Ada's token, and on `/left/ID` one that has expired. */
  function pageOf(path: string): string {
    const [, who = '', id = ''] = path.split('/');
    const tag = `discussion="${id}" loading="eager"></article-comments>`;
    if (who === 'anybody') return `<article-comments backend="mastodon" src="${server.url}" ${tag}`;
    const token = who === 'ada' || who === 'bob' ? server.tokens[who] : '0123456789abcdef';
    return `<article-comments ${tag}
      <script type="module">
        import { mastodonAdapter } from '/package/adapters/mastodon.js';
        document.querySelector('article-comments').adapter = mastodonAdapter({ src: '${server.url}', token: '${token}' });
      </script>`;
  }

  const addressOf = (who: string, article: string): string => `${publisher.origin}/${who}/${article}`;
  /** Opens the page, once what was posted before has reached the account. */
  const open = (who: string, article: string): Promise<ReaderPage> => {
    server.deliver();
    return ReaderPage.open(browser, addressOf(who, article));
  };

  /** The same where there may be nothing to write in. */
  const visit = (who: string, article: string): Promise<ReaderPage> => {
    server.deliver();
    return ReaderPage.visit(browser, addressOf(who, article));
  };

  it('lets readers comment, reply on three levels, recommend and edit', async () => {
    const article = await server.post('desk', 'The pier');
    const ada = await open('ada', article);
    await ada.reads('No comments yet. What do you think?');
    await ada.textBox.focus();
    await ada.reads('Posting as Ada');
    await ada.posts('The ferry was late again.');
    await ada.reads('Your comment is published.');
    await ada.close();

    const bob = await open('bob', article);
    await bob.reads('Comments (1)');
    await bob.answers('The ferry was late again.', 'By how much?');
    await bob.pressAt('The ferry was late again.', /\bRecommend/);
    await bob
      .comment('The ferry was late again.')
      .first()
      .getByRole('button', { name: /^1 Recommend/, pressed: true })
      .waitFor();
    assert.equal(
      await bob.comment('The ferry was late again.').first().getByRole('button', { name: 'Edit' }).count(),
      0,
    );
    await bob.close();

    const again = await open('ada', article);
    await again.answers('By how much?', 'Ten minutes, says the board.');
    await again.edits('Ten minutes, says the board.', 'Twelve minutes, says the board.');
    await again.close();

    const reader = await open('bob', article);
    await reader.reads('Comments (3)');
    const ends = ['The ferry was late again.', 'By how much?', 'Twelve minutes, says the board.'];
    await reader.shows(...ends);
    const indents = await Promise.all(ends.map(async (end) => (await reader.comment(end).boundingBox())?.x ?? 0));
    assert.ok(
      indents[0]! < indents[1]! && indents[1]! < indents[2]!,
      `Each reply is below its parent: ${indents.join()}`,
    );
    await picture(reader, 'snac-conversation');
    await reader.page.setViewportSize({ width: 360, height: 740 });
    await picture(reader, 'snac-conversation-phone');
    await reader.close();
  });

  it('does not offer to delete or report a comment, which snac does not support', async () => {
    const article = await server.post('desk', 'The library');
    await server.post('bob', 'Closed on Sundays.', article);
    const ada = await open('ada', article);
    await ada.posts('Open it, please.');
    await ada
      .comment('Closed on Sundays.')
      .getByRole('button', { name: /\bRecommend/ })
      .waitFor();
    await ada.comment('Open it, please.').getByRole('button', { name: /^Edit/ }).waitFor();
    assert.equal(await ada.section.getByRole('button', { name: /^(Delete|Report)/ }).count(), 0);
    await picture(ada, 'snac-library');
    await ada.close();
  });

  it('posts a comment once, although the response is lost and the reader tries again', async () => {
    const article = await server.post('desk', 'The bridge');
    const ada = await open('ada', article);
    const statuses = `${server.url}/api/v1/statuses`;
    await ada.page.route(statuses, async (route) => {
      await route.fetch();
      await route.abort();
    });
    await ada.write('Is it *open* & <b>safe</b>?');
    const outcome = await ada.post();
    assert.match(outcome.type === 'failed' ? outcome.words : '', /it won’t appear twice/);
    await ada.page.unroute(statuses);
    assert.deepEqual(await ada.post(), { type: 'posted' });
    await ada.close();
    const bob = await open('bob', article);
    await bob.reads('Comments (1)');
    await bob.shows('Is it open & safe?');
    await bob.close();
  });

  it('asks readers to sign in where comments cannot be read without an account', async () => {
    const article = await server.post('desk', 'The tram');
    await server.post('bob', 'Not today.', article);
    const words = { anybody: /only to people who are signed in there/, left: /You’re no longer signed in/ };
    for (const who of ['anybody', 'left'] as const) {
      const reader = await visit(who, article);
      await reader.section.getByRole('alert').getByText(words[who]).waitFor();
      assert.equal(await reader.section.getByRole('article').count(), 0);
      assert.equal(await reader.section.getByRole('button', { name: 'Try again' }).count(), 0);
      await picture(reader, `snac-${who}`);
      await reader.close();
    }
  });

  it('shows that an unknown status has no comments, and offers no form', async () => {
    const reader = await visit('ada', `1795657477${'0'.repeat(32)}`);
    await reader.reads('There are no comments on this article.');
    assert.equal(await reader.textBox.count(), 0);
    await picture(reader, 'snac-unknown');
    await reader.close();
  });

  it('reports that the server is unavailable, keeps the text, and continues when the server is back', async () => {
    const article = await server.post('desk', 'The harbour');
    await server.post('bob', 'Still there?', article);
    const ada = await open('ada', article);
    await ada.comment('Still there?').waitFor();
    const goes = () => ada.page.route(`${server.url}/**`, (route) => route.abort());
    const comesBack = () => ada.page.unroute(`${server.url}/**`);

    await goes();
    await ada.write('Hello?');
    const outcome = await ada.post();
    assert.match(outcome.type === 'failed' ? outcome.words : '', /couldn’t reach the site/);
    assert.equal(await ada.textBox.inputValue(), 'Hello?');
    await picture(ada, 'snac-gone');
    await comesBack();
    assert.deepEqual(await ada.post(), { type: 'posted' });
    await ada.comment('Hello?').waitFor();

    await goes();
    await ada.page.reload();
    await ada.section.getByRole('alert').getByText('We couldn’t load the comments.').waitFor();
    await picture(ada, 'snac-gone-before');
    await comesBack();
    await ada.section.getByRole('button', { name: 'Try again' }).click();
    await ada.reads('Comments (2)');
    await ada.close();
  });
});
