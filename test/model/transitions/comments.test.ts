import { expect } from 'chai';
import type { Comment } from '../../../src/model/adapter.js';
import { commentAdded } from '../../../src/model/transitions/held-back.js';
import { commentRemoved, commentReplaced } from '../../../src/model/transitions/comments.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { firstPageLoaded } from '../../../src/model/transitions/loading.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { comment } from '../support/fixtures.js';

const reply = (id: string, parentId: string): Comment => comment(id, { parentId });
const listed = (...items: Comment[]): DiscussionState => firstPageLoaded(UNOPENED, { items, total: items.length });
const withNew = (state: DiscussionState, ...added: Comment[]): DiscussionState => added.reduce(commentAdded, state);
const edited = (id: string, minute: number, value: string): Comment =>
  comment(id, {
    body: { format: 'text', value },
    editedAt: new Date(Date.parse('2013-06-07T11:00:00Z') + minute * 60_000).toISOString(),
  });

describe('commentReplaced', () => {
  const value = (state: DiscussionState): string | undefined => state.comments[0]?.body.value;

  it('ignores stale versions', () => {
    const state = commentReplaced(
      commentReplaced(listed(comment('a')), edited('a', 2, 'second')),
      edited('a', 1, 'first'),
    );
    expect(value(state)).to.equal('second');
    expect(value(commentAdded(state, comment('a'))), 'nor the first version').to.equal('second');
  });

  it('returns the same state when nothing changes', () => {
    const state = withNew(listed(comment('a')), comment('new'));
    expect(commentReplaced(commentReplaced(state, comment('a')), comment('new'))).to.equal(state);
    expect(commentReplaced(state, comment('elsewhere'))).to.equal(state);
  });

  it('counts the comment from approval until it is hidden', () => {
    const held = commentPosted(listed(comment('a')), comment('mine', { status: 'pending' }), 'pending');
    const shown = commentReplaced(held, comment('mine'));
    const hidden = commentReplaced(shown, comment('mine', { status: 'hidden' }));
    expect([held.total, shown.total, hidden.total]).to.deep.equal([1, 2, 1]);
  });

  it('drops a held-back comment that is hidden', () => {
    const state = commentReplaced(withNew(listed(comment('a')), comment('new')), comment('new', { status: 'hidden' }));
    expect([state.waiting, state.total]).to.deep.equal([[], 1]);
  });

  it('keeps the cursor of the replies when the new version has none', () => {
    const replies = { total: 4, next: 'r' };
    const state = commentReplaced(listed(comment('a', { replies })), edited('a', 1, 'Better'));
    expect(state.comments[0]?.replies).to.deep.equal(replies);
  });
});

describe('commentRemoved', () => {
  const removed = (state: DiscussionState, id: string, by: 'author' | 'editors' = 'editors'): DiscussionState =>
    commentRemoved(state, id, { effect: 'tombstone', by });

  it('leaves a tombstone without text and lowers the total', () => {
    const state = removed(listed(comment('a'), comment('b')), 'a');
    expect(state.comments.map(({ id, status, body }) => [id, status, body.value])).to.deep.equal([
      ['a', 'hidden', ''],
      ['b', undefined, 'Text of b'],
    ]);
    expect(state.total).to.equal(1);
  });

  it('ignores repeated and unknown removals', () => {
    const once = removed(listed(comment('a'), comment('b')), 'a');
    expect(removed(once, 'a')).to.equal(once);
    expect(removed(once, 'elsewhere')).to.equal(once);
  });

  it('prefers a removal by the author over an anonymous event, in either order', () => {
    for (const order of [['author', 'editors'] as const, ['editors', 'author'] as const]) {
      const state = order.reduce((before, by) => removed(before, 'a', by), listed(comment('a'), comment('b')));
      expect([state.comments[0]?.status, state.total], order.join()).to.deep.equal(['deleted', 1]);
    }
  });

  it('removes a held comment', () => {
    const held = commentPosted(listed(comment('a')), comment('mine', { status: 'pending' }), 'pending');
    const state = removed(held, 'mine', 'author');
    expect([state.posted[0]?.status, state.total]).to.deep.equal(['deleted', 1]);
  });

  it('removes the whole subtree if the backend does', () => {
    const state = withNew(listed(comment('a'), reply('b', 'a'), comment('c')), reply('d', 'b'));
    const rest = commentRemoved(state, 'a', { effect: 'subtree', by: 'author' });
    expect(rest.comments.map(({ id, status }) => [id, status])).to.deep.equal([
      ['a', 'deleted'],
      ['b', 'deleted'],
      ['c', undefined],
    ]);
    expect([rest.waiting, rest.total]).to.deep.equal([[], 1]);
  });
});
