/** The code that writes comes with the first character. If the network loses it, nothing was sent, and no text is lost. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

const BO = `viewer: { state: 'signed-in', author: { id: 'bo', name: 'Bo' } }`;

const SIGN_IN_FIRST = `account: { id: 'bo', name: 'Bo' }, info: { posting: { who: 'signed-in' } }`;

/** `options`: of the adapter. */
const discussion = (options: string): string => `
  <article-comments loading="eager" discussion="pier"></article-comments>
  <script type="module">
    import { memoryAdapter } from '/package/adapters/memory.js';
    const comment = (id, name) => ({
      id, author: { name }, body: { format: 'text', value: 'Written by ' + name + '.' }, createdAt: new Date().toISOString(),
    });
    document.querySelector('article-comments').adapter = memoryAdapter({
      comments: [comment('tom', 'Tom')], ${options},
    });
  </script>`;

const WRITER = /\/writer-/;

describe('code that is loaded when a reader writes', () => {
  let site: PublisherSite;
  let browser: Browser;
  /** The files that the network loses. */
  let lost: RegExp | undefined;
  /** The paths that were requested. */
  let requested: string[] = [];

  before(async () => {
    site = await startPublisherSite((path) => discussion(path === '/signed-out' ? SIGN_IN_FIRST : BO), {
      respond: (request, response) => {
        const { url = '' } = request;
        requested.push(url);
        const isLost = lost?.test(url) ?? false;
        if (isLost) response.destroy();
        return isLost;
      },
    });
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });

  after(async () => {
    await browser?.close();
    await site?.close();
  });

  it('comes with the first character, not with the focus', async () => {
    const reader = await visit();
    await reader.textBox.focus();
    await reader.section.getByRole('button', { name: 'Post comment' }).waitFor();
    assert.deepEqual(
      requested.filter((path) => WRITER.test(path)),
      [],
    );
    const loaded = reader.page.waitForRequest(WRITER);
    await reader.page.keyboard.type('I');
    assert.match((await loaded).url(), WRITER);
    await reader.page.context().close();
  });

  it('comes with the focus where the button signs in, because a browser blocks a window that opens late', async () => {
    const reader = await visit('/signed-out');
    const loaded = reader.page.waitForRequest(WRITER);
    await reader.textBox.focus();
    assert.match((await loaded).url(), WRITER);
    await reader.page.context().close();
  });

  it('is missed in words that promise nothing, and the next press sends the text once', async () => {
    lost = WRITER;
    const reader = await visit();
    await reader.textBox.fill('Nothing of this may be lost.');
    await reader.section.getByRole('button', { name: 'Post comment' }).press('Enter');
    const failure = reader.section.getByRole('alert');
    assert.match(await failure.innerText(), /Your comment wasn’t posted\. We couldn’t reach the site\./);
    assert.equal(await reader.textBox.inputValue(), 'Nothing of this may be lost.');
    lost = undefined;
    await reader.section.getByRole('button', { name: 'Try again' }).press('Enter');
    await reader.shows('Written by Tom.', 'Nothing of this may be lost.');
    assert.equal(await reader.textBox.inputValue(), '');
    await reader.page.context().close();
  });

  async function visit(path = '/'): Promise<ReaderPage> {
    requested = [];
    return ReaderPage.open(browser, site.origin + path);
  }
});
