/** Readers of an article whose comments are the replies to a status on Mastodon, which a stand-in tells in the shapes of its documentation. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../support/find-chromium.mjs';
import { start } from '../../demo/backends/mastodon.js';
import type { DemoBackend } from '../../demo/backends/demo-backend.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { ReaderPage } from '../support/journeys/reader-page.js';

describe('reading what Mastodon tells everybody', () => {
  let instance: DemoBackend;
  let site: PublisherSite;
  let browser: Browser;
  before(async () => {
    instance = await start('http://localhost');
    site = await startPublisherSite((path) => {
      const [, address = ''] = instance.addresses[Number(path.slice(1))] ?? [];
      const { searchParams } = new URL(address);
      return `<article-comments backend="mastodon" src="${searchParams.get('src')}" discussion="${searchParams.get('discussion')}" loading="eager"></article-comments>`;
    });
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    await instance?.stop();
  });

  const open = (place: number): Promise<ReaderPage> => ReaderPage.visit(browser, `${site.origin}/${place}`);

  it('shows the conversation, and leads to the status for taking part', async () => {
    const reader = await open(0);
    await reader.reads('Comments (7)');
    await reader.comment('and the board said 1 < 2 minutes both times').waitFor();
    const link = reader
      .comment('The harbour office does')
      .first()
      .getByRole('link', { name: 'https://harbour.example/board' });
    assert.equal(await link.getAttribute('href'), 'https://harbour.example/board');
    const warned = reader.comment('He misses it, and the kiosk wins.');
    const paragraphs = await warned.locator('[part~=body] p').allTextContents();
    assert.deepEqual(paragraphs.slice(0, 2), [
      'How the film about the ferryman ends',
      'He misses it, and the kiosk wins.',
    ]);
    await warned.getByRole('link', { name: 'The kiosk at dusk, with a kettle in the window' }).waitFor();
    await reader.reads('These comments are replies on Mastodon. You can answer from an account on any instance.');
    const there = reader.section.getByRole('link', { name: 'Reply on Mastodon' });
    assert.match((await there.getAttribute('href')) ?? '', /^https:\/\/far\.example\/@gazette\/\d+$/);
    assert.equal(await reader.textBox.count(), 0);
    await reader.close();
  });

  it('says where an instance ends its answer', async () => {
    const reader = await open(1);
    await reader.reads('We can’t show the rest of the comments here.');
    assert.equal(await reader.section.getByRole('article').count(), 60);
    await reader.close();
  });

  it('says that there is nothing to discuss where the status is gone', async () => {
    const reader = await open(2);
    await reader.reads('There are no comments on this article.');
    await reader.close();
  });
});
