import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { scriptJson } from '../../src/server.js';
import type { Comment } from '../../src/model/adapter.js';
import { comment, discussion, render } from './served-page.js';

const jsonLdOf = (...comments: readonly Comment[]) =>
  JSON.parse(JSON.stringify(render({ comments }).jsonLd)) as ReturnType<typeof render>['jsonLd'];
const only = (more: Partial<Comment>) => jsonLdOf(comment('1', more)).comment[0];

describe('the structured data of a discussion', () => {
  it('names the article and the number of comments', () => {
    const { jsonLd } = render({ comments: [comment('1')], page: { total: 12 } });
    const { comment: comments, ...article } = jsonLd;
    assert.deepEqual(article, {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      mainEntityOfPage: discussion.url,
      headline: 'A bridge',
      commentCount: 12,
    });
    assert.equal(comments.length, 1);
  });

  it('describes a comment with all fields that search engines require', () => {
    assert.deepEqual(
      only({
        author: { name: 'Ada', url: 'https://ada.example' },
        editedAt: '2026-03-02T10:00:00Z',
        votes: { up: 3, down: 0 },
      }),
      {
        '@type': 'Comment',
        url: 'https://news.example/articles/42#comment-1',
        text: 'Text 1',
        author: { '@type': 'Person', name: 'Ada', url: 'https://ada.example/' },
        datePublished: '2026-03-01T10:01:00Z',
        dateModified: '2026-03-02T10:00:00Z',
        interactionStatistic: [
          { '@type': 'InteractionCounter', interactionType: 'https://schema.org/LikeAction', userInteractionCount: 3 },
          {
            '@type': 'InteractionCounter',
            interactionType: 'https://schema.org/DislikeAction',
            userInteractionCount: 0,
          },
        ],
        comment: [],
      },
    );
  });

  it('nests as the thread does', () => {
    const shape = (comments: readonly { readonly text: string; readonly comment?: readonly never[] }[] = []): unknown =>
      comments.map(({ text, comment: replies }) => [text, shape(replies)]);
    const { comment: comments } = jsonLdOf(
      comment('1'),
      comment('2', { parentId: '1' }),
      comment('3', { parentId: '2' }),
      comment('4'),
      comment('5', { parentId: '1' }),
    );
    assert.deepEqual(shape(comments as never), [
      [
        'Text 1',
        [
          ['Text 2', [['Text 3', []]]],
          ['Text 5', []],
        ],
      ],
      ['Text 4', []],
    ]);
  });

  it('marks what was deleted', () => {
    for (const status of ['deleted', 'hidden'] as const) assert.equal(only({ status })?.creativeWorkStatus, 'Deleted');
    assert.equal(only({})?.creativeWorkStatus, undefined);
  });

  it('omits unsafe addresses of authors', () => {
    assert.deepEqual(only({ author: { name: 'Ada', url: 'javascript:alert(1)' } })?.author, {
      '@type': 'Person',
      name: 'Ada',
    });
  });

  it('omits invalid dates', () => {
    const found = only({ createdAt: '</script>', editedAt: 'soon' });
    assert.deepEqual([found?.datePublished, found?.dateModified], [undefined, undefined]);
  });

  it('has no counters if only a score is known', () => {
    assert.equal(only({ votes: { score: 3 } })?.interactionStatistic, undefined);
  });

  const texts: readonly (readonly [string, Comment['body'], string])[] = [
    ['plain text', { format: 'text', value: 'One\nline.\n\nTwo & <b>.' }, 'One\nline.\n\nTwo & <b>.'],
    [
      'Markdown',
      { format: 'markdown', value: 'One *two*  \nthree\n\n- a\n- b\n\n> c\n\n```\nd\n  e\n```' },
      'One two\nthree\n\na\nb\n\nc\n\nd\n  e',
    ],
    [
      'HTML',
      { format: 'html', value: '<p>One <b>two</b>,<br>three</p> <p>four</p><ol><li>a</li><li><p>b</p></li></ol>' },
      'One two,\nthree\n\nfour\n\na\n\nb',
    ],
    [
      'HTML without paragraphs',
      { format: 'html', value: 'Hello <b>you</b>, <a href="https://a.example">there</a>!' },
      'Hello you, there!',
    ],
  ];
  for (const [what, body, text] of texts)
    it(`has the text without markup: ${what}`, () => {
      assert.equal(only({ body })?.text, text);
    });
});

describe('scriptJson', () => {
  const value = { a: '</script><script>alert(1)</script>', b: '<!--<script>', c: '\u2028\u2029', '</SCRIPT': 1 };

  it('returns JSON of the same value', () => {
    assert.deepEqual(JSON.parse(scriptJson(value)), value);
  });

  it('returns JSON that cannot end a script or start a comment', () => {
    assert.doesNotMatch(scriptJson(value), /</);
  });

  it('throws for undefined, as for the data of a page after the first', () => {
    assert.throws(() => scriptJson(undefined), {
      name: 'TypeError',
      message: 'scriptJson() got undefined, which cannot be serialised to JSON. Omit the script if there is no data.',
    });
  });
});
