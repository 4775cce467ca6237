/** An article whose comments a server has rendered. */
import type { Page } from 'playwright-core';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import type { CoreMessages } from '../../../src/i18n/messages.js';
import type { Comment } from '../../../src/model/adapter.js';
import { renderComments, type RenderCommentsOptions } from '../../../src/server/render-comments.js';
import { scriptJson } from '../../../src/server/script-json.js';

export interface ServedPageOptions {
  readonly backend: MemoryOptions;
  readonly render?: RenderCommentsOptions;
  /** Further attributes of the element. */
  readonly attributes?: string;
  /** Default true. */
  readonly hasData?: boolean;
  readonly messages?: CoreMessages;
}

export const HEAD = `
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <link rel="stylesheet" href="/article-comments/article-comments.css" />`;

/** The lines below the article, for `startPublisherSite`. The backend is the same on both sides. */
export async function servedPage({
  backend,
  render = {},
  attributes = '',
  hasData = true,
  messages,
}: ServedPageOptions): Promise<string> {
  const discussion = { key: 'pier', url: 'https://news.example/pier' };
  const { html, data } = await renderComments(memoryAdapter(backend), discussion, { ...render, messages });
  return `
    <style>body { max-inline-size: 42rem; margin: 0 auto; padding: 1rem; font: 18px/1.5 serif }</style>
    <div lang="${messages?.lang ?? 'en'}" dir="${messages?.dir ?? 'ltr'}">
      <article-comments discussion="pier" loading="eager" ${attributes}>
        ${html}${hasData ? `<script type="application/json">${scriptJson(data)}</script>` : ''}
      </article-comments>
    </div>
    <footer>The footer</footer>
    <script type="module">
      import { memoryAdapter } from '/package/adapters/memory.js';
      document.querySelector('article-comments').adapter = memoryAdapter(${scriptJson({ ...backend, delay: 30 })});
    </script>`;
}

const WORDS =
  'The council has known about the state of the sea wall since the great storm and did nothing until two boats were lost beside the pier'.split(
    ' ',
  );

const say = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, index) => WORDS[(index * 7 + seed * 3) % WORDS.length]).join(' ');

const BODIES = {
  text: (seed: number) =>
    `${say(8 + ((seed * 13) % 60), seed)}${seed % 4 ? '' : '\n\nSee https://news.example/' + seed}`,
  markdown: (seed: number) => `**${say(3, seed)}** ${say(20, seed)}\n\n> ${say(9, seed)}\n\n- one\n- two\n\n\`code\``,
  html: (seed: number) =>
    `<p>${say(25, seed)} <em>yes</em></p><blockquote><p>${say(5, seed)}</p></blockquote><h3>${say(3, seed)}</h3><ol><li>https://news.example/${seed}</ol>`,
};

/** A conversation of all lengths, with replies four levels deep, badges, votes, an edited comment and a deleted one. */
export function conversation(format: keyof typeof BODIES, count = 25): Comment[] {
  const names = ['Tom Arkwright', 'Maud', 'Inês Ferreira da Costa e Silva', 'Bo'];
  return Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    parentId: index % 5 === 0 ? null : `c${index - 1}`,
    author: { id: `u${index % 9}`, name: names[index % 4] ?? '', badges: index % 6 === 0 ? (['staff'] as const) : [] },
    body: { format, value: BODIES[format](index) },
    createdAt: new Date(Date.UTC(2026, 0, 1, 8, index * 7)).toISOString(),
    votes: { up: (index * 3) % 20 },
    ...(index % 7 === 3 && { editedAt: '2026-01-02T10:00:00Z' }),
    ...(index === 11 && { status: 'deleted' as const }),
  }));
}

/** Where every comment stands in the page, in whichever tree it is to be seen: `[id, top, height]`. */
export function placesOf(page: Page): Promise<readonly (readonly [string, number, number])[]> {
  return page.evaluate<readonly (readonly [string, number, number])[]>(`
    (() => {
      const element = document.querySelector('article-comments');
      const rows = [element, element.shadowRoot].filter(Boolean).flatMap((root) => [...root.querySelectorAll('li[id^=comment-]')]);
      return rows.filter((row) => row.checkVisibility()).map((row) => {
        const { top, height } = row.getBoundingClientRect();
        return [row.id, Math.round((top + scrollY) * 10) / 10, Math.round(height * 10) / 10];
      });
    })()`);
}
