import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { navigation } from '../../demo/documentation/navigation.mjs';

const root = join(import.meta.dirname, '..', '..');
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const read = (path) => readFileSync(join(root, path), 'utf8');

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const packed = JSON.parse(
  execFileSync(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: root, encoding: 'utf8' }),
);
const [{ files }] = Array.isArray(packed) ? packed : Object.values(packed);
/** What a module imports or re-exports, in any way; in declarations, what their types come from. */
function importsOf(code) {
  const imports = [];
  const visit = (node) => {
    let specifier = node.moduleSpecifier;
    if (ts.isImportTypeNode(node)) specifier = node.argument.literal;
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) [specifier] = node.arguments;
    if (specifier && ts.isStringLiteralLike(specifier)) imports.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('module.ts', code, ts.ScriptTarget.Latest));
  return imports;
}

/** The relative links of a page, without its pictures, samples and anchors. */
const linksIn = (markdown) =>
  [...markdown.replaceAll(/^```[^]*?^```/gm, '').matchAll(/(?<!!)\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)/g)].map(
    ([, link]) => link,
  );

const paths = files.map(({ path }) => path);
const scripts = paths.filter((path) => path.endsWith('.js'));
const cdnScripts = scripts.filter((path) => path.startsWith('dist/cdn/'));
const npmScripts = scripts.filter((path) => !path.startsWith('dist/cdn/'));

describe('packed files', () => {
  it('packs only the build, its description, its documentation and its licence', () => {
    const expected = [
      /^(package\.json|(README|CHANGELOG|SECURITY)\.md|LICENSE)$/,
      /^dist\/(custom-elements|vscode\.html-custom-data|web-types)\.json$/,
      /^docs\/(llms\.txt|[\w./-]+\.(md|svg))$/,
      /^dist\/openapi\.yaml$/,
      /^dist\/cdn\/(LICENSES\.txt|(integrity|preload)\.json|[\w.-]+\.(js|css))$/,
      /^dist\/(loader|cdn(\.global|-adapter-error|-backends|-elements)?)\.d\.ts$/,
      /^dist\/(index|define|react|server|adapter-kit|conformance)\.(js|d\.ts)$/,
      // The command.
      /^dist\/(command|sqlite-worker)\.js$/,
      // The look of what a server renders.
      /^dist\/article-comments\.css$/,
      /^dist\/(model|adapters|conformance|content|i18n|locales|elements|presentation|server|styles|template-types)\/[\w./-]+\.(js|d\.ts)$/,
    ];
    assert.deepEqual(
      paths.filter((path) => !expected.some((pattern) => pattern.test(path))),
      [],
    );
    assert.ok(paths.includes('LICENSE') && paths.includes('dist/cdn/LICENSES.txt'));
  });

  it('names no path of the machine that built the files', () => {
    const local = [root, 'file://', '/home/', '/root/', '/tmp/', 'C:\\'];
    const guilty = paths.filter((path) => local.some((place) => read(path).includes(place)));
    assert.deepEqual(guilty, []);
  });

  it('names no source map, because none is packed', () => {
    for (const path of scripts) assert.doesNotMatch(read(path), /^\/\/# sourceMappingURL=/m, path);
  });

  it('packs the declarations that programs read, and not those of internals', () => {
    const declarations = paths.filter((path) => path.endsWith('.d.ts'));
    for (const name of ['index', 'adapters/http', 'elements/article-comments', 'model/adapter'])
      assert.ok(declarations.includes(`dist/${name}.d.ts`), name);
    for (const name of ['elements/command-controller', 'adapters/http/client'])
      assert.ok(!declarations.includes(`dist/${name}.d.ts`), name);
  });

  it('keeps the names and lines of the sources in the modules for npm', async () => {
    const exported = Object.entries(await import('../../dist/index.js')).filter(
      ([, value]) => value instanceof Function,
    );
    assert.ok(exported.length > 10);
    for (const [name, value] of exported) assert.equal(value.name, name, 'as a stack trace shows it');
    assert.ok(
      npmScripts.every((path) =>
        read(path)
          .split('\n')
          .every((line) => line.length < 5000),
      ),
    );
  });

  it('packs the pages of the documentation, except those that the list of pages leaves out', () => {
    for (const { file, isPacked = true } of navigation.flatMap(({ pages }) => pages))
      assert.equal(paths.includes(file), isPacked, file);
  });

  // Not the pictures: together they weigh more than the limit leaves. Where the pages are read, on GitHub, on npm's site and at
  // `/docs/`, they come from the repository. In the package their texts stand for them.
  it('packs every file that a packed page links to', () => {
    const pages = paths.filter((path) => path.endsWith('.md'));
    const targets = pages.flatMap((page) =>
      linksIn(read(page)).map((link) => ({ page, target: join(dirname(page), link) })),
    );
    assert.ok(targets.length > 100, `${targets.length} links`);
    const leadsNowhere = targets.filter(({ target }) => !paths.includes(target));
    assert.deepEqual(
      leadsNowhere.map(({ page, target }) => `${page}: ${target}`),
      [],
      'Name what is only in the repository in code, without a link.',
    );
  });
});

describe('modules for npm', () => {
  it('imports only packed files and dependencies in the modules for npm', () => {
    for (const path of [...npmScripts, ...paths.filter((one) => one.endsWith('.d.ts'))]) {
      for (const from of importsOf(read(path))) {
        // Only the command runs in Node alone.
        if (/^dist\/(command|sqlite-worker)\.js$/.test(path) && from.startsWith('node:')) continue;
        if (from.startsWith('.')) {
          const target = join(dirname(path), from);
          const found = paths.includes(target) || paths.includes(target.replace(/\.js$/, '.d.ts'));
          assert.ok(found, `${path} imports ${from}`);
        } else {
          const [name] = /^(@[^/]+\/)?[^/]+/.exec(from);
          const known = { ...about.dependencies, ...about.peerDependencies };
          assert.ok(known[name], `${path} imports ${from}, which is no dependency`);
        }
      }
    }
  });

  it('keeps the build for a script tag out of the modules for npm', () => {
    assert.deepEqual(
      [...npmScripts, ...paths.filter((path) => path.endsWith('.d.ts') && !/^dist\/(cdn|loader)/.test(path))].filter(
        (path) => importsOf(read(path)).some((from) => /\bcdn\b/.test(from)),
      ),
      [],
    );
    assert.ok(!existsSync(join(root, 'dist', 'cdn.js')));
  });
});

describe('files for a script tag', () => {
  it('lets files for a script tag import only each other', () => {
    for (const path of cdnScripts) {
      for (const from of importsOf(read(path)))
        assert.ok(paths.includes(join(dirname(path), from)), `${path} imports ${from}`);
    }
  });

  it('never imports the entry, which a page may load under another address', () => {
    for (const path of cdnScripts)
      assert.ok(
        importsOf(read(path)).every((from) => from !== './article-comments.js'),
        path,
      );
  });

  it('puts a hash into the names of files, except for the four that a page names and the languages', () => {
    const chunks = cdnScripts.filter(
      (path) => !/\/(article-comments(\.iife)?|counts|elements|locale-[\w-]+)\.js$/.test(path),
    );
    assert.ok(chunks.length < cdnScripts.length - 40);
    for (const path of chunks) assert.match(path, /\/[\w-]+-[\w-]{7}\.js$/);
  });

  it('has the files of the first download compiled while they arrive, and no others', () => {
    // V8 looks for it at the very beginning of a file.
    const hinted = cdnScripts.filter((path) => read(path).startsWith('//# allFunctionsCalledOnLoad\n'));
    assert.deepEqual(hinted.map((path) => path.replace(/^.*\/|-[\w-]{7}\.js$/g, '')).sort(), [
      'base',
      'http',
      'section',
    ]);
  });

  it('names the packages in the files for a script tag, with their versions', () => {
    const versionOf = (name) => JSON.parse(read(`node_modules/${name}/package.json`)).version;
    const modules = cdnScripts.filter((path) => !path.endsWith('.iife.js')).map(read);
    const licences = read('dist/cdn/LICENSES.txt');
    for (const text of [modules.join('\n'), read('dist/cdn/article-comments.iife.js')]) {
      assert.ok(text.includes(`litHtmlVersions??=[]).push("${versionOf('lit-html')}")`));
      assert.ok(text.includes(`litElementVersions??=[]).push("${versionOf('lit-element')}")`));
      assert.ok(text.includes(`/*! @license DOMPurify ${versionOf('dompurify')} |`));
      assert.match(text, /^\/\*! article-comments \d/m);
    }
    for (const name of ['lit-html', 'lit-element', '@lit/reactive-element', 'dompurify'])
      assert.ok(licences.includes(`Name: ${name}\nVersion: ${versionOf(name)}\n`), name);
  });

  it('contains one classic script for a page without modules', () => {
    const code = read('dist/cdn/article-comments.iife.js');
    assert.doesNotThrow(() => new Script(code));
    assert.deepEqual(importsOf(code), []);
  });

  it('builds no code from strings', () => {
    for (const path of cdnScripts) {
      const visit = (node) => {
        const callee =
          (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
          ts.isIdentifier(node.expression) &&
          node.expression.text;
        assert.ok(callee !== 'eval' && callee !== 'Function', `${path}: ${node.getText?.().slice(0, 80)}`);
        ts.forEachChild(node, visit);
      };
      visit(ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true));
    }
  });
});
