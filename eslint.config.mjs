import { readFileSync } from 'node:fs';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import globals from 'globals';
import lit from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

/** The script-tag build drops these spaces, so that words stick together there and nowhere else. */
const outerSpaces = [
  {
    selector:
      'TaggedTemplateExpression[tag.name="html"] > TemplateLiteral > TemplateElement:first-child[value.raw=/^ /]',
    message: 'Put the space before the expression that the template stands in.',
  },
  {
    // The space before the backquote of a line of its own only indents it.
    selector:
      'TaggedTemplateExpression[tag.name="html"] > TemplateLiteral > TemplateElement[tail=true][value.raw=/(^|\\S) +$/]',
    message: 'Put the space behind the expression that the template stands in.',
  },
];

/** What turns a string into markup. Content of other people passes through `src/content/` and nowhere else. */
const htmlSinks = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    message: 'HTML sinks belong to src/content/.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseFromString)$/]',
    message: 'HTML sinks belong to src/content/.',
  },
  {
    selector: 'CallExpression[callee.property.name="createContextualFragment"]',
    message: 'HTML sinks belong to src/content/.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write/]',
    message: 'HTML sinks belong to src/content/.',
  },
];

/** Assertions of tests that never run, or only when the test has ended. */
const lostAssertions = [
  {
    selector: 'UnaryExpression[operator="void"] :function CallExpression[callee.name="expect"]',
    message: 'Await the promise: a test may end before this assertion, and then it cannot fail.',
  },
  {
    selector: 'UnaryExpression[operator="void"] :function MemberExpression[object.name="assert"]',
    message: 'Await the promise: a test may end before this assertion, and then it cannot fail.',
  },
  {
    selector: 'ExpressionStatement > MemberExpression[property.name!=/^(empty|exist)$/]',
    message: 'Call it: a property asserts nothing, except `empty` and `exist` of Chai.',
  },
  {
    selector:
      'ArrowFunctionExpression > MemberExpression.body[property.name!=/^(empty|exist)$/]:has(CallExpression[callee.name="expect"])',
    message: 'Call it: a property asserts nothing, except `empty` and `exist` of Chai.',
  },
];

/** What every feature may import of the root of `elements/`. */
const section =
  'elements/{section,section-frame,shared,list-view,lazy-module,translated-module,report-action,announcer,properties,define-once,events,article-comments.styles}.ts';

/**
 * The layers of `src/`: who may import whom. They keep the parts usable alone: a store without elements, an adapter without a page,
 * elements without a backend. Keys and values are globs of files in `src/`; a file may import what any key that matches it lists.
 * From `types` it may import types only. What nothing lists is forbidden.
 */
const layers = {
  // Inside the model, leftwards only: state <- transitions <- writes <- posting <- discussion <- live.
  'model/**': { files: ['model/*.ts'] },
  'model/rules.ts': { files: ['model/drafts/text-length.ts'] },
  'model/transitions/**': { files: ['model/state/**'] },
  'model/writes/**': { files: ['model/{state,transitions}/**'] },
  'model/posting/**': { files: ['model/{state,transitions,writes,drafts}/**'] },
  'model/discussion/**': { files: ['model/{contract,state,transitions,writes,posting}/**'] },
  'model/live/**': { files: ['model/{contract,state,transitions,discussion}/**'] },
  // An address in a text is found by the same rule when it is posted and when it is read.
  'adapters/**': { files: ['model/**', 'adapters/shared/**', 'content/find-urls.ts'] },
  'conformance/**': { files: ['conformance/**', 'model/**'] },
  'content/**': { files: ['content/**'], types: ['model/**'], packages: ['dompurify', 'lit'] },
  'i18n/**': { files: ['i18n/**'] },
  'locales/**': { files: ['i18n/plural.ts'], types: ['i18n/messages.ts'] },
  'styles/**': { files: ['styles/**'], packages: ['lit'] },
  // What a section shows and offers, whether a browser draws it or a server writes it.
  'presentation/**': { files: ['presentation/**', 'model/**', 'i18n/**'] },
  // Without DOM and lit: it runs in Node, Deno and workers.
  'server/**': {
    files: ['server/**', 'presentation/**', 'model/**', 'content/**', 'i18n/**', 'locales/en.ts'],
    packages: ['hast', 'hast-util-from-html', 'hast-util-sanitize', 'hast-util-to-html'],
  },
  // The types of elements, handed to the frameworks.
  'template-types/**': {
    files: ['template-types/**'],
    types: ['elements/**'],
    packages: ['lit', 'preact', 'react', 'solid-js', 'svelte', 'vue'],
  },
  'elements/**': {
    files: [
      ...['presentation/**', 'model/**', 'content/**', 'i18n/**', 'styles/**', 'locales/en.ts'],
      'locales/parts/en-{count,quote}.ts',
      'elements/{page,events}/**',
    ],
    packages: ['lit'],
  },
  'elements/locale/**': { files: ['elements/settings/**', 'elements/lazy-module.ts'] },
  'elements/opening/**': {
    files: ['elements/settings/**', 'elements/voting/waiting-vote.ts'],
    types: ['elements/served/**'],
  },
  'elements/{count,quote}/**': { files: ['elements/{settings,locale,opening}/**', 'elements/list/body*.ts'] },
  // What features work with.
  'elements/*.ts': { files: [section, 'elements/{settings,locale}/**'] },
  'elements/frame/**': { files: [section] },
  'elements/{list,forms}/**': { files: [section, 'elements/{frame,settings}/**'] },
  // A feature knows no other feature: it gives a command to the section.
  'elements/!(page|events|settings|locale|opening|count|quote|frame|list|forms)/**': {
    files: [section, 'elements/{frame,list,forms,formatting,settings}/**'],
  },
  // Parts of features with a folder of their own.
  'elements/composing/**': { files: ['elements/warning/**'] },
  'elements/reporting/**': { files: ['elements/legal/**'] },
  'elements/{finding,following,served}/**': { files: ['elements/scroll-position/hold-in-place.ts'] },
  // They put the section together.
  'elements/{article-comments,first-files,features,dispatcher,loading,long-lists,menu,permalinks,changing}.ts': {
    files: ['elements/**'],
  },
  // The entries. The conformance kit is for developers of adapters: only its own entry loads it.
  '!(conformance).ts': { files: ['!(conformance)/**/*'] },
  'conformance.ts': { files: ['conformance/**', 'model/**'] },
  'cdn.ts': { files: ['cdn-*.ts', 'define.ts', 'index.ts'] },
  '{loader,cdn-counts}.ts': { files: ['cdn-{adapter-error,backends,locales}.ts'] },
  'react.ts': { files: ['define.ts'], packages: ['@lit/react', 'react'] },
};

const inSource = (globs) => globs.map((glob) => `src/${glob}`);

const layerPolicies = Object.entries(layers).map(([importer, { files, types, packages }]) => ({
  from: { file: { path: `src/${importer}` } },
  allow: [
    { to: { file: { path: inSource(files) } } },
    ...(types ? [{ to: { file: { path: inSource(types) } }, dependency: { kind: 'type' } }] : []),
    ...(packages ? [{ to: { module: { source: packages } } }] : []),
  ],
}));

/** The packages that a product of the workspaces may import: those that come with it. */
const packagesOf = (product) =>
  Object.keys(JSON.parse(readFileSync(new URL(`${product}/package.json`, import.meta.url), 'utf8')).dependencies);

/** The folders of the server, each of which may import itself and those before it. */
const serverLayers = [
  ...['rules', 'database', 'identity', 'discussion', 'operations'],
  ...['delivery', 'notices', 'erasure', 'transfer', 'moderation', 'http'],
];

/** For each product, its parts: who may import which files of it. */
const productParts = {
  import: [{ part: '**', files: ['**'] }],
  server: [
    ...serverLayers.map((layer, index) => ({
      part: `${layer}/**`,
      files: serverLayers.slice(0, index + 1).map((left) => `${left}/**`),
    })),
    { part: '*.ts', files: ['**'] },
  ],
};

/** The products of the workspaces: of the element, they use what its entry `rules` has and its languages, and no path of another. */
const productPolicies = [
  { product: 'import', files: ['src/rules.ts'] },
  { product: 'server', files: ['src/rules.ts', 'src/languages.ts', 'import/src/index.ts'] },
].flatMap(({ product, files }) =>
  productParts[product].map(({ part, files: own }) => ({
    from: { file: { path: `${product}/src/${part}` } },
    allow: [
      { to: { file: { path: [...own.map((file) => `${product}/src/${file}`), ...files] } } },
      { to: { module: { source: ['node:*', ...packagesOf(product).flatMap((name) => [name, `${name}/**`])] } } },
    ],
  })),
);

/**
 * An adapter is one file and perhaps a folder of the same name, and a locale one file and its parts, which it does not share with others. A
 * folder of `model/` or `elements/` may import its own files.
 */
const ownFolder = {
  from: { file: { categories: 'unit' } },
  allow: {
    to: { file: { captured: { kind: '{{from.file.captured.kind}}', name: '{{from.file.captured.name}}' } } },
  },
};

/**
 * A test's name completes "it …" with a verb in the third person singular. Words that end with "s" and are no verbs are known to be none
 * only if they have been used. A test of a law begins with the article.
 */
const NO_VERBS = 'across|always|as|besides|comments|its|less|others|plus|readers|replies|sometimes|this|unless|us';
const TEST_NAME = `/^(Article [^:]+: )?((also|never|only|still) )?(?!(${NO_VERBS})\\b)(can|cannot|may|must|[a-z]+(-[a-z]+)*s)\\b/`;
const test = 'CallExpression[callee.name=/^(it|test)$/]';
const testNames = [
  `${test} > Literal:first-child[value!=${TEST_NAME}]`,
  `${test} > TemplateLiteral:first-child > TemplateElement:first-child[value.raw!=${TEST_NAME}]`,
].map((selector) => ({
  selector,
  message: 'Begin the name with a verb in the third person singular that completes "it …": "rejects a long reply".',
}));

export default defineConfig(
  // The type checkers of the frameworks look after their apps, whose packages `npm ci` does not install.
  globalIgnores(['**/dist/', 'coverage/', 'test/frameworks/*/**/*.{ts,tsx}']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [
      ts.configs.recommendedTypeChecked,
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      // A method of an adapter is async because the contract says so, not because it waits.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      // Lit binds listeners of templates to the element.
      '@typescript-eslint/unbound-method': 'off',
      'lit/lifecycle-super': 'error',
      // TypeScript assigns fields here (useDefineForClassFields is off) instead of defining them, so none shadows an accessor.
      'lit/no-classfield-shadowing': 'off',
      'lit/no-template-bind': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/prefer-static-styles': 'error',
      // Both ask for guards and pairs that LitElement and AbortSignal make needless.
      'wc/guard-super-call': 'off',
      'wc/require-listener-teardown': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      // A mistake of the page's author is shown in the page and explained on the console; nothing else is logged.
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'URL', property: 'canParse', message: 'Chromium 110 and Safari 16.4 lack it; use parseUrl.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'lit/directives/unsafe-html.js',
              message: "It passes any string through lit's Trusted Types policy.",
            },
            {
              name: 'lit/directives/style-map.js',
              message: 'A strict style-src blocks it; use style.setProperty or a class.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['{,server/,import/}src/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: true },
      'boundaries/files': [
        { category: 'unit', pattern: 'src/(adapters|locales)/(*).ts', capture: ['kind', 'name'] },
        {
          category: 'unit',
          pattern:
            'src/(locales)/parts/(*)-@(count|quote|counted-nouns|visit|taking-part|changing|legal|moderation).ts',
          capture: ['kind', 'name'],
        },
        { category: 'unit', pattern: 'src/(adapters|model|elements)/(*)/**/*', capture: ['kind', 'name'] },
        { category: 'source', pattern: ['src/**', 'server/src/**', 'import/src/**'] },
      ],
      'boundaries/legacy-templates': false,
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
      'boundaries/additional-dependency-nodes': [{ selector: 'TSImportType Literal', kind: 'type', name: 'import' }],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message: 'No layer of {{from.file.path}} may import {{dependency.source}}. eslint.config.mjs has the layers.',
          policies: [...layerPolicies, ...productPolicies, ownFolder],
        },
      ],
    },
  },
  {
    // The frameworks are no dependencies. Where one is not installed, its types are missing, and nobody asks for them.
    files: ['src/template-types/*.ts'],
    rules: {
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': 'allow-with-description' }],
      '@typescript-eslint/no-namespace': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/content/**'],
    rules: { 'no-restricted-syntax': ['error', ...outerSpaces, ...htmlSinks] },
  },
  { files: ['src/content/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...outerSpaces] } },
  // Chai's assertions are expressions, and the type of its `equal` claims a promise that is not there.
  {
    files: ['{,server/,import/,wordpress/}test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: 'Equal', package: 'chai' },
            // Node's runner waits for its tests by itself.
            { from: 'package', name: ['describe', 'it', 'before', 'after', 'suite', 'test'], package: 'node:test' },
          ],
        },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      'lit/prefer-static-styles': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['{,server/,import/,wordpress/}test/**/*.{ts,mjs}'],
    rules: { 'no-restricted-syntax': ['error', ...lostAssertions, ...testNames] },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    // They hand functions to a browser.
    files: ['test/benchmark/**', 'test/package/**', 'test/support/**', 'scripts/take-pictures.mjs'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: [
      'demo/**/*.js',
      'server/src/**/*.js',
      'demo/examples/sites/*.mjs',
      'test/frameworks/sizes/*.js',
      'test/pages/**/*.js',
      'test/soak/**/*.js',
    ],
    languageOptions: { globals: globals.browser },
  },
);
