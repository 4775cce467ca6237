/** The whole way from an export of Disqus to a site with 50 articles, whose comments are in the HTML and then in the element. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Comment } from '../../src/model/adapter.js';
import { launchChromium } from '../support/launch-chromium.mjs';

const root = join(import.meta.dirname, '..', '..');
const examples = join(root, 'demo', 'examples');
const SITE = 'https://news.example';
const ARTICLES = 50;

describe('the way from an export to a site built by Eleventy', () => {
  let folder: string;
  let browser: Browser;
  const inSite = (...names: readonly string[]): string => join(folder, ...names);

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'archived-site-'));
    const node = (...args: readonly string[]): Buffer =>
      execFileSync(process.execPath, args, { cwd: folder, maxBuffer: 1e8 });
    const generator = join(root, 'scripts', 'generate-disqus-export.mjs');
    writeFileSync(inSite('export.xml'), node('--import', import.meta.resolve('tsx'), generator, '1500', '30'));
    node(join(root, 'import', 'dist', 'cli.js'), 'disqus', 'export.xml', '--key', 'path', '--out', 'comments');
    for (const name of ['_data', '_includes']) mkdirSync(inSite(name));
    node(join(examples, 'render-archives.mjs'), 'comments', '_data/comments.json');
    copyFileSync(join(examples, 'sites', 'eleventy.njk'), inSite('_includes', 'comments.njk'));
    for (let number = 1; number <= ARTICLES; number++) {
      mkdirSync(inSite('articles', String(number)), { recursive: true });
      const article = `<!doctype html><html lang="en"><title>Article ${number}</title><h1>Article ${number}</h1>\n{% include "comments.njk" %}</html>\n`;
      writeFileSync(inSite('articles', String(number), 'index.njk'), article);
    }
    node(join(root, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'), '--quiet', '--formats=njk');
    cpSync(inSite('comments'), inSite('_site', 'comments'), { recursive: true });
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (path: string, options: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext(options);
    await context.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const file = pathname.startsWith('/article-comments-1.0.0/')
        ? pathname.replace('/article-comments-1.0.0', join(root, 'dist', 'cdn'))
        : inSite('_site', pathname.replace(/\/$/, '/index.html'));
      return route.fulfill(existsSync(file) ? { path: file } : { status: 404 });
    });
    const page = await context.newPage();
    await page.goto(SITE + path);
    return page;
  };

  const archive = (number: number): readonly Comment[] =>
    (JSON.parse(readFileSync(inSite('comments', `articles-${number}.json`), 'utf8')) as { comments: Comment[] })
      .comments;

  it('writes the comments of each article into its page', () => {
    for (let number = 1; number <= ARTICLES; number++) {
      const html = readFileSync(inSite('_site', 'articles', String(number), 'index.html'), 'utf8');
      const roots = archive(number).filter(({ parentId, status }) => parentId == null && status === undefined);
      assert.ok(roots.length > 3);
      for (const { id, author } of roots.slice(0, 10)) {
        assert.ok(html.includes(`id="comment-${id}"`), `article ${number}, comment ${id}`);
        assert.ok(html.includes(author?.name ?? ''));
      }
      assert.match(html, /<script type="application\/ld\+json">\{"@context":"https:\/\/schema\.org"/);
    }
  });

  it('shows them without a script, with the addresses that links of Disqus have', async () => {
    const page = await open('/articles/7/', { javaScriptEnabled: false });
    const [first] = archive(7);
    assert.equal(await page.locator(`#comment-${first?.id} [part~=author]`).first().innerText(), first?.author?.name);
    await page.context().close();
  });

  it('lets the element take over, with all comments', async () => {
    const page = await open('/articles/7/', {});
    await page.waitForFunction(() =>
      document.querySelector('article-comments')?.shadowRoot?.querySelector('[part~=comment]'),
    );
    const shown = archive(7).filter(({ status }) => status === undefined).length;
    const heading = page.getByRole('heading', { name: new RegExp(`${shown}`) }).first();
    await heading.waitFor();
    assert.ok(await heading.isVisible());
    await page.context().close();
  });
});
