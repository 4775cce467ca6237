/**
 * Two builds: unbundled ES modules for npm, and bundled, minified files for a script tag.
 *
 * Dependencies run as their authors published them. In the npm build they stay imports; in the script-tag build they are
 * bundled and minified, and nothing else is done to them.
 */
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import license from 'rollup-plugin-license';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { publicDeclarations } from './scripts/public-declarations.mjs';
import { copySharedModules } from './scripts/copy-shared-modules.mjs';

const { version, dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const tsconfig = 'tsconfig.build.json';

/** The modules directly in a folder of `src/`, without their extension: each is an entry of the package. */
const entriesIn = (folder) =>
  readdirSync(join('src', folder))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.slice(0, -'.ts'.length)}`);

const modules = ['index', 'define', 'react', 'server', 'adapter-kit', 'conformance'];
const entries = [...modules, ...entriesIn('adapters'), ...entriesIn('locales')];

/** Files of the last build have other hashes and would be published with the new ones. */
const cleanDist = {
  name: 'clean-dist',
  buildStart: () => rmSync('dist', { recursive: true, force: true }),
};

const packageFiles = {
  name: 'package-files',
  generateBundle() {
    // The contract of the `http` adapter, for developers of a backend.
    this.emitFile({ type: 'asset', fileName: 'openapi.yaml', source: readFileSync('src/adapters/http/openapi.yaml') });
    // `cdn.d.ts` describes the module for a script tag; this describes the global variable of the classic script.
    const source = "export * from './cdn.js';\nexport as namespace ArticleComments;\n";
    this.emitFile({ type: 'asset', fileName: 'cdn.global.d.ts', source });
  },
};

/**
 * The modules are for people, too: one for each source file, with its names and lines. What the comments say about public names is in
 * the declarations. With them, and with source maps, the package would weigh twice as much.
 */
const withoutComments = terser({
  module: true,
  compress: false,
  mangle: false,
  format: { beautify: true, indent_level: 2, comments: /^!/ },
});

const packageBuild = {
  input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  external: Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(/|$)`)),
  plugins: [
    cleanDist,
    typescript({ tsconfig, declaration: true, declarationDir: 'dist' }),
    publicDeclarations([...entries, 'cdn']),
    packageFiles,
  ],
  output: {
    dir: 'dist',
    format: 'es',
    preserveModules: true,
    preserveModulesRoot: 'src',
    plugins: [withoutComments],
  },
};

const banner = `/*! article-comments ${version} | MIT | bundled packages: LICENSES.txt */`;

/** The licences of what is bundled are in LICENSES.txt, which the banner names. DOMPurify's own banner stays, for scanners. */
const minify = (options) =>
  terser({ ecma: 2022, compress: { passes: 3, keep_fargs: false }, format: { comments: /^!/ }, ...options });

const adapters = entriesIn('adapters').map((name) => `src/${name}.ts`);

/** A module and all that it imports statically. */
function withImports(file, getModuleInfo) {
  const found = new Set([resolve(file)]);
  // A set goes on to what is added while it is read.
  for (const id of found) for (const imported of getModuleInfo(id).importedIds) found.add(imported);
  return found;
}

/**
 * Rollup on its own makes small chunks of what several later parts share. Each is a request, and compresses badly. What the features of a
 * visit share goes with them, because every visit loads them; the same for those that take part.
 */
function chunkOf(id, { getModuleInfo }) {
  const isPartOf = (file) => withImports(file, getModuleInfo).has(id);
  // What an adapter uses as well stays apart: an adapter must not load the features.
  if (['src/cdn.ts', ...adapters].some(isPartOf)) return undefined;
  return ['features', 'taking-part'].find((name) => isPartOf(`src/elements/${name}.ts`));
}

const scriptTagPlugins = [
  copySharedModules,
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  typescript({ tsconfig }),
  // White space and comments go, and CSS values are written shorter (0.5em as .5em). HTML keeps a space between inline elements.
  minifyTemplateLiterals({
    include: 'src/**/*.ts',
    failOnError: true,
    options: {
      minifyOptions: {
        removeEmptyAttributes: false,
        minifyCSS: { level: { 1: { optimizeBackground: false, selectorsSortingMethod: false } } },
      },
    },
  }),
];

/** Each language is a file with a name that `cdn-locales.ts` can make from its tag: a list of all would weigh more than it saves. */
const languages = entriesIn('locales').filter((name) => name !== 'locales/en');

const scriptTagBuild = {
  input: {
    'article-comments': 'src/cdn.ts',
    ...Object.fromEntries(languages.map((name) => [name.replace('locales/', 'locale-'), `src/${name}.ts`])),
  },
  plugins: scriptTagPlugins,
  output: {
    dir: 'dist/cdn',
    format: 'es',
    // By default rollup puts the code that lazy chunks share with the entry into a chunk of its own, and the entry only
    // re-exports it. That costs a reader one more request, and keeps the code single: publishers add `?v=2` to the
    // entry, or redirect it, and a lazy chunk that imported the entry by its plain name would load everything again.
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    manualChunks: chunkOf,
    onlyExplicitManualChunks: true,
    // The maps are attached to a release, and neither packed nor named in the files that readers download.
    sourcemap: 'hidden',
    banner: ({ name }) => (name === 'article-comments' ? banner : ''),
    plugins: [
      minify({ module: true }),
      license({ thirdParty: { multipleVersions: true, output: join(import.meta.dirname, 'dist/cdn/LICENSES.txt') } }),
    ],
  },
};

/** One file for pages without modules. Languages beside English are in those of the build above. */
const classicBuild = {
  input: { 'article-comments': 'src/cdn.ts' },
  plugins: scriptTagPlugins,
  output: {
    dir: 'dist/cdn',
    format: 'iife',
    entryFileNames: '[name].iife.js',
    // The global variable with the exports, for pages without modules.
    name: 'ArticleComments',
    inlineDynamicImports: true,
    sourcemap: 'hidden',
    banner,
    plugins: [minify()],
  },
};

export default [packageBuild, scriptTagBuild, classicBuild];
