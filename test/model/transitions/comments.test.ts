import { expect } from '@open-wc/testing';
import type { Comment } from '../../../src/model/adapter.js';
import { commentAdded, commentRemoved, commentReplaced } from '../../../src/model/transitions/comments.js';
import { newBelow, waitingShown } from '../../../src/model/transitions/waiting.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/discussion/discussion-state.js';
import { firstPageLoaded } from '../../../src/model/transitions/loading.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { comment, idsOf } from '../support/fixtures.js';

const reply = (id: string, parentId: string): Comment => comment(id, { parentId });
const listed = (...items: Comment[]): DiscussionState => firstPageLoaded(UNOPENED, { items, total: items.length });
const withNew = (state: DiscussionState, ...added: Comment[]): DiscussionState => added.reduce(commentAdded, state);
const edited = (id: string, minute: number, value: string): Comment =>
  comment(id, { body: { format: 'text', value }, editedAt: new Date(Date.parse('2013-06-07T11:00:00Z') + minute * 60_000).toISOString() });

describe('a comment of somebody else', () => {
  it('waits, and counts', () => {
    const state = withNew(listed(comment('a')), comment('new'));
    expect([idsOf(state.comments), idsOf(state.waiting), state.total]).to.deep.equal([['a'], ['new'], 2]);
  });

  it('is told of once', () => {
    const state = withNew(listed(comment('a')), comment('new'), comment('new'), comment('a'));
    expect([idsOf(state.waiting), state.total]).to.deep.equal([['new'], 2]);
  });

  it('is nobody’s business before the editors have let it through', () => {
    const state = listed(comment('a'));
    expect(withNew(state, comment('held', { status: 'pending' }))).to.equal(state);
  });
});

describe('a comment that changes', () => {
  const value = (state: DiscussionState): string | undefined => state.comments[0]?.body.value;

  it('does not go back to what it was before, in whichever order the news arrives', () => {
    const state = commentReplaced(commentReplaced(listed(comment('a')), edited('a', 2, 'second')), edited('a', 1, 'first'));
    expect(value(state)).to.equal('second');
    expect(value(commentAdded(state, comment('a'))), 'nor to its beginning').to.equal('second');
  });

  it('is the same one when the news is none', () => {
    const state = withNew(listed(comment('a')), comment('new'));
    expect(commentReplaced(commentReplaced(state, comment('a')), comment('new'))).to.equal(state);
    expect(commentReplaced(state, comment('elsewhere'))).to.equal(state);
  });

  it('counts from when it is let through until it is hidden', () => {
    const held = commentPosted(listed(comment('a')), comment('mine', { status: 'pending' }), 'pending');
    const shown = commentReplaced(held, comment('mine'));
    const hidden = commentReplaced(shown, comment('mine', { status: 'hidden' }));
    expect([held.total, shown.total, hidden.total]).to.deep.equal([1, 2, 1]);
  });

  it('leaves no trace when it is hidden before anybody saw it', () => {
    const state = commentReplaced(withNew(listed(comment('a')), comment('new')), comment('new', { status: 'hidden' }));
    expect([state.waiting, state.total]).to.deep.equal([[], 1]);
  });

  it('keeps its replies that are still to be loaded, though an edit does not speak of them', () => {
    const replies = { total: 4, next: 'r' };
    const state = commentReplaced(listed(comment('a', { replies })), edited('a', 1, 'Better'));
    expect(state.comments[0]?.replies).to.deep.equal(replies);
  });
});

describe('a comment that is removed', () => {
  const removed = (state: DiscussionState, id: string, by: 'author' | 'editors' = 'editors'): DiscussionState =>
    commentRemoved(state, id, { effect: 'tombstone', by });

  it('leaves its place, without its text, and counts no more', () => {
    const state = removed(listed(comment('a'), comment('b')), 'a');
    expect(state.comments.map(({ id, status, body }) => [id, status, body.value])).to.deep.equal([
      ['a', 'hidden', ''],
      ['b', undefined, 'Text of b'],
    ]);
    expect(state.total).to.equal(1);
  });

  it('is removed once', () => {
    const once = removed(listed(comment('a'), comment('b')), 'a');
    expect(removed(once, 'a')).to.equal(once);
    expect(removed(once, 'elsewhere')).to.equal(once);
  });

  it('was removed by its author when that is known, before or after the backend told that it is gone', () => {
    for (const order of [['author', 'editors'] as const, ['editors', 'author'] as const]) {
      const state = order.reduce((before, by) => removed(before, 'a', by), listed(comment('a'), comment('b')));
      expect([state.comments[0]?.status, state.total], order.join()).to.deep.equal(['deleted', 1]);
    }
  });

  it('can be one that was still held', () => {
    const held = commentPosted(listed(comment('a')), comment('mine', { status: 'pending' }), 'pending');
    const state = removed(held, 'mine', 'author');
    expect([state.posted[0]?.status, state.total]).to.deep.equal(['deleted', 1]);
  });

  it('takes all below it with it where the backend does so', () => {
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

describe('what waits', () => {
  const groups = (state: DiscussionState): unknown[] => [...newBelow(state)].map(([below, list]) => [below, ...idsOf(list)]);

  it('waits below the comment on the page that it belongs to, or on its own', () => {
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

  it('waits with the comment it answers, though that is told of later', () => {
    expect(groups(withNew(listed(comment('a')), reply('y', 'x'), reply('x', 'a')))).to.deep.equal([['a', 'y', 'x']]);
  });

  it('waits even where comments answer each other in a circle', () => {
    expect(groups(withNew(listed(comment('a')), reply('x', 'y'), reply('y', 'x'), reply('z', 'x')))).to.deep.equal([[null, 'x', 'y', 'z']]);
  });

  it('is sorted out quickly, however deep it goes', () => {
    const waiting = Array.from({ length: 10_000 }, (_, depth) => reply(`c${depth}`, depth ? `c${depth - 1}` : 'a')).toReversed();
    const started = performance.now();
    expect(newBelow({ ...listed(comment('a')), waiting }).get('a')).to.have.length(10_000);
    expect(performance.now() - started).to.be.below(1000);
  });

  it('is shown at the end, and the newest first in that order; replies stand after the others in every order', () => {
    const state = withNew(listed(comment('a')), comment('x'), reply('x1', 'x'), reply('x2', 'x'), comment('y'));
    expect(idsOf(waitingShown(state, null).comments)).to.deep.equal(['a', 'x', 'x1', 'x2', 'y']);
    expect(idsOf(waitingShown({ ...state, sort: 'newest' }, null).comments)).to.deep.equal(['y', 'x', 'a', 'x1', 'x2']);
  });

  it('is shown where the reader asked for it, while the rest goes on waiting', () => {
    const state = withNew(listed(comment('a'), comment('b')), reply('a1', 'a'), reply('b1', 'b'));
    const shown = waitingShown(state, 'b');
    expect([idsOf(shown.comments), idsOf(shown.waiting), shown.total]).to.deep.equal([['a', 'b', 'b1'], ['a1'], 4]);
    expect(waitingShown(shown, null)).to.equal(shown);
  });
});
