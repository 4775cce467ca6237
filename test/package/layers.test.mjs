/** ESLint refuses imports between the layers of `src/`, whose table is in `eslint.config.mjs`. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const eslint = new ESLint({
  cwd: join(import.meta.dirname, '..', '..'),
  ruleFilter: ({ ruleId }) => ruleId === 'boundaries/dependencies',
  // The layers need no types, and the types of the project take seconds.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
});

/** What the rule reports of a file in `src/` with this text. */
async function breaches(path, text) {
  const [{ messages }] = await eslint.lintText(text, { filePath: `src/${path}` });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('the lint rule for layers', () => {
  /** One import for each layer, in all ways to write one. */
  const forbidden = [
    ['model/store.ts', "import { html } from 'lit';"],
    ['adapters/http.ts', "import { memoryAdapter } from './memory.js';"],
    ['adapters/http.ts', "import { wait } from './memory/moderation.js';"],
    ['adapters/http.ts', "export * from '../content/text.js';"],
    ['conformance/scene.ts', "import { memoryAdapter } from '../adapters/memory.js';"],
    ['content/html.ts', "import { AdapterError } from '../model/adapter.js';"],
    ['content/html.ts', "const later = () => import('../elements/article-comments.js');"],
    ['i18n/formats.ts', "import type { Comment } from '../model/adapter.js';"],
    ['locales/de.ts', "import en from './en.js';"],
    ['locales/de.ts', "import { formats } from '../i18n/formats.js';"],
    ['styles/tokens.ts', "import '../model/adapter.js';"],
    ['presentation/comment-view.ts', "import 'fastify';"],
    ['server/parse-html.ts', "import DOMPurify from 'dompurify';"],
    ['template-types/react.ts', "import { ArticleComments } from '../elements/article-comments.js';"],
    ['elements/article-comments.ts', "import type { HttpOptions } from '../adapters/http.js';"],
    ['elements/article-comments.ts', "import '../define.js';"],
    ['elements/article-comments.ts', "import '../../demo/serve.mjs';"],
    ['elements/article-comments.ts', "type Cdn = import('../cdn.js').Cdn;"],
    ['model/transitions/votes.ts', "import { DiscussionStore } from '../discussion/discussion-store.js';"],
    ['model/writes/vote-writer.ts', "import type { DiscussionStore } from '../discussion/discussion-store.js';"],
    ['model/state/access.ts', "import { voteCast } from '../transitions/votes.js';"],
    ['model/discussion/thread.ts', "import { LiveDiscussion } from '../live/live-discussion.js';"],
    ['elements/voting/index.ts', "import { Muting } from '../muting/index.js';"],
    ['elements/voting/index.ts', "import { createDispatcher } from '../features.js';"],
    ['elements/frame/failure.ts', "import { Voting } from '../voting/index.js';"],
    ['elements/list/comment-list.ts', "import type { Following } from '../following/index.js';"],
    ['elements/page/focus.ts', "import type { Section } from '../section.js';"],
    ['elements/section.ts', "import { Voting } from './voting/index.js';"],
    ['loader.ts', "import './define.js';"],
    ['index.ts', "export * from './define.js';"],
    ['index.ts', "export * from './conformance/checks.js';"],
    ['conformance.ts', "export { memoryAdapter } from './adapters/memory.js';"],
    ['index.ts', "export * from './import/collect.js';"],
    ['server/render-page.ts', "import { compare } from '../import/addresses.js';"],
    ['import/collect.ts', "import { staticAdapter } from '../adapters/static.js';"],
    ['import/collect.ts', "import { readFileSync } from 'fastify';"],
    ['adapters/static.ts', "import { readFileSync } from 'node:fs';"],
    ['helpers/strings.ts', "import '../model/adapter.js';"],
  ];
  for (const [path, text] of forbidden) {
    it(`refuses in ${path}: ${text}`, async () => {
      const [first, ...others] = await breaches(path, text);
      assert.match(first ?? '', /^boundaries\/dependencies: /);
      assert.deepEqual(others, []);
    });
  }

  it('accepts what a layer may import', async () => {
    const allowed = [
      ['model/store.ts', "import { AdapterError } from './adapter.js';"],
      [
        'adapters/memory/moderation.ts',
        "import '../memory.js'; import '../shared/client.js'; import '../../model/adapter.js';",
      ],
      ['content/html.ts', "import type { Body } from '../model/adapter.js'; import DOMPurify from 'dompurify';"],
      [
        'locales/de.ts',
        "import type { Messages } from '../i18n/messages.js'; const legal = () => import('./parts/de-legal.js');",
      ],
      ['loader.ts', "import { adapters } from './cdn-backends.js'; import('./elements/article-comments.js');"],
      ['import/input.ts', "import 'node:fs'; import 'node:fs/promises'; const zip = () => import('yauzl');"],
      ['cdn.ts', "import './define.js'; export * from './index.js'; const de = () => import('./locales/de.js');"],
    ];
    for (const [path, text] of allowed) assert.deepEqual(await breaches(path, text), [], path);
  });
});
