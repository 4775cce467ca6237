/**
 * The publishers' pages that the tests in `test/cdn` open. The test server answers `/test/pages/<name>.html` with the page
 * of that name.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { integrityTags } from '../../demo/examples/integrity-tags.mjs';
import { archived, hostile, htmlBody, textBodies } from './discussions.mjs';
import { articleComments, commentQuote, renderPage } from './page-template.mjs';

/** Allows nothing but the page's own files, and no string as code or markup. */
const STRICT = "default-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/** The policy that the documentation has publishers copy, with a nonce in place of its placeholder. */
const NONCE = 'cmFuZG9tLXRleHQ';
const [, COPIED] = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'publishers.md'), 'utf8').match(
  /^Content-Security-Policy: (.*'strict-dynamic'.*)$/m,
);

/** The same, with a list of the Trusted Types policies that may be created. */
const listing = (policies) => `${STRICT}; trusted-types ${policies}`;

const module = (src) => `<script type="module" src="${src}"></script>`;

const MODULE = module('/dist/cdn/article-comments.js');
const CLASSIC = '<script src="/dist/cdn/article-comments.iife.js"></script>';
/** Runs after the modules above it, unlike a plain classic script. */
const DEFERRED = '<script defer src="/dist/cdn/article-comments.iife.js"></script>';
/** Exposes what the module exports as the classic script does. */
const EXPOSED = module('expose.js');
/** The page's own lit, which draws the greeting. */
const OWN_LIT = module('/test/cdn/own-lit.ts');
const GREETING = '<page-greeting></page-greeting>';

/** A page that loads the section with integrity from `base`, where the built files may have been changed. */
const checkedPage = (name, base) => {
  const { tags, scriptSource } = integrityTags(join(import.meta.dirname, '..', '..', 'dist', 'cdn'), base);
  return {
    title: 'With integrity',
    policy: `${STRICT}; script-src 'self' ${scriptSource}`,
    scripts: [tags],
    body: hostileDiscussion(name),
  };
};

/** The policies of a section. Two copies of lit on one page create `lit-html` twice. */
const OUR_POLICIES = 'lit-html article-comments-html';
const ALL_POLICIES = `${OUR_POLICIES} 'allow-duplicates'`;

const hostileDiscussion = (name) => articleComments('memory', name, hostile);
const hostileQuotes = (name) =>
  hostile.comments.map(({ id }) => commentQuote('memory', name, id, hostile)).join('\n    ');
const textDiscussion = (name) => articleComments('memory', name, textBodies);
const count = (discussion) =>
  `<a href="#"><comment-count backend="static" src="counted.json" discussion="${discussion}">Comments</comment-count></a>`;

/** A page in French whose script makes the adapter and registers the words. */
const exportsPage = (kind, scripts) => ({
  title: `Exports, ${kind}`,
  policy: STRICT,
  scripts: ['<script src="exports-data.js"></script>', ...scripts],
  body: `<div lang="fr">
      <article-comments discussion="exports-${kind}"></article-comments>
      <comment-count discussion="exports-${kind}"></comment-count>
    </div>`,
});

/** A page that shows the hostile discussion, or its comments one by one, under a strict policy. */
const strictPage = ({ name, title, policy = STRICT, nonce, scripts, ownLit = false, content = hostileDiscussion }) => ({
  title,
  policy,
  nonce,
  scripts: ownLit ? [OWN_LIT, ...scripts] : scripts,
  body: ownLit ? `${GREETING}\n    ${content(name)}` : content(name),
});

/** Pages that exist twice: with the module and with the classic script. */
const pairs = {
  strict: { title: 'Strict policy' },
  copied: { title: 'The policy to copy', policy: COPIED.replaceAll('NONCE', NONCE), nonce: NONCE },
  'own-lit': { title: 'Own lit', ownLit: true },
  listed: { title: 'Listed policies', ownLit: true, policy: listing(ALL_POLICIES) },
  quoted: { title: 'Quoted comments', policy: listing(OUR_POLICIES), content: hostileQuotes },
  // Lists the policies of other scripts, and none of the section's.
  unlisted: { title: 'Unlisted policies', ownLit: true, policy: listing('lit-html dompurify') },
  // Lists the policy of the templates, and not that of HTML bodies.
  'no-html': { title: 'No policy for HTML', policy: listing('lit-html') },
};

const pairedPages = Object.entries(pairs).flatMap(([name, { title, ...page }]) => [
  [`${name}-module`, strictPage({ ...page, name: `${name}-module`, title: `${title}, module`, scripts: [MODULE] })],
  [
    `${name}-classic`,
    strictPage({
      ...page,
      name: `${name}-classic`,
      title: `${title}, classic script`,
      scripts: [page.ownLit ? DEFERRED : CLASSIC],
    }),
  ],
]);

/**
 * A function describes a page whose tags depend on the build, which other tests do not need.
 *
 * @typedef {import('./page-template.mjs').PageDescription} PageDescription
 * @type {Readonly<Record<string, PageDescription | (() => PageDescription)>>}
 */
const descriptions = {
  ...Object.fromEntries(pairedPages),

  // Pages that load the section twice.
  both: strictPage({ name: 'both', title: 'Both files', scripts: [CLASSIC, MODULE] }),
  'both-listed': strictPage({
    name: 'both-listed',
    title: 'Both files, listed policies',
    policy: listing(ALL_POLICIES),
    scripts: [CLASSIC, MODULE],
  }),
  // A page that allows each policy to be created once only.
  'both-listed-once': strictPage({
    name: 'both-listed-once',
    title: 'Both files, policies listed once',
    policy: listing(OUR_POLICIES),
    scripts: [CLASSIC, MODULE],
  }),
  twice: strictPage({
    name: 'twice',
    title: 'The module twice',
    policy: listing(OUR_POLICIES),
    scripts: [module('/dist/cdn/article-comments.js?v=1'), EXPOSED],
  }),

  // Pages without a policy: an attack that gets through the sanitiser runs.
  'attacked-module': { title: 'No policy', scripts: [EXPOSED], body: '' },
  'attacked-classic': { title: 'No policy, classic script', scripts: [CLASSIC], body: '' },
  'attacked-plain': { title: 'No policy, and no element', scripts: [], body: '' },

  // Addresses of the module.
  versioned: {
    title: 'A versioned address',
    policy: STRICT,
    scripts: [module('/dist/cdn/article-comments.js?v=1')],
    body: textDiscussion('versioned'),
  },
  redirected: {
    title: 'A redirected address',
    policy: STRICT,
    scripts: [module('/dist/moved/article-comments.js')],
    body: textDiscussion('redirected'),
  },

  // Pages that name the hash of each file. One file of the folder below `/dist/tampered/` has been changed: the one in its name.
  checked: () => checkedPage('checked', '/dist/cdn/'),
  'checked-entry': () => checkedPage('checked-entry', '/dist/tampered/article-comments.js/'),
  'checked-adapter': () => checkedPage('checked-adapter', '/dist/tampered/memory/'),
  'checked-form': () => checkedPage('checked-form', '/dist/tampered/composer/'),
  // Another file than above: Chromium keeps a file that it has refused, and refuses it on this page, too.
  unchecked: {
    title: 'A changed file without integrity',
    policy: STRICT,
    scripts: [module('/dist/tampered/html/article-comments.js')],
    body: hostileDiscussion('unchecked'),
  },

  // Kinds of content.
  'text-bodies': { title: 'Text bodies', policy: STRICT, scripts: [MODULE], body: textDiscussion('text-bodies') },
  'html-body': {
    title: 'An HTML body',
    policy: STRICT,
    scripts: [MODULE],
    body: articleComments('memory', 'html-body', htmlBody),
  },
  archived: {
    title: 'An archive',
    policy: STRICT,
    scripts: [MODULE],
    body: articleComments('static', 'archived', archived),
  },
  counted: {
    title: 'List of articles',
    policy: STRICT,
    scripts: [MODULE],
    body: ['pier', 'harbour', 'nowhere'].map(count).join('\n    '),
  },

  // Pages that use the exports: a section without attributes for its backend, and a count.
  'exports-module': exportsPage('module', [MODULE, module('exports-module.js')]),
  'exports-classic': exportsPage('classic', [DEFERRED, '<script defer src="exports-classic.js"></script>']),

  // Nothing yet: the test adds the sections.
  empty: { title: 'Empty', policy: STRICT, scripts: [MODULE], body: '' },

  // Mistakes of the page's developer.
  misnamed: {
    title: 'A misspelt backend',
    policy: STRICT,
    scripts: [MODULE],
    body: articleComments('wordpess', 'misnamed'),
  },
  unaddressed: {
    title: 'A backend without an address',
    scripts: [MODULE],
    body: articleComments('http', 'unaddressed'),
  },
};

/**
 * The HTML of a page. Undefined if there is none of this name.
 *
 * @param {string} name
 */
export function pageNamed(name) {
  const description = Object.hasOwn(descriptions, name) ? descriptions[name] : undefined;
  return description && renderPage(typeof description === 'function' ? description() : description);
}
