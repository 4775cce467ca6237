/**
 * Two builds: unbundled modules for npm, and files for a script tag that hold everything.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { budgetsPlugin } from './budgets.config.mjs';
import { compileWhileLoading, entryHoldsTheCode } from './entry.config.mjs';
import { shortenPrivateNames } from './private-names.config.mjs';
import { specialiseLit } from './lit.config.mjs';
import { minifyLiterals } from './literals.config.mjs';
import { specialiseSanitiser } from './sanitiser.config.mjs';

const { version, dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const modulesIn = (folder) =>
  readdirSync(join('src', folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ name }) => `${folder}/${basename(name, '.ts')}`);

const cleanDist = {
  name: 'clean-dist',
  /** Files of an earlier build have other hashes and would be published with the new ones. */
  buildStart() {
    rmSync('dist', { recursive: true, force: true });
  },
  /** TypeScript describes each file it sees, also the one that only a script tag loads. */
  generateBundle(_options, bundle) {
    delete bundle['cdn.d.ts'];
  },
};

/** The licences of what is inlined ask to be handed on; they stand in a file of their own and not in each download. */
function collectLicences() {
  return {
    name: 'collect-licences',
    generateBundle() {
      const inlined = new Set();
      for (const id of this.getModuleIds()) {
        const folder = /^.*\/node_modules\/((@[^/]+\/)?[^/]+)/.exec(id)?.[0];
        if (folder) inlined.add(folder);
      }
      const texts = [...inlined].sort().map((folder) => {
        const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
        const files = readdirSync(folder).filter((name) => /^licen[cs]e/i.test(name));
        return [
          `${about.name} ${about.version} (${about.license})`,
          ...files.map((name) => readFileSync(join(folder, name), 'utf8').trim()),
        ];
      });
      texts.unshift(['DOMPurify and lit are modified: what is never used here is left out, and of lit the rest is said in fewer words.']);
      this.emitFile({ type: 'asset', fileName: 'LICENSES.txt', source: `${texts.map((parts) => parts.join('\n\n')).join('\n\n\n')}\n` });
    },
  };
}

/** The contract that `adapters/http` speaks, for whoever writes a backend. */
const shipContract = {
  name: 'ship-contract',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'openapi.yaml', source: readFileSync('src/adapters/http/openapi.yaml', 'utf8') });
  },
};

const external = Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`));
const adapters = modulesIn('adapters');
const locales = modulesIn('locales');

const packageBuild = {
  input: Object.fromEntries(['index', 'define', 'conformance', ...adapters, ...locales].map((name) => [name, `src/${name}.ts`])),
  external,
  plugins: [typescript({ tsconfig: 'tsconfig.build.json', declaration: true, declarationDir: 'dist' }), cleanDist, shipContract],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    sourcemap: true,
  },
};

const banner = `/*! article-comments ${version} MIT, see LICENSES.txt */`;

/**
 * Tells the lazy files of one build apart from those of another, which a cache may hold. It is the same for all of them: a name
 * of its own for each is what compresses least in the file that names them all.
 */
function digestOfSources() {
  const sources = readdirSync('src', { recursive: true }).map((path) => join('src', path));
  const settings = readdirSync('.').filter((name) => /\.(config\.mjs|json)$/.test(name));
  const digest = createHash('sha256');
  for (const path of [...sources, ...settings].sort()) if (extname(path)) digest.update(readFileSync(path));
  // Six characters tell the few builds that one address has ever had apart.
  return digest.digest('base64url').slice(0, 6);
}

const minify = (module) =>
  terser({
    ecma: 2020,
    module,
    // With the constant first, as terser likes it, comparisons have fewer beginnings in common. What terser calls unsafe holds
    // where nobody replaces `String` or `Boolean`, and nothing with a `valueOf` of its own is made a text of.
    compress: { passes: 2, inline: 1, keep_fargs: false, comparisons: false, lhs_constants: false, unsafe: true },
    // DOMPurify's own notice is in LICENSES.txt with the others.
    // Parentheses round functions were for engines of long ago.
    format: { comments: /^! article-comments/, wrap_func_args: false },
  });

const budgets = budgetsPlugin({
  writeSizes(sizes) {
    mkdirSync('dist', { recursive: true });
    writeFileSync('dist/sizes.json', `${JSON.stringify(sizes, null, 2)}\n`);
  },
});

/** The module and all that it imports statically, from this project's own source. */
function closure(start, getModuleInfo, found = new Set()) {
  if (found.has(start) || !start.includes('/src/')) return found;
  found.add(start);
  for (const id of getModuleInfo(start)?.importedIds ?? []) closure(id, getModuleInfo, found);
  return found;
}

/**
 * What comes with browsing is one download, and so is what comes with the form, whichever part of it is asked for first. What
 * both need comes with browsing, which is fetched for every reader in the end.
 */
function laterChunk(id, { getModuleIds, getModuleInfo }) {
  const ids = [...getModuleIds()];
  const isBehind = (test) => ids.filter((one) => test.test(one)).some((one) => closure(one, getModuleInfo).has(id));
  if (isBehind(/\/src\/(cdn|adapters\/[a-z]+)\.ts$/)) return undefined;
  return ['browsing', 'writing'].find((name) => isBehind(new RegExp(`/src/elements/${name}\\.ts$`)));
}

const scriptTagBuild = {
  input: { 'article-comments': 'src/cdn.ts' },
  // Without this the entry would be a file of one line that imports another one.
  preserveEntrySignatures: 'allow-extension',
  plugins: [
    // Lit's readable files, which lit.config.mjs works on; what only helps developers falls out with `DEV_MODE`.
    nodeResolve({ browser: true, exportConditions: ['development'] }),
    typescript({ tsconfig: 'tsconfig.build.json' }),
    minifyLiterals(),
    specialiseLit(),
    specialiseSanitiser(),
  ],
  output: [
    {
      dir: 'dist/cdn',
      format: 'es',
      entryFileNames: '[name].js',
      chunkFileNames: `[name]-${digestOfSources()}.js`,
      onlyExplicitManualChunks: true,
      manualChunks: laterChunk,
      freeze: false,
      // The maps are there for whoever looks; a line that names them would be weight for every reader.
      sourcemap: 'hidden',
      plugins: [entryHoldsTheCode(version), shortenPrivateNames(), minify(true), compileWhileLoading(), collectLicences(), budgets],
    },
    {
      dir: 'dist/cdn',
      format: 'iife',
      entryFileNames: '[name].iife.js',
      // The names that the module exports, for a page without modules.
      name: 'ArticleComments',
      inlineDynamicImports: true,
      sourcemap: 'hidden',
      banner,
      plugins: [shortenPrivateNames(), minify(false), budgets],
    },
  ],
};

export default [packageBuild, scriptTagBuild];
