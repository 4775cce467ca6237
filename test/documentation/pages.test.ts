/** The pages of the documentation, as they are made from the Markdown: complete, and every link leads somewhere. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { buildPages, type Page } from '../../demo/documentation/build-pages.mjs';
import { navigation } from '../../demo/documentation/navigation.mjs';
import { searchIndex } from '../../demo/documentation/search-index.mjs';
import { addressOf, FILES, resolveLink } from '../../demo/documentation/page-links.mjs';

const root = join(import.meta.dirname, '..', '..');

const listed = navigation.flatMap(({ pages }) => pages.map(({ file }) => file));

/** The values of an attribute in a page. */
const valuesOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

describe('the pages of the documentation', () => {
  let pages: ReadonlyMap<string, Page>;
  before(async () => {
    pages = await buildPages();
  });

  it('lists every page of the documentation in the navigation, once', () => {
    const markdown = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .map((name) => `docs/${name.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.md') && file !== 'docs/README.md');
    assert.deepEqual(
      markdown.filter((file) => !listed.includes(file)),
      [],
      'Add these to demo/documentation/navigation.mjs.',
    );
    assert.equal(new Set(listed).size, listed.length);
  });

  it('makes a page of every file in the navigation', () => {
    const missing = listed.filter((file) => !pages.has(addressOf(file)));
    assert.deepEqual(missing, []);
    assert.ok(pages.has('/docs/'));
  });

  it('gives every page one heading of the first level, and no anchor twice', () => {
    for (const [address, { html }] of pages) {
      assert.equal(html.match(/<h1\b/g)?.length, 1, address);
      const anchors = valuesOf(html, 'id');
      assert.deepEqual(
        anchors.filter((anchor, index) => anchors.indexOf(anchor) !== index),
        [],
        address,
      );
    }
  });

  it('links only to pages, headings, pictures and files that exist', () => {
    const broken: string[] = [];
    let checked = 0;
    for (const [address, { html, source }] of pages) {
      // The samples that run hold addresses of a made-up site.
      const text = html.replace(/<div class="live">[^]*?<\/article-comments>/g, '');
      for (const link of [...valuesOf(text, 'href'), ...valuesOf(text, 'src')]) {
        if (/^[a-z]+:/.test(link)) continue;
        checked++;
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? address : new URL(path, `http://site${address}`).pathname;
        if (!leadsSomewhere(target, anchor)) broken.push(`${source}: ${link}`);
      }
    }
    assert.deepEqual(broken, []);
    assert.ok(checked > 500, `${checked} links`);
  });

  function leadsSomewhere(path: string, anchor: string | undefined): boolean {
    const page = pages.get(path);
    if (page) return anchor === undefined || valuesOf(page.html, 'id').includes(anchor);
    if (path.endsWith('/live.css')) return pages.get(path.slice(0, -'live.css'.length))?.styles !== '';
    const file = path.startsWith(FILES) ? path.slice(FILES.length) : path.slice(1);
    return existsSync(join(root, file === 'demo/' ? 'demo/index.html' : file));
  }

  it('shows template syntax in the Markdown as it is written', () => {
    assert.match(pages.get('/docs/backends/ghost/')?.html ?? '', /\{\{comment_id\}\}/);
  });

  it('shows the section where a sample requests it, with its style sheet', () => {
    const { html = '', styles = '' } = pages.get('/docs/theming/') ?? {};
    assert.match(html, /<div class="live">[^]*<article-comments backend="memory"/);
    assert.match(html, /<link rel="stylesheet" href="live.css" \/>/);
    assert.match(styles, /--article-comments-accent/);
    const { html: plain = '' } = pages.get('/docs/server/') ?? {};
    assert.doesNotMatch(plain, /article-comments\.js"/);
  });
});

describe('the index of the search', () => {
  it('has every page and heading, with the text below it and without Markdown', async () => {
    const pages = await buildPages();
    const entries = searchIndex(pages);
    for (const [address, { html }] of pages) {
      const own = entries.filter((entry) => entry.address.replace(/#.*/, '') === address);
      const anchors = [...html.matchAll(/<h[2-6] id="([^"]+)"/g)].map(([, anchor]) => `${address}#${anchor}`);
      assert.deepEqual(
        own.map((entry) => entry.address),
        [address, ...anchors],
      );
    }
    const archive = entries.find((entry) => entry.address === '/docs/publishers/#the-archive-format');
    assert.equal(archive?.page, 'For publishers');
    assert.equal(archive?.heading, 'The archive format');
    assert.match(archive?.text ?? '', /stateMessage/);
    for (const { text, address } of entries) assert.doesNotMatch(text, /<!--|\]\(|^\||```/, address);
  });
});

describe('a link of the documentation', () => {
  it('resolves a link to Markdown to its page, with the heading', () => {
    assert.equal(resolveLink('publishers.md#integrity', 'docs/security.md'), '/docs/publishers/#integrity');
    assert.equal(resolveLink('../theming.md', 'docs/backends/ghost.md'), '/docs/theming/');
    assert.equal(resolveLink('docs/backends/README.md', 'README.md'), '/docs/backends/');
    assert.equal(resolveLink('../CONTRIBUTING.md', 'docs/architecture.md'), '/docs/project/contributing/');
  });

  it('resolves a link to a page of the demo, or to a picture, to its address', () => {
    assert.equal(resolveLink('../demo/theming.html', 'docs/theming.md'), '/demo/theming.html');
    assert.equal(resolveLink('pictures/tech.png', 'docs/theming.md'), '/docs/pictures/tech.png');
  });

  it('resolves a link to any other file of the repository to its text', () => {
    assert.equal(resolveLink('../src/model/adapter.ts', 'docs/headless.md'), `${FILES}src/model/adapter.ts`);
    assert.equal(resolveLink('../server/src', 'server/README.md'), `${FILES}server/src/`);
  });

  it('resolves a link to a file that the package leaves out to its page or text', () => {
    const repository = 'https://github.com/OWNER/article-comments/blob/main/';
    assert.equal(resolveLink(`${repository}docs/architecture.md#layers`, 'README.md'), '/docs/architecture/#layers');
    assert.equal(resolveLink(`${repository}src/model/adapter.ts`, 'docs/adapters.md'), `${FILES}src/model/adapter.ts`);
  });

  it('leaves a link to another site, or within the page, as it is', () => {
    for (const link of ['https://example.com/', 'mailto:a@example.com', '#parts'])
      assert.equal(resolveLink(link, 'docs/theming.md'), link);
  });
});

describe('the folder of the documentation', () => {
  it('is not in the package as pages', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly files: readonly string[];
    };
    assert.ok(!files.some((name) => name.startsWith('demo/documentation')));
  });
});
