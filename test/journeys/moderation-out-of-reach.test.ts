/** The network fails while the code for moderators is on its way: the section says so, and the next press brings the buttons. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

/** Two comments that wait for a moderator, and one that everybody reads. `viewer`: who looks at them. */
const discussion = (viewer: object): string => `
  <article-comments loading="eager" discussion="pier"></article-comments>
  <script type="module">
    import { memoryAdapter } from '/package/adapters/memory.js';
    const comment = (id, name, status) => ({
      id, author: { id, name }, body: { format: 'text', value: 'Written by ' + name + '.' }, createdAt: new Date().toISOString(), status,
    });
    document.querySelector('article-comments').adapter = memoryAdapter({
      comments: [comment('tom', 'Tom'), comment('ada', 'Ada', 'pending'), comment('bo', 'Bo', 'pending')],
      // Without it, nothing else of the section has code for moderators.
      without: ['setClosed'],
      viewer: ${JSON.stringify(viewer)},
    });
  </script>`;

const FAILURE = 'We couldn’t load this part of the page.';

describe('the code for moderators, when it cannot be fetched', () => {
  let site: PublisherSite;
  let browser: Browser;
  /** The files that the network loses. */
  let lost: RegExp | undefined;

  before(async () => {
    site = await startPublisherSite(
      (path) => discussion({ state: 'signed-in', moderator: path !== '/reader', author: { id: 'bo', name: 'Bo' } }),
      {
        respond: (request, response) => {
          const isLost = lost?.test(request.url ?? '') ?? false;
          if (isLost) response.destroy();
          return isLost;
        },
      },
    );
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is missed once, in words, above the comments, and comes with the next press', async () => {
    lost = /\/comment-moderation-/;
    const { page, section, comment } = await visit('/moderator');
    const failure = section.getByRole('alert').filter({ hasText: FAILURE });
    await failure.waitFor();
    assert.equal(await failure.count(), 1);
    await comment('Written by Ada.').waitFor();
    assert.equal(await section.getByText(/only you can see it/).count(), 0);
    assert.equal(await section.getByRole('button', { name: /^Approve/ }).count(), 0);

    const retry = failure.getByRole('button', { name: 'Try again' });
    lost = undefined;
    await retry.focus();
    await page.keyboard.press('Enter');
    await section.getByRole('button', { name: 'Approve: Ada’s comment' }).waitFor();
    await section.getByRole('button', { name: 'Reject: Bo’s comment' }).waitFor();
    assert.equal(await failure.count(), 0);
    // The button has gone, and the focus has not gone with it.
    assert.equal(
      await section.getByRole('heading', { name: /^Comments/ }).evaluate((element) => element.matches(':focus')),
      true,
    );
    await page.context().close();
  });

  it('is missed with the first "More" menu, where no comment is held', async () => {
    lost = /\/comment-moderation-/;
    const { page, section, comment } = await visit('/moderator');
    await comment('Written by Tom.').getByRole('button', { name: /^More/ }).press('Enter');
    const menu = section.getByRole('group', { name: 'More actions for Tom’s comment' });
    const failure = section.getByRole('alert').filter({ hasText: FAILURE });
    await failure.waitFor();
    lost = undefined;
    await failure.getByRole('button', { name: 'Try again' }).press('Enter');
    const ban = menu.getByRole('button', { name: 'Ban Tom' });
    await ban.waitFor();
    assert.ok(await ban.isVisible());
    await page.context().close();
  });

  it('is not missed by readers, with a held comment of their own', async () => {
    lost = /\/comment-moderation-/;
    const { page, section, comment } = await visit('/reader');
    await comment('Written by Bo.').waitFor();
    await comment('Written by Tom.').getByRole('button', { name: /^More/ }).press('Enter');
    await section.getByRole('button', { name: 'Mute Tom' }).waitFor();
    assert.equal(await section.getByText(FAILURE).count(), 0);
    await page.context().close();
  });

  it('is missed by moderators where the code for reading is lost, too', async () => {
    lost = /\/features-/;
    const { page, section } = await visit('/moderator');
    const failure = section.getByRole('alert');
    await failure.waitFor();
    lost = undefined;
    await failure.getByRole('button', { name: 'Try again' }).press('Enter');
    const approve = section.getByRole('button', { name: 'Approve: Ada’s comment' });
    await approve.waitFor();
    assert.ok(await approve.isVisible());
    await page.context().close();
  });

  async function visit(path: string) {
    const reader = await ReaderPage.visit(browser, `${site.origin}${path}`);
    return { page: reader.page, section: reader.section, comment: (text: string) => reader.comment(text) };
  }
});
