/** ESLint refuses imports between the layers of the products, whose tables are in `eslint.config.mjs`. */
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

/** What the rule reports of a file with this text. */
async function breaches(path, text) {
  const [{ messages }] = await eslint.lintText(text, { filePath: path });
  return messages.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

describe('the lint rule for layers', () => {
  /** One import for each layer, in all ways to write one. */
  const forbidden = [
    ['src/model/store.ts', "import { html } from 'lit';"],
    ['src/adapters/http.ts', "import { memoryAdapter } from './memory.js';"],
    ['src/adapters/http.ts', "import { wait } from './memory/moderation.js';"],
    ['src/adapters/http.ts', "export * from '../content/text.js';"],
    ['src/conformance/scene.ts', "import { memoryAdapter } from '../adapters/memory.js';"],
    ['src/content/html.ts', "import { AdapterError } from '../model/adapter.js';"],
    ['src/content/html.ts', "const later = () => import('../elements/article-comments.js');"],
    ['src/i18n/formats.ts', "import type { Comment } from '../model/adapter.js';"],
    ['src/locales/de.ts', "import en from './en.js';"],
    ['src/locales/de.ts', "import { formats } from '../i18n/formats.js';"],
    ['src/styles/tokens.ts', "import '../model/adapter.js';"],
    ['src/presentation/comment-view.ts', "import 'fastify';"],
    ['src/server/parse-html.ts', "import DOMPurify from 'dompurify';"],
    ['src/template-types/react.ts', "import { ArticleComments } from '../elements/article-comments.js';"],
    ['src/elements/article-comments.ts', "import type { HttpOptions } from '../adapters/http.js';"],
    ['src/elements/article-comments.ts', "import '../define.js';"],
    ['src/elements/article-comments.ts', "import '../../demo/serve.mjs';"],
    ['src/elements/article-comments.ts', "type Cdn = import('../cdn.js').Cdn;"],
    ['src/model/transitions/votes.ts', "import { DiscussionStore } from '../discussion/discussion-store.js';"],
    ['src/model/writes/vote-writer.ts', "import type { DiscussionStore } from '../discussion/discussion-store.js';"],
    ['src/model/state/access.ts', "import { voteCast } from '../transitions/votes.js';"],
    ['src/model/discussion/thread.ts', "import { LiveDiscussion } from '../live/live-discussion.js';"],
    ['src/elements/voting/index.ts', "import { Muting } from '../muting/index.js';"],
    ['src/elements/voting/index.ts', "import { features } from '../features.js';"],
    ['src/elements/frame/failure.ts', "import { Voting } from '../voting/index.js';"],
    ['src/elements/list/comment-list.ts', "import type { Following } from '../following/index.js';"],
    ['src/elements/page/focus.ts', "import type { Section } from '../section.js';"],
    ['src/elements/section.ts', "import { Voting } from './voting/index.js';"],
    ['src/loader.ts', "import './define.js';"],
    ['src/index.ts', "export * from './define.js';"],
    ['src/index.ts', "export * from './conformance/checks.js';"],
    ['src/conformance.ts', "export { memoryAdapter } from './adapters/memory.js';"],
    ['src/index.ts', "export * from '../import/src/collect.js';"],
    ['src/server/render-page.ts', "import { compare } from '../../import/src/addresses.js';"],
    ['import/src/collect.ts', "import { staticAdapter } from '../../src/adapters/static.js';"],
    ['import/src/collect.ts', "import { staticAdapter } from 'article-comments/adapters/static.js';"],
    ['import/src/collect.ts', "import { readFileSync } from 'fastify';"],
    ['server/src/http/app.ts', "import type { Comment } from 'article-comments/model/adapter.js';"],
    ['server/src/http/app.ts', "import { collect } from '../../../import/src/collect.js';"],
    ['server/src/http/app.ts', "import 'lit';"],
    ['server/src/rules/hold.ts', "import type { Caller } from '../identity/caller.js';"],
    ['server/src/discussion/store.ts', "import type { Webhooks } from '../delivery/webhooks.js';"],
    ['server/src/notices/markup.ts', "import { pages } from '../moderation/page-frame.js';"],
    ['src/adapters/static.ts', "import { readFileSync } from 'node:fs';"],
    ['src/helpers/strings.ts', "import '../model/adapter.js';"],
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
      ['src/model/store.ts', "import { AdapterError } from './adapter.js';"],
      [
        'src/adapters/memory/moderation.ts',
        "import '../memory.js'; import '../shared/client.js'; import '../../model/adapter.js';",
      ],
      ['src/content/html.ts', "import type { Body } from '../model/adapter.js'; import DOMPurify from 'dompurify';"],
      [
        'src/locales/de.ts',
        "import type { Messages } from '../i18n/messages.js'; const legal = () => import('./parts/de-legal.js');",
      ],
      ['src/loader.ts', "import { adapters } from './cdn-backends.js'; import('./elements/article-comments.js');"],
      [
        'server/src/command.ts',
        "import { run } from './http/run.js'; import { collect } from 'article-comments-import';",
      ],
      [
        'server/src/http/app.ts',
        "import '../rules/config.js'; import type { Comment } from 'article-comments/rules.js';",
      ],
      ['import/src/input.ts', "import 'node:fs'; import 'node:fs/promises'; const zip = () => import('yauzl');"],
      ['src/cdn.ts', "import './define.js'; export * from './index.js'; const de = () => import('./locales/de.js');"],
    ];
    for (const [path, text] of allowed) assert.deepEqual(await breaches(path, text), [], path);
  });
});
