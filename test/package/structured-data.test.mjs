/** The structured data is made of what schema.org defines, and has what Google asks of comments. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { renderPage } from '../../dist/server.js';
import { compileErrors } from '../support/compile-sample.mjs';

const root = join(import.meta.dirname, '..', '..');
const url = 'https://news.example/pier';

/** A conversation with everything that the data can tell. */
const items = [
  {
    id: 'a',
    author: { name: 'Ada Okafor', url: 'https://okafor.example/' },
    body: {
      format: 'markdown',
      value: 'Read **annex C**.\n\n> Four knots\n>\n> at ebb\n\n[Here](https://council.example/c).',
    },
    createdAt: '2026-11-24T08:15:00Z',
    editedAt: '2026-11-24T08:20:00Z',
    votes: { up: 12, down: 3 },
    pinned: true,
    featured: true,
  },
  {
    id: 'b',
    parentId: 'a',
    author: { name: 'Per Lindqvist' },
    body: { format: 'html', value: '<p>A <em>wet</em> Tuesday.</p><ul><li>In February</li><li>At<br>noon</li></ul>' },
    createdAt: '2026-11-24T09:15:00+01:00',
    votes: { score: 4 },
  },
  {
    id: 'c',
    parentId: 'b',
    author: null,
    body: { format: 'text', value: 'Who counted?' },
    createdAt: '2026-11-24T09:30:00Z',
  },
  {
    id: 'd',
    parentId: 'c',
    author: { name: 'Removed Reader' },
    body: { format: 'text', value: 'What was removed' },
    createdAt: '2026-11-24T09:45:00Z',
    status: 'deleted',
  },
  { id: 'e', body: { format: 'text', value: 'Two\n\nparagraphs' }, createdAt: '2026-11-25T10:00:00.000Z' },
];

/**
 * The vocabulary's own types tell which property belongs to which type, and what a value may be. Where an `Action` is expected, the data
 * has the address of its type, as in Google's and schema.org's examples: it is read as an action of that type.
 */
const typesOf = (code) => `
  import type { Action, NewsArticle, WithContext } from 'schema-dts';
  import type { ArticleJsonLd } from './dist/server.js';
  ${code}`;

const vocabularyErrors = (...articles) => {
  const read = articles.map((article) =>
    JSON.stringify(article, (name, value) =>
      name === 'interactionType' ? { '@type': value.replace('https://schema.org/', '') } : value,
    ),
  );
  const code = read.map((article, index) => `export const article${index}: WithContext<NewsArticle> = ${article};`);
  return compileErrors(typesOf(code.join('\n')), root);
};

const withReplies = (comment) => [comment, ...(comment.comment ?? []).flatMap(withReplies)];

describe('the structured data', () => {
  let data;
  let comments;
  before(() => {
    const info = { access: { state: 'open' } };
    const { jsonLd } = renderPage({ items, total: items.length }, info, {
      discussion: { key: 'pier', url, title: 'City to rebuild the old ferry pier' },
    });
    data = JSON.parse(JSON.stringify(jsonLd));
    comments = data.comment.flatMap(withReplies);
  });

  it('has only types, properties and values that schema.org defines', () => {
    assert.deepEqual(vocabularyErrors(data), []);
  });

  it('detects types, properties and values that schema.org does not define', () => {
    const wrong = [
      { comment: [{ '@type': 'Comment', jobTitle: 'Editor' }] },
      { comment: [{ '@type': 'Remark', text: 'No type' }] },
      { commentCount: 'many' },
      { interactionStatistic: [counterOf('https://schema.org/Person')] },
    ].map((part) => ({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...part }));
    const errors = vocabularyErrors(...wrong);
    assert.equal(errors.length, wrong.length, errors.join('\n'));
    for (const [index, word] of ['jobTitle', 'Remark', 'many', 'Person'].entries())
      assert.match(errors[index], RegExp(word));
  });

  it('is typed as a NewsArticle', () => {
    const code = `
      type Read<T> = T extends { readonly interactionType: string }
        ? Omit<T, 'interactionType'> & { readonly interactionType: Action }
        : T extends readonly (infer Item)[] ? readonly Read<Item>[]
        : T extends object ? { [Name in keyof T]: Read<T[Name]> } : T;
      export const read = (data: Read<ArticleJsonLd>): WithContext<NewsArticle> => data;`;
    assert.deepEqual(compileErrors(typesOf(code), root), []);
  });

  it('says of each comment who wrote what, and when', () => {
    assert.equal(comments.length, items.length);
    for (const { '@type': type, author, text, datePublished } of comments) {
      assert.equal(type, 'Comment');
      assert.equal(author['@type'], 'Person');
      assert.ok(author.name.trim());
      assert.ok(text.trim());
      assertTime(datePublished);
    }
  });

  it('says what else Google asks for, where it is known', () => {
    const [first, , , removed] = comments;
    assert.equal(first.url, `${url}#comment-a`);
    assert.equal(first.author.url, 'https://okafor.example/');
    assertTime(first.dateModified);
    assert.deepEqual(first.interactionStatistic, [
      counterOf('https://schema.org/LikeAction', 12),
      counterOf('https://schema.org/DislikeAction', 3),
    ]);
    assert.deepEqual(
      first.comment.map(({ url: address }) => address),
      [`${url}#comment-b`],
    );
    assert.equal(removed.creativeWorkStatus, 'Deleted');
    assert.equal(data.commentCount, items.length);
    assert.equal(data.mainEntityOfPage, url);
  });

  it('has the words of a comment without its markup, and nothing of a removed one', () => {
    const texts = comments.map(({ text }) => text);
    assert.match(texts[0], /^Read annex C\.\n\nFour knots\n+at ebb\n\nHere/);
    assert.match(texts[1], /^A wet Tuesday\.\n\nIn February\n+At\nnoon$/);
    assert.doesNotMatch(JSON.stringify(data), /What was removed|Removed Reader/);
  });
});

function counterOf(interactionType, userInteractionCount = 1) {
  return { '@type': 'InteractionCounter', interactionType, userInteractionCount };
}

/** ISO 8601 with a time zone: without one, Google takes its own. */
function assertTime(value) {
  assert.match(value, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  assert.ok(!Number.isNaN(Date.parse(value)), value);
}
