import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { findBreaches, importsOf } from './layers.mjs';

const src = join(import.meta.dirname, '..', '..', 'src');

describe('layers', () => {
  it('are kept by every file', () => {
    const files = readdirSync(src, { recursive: true }).filter((path) => path.endsWith('.ts'));
    assert.ok(files.length > 0);
    const breaches = files.flatMap((path) =>
      findBreaches(path.replaceAll('\\', '/'), readFileSync(join(src, path), 'utf8')),
    );
    assert.deepEqual(breaches, []);
  });

  const forbidden = [
    ['model/store.ts', "import { html } from 'lit';"],
    ['model/store.ts', "import type { Messages } from '../i18n/messages.js';"],
    ['adapters/http.ts', "import { memory } from './memory.js';"],
    ['adapters/http.ts', "import { wait } from './memory/wait.js';"],
    ['adapters/http.ts', "export * from '../content/text.js';"],
    ['adapters/http.ts', "import DOMPurify from 'dompurify';"],
    ['content/html.ts', "import { AdapterError } from '../model/adapter.js';"],
    ['content/html.ts', "const later = () => import('../elements/article-comments.js');"],
    ['content/html.ts', "import express from 'express';"],
    ['i18n/formats.ts', "import en from '../locales/en.js';"],
    ['locales/de.ts', "import { formats } from '../i18n/formats.js';"],
    ['locales/de.ts', "import { lang } from '../i18n/messages.js';"],
    ['locales/de.ts', "import en from './en.js';"],
    ['locales/de.ts', "import { reading } from './en/reading.js';"],
    ['styles/tokens.ts', "import { store } from '../model/store.js';"],
    ['elements/article-comments.ts', "import { memory } from '../adapters/memory.js';"],
    ['elements/article-comments.ts', "import type { HttpOptions } from '../adapters/http.js';"],
    ['elements/article-comments.ts', "import de from '../locales/de.js';"],
    ['elements/article-comments.ts', "import '../define.js';"],
    ['elements/article-comments.ts', "import DOMPurify from 'dompurify';"],
    ['elements/article-comments.ts', "type Cdn = import('../cdn.js').Cdn;"],
    ['index.ts', "export * from './define.js';"],
    ['elements/article-comments.ts', "import { serve } from '../../demo/serve.js';"],
    ['conformance/scene.ts', "import { memory } from '../adapters/memory.js';"],
    ['conformance/scene.ts', "import { runChecks } from '../conformance.js';"],
    ['adapters/http.ts', "import { checks } from '../conformance/checks.js';"],
    ['index.ts', "export * from './conformance/checks.js';"],
    ['cdn.ts', "export * from './conformance.js';"],
    ['conformance.ts', "export { memory } from './adapters/memory.js';"],
    ['server/section.ts', "import { html } from 'lit';"],
    ['server/section.ts', "import { commentRow } from '../elements/list/comment-row.js';"],
    ['server/parse-html.ts', "import DOMPurify from 'dompurify';"],
    ['presentation/comment-view.ts', "import { html } from 'lit';"],
    ['helpers/strings.ts', "import { store } from '../model/store.js';"],
  ];
  for (const [path, source] of forbidden) {
    it(`forbid ${path}: ${source}`, () => assert.equal(findBreaches(path, source).length, 1));
  }

  const allowed = [
    ['model/store.ts', "import { AdapterError } from './adapter.js';"],
    ['adapters/memory.ts', "import { wait } from './memory/wait.js';"],
    ['adapters/ghost/html.ts', "import { findUrls } from '../../content/find-urls.js';"],
    [
      'adapters/memory/wait.ts',
      "import type { Options } from '../memory.js'; import { AdapterError } from '../../model/adapter.js';",
    ],
    [
      'content/html.ts',
      "import DOMPurify from 'dompurify'; import { html } from 'lit'; import type { Body } from '../model/adapter.js';",
    ],
    ['content/html.ts', "import { type Body } from '../model/adapter.js';"],
    ['locales/de.ts', "import type { Messages } from '../i18n/messages.js';"],
    ['locales/en.ts', "import type { Messages } from '../i18n/messages.js';"],
    [
      'elements/list.ts',
      "import { css } from 'lit'; import en from '../locales/en.js'; import { tokens } from '../styles/tokens.js';",
    ],
    ['conformance.ts', "export { checks } from './conformance/checks.js';"],
    [
      'conformance/scene.ts',
      "import { AdapterError } from '../model/adapter.js'; import { shown } from './shown-value.js';",
    ],
    ['cdn.ts', "import './define.js'; export * from './index.js'; export const de = () => import('./locales/de.js');"],
    ['define.ts', "import { ArticleComments } from './elements/article-comments.js';"],
  ];
  for (const [path, source] of allowed) {
    it(`allow ${path}: ${source}`, () => assert.deepEqual(findBreaches(path, source), []));
  }

  it('tell a type from a value', () => {
    const source =
      "import type A from './a.js'; import { type B, C } from './b.js'; export type { D } from './d.js'; import './e.js';";
    assert.deepEqual(importsOf(source), [
      { from: './a.js', typeOnly: true },
      { from: './b.js', typeOnly: false },
      { from: './d.js', typeOnly: true },
      { from: './e.js', typeOnly: false },
    ]);
  });
});
