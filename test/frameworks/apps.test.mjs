/** One app for each framework: its types, its build, and what a reader does in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../support/launch-chromium.mjs';
import { buildForServer, buildWithAngular, buildWithAstro, buildWithVite, runPackage } from './support/build-apps.mjs';
import { serveApp } from './support/serve-app.mjs';
import { takePart } from './support/take-part.mjs';

const tsc = (app) => runPackage('tsc', ['-p', app]);
const svelteCheck = (app) =>
  runPackage('svelte-check', ['--workspace', app, '--tsconfig', './tsconfig.json', '--fail-on-warnings']);

const astroCheck = (app) => runPackage('astro', ['check', '--root', app, '--minimumFailingSeverity', 'hint']);

/** `pages`: the ways in which the app is opened, as the end of its address. */
const frameworks = [
  { app: 'react', checkTypes: tsc, build: buildWithVite, pages: ['', '?tags'] },
  { app: 'vue', checkTypes: (app) => runPackage('vue-tsc', ['-p', app]), build: buildWithVite },
  { app: 'svelte', checkTypes: svelteCheck, build: buildWithVite },
  { app: 'solid', checkTypes: tsc, build: buildWithVite },
  { app: 'preact', checkTypes: tsc, build: buildWithVite },
  { app: 'angular', checkTypes: (app) => runPackage('ngc', ['-p', app, '--noEmit']), build: buildWithAngular },
  { app: 'astro', checkTypes: astroCheck, build: buildWithAstro },
];

/** Their servers render the same app. */
const rendered = { react: 'server.tsx', vue: 'server.ts' };

/** Their builds render the same app on another page. */
const prerendered = { astro: 'rendered/index.html' };

const COMMENTS = /<article-comments[^>]*><section [^]*The pier was there before the road\./;

/** The place of the app in its page. */
const place = '<main id="app"></main>';

for (const { app, checkTypes, build, pages = [''] } of frameworks) {
  describe(app, { timeout: 600_000 }, () => {
    let browser;
    let folder;
    before(async () => {
      folder = await build(app);
      browser = await launchChromium();
    });
    after(() => browser?.close());

    const open = async (transform, end) => {
      const server = await serveApp(folder, transform);
      try {
        await takePart(browser, server.address + end);
      } finally {
        await server.close();
      }
    };

    it('knows the types of settings and events', () => assert.doesNotReject(async () => checkTypes(app)));

    for (const end of pages)
      it(`sets adapter and words, and listens to comments-submit${end && ` (${end})`}`, () => open(undefined, end));

    if (prerendered[app])
      it('takes over the comments that its build has rendered', async () => {
        assert.match(readFileSync(join(folder, prerendered[app]), 'utf8'), COMMENTS);
        await open(undefined, prerendered[app]);
      });

    if (!rendered[app]) return;

    it('hydrates what its server has rendered, comments included', async () => {
      const { render } = await import(pathToFileURL(await buildForServer(app, rendered[app])));
      const html = await render();
      assert.match(html, COMMENTS);
      // Only this build says what does not match.
      folder = await build(app, { mode: 'development' });
      await open((page) => page.replace(place, () => place.replace('></', `>${html}</`)), '');
    });
  });
}

describe('angular', () => {
  it('refuses a listener for another event', () => {
    assert.throws(() => runPackage('ngc', ['-p', 'angular-wrong', '--noEmit']), /CommentsVoteEvent/);
  });
});
