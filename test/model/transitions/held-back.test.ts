import { expect } from 'chai';
import type { Comment } from '../../../src/model/adapter.js';
import { commentAdded, newBelow, waitingShown } from '../../../src/model/transitions/held-back.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { firstPageLoaded } from '../../../src/model/transitions/loading.js';
import { expectLinear, observed, operations } from '../../support/linear-growth.js';
import { comment, idsOf } from '../support/fixtures.js';

const reply = (id: string, parentId: string): Comment => comment(id, { parentId });
const listed = (...items: Comment[]): DiscussionState => firstPageLoaded(UNOPENED, { items, total: items.length });
const withNew = (state: DiscussionState, ...added: Comment[]): DiscussionState => added.reduce(commentAdded, state);

describe('commentAdded', () => {
  it('holds back the comment and counts it', () => {
    const state = withNew(listed(comment('a')), comment('new'));
    expect([idsOf(state.comments), idsOf(state.waiting), state.total]).to.deep.equal([['a'], ['new'], 2]);
  });

  it('ignores a repeated comment', () => {
    const state = withNew(listed(comment('a')), comment('new'), comment('new'), comment('a'));
    expect([idsOf(state.waiting), state.total]).to.deep.equal([['new'], 2]);
  });

  it('ignores a comment held for review', () => {
    const state = listed(comment('a'));
    expect(withNew(state, comment('held', { status: 'pending' }))).to.equal(state);
  });
});

describe('held-back comments', () => {
  const groups = (state: DiscussionState): unknown[] =>
    [...newBelow(state)].map(([below, list]) => [below, ...idsOf(list)]);

  it('groups held-back comments by the shown comment whose branch they belong to', () => {
    const state = withNew(
      listed(comment('a'), reply('a1', 'a'), comment('b')),
      reply('x', 'a1'),
      comment('new'),
      reply('y', 'x'),
      reply('z', 'new'),
      reply('far', 'unknown'),
    );
    expect(groups(state)).to.deep.equal([
      ['a1', 'x', 'y'],
      [null, 'new', 'z', 'far'],
    ]);
  });

  it('groups a held-back reply with a parent that arrives later', () => {
    expect(groups(withNew(listed(comment('a')), reply('y', 'x'), reply('x', 'a')))).to.deep.equal([['a', 'y', 'x']]);
  });

  it('groups held-back comments even if they form a circle', () => {
    expect(groups(withNew(listed(comment('a')), reply('x', 'y'), reply('y', 'x'), reply('z', 'x')))).to.deep.equal([
      [null, 'x', 'y', 'z'],
    ]);
  });

  it('groups held-back comments in linear time at any depth', () => {
    const prepare = (length: number) => {
      const waiting = Array.from({ length }, (_, depth) =>
        observed(reply(`c${depth}`, depth ? `c${depth - 1}` : 'a')),
      ).toReversed();
      const state = { ...listed(comment('a')), waiting };
      return () => newBelow({ ...state });
    };
    const groups = expectLinear(prepare, 'a chain of held-back replies', operations);
    expect(groups.get('a')).to.have.length(100_000);
  });

  it('shows held-back comments at the end, or at the top if newest first, and replies always at the end', () => {
    const state = withNew(listed(comment('a')), comment('x'), reply('x1', 'x'), reply('x2', 'x'), comment('y'));
    expect(idsOf(waitingShown(state, null).comments)).to.deep.equal(['a', 'x', 'x1', 'x2', 'y']);
    expect(idsOf(waitingShown({ ...state, sort: 'newest' }, null).comments)).to.deep.equal(['y', 'x', 'a', 'x1', 'x2']);
  });

  it('shows held-back comments one branch at a time', () => {
    const state = withNew(listed(comment('a'), comment('b')), reply('a1', 'a'), reply('b1', 'b'));
    const shown = waitingShown(state, 'b');
    expect([idsOf(shown.comments), idsOf(shown.waiting), shown.total]).to.deep.equal([['a', 'b', 'b1'], ['a1'], 4]);
    expect(waitingShown(shown, null)).to.equal(shown);
  });
});
