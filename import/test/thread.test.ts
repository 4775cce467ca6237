import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SourceComment } from '../src/source.js';
import { thread, type ThreadOptions } from '../src/thread.js';

const comment = (id: string, fields: Partial<SourceComment> = {}): SourceComment => ({
  id,
  parentId: null,
  author: { name: `Author of ${id}` },
  body: { format: 'text', value: `Text of ${id}` },
  createdAt: '2013-06-07T10:54:00Z',
  status: 'visible',
  ...fields,
});

/** Each comment as `parent/id`, with its status if it is not visible. */
const shape = (comments: readonly SourceComment[], options?: ThreadOptions): readonly string[] =>
  thread(comments, options).comments.map(
    ({ id, parentId, status }) => `${parentId ?? ''}/${id}${status ? ` ${status}` : ''}`,
  );

describe('the comments of an article', () => {
  for (const status of ['held', 'spam', 'trashed', 'deleted', 'hidden'] as const) {
    it(`keeps a comment that is ${status} as an empty tombstone if it has a visible reply at any depth`, () => {
      const { comments, counts } = thread([
        comment('1', { status, editedAt: '2013-06-08T10:54:00Z', votes: { up: 3 }, pinned: true }),
        comment('2', { parentId: '1', status }),
        comment('3', { parentId: '2' }),
      ]);
      const tombstone = (id: string, parent: object): object => ({
        id,
        ...parent,
        author: null,
        body: { format: 'text', value: '' },
        createdAt: '2013-06-07T10:54:00Z',
        status: status === 'deleted' ? 'deleted' : 'hidden',
      });
      assert.deepEqual(comments.slice(0, 2), [tombstone('1', {}), tombstone('2', { parentId: '1' })]);
      assert.equal(comments[2]?.body.value, 'Text of 3');
      assert.equal(counts.tombstones, 2);
    });

    it(`leaves out a comment that is ${status} and has no visible reply`, () => {
      const source = [comment('1'), comment('2', { parentId: '1', status }), comment('3', { parentId: '2', status })];
      assert.deepEqual(shape(source), ['/1']);
      assert.deepEqual([...thread(source).counts.leftOut.values()], [2]);
    });
  }

  it('keeps held comments, but no spam, for a server that reviews them', () => {
    const source = [comment('1', { status: 'held' }), comment('2', { status: 'spam' })];
    assert.deepEqual(shape(source, { keepHeld: true }), ['/1 pending']);
    assert.equal(thread(source, { keepHeld: true }).comments[0]?.body.value, 'Text of 1');
  });

  it('sorts comments by time, and those of the same time by id', () => {
    const early = '2012-06-07T10:54:00.500Z';
    assert.deepEqual(
      shape([
        comment('10'),
        comment('9'),
        comment('b', { createdAt: early }),
        comment('a', { createdAt: '2012-06-07T10:54:00Z' }),
      ]),
      ['/a', '/b', '/9', '/10'],
    );
  });

  it('moves a comment whose parent is missing to the top level', () => {
    const source = [comment('1', { parentId: 'x' }), comment('2', { parentId: '1' })];
    assert.deepEqual(shape(source), ['/1', '1/2']);
    assert.equal(thread(source).counts.lostParents, 1);
  });

  it('breaks each circle of replies at its oldest comment', () => {
    const source = [
      comment('1', { parentId: '3' }),
      comment('2', { parentId: '1', createdAt: '2012-06-07T10:54:00Z' }),
      comment('3', { parentId: '2' }),
      comment('4', { parentId: '4' }),
      comment('5', { parentId: '1' }),
    ];
    assert.deepEqual([...shape(source)].sort(), ['/2', '/4', '1/5', '2/3', '3/1']);
    assert.equal(thread(source).counts.circles, 2);
  });

  it('makes ids unique, and assigns replies to the first comment with an id', () => {
    const source = [
      comment('1'),
      comment('1', { body: { format: 'text', value: 'Another' } }),
      comment('1', { body: { format: 'text', value: 'A third' } }),
      comment('2', { parentId: '1' }),
    ];
    assert.deepEqual(shape(source), ['/1', '/1-2', '/1-3', '1/2']);
    assert.equal(thread(source).counts.renamed, 2);
  });

  it('keeps one copy of a comment that the source repeats', () => {
    const other = comment('1', { body: { format: 'text', value: 'Another' } });
    assert.deepEqual(shape([comment('1'), comment('1'), other, other]), ['/1', '/1-2']);
  });

  it('gives a comment without a time that of a neighbouring comment, or of the article', () => {
    const none = { createdAt: undefined };
    assert.equal(
      thread([comment('1', none)], { createdAt: '2011-01-01T00:00:00Z' }).comments[0]?.createdAt,
      '2011-01-01T00:00:00Z',
    );
    const { comments, counts } = thread([comment('1', none), comment('2'), comment('3', none)]);
    assert.deepEqual(new Set(comments.map(({ createdAt }) => createdAt)), new Set(['2013-06-07T10:54:00Z']));
    assert.equal(counts.withoutTime, 2);
    assert.deepEqual([...thread([comment('1', none)]).counts.leftOut], [['without a time', 1]]);
  });

  it('keeps only the listed members of a comment', () => {
    const source = {
      ...comment('1'),
      email: 'ada@mail.example',
      body: { format: 'text', value: '', ip: '203.0.113.7' },
    };
    assert.deepEqual(thread([source as SourceComment]).comments, [
      {
        id: '1',
        author: { name: 'Author of 1' },
        body: { format: 'text', value: '' },
        createdAt: '2013-06-07T10:54:00Z',
      },
    ]);
  });

  it('ignores an edit that is not later than the comment', () => {
    const [edited] = thread([comment('1', { editedAt: '2013-06-07T10:54:00Z' })]).comments;
    assert.ok(edited && !('editedAt' in edited));
  });
});
