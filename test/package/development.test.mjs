/** What developers see in the console while they read and write on a page with Lit's development build. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { serveDevelopmentPage } from '../support/development-page.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';

/** Lit says this on every page in development, whatever is on it. */
const DEVELOPMENT_BUILD = /^Lit is in dev mode/;

const markup = `
  <comment-count discussion="pier"></comment-count>
  <article-comments discussion="pier"></article-comments>`;

const script = `
  import 'article-comments/define.js';
  import { memoryAdapter } from 'article-comments/adapters/memory.js';

  const comments = Array.from({ length: 40 }, (_, index) => ({
    id: String(index + 1),
    parentId: null,
    author: { id: 'tom', name: 'Tom' },
    body: { format: 'text', value: 'Letter ' + (index + 1) },
    createdAt: new Date(Date.UTC(2026, 10, 24, 8, index)).toISOString(),
  }));
  const adapter = memoryAdapter({
    comments,
    account: { id: 'ada', name: 'Ada' },
    info: { posting: { who: location.search === '?members' ? 'signed-in' : 'anyone' } },
    storage: localStorage,
  });
  for (const element of document.querySelectorAll('comment-count, article-comments')) element.adapter = adapter;
`;

describe('a page in development', { timeout: 600_000 }, () => {
  let server;
  let browser;
  let context;
  let page;
  let warnings;

  before(async () => {
    server = await serveDevelopmentPage({ markup, script });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(async () => {
    context = await browser.newContext();
    page = await context.newPage();
    warnings = [];
    page.on('console', (message) => {
      const isNews = !DEVELOPMENT_BUILD.test(message.text());
      if (['warning', 'error'].includes(message.type()) && isNews) warnings.push(message.text());
    });
  });
  afterEach(() => context.close());

  const comment = (number) => page.getByRole('article').filter({ hasText: `Letter ${number}` });
  const button = (name) => page.getByRole('button', { name }).first();
  const open = async (address = '') => {
    await page.goto(server.address + address);
    await comment(1).first().waitFor();
  };
  /** What a controller asks for while its element is drawn comes in the next microtask, long before a reader could act. */
  const expectNoWarnings = () => assert.deepEqual(warnings, []);

  it('is quiet while a reader comments and replies', async () => {
    await open();
    await page.getByText('40 comments').waitFor();
    await page.getByRole('textbox', { name: 'Your comment' }).fill('So it was.');
    await button('Post comment').click();
    await page.getByText('Your comment is published.').first().waitFor();
    await button(/^Reply/).click();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Who says?');
    await button('Post reply').click();
    await page.getByRole('article').filter({ hasText: 'Who says?' }).waitFor();
    expectNoWarnings();
  });

  it('is quiet when a reader comes back to where they were', async () => {
    await open();
    await comment(20)
      .last()
      .evaluate((row) => row.scrollIntoView());
    await page.reload();
    await page.waitForFunction(() => window.scrollY > 0);
    expectNoWarnings();
  });

  it('is quiet when a reply that was begun is opened again', async () => {
    await open();
    await button(/^Reply/).click();
    await page.getByRole('textbox', { name: 'Your reply' }).fill('Half a reply');
    await page.getByText('Your draft is saved').waitFor();
    await page.reload();
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
    expectNoWarnings();
  });

  it('is quiet when a link to a missing comment is followed by one to another', async () => {
    await open('#comment-missing');
    await page.locator('[part=notice]').filter({ hasText: 'isn’t here' }).waitFor();
    await page.evaluate(() => (window.location.hash = '#comment-3'));
    await page.locator('[part=notice]').filter({ hasText: 'isn’t here' }).waitFor({ state: 'detached' });
    expectNoWarnings();
  });

  it('is quiet when a vote is cast after signing in', async () => {
    await open('?members');
    await button(/^Recommend/).click();
    await page
      .locator('[part~=vote-form]')
      .getByRole('button', { name: /^Sign in/ })
      .click();
    await page.getByText('1 Recommend').waitFor();
    expectNoWarnings();
  });
});
