/**
 * Unbundled ES modules for npm, and bundled and minified files for a script tag.
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
    // All languages but British English have the same type. A declaration for each would add three kilobytes to the package.
    const language =
      "import type { Language } from '../i18n/messages.js';\ndeclare const language: Language;\nexport default language;\n";
    this.emitFile({ type: 'asset', fileName: 'locales/language.d.ts', source: language });
    // `cdn.d.ts` describes the exports of the classic script; this describes its global variable.
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

/** What packages and Node provide. */
const external = [
  /^node:/,
  ...Object.keys({ ...dependencies, ...peerDependencies }).map((name) => new RegExp(`^${name}(/|$)`)),
];

const packageBuild = {
  input: Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])),
  external,
  plugins: [
    cleanDist,
    typescript({ tsconfig, declaration: true, declarationDir: 'dist' }),
    publicDeclarations([...modules, ...entriesIn('adapters'), 'locales/en-GB', 'cdn', 'cdn-elements', 'loader']),
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

const banner = `/*! article-comments ${version} | MIT | see LICENSES.txt */`;

/**
 * V8 compiles these files off the main thread while they arrive, and not function by function when they run: two thirds of their code runs
 * before the comments are shown. It costs no measurable memory (`npm run bench -- --memory`). Other browsers ignore it.
 */
const COMPILED_EARLY = '//# allFunctionsCalledOnLoad\n';

/** The licences of what is bundled are in LICENSES.txt, which the banner names. DOMPurify's own banner stays, for scanners. */
const minify = (options) =>
  terser({ ecma: 2022, compress: { passes: 3, keep_fargs: false }, format: { comments: /^(!|# all)/ }, ...options });

const adapters = entriesIn('adapters').map((name) => `src/${name}.ts`);

/** What `withImports` has found, by build and file. */
const found = new WeakMap();

/** A module and all that it imports statically. */
function withImports(file, getModuleInfo) {
  if (!found.has(getModuleInfo)) found.set(getModuleInfo, new Map());
  const known = found.get(getModuleInfo);
  if (!known.has(file)) {
    const modules = new Set([resolve(file)]);
    // A set goes on to what is added while it is read.
    for (const id of modules) for (const imported of getModuleInfo(id).importedIds) modules.add(imported);
    known.set(file, modules);
  }
  return known.get(file);
}

/** The modules in `src/elements` that a part of the script-tag build begins with. */
const parts = {
  section: ['article-comments'],
  counts: ['count/comment-count'],
  quotes: ['quote/comment-quote', 'quote/quote-controller'],
  served: ['served/served-section'],
};

/** Files that are loaded together with others that import them. Each takes along what it imports, in this order. */
const chunks = {
  features: ['elements/features.ts'],
  'hold-in-place': ['elements/scroll-position/hold-in-place.ts'],
  loading: ['elements/loading.ts'],
  composer: ['elements/composing/composer.ts'],
  writer: ['elements/forms/writing.ts', 'elements/voting/index.ts', 'elements/reporting/index.ts'],
  changes: ['model/writes/comment-changes.ts', 'elements/forms/undo-receipt.ts'],
};

/** What these share goes with the features, so that none of them loads another. */
const separate = ['loading.ts', 'menu.ts', 'voting/index.ts', 'composing/composer.ts'];

/** What at least two of these import goes with the composer, which a section loads with most of them. */
const forms = [
  'voting/vote-form.ts',
  'reporting/index.ts',
  'legal/legal-notices.ts',
  'changing.ts',
  'editing/index.ts',
  'moderating/comment-moderation.ts',
];

/**
 * Rollup on its own makes small chunks of what several later parts share. Each is a request, and compresses badly. The modules of the
 * first download are in two files, which the script tag's file requests in parallel: `base`, which counts and adapters use as well, with
 * the first calls to an adapter; and `section`, with what quotes use. Each further file would add half a kilobyte. The features of a visit
 * take along what they share with other parts, because every visit loads them.
 */
function chunkOf(id, { getModuleInfo }) {
  const isIn = (file) => withImports(file, getModuleInfo).has(id);
  const isPartOf = (part) => parts[part].some((name) => isIn(`src/elements/${name}.ts`));
  // Few adapters look for addresses in texts, and they may load `section` for it.
  const isOfAdapters = adapters.some(isIn) && !isIn('src/content/find-urls.ts');
  const isShared =
    isPartOf('counts') ||
    isOfAdapters ||
    isIn('src/i18n/locale-registry.ts') ||
    isIn('src/elements/opening/first-calls.ts');
  if (isPartOf('section') && isShared) return 'base';
  if (isPartOf('counts')) return 'comment-count';
  if (isPartOf('section')) return 'section';
  const chunk =
    Object.keys(chunks).find((name) => chunks[name].some((file) => isIn(`src/${file}`))) ??
    (forms.filter((name) => isIn(`src/elements/${name}`)).length > 1 ? 'composer' : undefined);
  const isServed = isPartOf('served');
  // What an adapter or a quote shares with the features must not load them.
  if (adapters.some(isIn) || isPartOf('quotes')) return undefined;
  const users = separate.filter((name) => isIn(`src/elements/${name}`)).length;
  if (users > 1) return 'features';
  return chunk ?? (isServed ? 'served' : undefined);
}

const scriptTagPlugins = [
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

/** `preload.json`: the files that a page needs at once, for `preloadLinks` in `server.js` and for the plugin for WordPress. */
const preloadList = {
  name: 'preload-list',
  generateBundle(_options, bundle) {
    const chunkOfFile = (file) =>
      Object.values(bundle).find(({ type, moduleIds = [] }) => type === 'chunk' && moduleIds.includes(resolve(file)));
    const withImported = (file) => {
      const names = new Set([chunkOfFile(file).fileName]);
      // A set goes on to what is added while it is read.
      for (const name of names) for (const imported of bundle[name].imports) names.add(imported);
      return [...names];
    };
    const section = withImported('src/elements/article-comments.ts');
    const besides = (file) => withImported(file).filter((name) => !section.includes(name));
    const backends = Object.fromEntries(
      entriesIn('adapters').map((name) => [name.slice('adapters/'.length), besides(`src/${name}.ts`)]),
    );
    const served = besides('src/elements/served/served-section.ts');
    this.emitFile({
      type: 'asset',
      fileName: 'preload.json',
      source: `${JSON.stringify({ section, served, backends }, null, 2)}\n`,
    });
  },
};

/** Each language is a file with a name that `cdn-locales.ts` can make from its tag: a list of all would weigh more than it saves. */
const languages = entriesIn('locales').filter((name) => name !== 'locales/en');

const scriptTagBuild = {
  input: {
    'article-comments': 'src/loader.ts',
    counts: 'src/cdn-counts.ts',
    elements: 'src/cdn-elements.ts',
    ...Object.fromEntries(languages.map((name) => [name.replace('locales/', 'locale-'), `src/${name}.ts`])),
  },
  plugins: [copySharedModules, ...scriptTagPlugins, preloadList],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    // By default rollup puts the code that lazy chunks share with the entry into a chunk of its own, and the entry only
    // re-exports it. That costs a reader one more request, and keeps the code single: publishers add `?v=2` to the
    // entry, or redirect it, and a lazy chunk that imported the entry by its plain name would load everything again.
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash:7].js',
    manualChunks: chunkOf,
    // Whoever loads a part that another one needs requests both at once.
    hoistTransitiveImports: false,
    onlyExplicitManualChunks: true,
    // The maps are attached to a release, and neither packed nor named in the files that readers download.
    sourcemap: 'hidden',
    banner: ({ name, isEntry }) => {
      if (isEntry) return ['article-comments', 'counts'].includes(name) ? banner : '';
      return ['base', 'section', 'http'].includes(name) ? COMPILED_EARLY : '';
    },
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
