/** What readers and developers see of an exception of an adapter: on a published page, with `debug` and in development. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { launchChromium } from '../support/launch-chromium.mjs';

const folder = join(import.meta.dirname, '..', '..', 'dist', 'cdn');

const SECRET = 'DB down: password=hunter2';

const page = (attributes) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Pier</title>
  <link rel="icon" href="data:,">
  <script type="module" src="/cdn/article-comments.js"></script>
  <article-comments discussion="pier" ${attributes}></article-comments>
  <script type="module">
    document.querySelector('article-comments').adapter = {
      open: async () => ({ state: 'open' }),
      list: async () => { throw new Error('${SECRET}'); },
    };
  </script>`;

describe('an exception of an adapter', () => {
  let browser;
  before(async () => {
    browser = await launchChromium();
  });
  after(() => browser.close());

  /** Opens a page whose `list` throws. Resolves with the text of the section and of its note, and with the lines of the console. */
  async function open(address, attributes = '') {
    const context = await browser.newContext();
    try {
      const opened = await context.newPage();
      const lines = [];
      opened.on('console', (message) => lines.push(message.text()));
      const isReported = opened.waitForEvent('console', (message) =>
        message.text().startsWith('<article-comments>: list() threw'),
      );
      await opened.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        return pathname.startsWith('/cdn/')
          ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, basename(pathname))) })
          : route.fulfill({ contentType: 'text/html', body: page(attributes) });
      });
      await opened.goto(address);
      await opened.getByText('(reference ').waitFor();
      await isReported;
      const section = opened.locator('article-comments [part=section]');
      await opened.locator('article-comments').evaluate((element) => element.updateComplete);
      return {
        shown: await section.innerText(),
        note: (await opened.locator('[part=developer-note]').allInnerTexts()).join(),
        lines,
      };
    } finally {
      await context.close();
    }
  }

  it('is the section’s own sentence with a reference on a published page, and in the console', async () => {
    const { shown, note, lines } = await open('http://pier.example/');
    const [, reference] = /Our site is having trouble right now \(reference ([0-9A-Z]{6})\)\./.exec(shown) ?? [];
    assert.ok(reference, shown);
    assert.doesNotMatch(shown, /hunter2|threw/);
    assert.equal(note, '');
    assert.ok(lines.includes(`<article-comments>: list() threw Error: ${SECRET}`), lines.join('\n'));
    assert.equal(lines.filter((line) => line.startsWith(`article-comments: reference ${reference}.`)).length, 1);
  });

  for (const [where, address, attributes] of [
    ['with debug', 'http://pier.example/', 'debug'],
    ['in development', 'http://localhost/', ''],
  ])
    it(`is in the note on the page ${where}`, async () => {
      const { note } = await open(address, attributes);
      assert.match(note, /list\(\) threw Error: DB down: password=hunter2/);
    });
});
