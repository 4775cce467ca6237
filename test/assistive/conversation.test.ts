/** Conversations as a screen reader gets them: whole, wherever the reader has scrolled. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { eventually } from '../support/eventually.js';
import { startPublisherSite, type PublisherSite } from '../support/journeys/publisher-site.js';
import { skipWithoutDesktop } from './desktop.js';
import { allOf, type AccessibleNode, ScreenReader, wordsOf } from './screen-reader.js';

const paragraphsOf = (index: number): readonly string[] => [
  `First paragraph of ${index}.`,
  `Second paragraph of ${index}.`,
];

const comments = (count: number): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `c${index}`,
    // Every fourth one is a reply to the one before.
    parentId: index % 4 === 3 ? `c${index - 1}` : null,
    author: { name: `Reader ${index}` },
    body: { format: 'text', value: paragraphsOf(index).join('\n\n') },
    createdAt: new Date(Date.UTC(2026, 10, 24, 8, index)).toISOString(),
  }));

const tagOf = (path: string): string => {
  const count = Number(path.slice(1));
  return `<article-comments backend="memory" discussion="pier" page-size="${count}" loading="eager">
    <script type="application/json">${JSON.stringify({ comments: comments(count) })}</script>
  </article-comments>`;
};

describe('what a screen reader gets of a conversation', { skip: skipWithoutDesktop(), timeout: 600_000 }, () => {
  let site: PublisherSite;
  let reader: ScreenReader;

  before(async () => {
    site = await startPublisherSite(tagOf);
    reader = await ScreenReader.start();
  });
  after(async () => {
    await reader?.close();
    await site?.close();
  });

  /** Resolves once there are as many comments, and `isComplete` holds for each. */
  async function articlesAmong(
    count: number,
    isComplete: (article: AccessibleNode) => boolean = () => true,
  ): Promise<readonly AccessibleNode[]> {
    const page = await reader.open();
    await page.goto(`${site.origin}/${count}`);
    const articles = await eventually(
      async () => allOf(await reader.tree(), 'article').filter(({ name }) => name.includes('Reader')),
      (found) => found.length === count && found.every(isComplete),
      { seconds: 60 },
    );
    await page.close();
    return articles;
  }

  it('is each of a hundred comments, with its paragraphs', async () => {
    // Rows outside the window are laid out after the first paint.
    const articles = await articlesAmong(100, (article) => allOf(article, 'paragraph').length > 0);
    articles.forEach((article, index) => {
      assert.ok(wordsOf(article).includes(`Reader ${index}`), `No author in ${JSON.stringify(article)}`);
      assert.deepEqual(
        allOf(article, 'paragraph').map(({ text }) => text),
        paragraphsOf(index),
      );
    });
  });

  it('is all words of a long list, too, where the browser leaves out what is out of sight', async () => {
    const articles = await articlesAmong(300);
    articles.forEach((article, index) => {
      const words = wordsOf(article);
      for (const part of [`Reader ${index}`, ...paragraphsOf(index)])
        assert.ok(words.includes(part), `"${part}" is missing in "${words}"`);
      assert.ok(allOf(article, 'button').length >= 2, `No buttons in "${words}"`);
    });
  });
});
