/**
 * Keeps the README true. Its tables are made from the sources and the build, so nobody has to remember them, and its
 * samples are compiled. `UPDATE=1 node --test test/package/readme.test.mjs` writes the tables anew.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { budgets } from './budgets.mjs';

const root = join(import.meta.dirname, '..', '..');
const path = join(root, 'README.md');
const read = (file) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');

const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => [file, read(`src/${file}`)]),
);

const declarations = JSON.parse(read('dist/custom-elements.json')).modules.flatMap((module) => module.declarations ?? []);
const element = declarations.find(({ name }) => name === 'ArticleComments');
const count = declarations.find(({ name }) => name === 'CommentCount');

const code = (text) => `\`${text}\``;

/** A table; a bar inside a cell would end it. */
function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** What the page may set: an inner state of the element is a property, too, and no business of a page. */
function attributes({ members }) {
  const fields = members.filter((member) => member.kind === 'field' && !member.static && member.privacy === 'public');
  const rows = fields.map(({ name, attribute, type, default: initial, description }) => [
    attribute === undefined ? '–' : code(attribute),
    code(name),
    code(type.text.replace(' | undefined', '')),
    initial === undefined ? '–' : code(initial),
    description,
  ]);
  return table(['Attribute', 'Property', 'Type', 'Default', 'Meaning'], rows);
}

function slots() {
  const rows = element.slots.map(({ name, description }) => [name ? code(name) : '(default)', description]);
  return table(['Slot', 'What it holds'], rows);
}

/** The fields of each class of events, by the name of the event. */
function eventClasses() {
  const classes = new Map();
  for (const file of ['elements/events.ts', 'elements/writing-events.ts']) {
    const visit = (node) => {
      if (ts.isClassDeclaration(node)) {
        const builder = node.members.find(ts.isConstructorDeclaration);
        const call = builder.body.statements.find((one) => ts.isExpressionStatement(one) && ts.isCallExpression(one.expression));
        const parameters = builder.parameters.filter((one) => one.modifiers?.length > 0);
        const fields = [...parameters, ...node.members.filter(ts.isPropertyDeclaration)].map((one) => one.name.getText());
        classes.set(call.expression.arguments[0].text, { name: node.name.text, fields });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, sources.get(file), ts.ScriptTarget.Latest, true));
  }
  return classes;
}

function events() {
  const classes = eventClasses();
  const rows = element.events
    .filter(({ name }) => name)
    .map(({ name, description }) => {
      const { name: type, fields } = classes.get(name);
      return [code(name), code(type), fields.map(code).join(', '), description];
    });
  return table(['Event', 'Class', 'Fields', 'When'], rows);
}

function parts() {
  const rows = [];
  for (const [file, source] of sources) {
    const found = [...source.matchAll(/\bpart="([^"$]+)"|\.part\.add\('([^']+)'\)/g)].map(([, inTemplate, added]) => inTemplate ?? added);
    if (found.length > 0) rows.push([code(file), [...new Set(found.flatMap((names) => names.split(' ')))].sort().map(code).join(', ')]);
  }
  return table(['Drawn by', 'Parts'], rows);
}

/** The text from `start` up to the bracket that closes what surrounds it. */
function upToClosing(text, start) {
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === '(') depth++;
    else if (text[end] === ')' && depth-- === 0) return text.slice(start, end);
  }
  throw new Error(`Nothing closes: ${text.slice(start, start + 80)}`);
}

function tokens() {
  const defaults = new Map();
  for (const source of sources.values()) {
    for (const { 1: name, 0: match, index } of source.matchAll(/var\((--article-comments-[\w-]+),\s*/g)) {
      defaults.set(name, upToClosing(source, index + match.length));
    }
  }
  return table(
    ['Custom property', 'Default'],
    [...defaults].sort().map(([name, value]) => [code(name), code(value)]),
  );
}

/** The names that the script-tag build lists for an attribute. */
function loaders(list) {
  const [, body] = new RegExp(`ArticleComments\\.${list} = \\{([^}]*)\\}`).exec(sources.get('cdn.ts'));
  return [...body.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, name]) => name);
}

const sentence = (names) => `${names.slice(0, -1).map(code).join(', ')}${names.length > 1 ? ' and ' : ''}${code(names.at(-1))}`;

const backends = () => `In this version ${code('backend')} may name ${sentence(loaders('backends'))}.`;

const locales = () => `The languages of this version are ${sentence(['en', ...loaders('locales')])}.`;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function sizeTable() {
  return table(
    ['Download', 'brotli, at most'],
    Object.values(budgets).map(({ what, limit }) => [what, kilobytes(limit)]),
  );
}

/** A file that the tests run, as somebody writes it who has the package. */
function example(file, language) {
  const text = read(`demo/examples/${file}`).replace("'../../src/index.js'", "'article-comments'");
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

const sections = {
  adapterExample: () => example('write-an-adapter.ts', 'ts'),
  backendExample: () => example('serve-the-contract.mjs', 'js'),
  attributes: () => attributes(element),
  countAttributes: () => attributes(count),
  slots,
  events,
  parts,
  tokens,
  backends,
  locales,
  sizes: sizeTable,
};

/** The text with each generated section made anew. */
function regenerate(text) {
  return text.replace(/(<!-- generated: (\w+) -->)[^]*?(<!-- \/generated -->)/g, (_, opening, name, closing) => {
    assert.ok(Object.hasOwn(sections, name), `There is no generator for the section "${name}".`);
    return `${opening}\n\n${sections[name]()}\n\n${closing}`;
  });
}

const samplesIn = (language) => [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, sample]) => sample);

/** What the compiler says of the samples, as a program that has installed the package would hear it. */
function mistakesIn(samples) {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  Object.assign(options, {
    // For the samples that are tests themselves.
    types: ['node'],
    noUnusedLocals: false,
    paths: { 'article-comments': ['./src/index.ts'], 'article-comments/*.js': ['./src/*.ts'] },
  });
  const files = new Map(samples.map((sample, index) => [join(root, `readme-sample-${index + 1}.ts`), sample]));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, target, ...rest) =>
    files.has(name) ? ts.createSourceFile(name, files.get(name), target, true) : getSourceFile(name, target, ...rest);
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files.keys()].flatMap((name) =>
    [...program.getSyntacticDiagnostics(program.getSourceFile(name)), ...program.getSemanticDiagnostics(program.getSourceFile(name))].map(
      ({ messageText, start, file }) => `${file.text.slice(start).split('\n')[0]}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    ),
  );
}

describe('the README', () => {
  it('has the tables of this version', async () => {
    const expected = await format(regenerate(readme), { ...(await resolveConfig(path)), parser: 'markdown' });
    if (process.env.UPDATE) writeFileSync(path, expected);
    else assert.equal(readme, expected, 'README.md is out of date: UPDATE=1 node --test test/package/readme.test.mjs');
    for (const name of Object.keys(sections)) assert.ok(readme.includes(`<!-- generated: ${name} -->`), name);
  });

  it('states no size that is not a budget', () => {
    const known = Object.values(budgets).map(({ limit }) => kilobytes(limit));
    const stated = (process.env.UPDATE ? regenerate(readme) : readme).match(/\d+\.\d+ kB/g) ?? [];
    assert.deepEqual(
      stated.filter((size) => !known.includes(size)),
      [],
    );
  });

  it('has samples that compile', () => {
    const samples = samplesIn('ts');
    assert.ok(samples.length > 0);
    assert.deepEqual(mistakesIn(samples), []);
  });

  it('speaks of every method that an adapter may have', () => {
    const file = ts.createSourceFile('adapter.ts', sources.get('model/adapter.ts'), ts.ScriptTarget.Latest, true);
    const contract = file.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === 'CommentsAdapter');
    const methods = contract.members.filter(ts.isMethodSignature).map(({ name }) => name.getText());
    assert.deepEqual(
      methods.filter((name) => !readme.includes(code(name))),
      [],
    );
  });

  it('names backends and attributes that exist', () => {
    for (const sample of samplesIn('html')) {
      for (const [, tag, names] of sample.matchAll(/<(article-comments|comment-count)(?![\w-])([^>]*)>/g)) {
        const { attributes: known } = tag === 'comment-count' ? count : element;
        for (const [, name, value] of names.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
          assert.ok(name === 'lang' || known.some((one) => one.name === name), `${name} in ${sample}`);
          if (name === 'backend') assert.ok(loaders('backends').includes(value), `backend="${value}" in ${sample}`);
        }
      }
    }
  });

  it('links to files that are there', () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)) assert.ok(existsSync(join(root, target)), target);
  });
});
