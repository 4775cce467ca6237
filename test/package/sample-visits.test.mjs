/**
 * The samples of HTML and TypeScript run in a browser: on a page of a made-up site, with the files of the packed package, and with
 * the backend of docs/http-contract.md. Other backends cannot be reached; there the section says so, in words for readers.
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'esbuild';
import { createBackend } from '../../demo/examples/serve-the-contract.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';
import { installPackage, wholeSamples } from '../support/documented-samples.mjs';

const root = join(import.meta.dirname, '..', '..');

/** A host of development, where the section shows notes about mistakes of the page. */
const SITE = 'https://news.test';

/** Where samples expect the backend of the HTTP contract. */
const BACKENDS = ['https://comments.example.com/api', 'http://localhost:3000', `${SITE}/api/comments`, `${SITE}/api`];

const html = wholeSamples.filter(({ language }) => language === 'html');
// What imports from Node runs in tests of its own: test/examples, conformance.test.mjs.
const ts = wholeSamples.filter(({ language, code }) => language === 'ts' && !/from 'node:/.test(code));

const page = (body, scripts) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>The pier</title><link rel="icon" href="data:,">${scripts}</head>
  <body><main>${body}</main></body>
</html>`;

const SCRIPT = '<script type="module" src="/article-comments-1.0.0/article-comments.js"></script>';

/** Addresses that open the section behind a button, which has the comment 3. */
const OPENING = ['#comment-3', '#report-3', '#discussion'];

const DEFINE = "import 'article-comments/define.js';";

/** What is around a sample of code: a section that it gives no adapter gets one, and the test hears when the sample has run. */
const SHOW = `
import { httpAdapter as tokenAdapter } from 'article-comments/adapters/http.js';
import { memoryAdapter as anyAdapter } from 'article-comments/adapters/memory.js';
for (const section of document.querySelectorAll('article-comments'))
  section.adapter ??= section.token ? tokenAdapter({ src: '/api' }) : anyAdapter();
document.documentElement.dataset.sample = 'done';
`;

describe('the samples of the documentation, in a browser', { timeout: 600_000, concurrency: 4 }, () => {
  let browser, backend, installed;
  before(async () => {
    installed = installPackage();
    backend = await createBackend({ origins: [SITE] });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    await backend?.close();
    installed?.remove();
  });

  /** Opens a page of the made-up site, and returns it with what went wrong on it. `files`: by path. */
  async function visit(files, hash = '') {
    const context = await browser.newContext();
    await context.route('**/*', async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      const base = BACKENDS.find((address) => `${url.origin}${url.pathname}`.startsWith(`${address}/`));
      if (base) return route.fulfill(await ask(base, request));
      if (url.origin !== SITE) return route.abort();
      const [, name] = /^\/article-comments-1\.0\.0\/([\w.-]+)$/.exec(url.pathname) ?? [];
      if (name) return route.fulfill({ path: join(installed.folder, 'node_modules/article-comments/dist/cdn', name) });
      const file = files[url.pathname] ?? SITE_FILES[url.pathname];
      if (file === undefined) return route.fulfill({ status: 404 });
      return route.fulfill(await file());
    });
    const shown = await context.newPage();
    const problems = [];
    shown.on('pageerror', (error) => problems.push(String(error)));
    shown.on('console', (message) => {
      // What the section tells the developer. The browser's own lines are about what cannot be reached.
      if (
        ['error', 'warning'].includes(message.type()) &&
        /article-comments|comment-count/i.test(message.text()) &&
        !/Failed to load/.test(message.text())
      )
        problems.push(message.text());
    });
    await shown.goto(`${SITE}/${hash}`);
    const close = async () => {
      // An answer that is still on its way would look for files of the package when they have been deleted.
      await context.unrouteAll({ behavior: 'wait' });
      await context.close();
    };
    return { shown, problems, close };
  }

  async function ask(base, request) {
    const { pathname, search } = new URL(request.url());
    const { statusCode, headers, rawPayload } = await backend.inject({
      method: request.method(),
      url: pathname.slice(new URL(base).pathname.replace(/\/$/, '').length) + search,
      headers: await request.allHeaders(),
      payload: request.postData() ?? undefined,
    });
    return { status: statusCode, headers, body: rawPayload };
  }

  for (const { name, code } of html.filter(({ code }) => code.includes('<details'))) {
    const open = (hash) => {
      const links = OPENING.map((target) => `<a href="${target}">${target}</a>`).join(' ');
      return visit({ '/': () => ({ contentType: 'text/html', body: page(links + code, SCRIPT) }) }, hash);
    };

    it(`loads nothing in ${name} until the button is pressed`, async () => {
      const { shown, problems, close } = await open();
      try {
        await loadsNothing(shown);
        await shown.getByText('Show comments').click();
        await shown.getByRole('article').first().waitFor();
        assert.deepEqual(problems, []);
      } finally {
        await close();
      }
    });

    for (const hash of OPENING) {
      it(`opens the section of ${name} for an address with ${hash}`, async () => {
        const { shown, problems, close } = await open(hash);
        try {
          await shown.locator('#comment-3').filter({ visible: true }).waitFor();
          assert.deepEqual(problems, []);
        } finally {
          await close();
        }
      });

      it(`opens the section of ${name} for a link of the page to ${hash}`, async () => {
        const { shown, problems, close } = await open();
        try {
          await loadsNothing(shown);
          await shown.getByRole('link', { name: hash, exact: true }).click();
          await shown.locator('#comment-3').filter({ visible: true }).waitFor();
          assert.deepEqual(problems, []);
        } finally {
          await close();
        }
      });
    }
  }

  for (const { name, code } of html.filter(({ code }) => !code.includes('<details'))) {
    it(`shows the section that ${name} describes`, async () => {
      const scripts = code.includes('<script type="module" src=') || code.includes('<script defer src=') ? '' : SCRIPT;
      const { shown, problems, close } = await visit({
        '/': () => ({ contentType: 'text/html', body: page(code, scripts) }),
      });
      try {
        await everyElementIsSettled(shown);
        for (const [discussion, words] of Object.entries(SHOWN))
          if (code.includes(`"${discussion}"`)) assert.match(await textOf(shown), words);
        assert.deepEqual(await notesOn(shown), []);
        assert.deepEqual(problems, []);
      } finally {
        await close();
      }
    });
  }

  for (const { name, code } of ts) {
    it(`runs ${name}`, async () => {
      const { outputFiles } = await build({
        stdin: {
          contents: [DEFINE, code, SHOW].join('\n'),
          loader: 'ts',
          resolveDir: installed.folder,
        },
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        conditions: ['production'],
      });
      const { shown, problems, close } = await visit({
        '/': () => ({
          contentType: 'text/html',
          body: page(
            code.includes("querySelector('article-comments')")
              ? '<article-comments discussion="42"></article-comments>'
              : '',
            '<script type="module" src="/sample.js"></script>',
          ),
        }),
        '/sample.js': () => ({ contentType: 'text/javascript', body: outputFiles[0].text }),
      });
      try {
        await shown.waitForFunction(() => document.documentElement.dataset.sample === 'done');
        await everyElementIsSettled(shown);
        assert.deepEqual(problems, []);
      } finally {
        await close();
      }
    });
  }
});

/** What a sample is about, by its discussion: words that are there only if it works. */
const SHOWN = {
  'docs-closed': /letters@example\.com/,
  'docs-policy': /Our comment policy.*We publish comments/s,
  'docs-welsh': /Sylwadau \(0\).*Cyhoeddi/s,
  'docs-sign-in': /Sign in to post/,
  'docs-words': /Letters \(0\).*Send letter/s,
  'docs-captcha': /What is three and four/,
  'docs-slots': /The editors read every comment/,
};

/** The words of the sections, and of what the page puts into them. */
const textOf = (shown) =>
  shown.evaluate(() =>
    [...document.querySelectorAll('article-comments')]
      .map((section) => section.shadowRoot.textContent + section.textContent)
      .join(' '),
  );

/** Files of the publisher's site that samples name. */
const SITE_FILES = {
  '/articles/42/comments.json': async () => ({
    contentType: 'application/json',
    body: await readFile(join(root, 'demo/examples/comments.json'), 'utf8'),
  }),
  '/api/articles/42/comments': async () => ({
    contentType: 'application/json',
    body: JSON.stringify(JSON.parse(await readFile(join(root, 'demo/examples/comments.json'), 'utf8')).comments),
  }),
  '/session/comments-token': async () => ({ contentType: 'text/plain', body: 'a-token' }),
  '/session/token': async () => ({ contentType: 'text/plain', body: 'a-token' }),
};

/** The page is loaded and the browser idle, and nothing was requested but the file of the tag. */
async function loadsNothing(shown) {
  await shown.waitForLoadState('load');
  await shown.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const fetched = await shown.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  assert.deepEqual(
    fetched.filter((address) => !address.startsWith('data:')).map((address) => address.split('/').at(-1)),
    ['article-comments.js'],
  );
}

/** Waits until each section shows comments, or that there are none, or says in words that it could not load them. */
function everyElementIsSettled(shown) {
  return shown.waitForFunction(() =>
    [...document.querySelectorAll('article-comments, comment-count')].every((element) => {
      if (element.localName === 'comment-count') return /\d/.test(element.shadowRoot?.textContent ?? '');
      return element.shadowRoot?.querySelector('[part=comment], [part~=empty], [part~=failure], [part~=unavailable]');
    }),
  );
}

/** The notes for the developer. */
const notesOn = (shown) =>
  shown.evaluate(() =>
    [...document.querySelectorAll('article-comments')].flatMap(
      ({ shadowRoot }) => shadowRoot.querySelector('[part=developer-note]')?.textContent.trim() ?? [],
    ),
  );
