import assert from 'node:assert/strict';
import {
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');
const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const cdnFiles = readdirSync(join(root, 'dist', 'cdn')).filter((name) => !name.endsWith('.map'));

/** Each name that a program may import, with the files behind it; a `*` is filled from `src/`. */
const entries = Object.entries(about.exports).flatMap(([name, target]) => {
  if (target === null) return [];
  const targets = typeof target === 'string' ? { default: target } : target;
  const stars = name === './cdn/*' ? cdnFiles : name.includes('*') ? modulesIn(/^\.\/(\w+)\//.exec(name)[1]) : [''];
  return stars.map((star) => ({
    name: about.name + name.slice(1).replace('*', star),
    files: Object.values(targets).map((file) => file.replace('*', star)),
  }));
});
/** Without what is for a browser only. */
const modules = entries.filter(({ name }) => !/\.(json|yaml|css)$|\/cdn\//.test(name));

function modulesIn(folder) {
  const names = readdirSync(join(root, 'src', folder), { withFileTypes: true });
  return names.filter((entry) => entry.isFile()).map(({ name }) => name.replace(/\.ts$/, ''));
}

describe('exports', () => {
  it('exports the public entries', () => {
    const names = Object.keys(about.exports).filter((name) => about.exports[name] !== null);
    const wanted = [
      '.',
      './define.js',
      './react.js',
      './server.js',
      './article-comments.css',
      './adapter-kit.js',
      './conformance.js',
      './adapters/*.js',
      './locales/*.js',
      './openapi.yaml',
      './cdn/article-comments.js',
      './cdn/counts.js',
      './cdn/elements.js',
      './cdn/article-comments.iife.js',
      './cdn/*',
      './custom-elements.json',
      './vscode.html-custom-data.json',
      './web-types.json',
      './package.json',
    ];
    assert.deepEqual(
      wanted.filter((name) => !names.includes(name)),
      [],
    );
    assert.ok(
      modules.some(({ name }) => name.includes('/adapters/')) && modules.some(({ name }) => name.includes('/locales/')),
    );
  });

  for (const { name, files } of entries) {
    it(`has the files of ${name}`, () => {
      for (const file of files) assert.ok(existsSync(join(root, file)), `${file} is missing`);
    });
  }

  for (const { name } of modules) {
    it(`imports ${name} without a DOM`, async () => {
      assert.equal(typeof document, 'undefined');
      await import(name);
    });
  }

  it('leads from the short address at a CDN, which has no folder for chunks, to the classic file', () => {
    for (const field of ['unpkg', 'jsdelivr']) assert.equal(about[field], './dist/cdn/article-comments.iife.js', field);
  });

  it('hides the internals of the conformance kit', async () => {
    await assert.rejects(import(`${about.name}/conformance/checks.js`), { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' });
  });

  for (const folder of ['adapters', 'locales']) {
    it(`hides what one of the ${folder} keeps in a folder of its own`, async () => {
      const inner = readdirSync(join(root, 'src', folder), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      );
      for (const { name } of inner) {
        const [file] = readdirSync(join(root, 'dist', folder, name)).filter((path) => path.endsWith('.js'));
        const missing = `"./${folder}/${name}/*": null is missing in exports`;
        await assert.rejects(
          import(`${about.name}/${folder}/${name}/${file}`),
          { code: 'ERR_PACKAGE_PATH_NOT_EXPORTED' },
          missing,
        );
      }
    });
  }

  it('lists the files with side effects, and no others', () => {
    const patterns = about.sideEffects.map(
      (pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`),
    );
    const files = readdirSync(join(root, 'dist'), { recursive: true }).filter((file) => file.endsWith('.js'));
    const kept = files.filter((file) => patterns.some((pattern) => pattern.test(`./dist/${file}`)));
    assert.ok(kept.includes('define.js') && kept.includes(join('cdn', 'article-comments.js')));
    assert.deepEqual(
      kept.filter((file) => file !== 'define.js' && dirname(file) !== 'cdn'),
      [],
    );
  });
});

describe('types', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'consumer-'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules', about.name), 'dir');
  });
  after(() => rmSync(folder, { recursive: true }));

  /** The compiler's complaints about a program, in a strict project that checks its libraries. */
  function complaints(program, options = {}) {
    writeFileSync(join(folder, 'consumer.ts'), program);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      target: 'ES2022',
      module: 'NodeNext',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      types: [],
      noEmit: true,
      skipLibCheck: false,
      ...options,
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    return spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' }).stdout;
  }

  it('compiles the types of every entry', () => {
    const scripts = ['article-comments', 'counts', 'elements'].map((name) => `${about.name}/cdn/${name}.js`);
    const names = [...modules.map(({ name }) => name), ...scripts];
    assert.equal(complaints(names.map((name, index) => `export * as m${index} from '${name}';\n`).join('')), '');
  });

  it('types the tags, their properties and events once the elements are registered', () => {
    const program = `
      import '${about.name}/define.js';
      const section = document.createElement('article-comments');
      section.token = async ({ refresh, signal }) => (refresh || signal.aborted ? '' : 'a-token');
      section.pageSize = 10;
      section.addEventListener('comments-submit', ({ outcome, comment }) => console.log(outcome, comment?.id));
      const count = document.querySelector('comment-count');
      if (count) count.token = 'a-token';
      // @ts-expect-error A token is a text or a function.
      section.token = 7;
    `;
    assert.equal(complaints(program), '');
  });

  it('types the factories of the adapters in the module for a script tag', () => {
    const program = `
      import { AdapterError, adapters, registerLocale } from '${about.name}/cdn/article-comments.js';
      import { ArticleComments } from '${about.name}/cdn/elements.js';
      import type { HttpAdapter } from '${about.name}/adapters/http.js';
      const made: Promise<HttpAdapter> = adapters.http({ src: '/api', token: 'a-token' });
      new ArticleComments().adapter = await made;
      await adapters.bluesky();
      // @ts-expect-error The address is missing.
      adapters.ghost({});
      // @ts-expect-error There is no such backend.
      adapters.wordpess({ src: '/' });
      registerLocale satisfies (words: never) => void;
      throw new AdapterError('closed');
    `;
    assert.equal(complaints(program), '');
  });

  it('types the global variable of the classic script', () => {
    const program = `
      /// <reference types="${about.name}/cdn/article-comments.iife.js" />
      ArticleComments.adapters.http({ src: '/api' }).then((adapter) => {
        document.querySelector('article-comments')!.adapter = adapter;
      });
      ArticleComments.registerLocale satisfies (words: never) => void;
      // @ts-expect-error There is no such backend.
      ArticleComments.adapters.wordpess({ src: '/' });
    `;
    // A file without imports is then a script, as on a page without modules.
    assert.equal(complaints(program, { moduleDetection: 'legacy' }), '');
  });
});
