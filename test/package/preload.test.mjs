/** `dist/cdn/preload.json` names what a page needs at once, and nothing else. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { preloadLinks, renderPage, scriptJson } from '../../dist/server.js';
import { launchChromium } from '../support/launch-chromium.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { backendNames, recordedBackend } from '../support/recorded-backends.mjs';
import { showsComments } from '../support/visit-acts.mjs';
import { visitBackend } from '../support/visit-backend.mjs';
import { backendPage, conversation, publisherPage } from '../support/visit-pages.mjs';

const ENTRY = 'article-comments.js';

const cdnFolder = join(import.meta.dirname, '..', '..', 'dist', 'cdn');
const files = JSON.parse(readFileSync(join(cdnFolder, 'preload.json'), 'utf8'));
const comments = conversation();

/** Adds tags to the head of a page, before the script tag. */
const withHead = (html, head) => html.replace('<script', `${head}<script`);

describe('preload.json', { timeout: 120_000 }, () => {
  let browser;
  before(async () => (browser = await launchChromium()));
  after(() => browser?.close());

  /** The files that a page fetched until the comments were shown. */
  async function fetched(html, backend) {
    const { firstPicture } = await measureVisit(browser, { html, cdnFolder, backend, untilReady: showsComments });
    return firstPicture;
  }

  it('has all files of a page with `http` and plain text', async () => {
    const names = await fetched(publisherPage(), visitBackend({ comments }));
    assert.deepEqual([ENTRY, ...files.section, ...files.backends.http].sort(), [...names].sort());
  });

  for (const backend of backendNames)
    it(`has no file that a page with \`${backend}\` does not fetch`, async () => {
      const { html, comments: recorded } = backendPage(backend);
      const names = await fetched(html, recordedBackend(backend, recorded));
      const listed = [...files.section, ...files.backends[backend]];
      assert.ok(listed.length > 2);
      assert.deepEqual(
        listed.filter((name) => !names.includes(name)),
        [],
      );
    });

  it('has all files of a page with rendered comments, which fetches none of them twice', async () => {
    const discussion = { key: 'pier', url: 'https://news.example/pier' };
    const { html, data } = renderPage({ items: comments, total: comments.length }, { state: 'open' }, { discussion });
    const rendered = `${html}<script type="application/json">${scriptJson(data)}</script>`;
    const page = publisherPage().replace('></article-comments>', `>${rendered}</article-comments>`);
    const links = preloadLinks(files, { base: '/dist/cdn/' });
    const names = await fetched(withHead(page, links), visitBackend({ comments }));
    assert.deepEqual([...new Set(names)].sort(), [...names].sort());
    assert.deepEqual([ENTRY, ...files.section, ...files.backends.http, ...files.served].sort(), [...names].sort());
  });
});
