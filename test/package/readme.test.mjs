/**
 * Keeps the README and the pages in docs/ true. Their tables and their lists of contents are generated from the sources and the build,
 * and the files and commands they name exist. `UPDATE=1 node --test test/package/readme.test.mjs` regenerates the tables. The
 * samples have tests of their own, `samples.test.mjs` and `sample-visits.test.mjs`.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { remedies } from '../../dist/elements/settings/remedies.js';
import { addMessages } from '../../dist/i18n/merge-messages.js';
import en from '../../dist/locales/en.js';
import changing from '../../dist/locales/parts/en-changing.js';
import legal from '../../dist/locales/parts/en-legal.js';
import moderation from '../../dist/locales/parts/en-moderation.js';
import takingPart from '../../dist/locales/parts/en-taking-part.js';
import visit from '../../dist/locales/parts/en-visit.js';
import { headingsIn } from '../../demo/documentation/headings.mjs';
import { llmsText, navigationTables } from '../../demo/documentation/navigation-text.mjs';
import { documentedPages, documentedSamples } from '../support/documented-samples.mjs';
import { membersOf, methodsOf, unionOf, valuesIn } from '../support/published-types.mjs';
import { budgets } from './budgets.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (file) => readFileSync(join(root, file), 'utf8');

const pages = [...documentedPages, 'CONTRIBUTING.md', 'SECURITY.md'].map((path) => ({ path, text: read(path) }));
const everything = pages.map(({ text }) => text).join('\n');

const declarations = JSON.parse(read('dist/custom-elements.json')).modules.flatMap(
  (module) => module.declarations ?? [],
);
const element = declarations.find(({ name }) => name === 'ArticleComments');
const count = declarations.find(({ name }) => name === 'CommentCount');
const quote = declarations.find(({ name }) => name === 'CommentQuote');

const code = (text) => `\`${text}\``;

/** A table; a bar or a new line inside a cell would end it. */
function table(head, rows) {
  const inLine = (cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ');
  const line = (cells) => `| ${cells.map(inLine).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** The settings of an element. Its internal state is left out. */
function attributes({ members }) {
  const fields = members.filter((member) => member.kind === 'field' && !member.static && member.privacy === 'public');
  const rows = fields.map(({ name, attribute, type, default: initial, description }) => [
    attribute === undefined ? '–' : code(attribute),
    code(name),
    code(type.text.replace(' | undefined', '')),
    initial === undefined ? '–' : code(initial),
    description.replaceAll(/\s+/g, ' '),
  ]);
  return table(['Attribute', 'Property', 'Type', 'Default', 'Meaning'], rows);
}

/** The settings that need no script, for those who write the tag. */
function publisherSettings() {
  const fields = element.members.filter(
    ({ kind, privacy, attribute }) => kind === 'field' && privacy === 'public' && attribute,
  );
  const rows = fields.map(({ attribute, default: initial, description, type }) => {
    const fallback = type.text === 'boolean' || initial === undefined ? '–' : code(initial.replaceAll("'", ''));
    return [code(attribute), fallback, description.replaceAll(/\s+/g, ' ')];
  });
  return table(['Attribute', 'Default', 'Meaning'], rows);
}

/** The valid values of each setting and its fallback, as reported to the developer. */
function settings() {
  const rows = [...element.members, ...count.members, ...quote.members]
    .filter(
      ({ name, static: isStatic }, index, all) =>
        !isStatic && Object.hasOwn(remedies, name) && all.findIndex((one) => one.name === name) === index,
    )
    .map(({ name, attribute }) => {
      const [remedy, fallback] = remedies[name].split(' Until then, ');
      return [code(attribute ?? name), remedy, `${fallback[0].toUpperCase()}${fallback.slice(1)}`];
    });
  assert.equal(rows.length, Object.keys(remedies).length, 'There is a remedy for a property that no element has.');
  return table(['Setting', 'Remedy', 'Until then'], rows);
}

function slots() {
  const rows = element.slots.map(({ name, description }) => [name ? code(name) : '(default)', description]);
  return table(['Slot', 'Content'], rows);
}

function events() {
  const rows = element.events.map(({ name, type, description }) => {
    const { members } = declarations.find((one) => one.name === type.text);
    return [code(name), code(type.text), members.map((field) => code(field.name)).join(', '), description];
  });
  return table(['Event', 'Class', 'Fields', 'When'], rows);
}

/** The actions that `comments-action` reports, by name. */
function actions() {
  const sorted = unionOf('index', 'CommentsAction').sort((a, b) => (a.word < b.word ? -1 : 1));
  const rows = sorted.map(({ word, description }) => {
    assert.ok(description, `The action ${word} has no description.`);
    const asks = description.endsWith(' Calls the backend.');
    return [code(word), asks ? 'yes' : '–', description.replace(' Calls the backend.', '')];
  });
  return table(['Action', 'Duration', 'When'], rows);
}

/** By name: who asks what a part is has seen its name. */
function parts() {
  const sorted = [...element.cssParts].sort((a, b) => (a.name < b.name ? -1 : 1));
  const rows = sorted.map(({ name, description }) => [code(name), description]);
  return table(['Part', 'Description'], rows);
}

function tokens() {
  const rows = element.cssProperties.map((token) => [code(token.name), code(token.default), token.description]);
  return table(['Custom property', 'Default', 'Description'], rows);
}

/** The names that the script-tag build accepts in an attribute. */
const backendNames = membersOf('cdn', 'adapters');

/** The languages of the script-tag build beside English. */
const languageTags = Object.keys(JSON.parse(read('dist/cdn/integrity.json')).files).flatMap(
  (name) => /^locale-([\w-]+)\.js$/.exec(name)?.[1] ?? [],
);

const sentence = (names) =>
  `${names.slice(0, -1).map(code).join(', ')}${names.length > 1 ? ' and ' : ''}${code(names.at(-1))}`;

const backends = () => `In this version ${code('backend')} may name ${sentence(backendNames)}.`;

const locales = () => `The languages of this version are ${sentence(['en', ...languageTags].sort())}.`;

/** Example values for the parameters of messages. */
const EXAMPLES = {
  cause: 'We couldn’t reach the site.',
  canReport: true,
  count: 3,
  date: 'June 21',
  duration: '5 minutes',
  email: 'ada@example.org',
  filter: 'All comments',
  formatted: '3',
  host: 'example.com',
  least: 20,
  loaded: '50',
  name: 'Ada',
  number: '2',
  order: 'Oldest',
  parent: 'Tom',
  reason: 'It names a neighbour.',
  reference: 'K3F9QZ',
  territory: 'Germany',
  time: '4:12',
  total: '430',
  until: 'June 21',
};

/** The visible texts of controls, for the messages with their accessible names. */
const LABELS = {
  'controls.reply': en.reply,
  'controls.more': en.more,
  'controls.replies': en.moreReplies,
  'controls.comment': en.report,
};

/** The names of a function's parameters. */
function parametersOf(fn) {
  const [{ expression }] = ts.createSourceFile('fn.js', `(${fn})`, ts.ScriptTarget.Latest).statements;
  return expression.expression.parameters.map(({ name }) => name.text);
}

/** Every message of the interface by its name, with its parameters. */
function messageRows(messages, path = '') {
  return Object.entries(messages).flatMap(([name, message]) => {
    const key = path + (/^\w+$/.test(name) ? name : `'${name}'`);
    if (typeof message === 'object') return messageRows(message, `${key}.`);
    if (typeof message === 'string') return [[code(key), '–', message]];
    const parameters = parametersOf(message);
    const examples = { ...EXAMPLES, ...(LABELS[key] && { label: LABELS[key] }) };
    for (const one of parameters)
      assert.ok(Object.hasOwn(examples, one), `${key} gets "${one}", which has no example.`);
    return [[code(key), parameters.map(code).join(', '), message(...parameters.map((one) => examples[one]))]];
  });
}

/** All messages, without the loaders of their parts. */
const english = [visit, takingPart, changing, { legal, moderation }].reduce(
  addMessages,
  Object.fromEntries(Object.entries(en).filter(([name]) => !['visit', 'takingPart', 'changing'].includes(name))),
);
const messages = () => table(['Name', 'Values', 'English'], messageRows(english));

/** The decoders of the adapter kit. One that is made from something has its parameters. */
function decoders() {
  const rows = valuesIn('adapter-kit', 'decode').map(({ name, parameters, description }) => {
    const isMade = parameters[0] !== 'value';
    // A sample is for the editor.
    return [code(isMade ? `${name}(${parameters.join(', ')})` : name), description.replace(/ ```.*/s, '')];
  });
  return table(['Decoder', 'Purpose'], rows);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The sections of a page, for its beginning. */
function contents(text) {
  const lines = headingsIn(text)
    .filter(({ level }) => level === 2)
    .map(({ text: heading, anchor }) => `- [${heading}](#${anchor})`);
  return lines.join('\n');
}

/** An example that the tests run, with the imports of a user of the package. */
function example(file, language) {
  const text = read(`demo/examples/${file}`)
    .replace("'../../src/index.js'", "'article-comments'")
    .replace("'../../src/adapter-kit.js'", "'article-comments/adapter-kit.js'");
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** A file of an app in `test/frameworks/`, which checks its types. `app` tells other tests to leave it alone. */
function appFile(file, language) {
  const text = read(`test/frameworks/${file}`).replaceAll("'../shared/letters.js'", "'./adapter.js'");
  return `\`\`\`${language} app\n${text.trimEnd()}\n\`\`\``;
}

const sections = {
  navigation: navigationTables,
  archiveExample: () => example('comments.json', 'json archive'),
  publisherSettings: () => publisherSettings(),
  reactSample: () => appFile('react/sample.tsx', 'tsx'),
  reactServedSample: () => appFile('react/served-sample.tsx', 'tsx'),
  vueServedSample: () => appFile('vue/served-sample.vue', 'vue'),
  vueSample: () => appFile('vue/sample.vue', 'vue'),
  vueConfiguration: () => appFile('vue/vite.config.js', 'js'),
  svelteSample: () => appFile('svelte/sample.svelte', 'svelte'),
  solidSample: () => appFile('solid/sample.tsx', 'tsx'),
  preactSample: () => appFile('preact/sample.tsx', 'tsx'),
  angularSample: () => appFile('angular/sample.ts', 'ts'),
  astroSample: () => appFile('astro/sample.astro', 'astro'),
  astroServedSample: () => appFile('astro/served-sample.astro', 'astro'),
  adapterExample: () => example('letters-adapter.ts', 'ts'),
  backendExample: () => example('serve-the-contract.mjs', 'js'),
  altchaExample: () => example('altcha-comments.js', 'js'),
  integrityExample: () => example('integrity-tags.mjs', 'js'),
  renderedExample: () => example('rendered-comments.mjs', 'js'),
  builtPageExample: () => example('build-page.mjs', 'js'),
  renderArchivesExample: () => example('render-archives.mjs', 'js'),
  eleventyExample: () => example('sites/eleventy.njk', 'njk app'),
  astroExample: () => example('sites/astro.astro', 'astro app'),
  hugoExample: () => example('sites/hugo.html', 'go-html-template app'),
  jekyllExample: () => example('sites/jekyll.html', 'liquid app'),
  oldLinksExample: () => example('sites/old-links.mjs', 'js'),
  judgeExample: () => example('judge-comments.mjs', 'js'),
  tokenExample: () => example('sign-reader-token.mjs', 'js'),
  attributes: () => attributes(element),
  countAttributes: () => attributes(count),
  quoteAttributes: () => attributes(quote),
  settings,
  slots,
  events,
  actions,
  parts,
  tokens,
  backends,
  locales,
  messages,
  decoders,
};

/** The text with each generated section, and the list of contents, regenerated. */
function regenerate(text) {
  const whole = text.replace(/(<!-- contents -->)[^]*?(<!-- \/contents -->)/, (_, opening, closing) =>
    [opening, contents(text), closing].join('\n\n'),
  );
  return whole.replace(/(<!-- generated: (\w+) -->)[^]*?(<!-- \/generated -->)/g, (_, opening, name, closing) => {
    assert.ok(Object.hasOwn(sections, name), `There is no generator for the section "${name}".`);
    return `${opening}\n\n${sections[name]()}\n\n${closing}`;
  });
}

describe('the documentation', () => {
  for (const { path, text } of pages) {
    it(`has the tables of this version in ${path}`, async () => {
      const file = join(root, path);
      const expected = await format(regenerate(text), { ...(await resolveConfig(file)), parser: 'markdown' });
      if (process.env.UPDATE) writeFileSync(file, expected);
      else assert.equal(text, expected, `${path} is out of date: UPDATE=1 node --test test/package/readme.test.mjs`);
    });
  }

  it('has each generated section', () => {
    for (const name of Object.keys(sections)) assert.ok(everything.includes(`<!-- generated: ${name} -->`), name);
  });

  it('states no other size that is not a budget', () => {
    const known = Object.values(budgets).map(({ limit }) => kilobytes(limit));
    const stated =
      everything.replaceAll(/<!-- measured: \w+ -->[^]*?<!-- \/measured -->/g, '').match(/\d+\.\d+ kB/g) ?? [];
    assert.deepEqual(
      stated.filter((size) => !known.includes(size)),
      [],
    );
  });

  it('mentions every method that an adapter may have', () => {
    const methods = methodsOf('index', 'CommentsAdapter');
    assert.ok(methods.length > 20);
    assert.deepEqual(
      methods.filter((name) => !read('docs/adapters.md').includes(code(name))),
      [],
    );
  });

  it('names backends and attributes that exist', () => {
    for (const { code: sample } of documentedSamples.filter(({ language }) => language === 'html')) {
      for (const [, tag, names] of sample.matchAll(
        /<(article-comments|comment-count|comment-quote)(?![\w-])([^>]*)>/g,
      )) {
        const { attributes: known } = { 'article-comments': element, 'comment-count': count, 'comment-quote': quote }[
          tag
        ];
        for (const [, name, value] of names.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
          assert.ok(
            ['id', 'lang', 'slot'].includes(name) || known.some((one) => one.name === name),
            `${name} in ${sample}`,
          );
          if (name === 'backend') assert.ok(backendNames.includes(value), `backend="${value}" in ${sample}`);
        }
      }
    }
  });

  it('has a list of contents at the head of each long page', () => {
    for (const { path, text } of pages.filter((page) => page.text.split('\n').length > 100)) {
      const head = text.slice(0, text.search(/^## /m));
      const missing = headingsIn(text).filter(({ level, anchor }) => level === 2 && !head.includes(`](#${anchor})`));
      assert.deepEqual(
        missing.map(({ text: heading }) => heading),
        [],
        `${path} has no <!-- contents --> with these`,
      );
    }
  });

  it('has the list of pages for language models', () => {
    if (process.env.UPDATE) writeFileSync(join(root, 'docs', 'llms.txt'), llmsText());
    else assert.equal(read('docs/llms.txt'), llmsText());
  });

  it('states how many messages a language has', () => {
    const total = messageRows(english).length;
    const stated = [...everything.matchAll(/about (\d+)\s+\[?messages/g)].map(([, number]) => Number(number));
    assert.ok(stated.length > 0);
    for (const number of stated) assert.equal(number, Math.round(total / 10) * 10);
  });

  it('keeps the README to 200 lines', () => {
    assert.ok(read('README.md').trimEnd().split('\n').length <= 200);
  });

  it('names files that exist', () => {
    for (const { path, text } of pages) {
      for (const [, file] of text.matchAll(/`((?:src|demo|test|docs|scripts)\/[\w./-]+)`/g))
        assert.ok(existsSync(join(root, file)), `${file} in ${path}`);
    }
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const [, name] of everything.matchAll(/\bnpm (?:run )?((?<=run )[\w:-]+|start|test)\b/g))
      assert.ok(scripts[name], `npm run ${name}`);
  });
});
