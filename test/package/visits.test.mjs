/** Which files of the script-tag build a page fetches, and that it fetches none before it is needed. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { moduleName } from '../support/built-files.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { focusTextBox, showsComments } from '../support/visit-acts.mjs';
import { archivePage, countsPage, discussionPage } from '../support/visit-pages.mjs';

const cdnFolder = join(import.meta.dirname, '..', '..', 'dist', 'cdn');

const pressReport = (page) => page.getByRole('button', { name: 'Report as abuse' }).first().click();

describe('a visit to a page with the script tag', { timeout: 600_000 }, () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser?.close());

  const visit = (page, act) =>
    measureVisit(browser, { html: discussionPage(page), cdnFolder, untilReady: showsComments, act });

  it('fetches nothing twice', async () => {
    const files = Object.values(await visit({}, focusTextBox)).flat();
    assert.deepEqual(files, [...new Set(files)]);
  });

  it('fetches the form at the first intent to write, and not before', async () => {
    const { intent } = await visit({}, focusTextBox);
    assert.notDeepEqual(intent, []);
  });

  it('fetches the form for the first report, too, and what sends it, in one file', async () => {
    const [writing, reporting] = [await visit({}, focusTextBox), await visit({}, pressReport)];
    const others = reporting.intent.filter((name) => !name.startsWith('writer-'));
    assert.deepEqual(others.sort(), writing.intent.sort());
    assert.equal(reporting.intent.length, others.length + 1);
  });

  it('fetches the code for lists of articles only on such lists', async () => {
    const untilReady = (page) => page.getByText('2 comments').waitFor();
    const list = await measureVisit(browser, { html: countsPage(), cdnFolder, untilReady });
    const discussion = Object.values(await visit({}, focusTextBox)).flat();
    assert.notDeepEqual(
      list.firstPicture.filter((name) => !discussion.includes(name)),
      [],
    );
  });

  it('fetches no form where the discussion is closed', async () => {
    const form = (await visit({}, focusTextBox)).intent;
    const { firstPicture, idle } = await visit({ state: 'closed' });
    assert.deepEqual(
      form.filter((name) => [...firstPicture, ...idle].includes(name)),
      [],
    );
  });

  it('fetches the renderer of a format only for bodies of that format', async () => {
    const renderers = async (format) => {
      const { firstPicture } = await visit({ format });
      return firstPicture.map(moduleName).filter((name) => ['html', 'markdown'].includes(name));
    };
    assert.deepEqual(await renderers('text'), []);
    assert.deepEqual(await renderers('markdown'), ['markdown']);
    assert.deepEqual(await renderers('html'), ['html']);
  });

  it('fetches what the page names side by side, and the renderer once a response names its format', async () => {
    const needed = ['static', 'locale-de.js'];
    const waiting = new Set(needed);
    // None of the files comes before all have been asked for.
    const prepare = async (page) => {
      let answer;
      const areAllAskedFor = new Promise((resolve) => (answer = resolve));
      await page.route('**/dist/cdn/*.js', async (route) => {
        const name = moduleName(new URL(route.request().url()).pathname.split('/').pop());
        if (needed.includes(name)) {
          waiting.delete(name);
          if (waiting.size === 0) answer();
          await areAllAskedFor;
        }
        await route.continue();
      });
    };
    const html = archivePage({ format: 'markdown', lang: 'de' });
    const { firstPicture } = await measureVisit(browser, { html, cdnFolder, untilReady: showsComments, prepare });
    assert.deepEqual([...waiting], []);
    assert.equal(firstPicture.map(moduleName).filter((name) => name === 'markdown').length, 1);
  });

  it('fetches the same files under an address with a query, each once', async () => {
    const plain = Object.values(await visit({}, focusTextBox)).flat();
    const versioned = Object.values(await visit({ address: '/dist/cdn/article-comments.js?v=1' }, focusTextBox)).flat();
    assert.deepEqual(versioned.sort(), plain.sort());
  });
});
