/** Readers of an article whose comments are replies on snac: a real browser, on a different site than the server. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'playwright-core';
import { startPublisherSite, type PublisherSite } from '../../support/journeys/publisher-site.js';
import { ReaderPage } from '../../support/journeys/reader-page.js';
import { openBrowser, picture } from '../../support/journeys/readers-browser.js';
import { missingForSnac, startSnac, type SnacServer } from './snac-server.js';

const missing = missingForSnac();

describe('readers at snac', { skip: missing && `snac ${missing}; then npm run build && npm run test:mastodon` }, () => {
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

  it('read, comment, reply on three levels, recommend and edit', async () => {
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
    await bob.pressAt('The ferry was late again.', /^Recommend/);
    await bob
      .comment('The ferry was late again.')
      .first()
      .getByRole('button', { name: /^Recommend.*1/, pressed: true })
      .waitFor();
    assert.equal(
      await bob.comment('The ferry was late again.').first().getByRole('button', { name: 'Edit' }).count(),
      0,
    );
    await bob.close();

    const again = await open('ada', article);
    await again.answers('By how much?', 'Ten minutes, says the board.');
    await again.edits('Ten minutes, says the board.', '@bob Twelve minutes, says the board.', 'Twelve minutes');
    await picture(again, 'snac-conversation');
    await again.close();

    const reader = await open('bob', article);
    await reader.reads('Comments (3)');
    const texts = await reader.texts();
    assert.equal(texts.length, 3);
    for (const [place, end] of [
      'The ferry was late again.',
      'By how much?',
      'Twelve minutes, says the board.',
    ].entries())
      assert.match(texts[place] ?? '', new RegExp(`^@\\S+ ${end.replace(/\?/, '\\?')}$`));
    assert.equal(
      await reader.comment('Twelve minutes').last().locator('xpath=ancestor-or-self::*[@role="article"]').count(),
      1,
    );
    await reader.close();
  });
});
