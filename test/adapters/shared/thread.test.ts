import { expect } from 'chai';
import { flatten, repliesByParent } from '../../../src/adapters/shared/thread.js';
import { comment, idsOf } from '../../support/adapter-fixture.js';

interface Row {
  readonly id: string;
  readonly children?: readonly Row[] | null;
}

const pairs = (rows: readonly Row[]): readonly string[] =>
  flatten(rows, ({ children }) => children).map(({ node, parent }) => `${parent?.id ?? ''}>${node.id}`);

describe('flatten', () => {
  it('lists each comment before its replies, with its parent', () => {
    const rows = [
      { id: 'a', children: [{ id: 'b', children: [{ id: 'c', children: null }] }, { id: 'd' }] },
      { id: 'e', children: [] },
    ];
    expect(pairs(rows)).to.deep.equal(['>a', 'a>b', 'b>c', 'a>d', '>e']);
    expect(pairs([])).to.deep.equal([]);
  });

  it('supports threads of any depth', () => {
    let row: Row = { id: 'last' };
    for (let depth = 0; depth < 50_000; depth++) row = { id: String(depth), children: [row] };
    expect(pairs([row])).to.have.lengthOf(50_001);
  });
});

describe('repliesByParent', () => {
  it('groups replies in the order of the list, and moves a comment without its parent to the top level', () => {
    const replies = repliesByParent([
      comment('a', { parentId: null }),
      comment('b', { parentId: 'a' }),
      comment('c', { parentId: 'gone' }),
      comment('d', { parentId: 'a' }),
      comment('e'),
    ]);
    expect(idsOf([...(replies.get(null) ?? [])])).to.deep.equal(['a', 'c', 'e']);
    expect(idsOf([...(replies.get('a') ?? [])])).to.deep.equal(['b', 'd']);
    expect(replies.get('b')).to.equal(undefined);
  });
});
