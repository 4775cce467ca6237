import { expect } from 'chai';
import type { Comment } from '../../../src/model/adapter.js';
import { threadOf, type ThreadItem } from '../../../src/model/discussion/thread.js';
import { expectLinear, observed, operations } from '../../support/linear-growth.js';
import { comment, comments } from '../support/fixtures.js';

const reply = (id: string, parentId: string, fields: Partial<Comment> = {}): Comment =>
  comment(id, { parentId, ...fields });
const more = { replies: { total: 9, next: 'r' } };
const described = (item: ThreadItem): string => {
  const indent = '  '.repeat(item.depth);
  if (item.type === 'more') return `${indent}more of ${item.comment.id}`;
  return `${indent}${item.comment.id}${item.isFolded ? ' (folded)' : ''}`;
};
const thread = (list: readonly Comment[], ...collapsed: string[]): string[] =>
  threadOf(list, new Set(collapsed)).map(described);

describe('threadOf', () => {
  it('is empty for an empty list', () => {
    expect(thread([])).to.deep.equal([]);
  });

  it('places replies below their parents, in list order', () => {
    const list = [comment('b'), reply('b2', 'b'), comment('a'), reply('b1', 'b'), reply('a1', 'a'), reply('b21', 'b2')];
    expect(thread(list)).to.deep.equal(['b', '  b2', '    b21', '  b1', 'a', '  a1']);
  });

  it('places replies that are listed before their parent', () => {
    expect(thread([reply('a11', 'a1'), reply('a1', 'a'), comment('a')])).to.deep.equal(['a', '  a1', '    a11']);
  });

  it('returns the parent and the number of replies of each comment', () => {
    const [a, a1, a11, b] = threadOf([comment('a'), reply('a1', 'a'), reply('a11', 'a1'), comment('b')], new Set());
    const facts = [a, a1, a11, b].map((item) => (item?.type === 'comment' ? [item.parent?.id, item.replies] : item));
    expect(facts).to.deep.equal([
      [undefined, 2],
      ['a', 1],
      ['a1', 0],
      [undefined, 0],
    ]);
  });

  it('moves a comment without a listed parent to the top level', () => {
    const list = [comment('a'), reply('lost', 'unknown'), reply('lost1', 'lost'), comment('b')];
    expect(thread(list)).to.deep.equal(['a', 'lost', '  lost1', 'b']);
  });

  it('places a repeated id once', () => {
    expect(thread([...comments('a', 'b'), reply('b1', 'b'), comment('a')])).to.deep.equal(['a', 'b', '  b1']);
  });

  it('places each comment of a circle once', () => {
    const list = [
      reply('x', 'z'),
      reply('y', 'x'),
      reply('z', 'y'),
      comment('a'),
      reply('self', 'self'),
      reply('z1', 'z'),
    ];
    expect(thread(list)).to.deep.equal(['a', 'x', '  y', '    z', '      z1', 'self']);
  });

  it('folds and counts the replies below a collapsed comment', () => {
    const list = [comment('a'), reply('a1', 'a'), reply('a11', 'a1'), reply('a2', 'a'), comment('b')];
    expect(thread(list, 'a1')).to.deep.equal(['a', '  a1', '    a11 (folded)', '  a2', 'b']);
    expect(thread(list, 'a', 'a1')).to.deep.equal(['a', '  a1 (folded)', '    a11 (folded)', '  a2 (folded)', 'b']);
    expect(threadOf(list, new Set(['a']))[0]).to.include({ replies: 3, isCollapsed: true });
    expect(thread(list, 'gone')).to.have.length(5);
  });

  it('counts the replies that are not listed, and marks totals that may be higher', () => {
    const count = (list: readonly Comment[], ...rest: [('one-level' | 'tree')?]): unknown => {
      const [first] = threadOf(list, new Set(), ...rest);
      return first?.type === 'comment' && [first.replies, first.total, first.isTotalExact];
    };
    expect(count([comment('a'), reply('a1', 'a'), reply('a11', 'a1')])).to.deep.equal([2, 2, true]);
    const cut = [comment('a', more), reply('a1', 'a'), reply('a2', 'a')];
    expect(count(cut, 'one-level')).to.deep.equal([2, 9, true]);
    expect(count(cut, 'tree')).to.deep.equal([2, 9, false]);
    expect(count([comment('a'), reply('a1', 'a', more)], 'tree'), 'further down').to.deep.equal([1, 10, false]);
    const uncounted = { replies: { next: 'r' } };
    expect(count([comment('a', uncounted), reply('a1', 'a')], 'one-level')).to.deep.equal([1, 1, false]);
  });

  for (const [order, inOrder] of [
    ['oldest first', (chain: readonly Comment[]) => chain],
    ['newest first', (chain: readonly Comment[]) => chain.toReversed()],
  ] as const)
    it(`places a hundred thousand nested replies in linear time, ${order}`, () => {
      const prepare = (length: number) => {
        const chain = Array.from({ length }, (_, index) =>
          observed(index ? reply(`c${index}`, `c${index - 1}`) : comment('c0')),
        );
        const list = inOrder(chain);
        return () => threadOf(list, new Set());
      };
      const items = expectLinear(prepare, 'a chain of replies', operations);
      expect(items).to.have.length(100_000);
      expect(items[0]).to.include({ depth: 0, replies: 99_999 });
      expect(items.at(-1)).to.include({ depth: 99_999, replies: 0 });
    });
});

describe('the item for more replies', () => {
  it('follows the loaded replies of the branch', () => {
    const list = [
      comment('a', more),
      reply('a1', 'a'),
      reply('a11', 'a1'),
      reply('a2', 'a', more),
      reply('a21', 'a2'),
      comment('b'),
    ];
    expect(thread(list)).to.deep.equal([
      'a',
      '  a1',
      '    a11',
      '  a2',
      '    a21',
      '    more of a2',
      '  more of a',
      'b',
    ]);
  });

  it('appears if no reply is loaded, also at the end of the list', () => {
    expect(thread([comment('a', more), comment('b', more)])).to.deep.equal(['a', '  more of a', 'b', '  more of b']);
  });

  it('depends on a cursor, not on a total', () => {
    expect(thread([comment('a', { replies: { total: 3 } }), comment('b', { replies: { next: '' } })])).to.deep.equal([
      'a',
      'b',
      '  more of b',
    ]);
  });

  it('does not appear below a collapsed comment but does after it', () => {
    const list = [comment('a', more), reply('a1', 'a', more), reply('a11', 'a1', more), comment('b')];
    expect(thread(list, 'a1')).to.deep.equal(['a', '  a1', '    a11 (folded)', '  more of a', 'b']);
    expect(thread(list, 'a')).to.deep.equal(['a', '  a1 (folded)', '    a11 (folded)', 'b']);
  });
});
