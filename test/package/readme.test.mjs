/**
 * Keeps the README and the pages in docs/ true. Their tables are generated from the sources and the build, their samples are
 * compiled, and the files and commands they name exist. `UPDATE=1 node --test test/package/readme.test.mjs` regenerates the
 * tables.
 */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { format, resolveConfig } from 'prettier';
import ts from 'typescript';
import { budgets } from './budgets.mjs';

const root = join(import.meta.dirname, '..', '..');
const read = (file) => readFileSync(join(root, file), 'utf8');

const paths = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
];
const pages = paths.filter((path) => path.endsWith('.md')).map((path) => ({ path, text: read(path) }));
const everything = pages.map(({ text }) => text).join('\n');

const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => [file, read(`src/${file}`)]),
);

const declarations = JSON.parse(read('dist/custom-elements.json')).modules.flatMap(
  (module) => module.declarations ?? [],
);
const element = declarations.find(({ name }) => name === 'ArticleComments');
const count = declarations.find(({ name }) => name === 'CommentCount');

const code = (text) => `\`${text}\``;

/** A table; a bar inside a cell would end it. */
function table(head, rows) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
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
    description,
  ]);
  return table(['Attribute', 'Property', 'Type', 'Default', 'Meaning'], rows);
}

/** What each setting may be, and what takes its place, in the words that the developer is told. */
function settings() {
  const [, body] = /const REMEDIES[^{]*\{([^]*?)^\};/m.exec(sources.get('elements/section/misconfiguration.ts'));
  const remedies = new Map([...body.matchAll(/^ {2}(\w+): '(.*)',$/gm)].map(([, name, text]) => [name, text]));
  const rows = [...element.members, ...count.members]
    .filter(
      ({ name, static: isStatic }, index, all) =>
        !isStatic && remedies.has(name) && all.findIndex((one) => one.name === name) === index,
    )
    .map(({ name, attribute }) => {
      const [remedy, fallback] = remedies.get(name).split(' Until then, ');
      return [code(attribute ?? name), remedy, `${fallback[0].toUpperCase()}${fallback.slice(1)}`];
    });
  assert.equal(rows.length, remedies.size, 'There is a remedy for a property that no element has.');
  return table(['Setting', 'Remedy', 'Until then'], rows);
}

function slots() {
  const rows = element.slots.map(({ name, description }) => [name ? code(name) : '(default)', description]);
  return table(['Slot', 'What it holds'], rows);
}

/** The fields of each event class, by the name of the event. */
function eventClasses() {
  const classes = new Map();
  const visit = (node) => {
    if (ts.isClassDeclaration(node)) {
      const builder = node.members.find(ts.isConstructorDeclaration);
      const call = builder.body.statements.find(
        (one) => ts.isExpressionStatement(one) && ts.isCallExpression(one.expression),
      );
      const parameters = builder.parameters.filter((one) => one.modifiers?.length > 0);
      const fields = [...parameters, ...node.members.filter(ts.isPropertyDeclaration)].map((one) => one.name.getText());
      classes.set(call.expression.arguments[0].text, { name: node.name.text, fields });
    }
    ts.forEachChild(node, visit);
  };
  for (const file of ['elements/events/reading-events.ts', 'elements/events/writing-events.ts'])
    visit(ts.createSourceFile(file, sources.get(file), ts.ScriptTarget.Latest, true));
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
    const found = [...source.matchAll(/\bpart="([^"$]+)"|\.part\.add\('([^']+)'\)/g)].map(
      ([, inTemplate, added]) => inTemplate ?? added,
    );
    if (found.length > 0)
      rows.push([code(file), [...new Set(found.flatMap((names) => names.split(' ')))].sort().map(code).join(', ')]);
  }
  return table(['Drawn by', 'Parts'], rows);
}

/** The text from `start` to the closing bracket. */
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

/** The names that the script-tag build accepts in an attribute. */
function loaders(list) {
  const [, body] = new RegExp(`ArticleComments\\.${list} = \\{([^}]*)\\}`).exec(sources.get('cdn.ts'));
  return [...body.matchAll(/^ {2}'?([\w-]+)'?:/gm)].map(([, name]) => name);
}

const sentence = (names) =>
  `${names.slice(0, -1).map(code).join(', ')}${names.length > 1 ? ' and ' : ''}${code(names.at(-1))}`;

const backends = () => `In this version ${code('backend')} may name ${sentence(loaders('backends'))}.`;

const locales = () => `The languages of this version are ${sentence(['en', ...loaders('locales')])}.`;

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** The table of sizes: measured by hand, with the limits of `budgets.mjs`. */
const measured = /<!-- measured: sizes -->([^]*?)<!-- \/measured -->/;

/** An example that the tests run, with the imports of a user of the package. */
function example(file, language) {
  const text = read(`demo/examples/${file}`)
    .replace("'../../src/index.js'", "'article-comments'")
    .replace("'../../src/adapter-kit.js'", "'article-comments/adapter-kit.js'");
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

const sections = {
  adapterExample: () => example('letters-adapter.ts', 'ts'),
  backendExample: () => example('serve-the-contract.mjs', 'js'),
  integrityExample: () => example('integrity-tags.mjs', 'js'),
  tokenExample: () => example('sign-reader-token.mjs', 'js'),
  attributes: () => attributes(element),
  countAttributes: () => attributes(count),
  settings,
  slots,
  events,
  parts,
  tokens,
  backends,
  locales,
};

/** The text with each generated section regenerated. */
function regenerate(text) {
  return text.replace(/(<!-- generated: (\w+) -->)[^]*?(<!-- \/generated -->)/g, (_, opening, name, closing) => {
    assert.ok(Object.hasOwn(sections, name), `There is no generator for the section "${name}".`);
    return `${opening}\n\n${sections[name]()}\n\n${closing}`;
  });
}

const samplesIn = (language) =>
  [...everything.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, sample]) => sample);

/** The anchors that GitHub gives the headings of a page. */
function anchorsIn(text) {
  const headings = text.replace(/^```[^]*?^```/gm, '').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- _]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The compiler's errors in the samples, compiled as in a project that has installed the package. */
function mistakesIn(samples) {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [], files: [] }, ts.sys, root);
  Object.assign(options, {
    // Some samples are tests.
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
    [
      ...program.getSyntacticDiagnostics(program.getSourceFile(name)),
      ...program.getSemanticDiagnostics(program.getSourceFile(name)),
    ].map(
      ({ messageText, start, file }) =>
        `${file.text.slice(start).split('\n')[0]}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    ),
  );
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

  it('has each generated section once', () => {
    for (const name of Object.keys(sections))
      assert.equal(everything.split(`<!-- generated: ${name} -->`).length - 1, 1, name);
  });

  it('states each budget beside the measured size', () => {
    const rows = measured.exec(everything)[1].matchAll(/^\| (.+?) +\| +([\d.]+) kB +\| +(?:([\d.]+) kB|–) +\|$/gm);
    const stated = new Map(
      [...rows].map(([, what, size, limit]) => [what, { size: Number(size), limit: Number(limit) }]),
    );
    for (const { what, limit } of Object.values(budgets)) {
      assert.ok(stated.get(what)?.size > 0, what);
      assert.equal(stated.get(what).limit, limit / 1000, what);
    }
  });

  it('states no other size that is not a budget', () => {
    const known = Object.values(budgets).map(({ limit }) => kilobytes(limit));
    const stated = everything.replace(measured, '').match(/\d+\.\d+ kB/g) ?? [];
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

  it('mentions every method that an adapter may have', () => {
    const file = ts.createSourceFile('adapter.ts', sources.get('model/adapter.ts'), ts.ScriptTarget.Latest, true);
    const contract = file.statements.find(
      (one) => ts.isInterfaceDeclaration(one) && one.name.text === 'CommentsAdapter',
    );
    const methods = contract.members.filter(ts.isMethodSignature).map(({ name }) => name.getText());
    assert.deepEqual(
      methods.filter((name) => !read('docs/adapters.md').includes(code(name))),
      [],
    );
  });

  it('names backends and attributes that exist', () => {
    for (const sample of samplesIn('html')) {
      for (const [, tag, names] of sample.matchAll(/<(article-comments|comment-count)(?![\w-])([^>]*)>/g)) {
        const { attributes: known } = tag === 'comment-count' ? count : element;
        for (const [, name, value] of names.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
          assert.ok(['id', 'lang'].includes(name) || known.some((one) => one.name === name), `${name} in ${sample}`);
          if (name === 'backend') assert.ok(loaders('backends').includes(value), `backend="${value}" in ${sample}`);
        }
      }
    }
  });

  it('links to files and headings that exist', () => {
    for (const { path, text } of pages) {
      for (const [, file, heading] of text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)) {
        const target = file === '' ? path : join(dirname(path), file);
        assert.ok(existsSync(join(root, target)), `${target}, linked in ${path}`);
        if (heading)
          assert.ok(anchorsIn(read(target)).includes(heading), `#${heading} in ${target}, linked in ${path}`);
      }
    }
  });

  it('names files that exist', () => {
    for (const { path, text } of pages) {
      for (const [, file] of text.matchAll(/`((?:src|demo|test|docs|scripts)\/[\w./-]+)`/g))
        assert.ok(existsSync(join(root, file)), `${file} in ${path}`);
    }
  });

  it('names commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json'));
    for (const [, name] of everything.matchAll(/\bnpm (?:run )?((?<=run )[\w:]+|start|test)\b/g))
      assert.ok(scripts[name], `npm run ${name}`);
  });
});
