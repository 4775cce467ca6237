/**
 * `dist/custom-elements.json` against the elements as they are: on a page, what they draw, hold and fire; in the source, the parts
 * and slots of states that this page does not reach.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { slotNames } from '../../dist/elements/settings/remedies.js';
import { readTokenDefaults } from '../../scripts/manifest/token-defaults.mjs';
import { serveDevelopmentPage } from '../support/development-page.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';

const root = join(import.meta.dirname, '..', '..');
const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

const { modules } = readJson('dist/custom-elements.json');
const elements = modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);
const byTag = Object.fromEntries(elements.map((element) => [element.tagName, element]));
const namesOf = (list = []) => list.map(({ name }) => name).sort();

const sources = readdirSync(join(root, 'src'), { recursive: true })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'));
const inSources = (pattern) => [
  ...new Set(
    sources.flatMap((text) => [...text.matchAll(pattern)].flatMap(([, ...found]) => found.join('').split(' '))),
  ),
];

/** Two discussions, of a moderator and of somebody signed out, and what cannot be loaded. */
const markup = `
  <comment-count id="count" discussion="pier"></comment-count>
  <comment-count id="no-count" discussion="unknown"></comment-count>
  <comment-quote id="no-quote" discussion="none" comment="1"></comment-quote>
  <article-comments id="moderator" discussion="pier"></article-comments>
  <article-comments id="signed-out" discussion="road"></article-comments>
  <article-comments id="no-list" discussion="none"></article-comments>`;

const script = `
  import 'article-comments/define.js';
  import * as exported from 'article-comments';
  import { memoryAdapter } from 'article-comments/adapters/memory.js';

  const comment = (id, parentId, more) => ({
    id,
    parentId,
    author: { id: 'tom', name: 'Tom' },
    body: { format: 'text', value: 'Letter ' + id },
    createdAt: '2026-11-24T08:15:00Z',
    votes: { up: 2, down: 1 },
    ...more,
  });
  const comments = [comment('1', null), comment('2', '1', { can: { vote: false } })];
  const ada = { id: 'ada', name: 'Ada' };
  const moderated = [
    comment('4', null, { status: 'pending' }),
    comment('5', null, { featured: true }),
    comment('6', null, { status: 'hidden' }),
  ];
  const moderator = memoryAdapter({
    comments: [...comments, ...moderated],
    viewer: { state: 'signed-in', author: ada, moderator: true },
    features: { votes: 'up-down' },
  });
  const signedOut = memoryAdapter({ comments, info: { posting: { who: 'signed-in' } }, account: ada });
  const fail = async () => {
    throw new exported.AdapterError('unavailable');
  };
  const adapters = {
    count: moderator,
    'no-count': { counts: fail },
    'no-quote': { get: fail },
    moderator,
    'signed-out': signedOut,
    'no-list': { open: fail, list: fail },
  };

  // Chromium on Linux has no dialog for sharing.
  navigator.share ??= async () => undefined;
  window.addReply = () => moderator.add('pier', comment('3', '1'));
  window.fired = {};
  for (const element of document.querySelectorAll('[id]')) {
    const fired = (window.fired[element.localName] ??= {});
    for (const [name, type] of Object.entries(EVENTS[element.localName]))
      element.addEventListener(name, (event) => (fired[name] = exported[type] && event.constructor === exported[type]));
    element.loading = 'eager';
    element.adapter = adapters[element.id];
  }
`;

const eventTypes = Object.fromEntries(
  elements.map(({ tagName, events }) => [
    tagName,
    Object.fromEntries(events.map(({ name, type }) => [name, type.text])),
  ]),
);

/** All parts that are drawn from now on, also those that go again. */
function watchParts() {
  const seen = (window.seenParts = new Set());
  const look = (tree) => {
    for (const element of tree.querySelectorAll('[part]')) for (const name of element.part) seen.add(name);
  };
  for (const { shadowRoot } of document.querySelectorAll('[id]')) {
    look(shadowRoot);
    new MutationObserver(() => look(shadowRoot)).observe(shadowRoot, { childList: true, subtree: true });
  }
}

/** A moderator, and a reader who signs in, do what there is to do. */
async function takePart(page) {
  const section = page.locator('#moderator');
  const button = (name) => section.getByRole('button', { name }).first();
  await button(/\bAgree/).click();
  await section.getByRole('textbox', { name: 'Your comment' }).fill('So it was.');
  await button('Post comment').click();
  const own = section.getByRole('article').filter({ hasText: 'So it was.' });
  await own.getByRole('button', { name: /^Edit/ }).click();
  await section
    .getByRole('textbox', { name: /edit|comment/i })
    .last()
    .fill('So it is.');
  await button('Save').click();
  const edited = section.getByRole('article').filter({ hasText: 'So it is.' });
  await edited.getByRole('button', { name: /^(Delete|Remove)/ }).click();
  await section.locator('[part~=remove-form] [part~=remove]').click();
  await edited.waitFor({ state: 'detached' });
  await button(/^Report/).click();
  await section.getByRole('radio').first().check();
  await button('Send report').click();
  await section.locator('[part~=receipt]').waitFor();
  await page.evaluate(() => window.addReply());
  await section.locator('[part~=action][part~=new]').waitFor();
  for (const [text, part] of [
    ['Letter 5', 'unfeature'],
    ['Letter 6', 'unhide'],
    ['Letter 1', 'hide'],
  ]) {
    await section.getByRole('article').filter({ hasText: text }).getByRole('button', { name: /^More/ }).click();
    await section.locator(`[part~=${part}]`).waitFor();
  }
  await section.locator('[part~=mute]').click();
  await section.locator('[part~=unmute-always]').first().waitFor();
  const other = page.locator('#signed-out');
  await other.getByRole('button', { name: 'Sign in to post' }).first().click();
  await other.getByRole('textbox', { name: 'Your comment' }).fill('So it was.');
  await other.locator('[part~=post]').first().click();
  await page.waitForFunction(() => window.fired['article-comments']['comments-sign-in'] !== undefined);
}

describe('custom-elements.json', { timeout: 600_000 }, () => {
  let server;
  let browser;
  let page;

  before(async () => {
    server = await serveDevelopmentPage({ markup, script: script.replace('EVENTS', JSON.stringify(eventTypes)) });
    browser = await launchChromium();
    page = await browser.newPage();
    await page.goto(server.address);
    await page.locator('#moderator').getByRole('article').first().waitFor();
    await page.evaluate(watchParts);
    await takePart(page);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('defines the tags, and no others', () => {
    const definitions = modules.flatMap(({ exports }) => exports).filter(({ kind }) => kind !== 'js');
    assert.deepEqual(
      definitions.map(({ kind, name, declaration }) => [kind, name, declaration.name]),
      elements.map(({ tagName, name }) => ['custom-element-definition', tagName, name]),
    );
    assert.deepEqual(Object.keys(byTag).sort(), ['article-comments', 'comment-count', 'comment-quote']);
  });

  it('names files of the build', () => {
    const named = JSON.stringify(modules).matchAll(/"(?:path|module)":"([^"]*)"/g);
    for (const [, path] of named) assert.ok(path.startsWith('./dist/') && existsSync(join(root, path)), path);
  });

  it('lists nothing private', () => {
    const members = modules.flatMap(({ declarations }) => declarations).flatMap((one) => one.members ?? []);
    assert.deepEqual(
      members.filter(({ name, privacy }) => name.startsWith('#') || ['private', 'protected'].includes(privacy)),
      [],
    );
  });

  for (const { tagName, members, attributes } of elements) {
    it(`lists the settings of ${tagName}, with their types and defaults`, async () => {
      const settings = members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic);
      const actual = await page.evaluate((tag) => {
        const element = document.createElement(tag);
        const { elementProperties, observedAttributes, prototype } = element.constructor;
        // An element without Lit has accessors for its settings, whose attributes have the same names.
        const accessors = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, { set }]) => set);
        const properties =
          elementProperties ??
          accessors.map(([name]) => [name, { attribute: observedAttributes.includes(name) && name }]);
        return [...properties].map(([name, { attribute }]) => [
          name,
          attribute === false ? undefined : (attribute ?? name),
          element[name],
        ]);
      }, tagName);
      assert.deepEqual(settings.map(({ name }) => name).sort(), actual.map(([name]) => name).sort());
      for (const [name, attribute, initial] of actual) {
        const setting = settings.find((one) => one.name === name);
        assert.equal(setting.attribute, attribute, name);
        assert.equal(
          setting.default,
          initial === undefined ? undefined : JSON.stringify(initial).replaceAll('"', "'"),
          name,
        );
        if (initial !== undefined && typeof initial !== 'string') assert.equal(setting.type.text, typeof initial, name);
        assert.ok(setting.description, name);
      }
      assert.deepEqual(namesOf(attributes), settings.flatMap((one) => one.attribute ?? []).sort());
    });

    it(`lists the events of ${tagName} with classes that the package exports`, async () => {
      const fired = await page.evaluate((tag) => window.fired[tag], tagName);
      assert.deepEqual(fired, Object.fromEntries(Object.keys(eventTypes[tagName]).map((name) => [name, true])));
    });
  }

  it('lists every part that is drawn, and no others', async () => {
    const listed = [...new Set(elements.flatMap(({ cssParts }) => namesOf(cssParts)))];
    const drawn = await page.evaluate(() => [...window.seenParts]);
    const written = inSources(/\bpart="([^"$]+)"|\.part\.add\('([^']+)'\)/g);
    // An action's part is its name. This page draws those whose name is no literal.
    const actions = inSources(/type: '(?:button|link)',\s+name: '([\w-]+)'/g);
    const actual = [...new Set([...drawn, ...written, ...actions])].sort();
    assert.deepEqual(listed.sort(), actual);
  });

  it('lists every slot', () => {
    const named = inSources(/<slot name="([\w-]+)"/g);
    assert.deepEqual(namesOf(byTag['article-comments'].slots), ['', ...named].sort());
    assert.deepEqual(namesOf(byTag['comment-count'].slots), ['']);
    assert.deepEqual([...slotNames].sort(), [...named].sort(), 'what developers are told');
  });

  it('lists every custom property with its default', () => {
    const actual = readTokenDefaults(join(root, 'src'));
    const { cssProperties } = byTag['article-comments'];
    assert.deepEqual(namesOf(cssProperties), [...actual.keys()].sort());
    for (const token of cssProperties) assert.equal(token.default, actual.get(token.name), token.name);
    const used = inSources(/var\((--article-comments-[\w-]+)/g);
    assert.deepEqual(used.sort(), namesOf(cssProperties));
  });

  it('describes whatever it lists', () => {
    for (const element of elements)
      for (const kind of ['attributes', 'events', 'slots', 'cssParts', 'cssProperties'])
        for (const { name, description } of element[kind] ?? []) assert.ok(description, `${kind}: ${name}`);
  });
});

describe('the data for editors', () => {
  const { tags } = readJson('dist/vscode.html-custom-data.json');
  const webTypes = readJson('dist/web-types.json');

  it('lists the tags with their attributes for VS Code', () => {
    assert.deepEqual(
      tags.map(({ name, attributes }) => [name, namesOf(attributes)]),
      elements.map(({ tagName, attributes }) => [tagName, namesOf(attributes)]),
    );
  });

  it('offers the words that an attribute may hold', () => {
    const { attributes } = tags.find(({ name }) => name === 'article-comments');
    const valuesOf = (name) => namesOf(attributes.find((one) => one.name === name).values);
    assert.deepEqual(valuesOf('order'), ['newest', 'oldest', 'top']);
    assert.deepEqual(valuesOf('loading'), ['eager', 'lazy']);
  });

  it('lists tags, events, custom properties and parts for JetBrains', () => {
    const { html, css } = webTypes.contributions;
    assert.equal(webTypes.version, readJson('package.json').version);
    assert.deepEqual(
      html.elements.map(({ name, attributes, js }) => [name, namesOf(attributes), namesOf(js.events)]),
      elements.map(({ tagName, attributes, events }) => [tagName, namesOf(attributes), namesOf(events)]),
    );
    assert.deepEqual(namesOf(css.properties), namesOf(byTag['article-comments'].cssProperties));
    assert.ok(namesOf(css['pseudo-elements']).includes('part(author)'));
  });
});
