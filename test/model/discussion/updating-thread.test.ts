import { expect } from 'chai';
import type { Comment } from '../../../src/model/adapter.js';
import { threadOf } from '../../../src/model/discussion/thread.js';
import { updatingThread } from '../../../src/model/discussion/updating-thread.js';
import { comment } from '../support/fixtures.js';

const NONE: ReadonlySet<string> = new Set();
const list = [
  comment('a', { replies: { total: 3, next: 'r' } }),
  comment('a1', { parentId: 'a' }),
  comment('a11', { parentId: 'a1' }),
  comment('a2', { parentId: 'a' }),
  comment('b'),
  comment('b1', { parentId: 'b' }),
];
const inOtherOrder = list.toReversed();

const changed = (comments: readonly Comment[], id: string, fields: Partial<Comment>): readonly Comment[] =>
  comments.map((one) => (one.id === id ? { ...one, ...fields } : one));

describe('updatingThread', () => {
  for (const [name, comments] of [
    ['in the order of the thread', list],
    ['in another order', inOtherOrder],
  ] as const)
    for (const { id } of list)
      it(`replaces ${id} of a list ${name}, and keeps what does not name it`, () => {
        const update = updatingThread();
        const before = update(comments, NONE);
        const after = changed(comments, id, { editedAt: '2013-06-07T12:00:00Z' });
        const items = update(after, NONE);
        expect(items).to.deep.equal(threadOf(after, NONE));
        const kept = items.filter((item, index) => item === before[index]).length;
        const naming = before.filter((item) =>
          [item.comment.id, item.type === 'comment' ? item.parent?.id : undefined].includes(id),
        );
        expect(kept).to.equal(items.length - naming.length);
      });

  it('replaces a reply that the list has after other comments, and whose own replies are to be loaded', () => {
    const roots = [comment('a'), comment('b'), comment('a1', { parentId: 'a', replies: { total: 3, next: 'r' } })];
    const update = updatingThread();
    update(roots, NONE);
    const after = changed(roots, 'a1', { editedAt: '2013-06-07T12:00:00Z' });
    expect(update(after, NONE)).to.deep.equal(threadOf(after, NONE));
  });

  it('replaces all comments, such as after signing in', () => {
    const many = Array.from({ length: 50 }, (_one, index) => comment(`${index}`));
    const update = updatingThread();
    update(many, NONE);
    const after = many.map((one) => ({ ...one, editedAt: '2013-06-07T12:00:00Z' }));
    expect(update(after, NONE)).to.deep.equal(threadOf(after, NONE));
  });

  const cases: Record<string, readonly Comment[]> = {
    'a comment moves below another': changed(list, 'b', { parentId: 'a1' }),
    'a reply moves to the top level': changed(list, 'a11', { parentId: null }),
    'there are more replies than before': changed(list, 'a', { replies: { total: 9, next: 'r' } }),
    'a comment has replies to load': changed(list, 'b', { replies: { total: 9, next: 'r' } }),
    'a comment is added': [...list, comment('c')],
    'a comment is gone': list.slice(0, -1),
    'two comments change places': [...list.slice(4), ...list.slice(0, 4)],
  };
  for (const [name, after] of Object.entries(cases))
    it(`makes the thread anew when ${name}`, () => {
      const update = updatingThread();
      update(list, NONE);
      expect(update(after, NONE)).to.deep.equal(threadOf(after, NONE));
    });

  it('makes the thread anew when a branch is folded', () => {
    const update = updatingThread();
    update(list, NONE);
    const folded = new Set(['a']);
    expect(update(list, folded)).to.deep.equal(threadOf(list, folded));
  });

  it('makes the thread anew when the backend nests otherwise', () => {
    const update = updatingThread();
    update(list, NONE, 'tree');
    expect(update(list, NONE, 'flat')).to.deep.equal(threadOf(list, NONE, 'flat'));
  });
});
