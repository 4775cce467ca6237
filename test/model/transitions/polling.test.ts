import { expect } from 'chai';
import type { Comment, CommentPage } from '../../../src/model/adapter.js';
import { waitingShown } from '../../../src/model/transitions/held-back.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { firstPageLoaded, pageAppended } from '../../../src/model/transitions/loading.js';
import { pagePolled } from '../../../src/model/transitions/polling.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { comment, comments, idsOf } from '../support/fixtures.js';

const since = Date.parse('2013-06-07T12:00:00Z');
const later = { createdAt: '2013-06-07T12:30:00Z' };
const reply = (id: string, parentId: string, fields: Partial<Comment> = {}): Comment =>
  comment(id, { parentId, ...fields });
const loaded = (page: CommentPage, state: Partial<DiscussionState> = {}): DiscussionState =>
  firstPageLoaded({ ...UNOPENED, ...state }, page);
const polled = (state: DiscussionState, page: CommentPage, before = state): DiscussionState =>
  pagePolled(state, page, { before, since });
const shownOf = ({ comments: list }: DiscussionState): unknown[] =>
  list.map(({ id, status }) => (status ? `${id} ${status}` : id));

describe('polling the whole list', () => {
  it('returns the same state when nothing has changed', () => {
    const state = loaded({ items: comments('a', 'b'), total: 2 });
    expect(polled(state, { items: comments('a', 'b'), total: 2 })).to.equal(state);
  });

  it('updates comments in place, including those held back or posted from this page', () => {
    const before = commentPosted(
      { ...loaded({ items: comments('a', 'b') }), waiting: comments('new') },
      comment('mine'),
    );
    const votes = { score: 3 };
    const items = ['mine', 'b', 'new', 'a'].map((id) => comment(id, { votes }));
    const state = polled(before, { items });
    expect([idsOf(state.comments), idsOf(state.posted), idsOf(state.waiting)]).to.deep.equal([
      ['a', 'b'],
      ['mine'],
      ['new'],
    ]);
    for (const one of [...state.comments, ...state.posted, ...state.waiting]) expect(one.votes, one.id).to.equal(votes);
  });

  it('holds back new comments in order of posting, however the list is sorted', () => {
    const oldest = polled(loaded({ items: comments('a', 'b') }), { items: comments('a', 'b', 'c', 'd') });
    expect(idsOf(oldest.waiting)).to.deep.equal(['c', 'd']);
    const newest = polled(loaded({ items: comments('b', 'a') }, { sort: 'newest' }), {
      items: [comment('d'), reply('d1', 'd'), reply('d2', 'd'), comment('c'), ...comments('b', 'a')],
    });
    const shown = waitingShown(newest, null);
    expect(idsOf(shown.comments)).to.deep.equal(['d', 'c', 'b', 'a', 'd1', 'd2']);
  });

  it('uses the total of the list, or counts without one', () => {
    const items = comments('a', 'b', 'c');
    expect(polled(loaded({ items: comments('a', 'b'), total: 2 }), { items, total: 9 }).total).to.equal(9);
    expect(polled(loaded({ items: comments('a', 'b'), total: 2 }), { items }).total).to.equal(3);
  });

  it('leaves tombstones of missing comments, if the page is the whole list', () => {
    const before = loaded({ items: comments('a', 'b', 'c'), total: 3 });
    const state = polled(before, { items: comments('a', 'c') });
    expect(shownOf(state)).to.deep.equal(['a', 'b hidden', 'c']);
    expect(state.total).to.equal(2);
    for (const cut of [{ next: '2' }, { truncated: true }])
      expect(shownOf(polled(before, { items: comments('a', 'c'), ...cut }))).to.deep.equal(['a', 'b', 'c']);
  });

  it('does not treat a held comment as removed', () => {
    const held = comment('held', { status: 'pending' });
    const state = polled(commentPosted(loaded({ items: comments('a') }), held, 'pending'), { items: comments('a') });
    expect(state.posted).to.deep.equal([held]);
    const listed = polled(loaded({ items: [comment('a'), held] }), { items: comments('a') });
    expect(shownOf(listed)).to.deep.equal(['a', 'held pending']);
  });

  it('treats a missing reply as removed only if its branch has no more to load', () => {
    const parent = comment('a', { replies: { total: 3, next: 'r' } });
    const unfolded = loaded({
      items: [comment('a', { replies: { total: 3 } }), reply('a1', 'a'), reply('a2', 'a'), reply('a21', 'a2')],
    });
    expect(shownOf(polled(unfolded, { items: [parent, reply('a1', 'a')] }))).to.deep.equal(['a', 'a1', 'a2', 'a21']);
    expect(shownOf(polled(unfolded, { items: [comment('a'), reply('a1', 'a')] }))).to.deep.equal([
      'a',
      'a1',
      'a2 hidden',
      'a21 hidden',
    ]);
  });

  it('keeps the cursor of replies the reader has loaded', () => {
    const items = [comment('a', { replies: { total: 9, next: 'start' } })];
    const half = loaded({ items: [comment('a', { replies: { total: 8, next: 'half' } })] });
    expect(polled(half, { items }).comments[0]?.replies).to.deep.equal({ total: 9, next: 'half' });
    const all = loaded({ items: [comment('a', { replies: { total: 9, next: undefined } })] });
    expect(polled(all, { items }).comments[0]?.replies?.next).to.equal(undefined);
    const more = loaded({ items: [comment('a', { replies: { total: 8, next: undefined } })] });
    expect(polled(more, { items }).comments[0]?.replies, 'unless there are more again').to.deep.equal({
      total: 9,
      next: 'start',
    });
  });
});

describe('polling a partly loaded list', () => {
  const part = (sort: DiscussionState['sort'] = 'oldest') =>
    loaded({ items: comments('a', 'b', 'c'), next: '2' }, { sort });

  it('does not treat comments as new that moved up from a later page', () => {
    const state = polled(part(), { items: [...comments('a', 'c', 'd'), reply('d1', 'd', later)], next: '2' });
    expect(state.waiting).to.deep.equal([]);
    const newest = polled(part('newest'), { items: comments('a', 'c', 'd'), next: '2' });
    expect(newest.waiting).to.deep.equal([]);
    const top = polled(part('top'), { items: comments('z', 'a', 'b'), next: '2' });
    expect(top.waiting).to.deep.equal([]);
  });

  it('finds new comments among those shown', () => {
    const approved = polled(part(), { items: comments('a', 'late', 'b'), next: '2' });
    expect(idsOf(approved.waiting), 'approved late').to.deep.equal(['late']);
    const newest = polled(part('newest'), { items: comments('e', 'd', 'a'), next: '2' });
    expect(idsOf(newest.waiting)).to.deep.equal(['d', 'e']);
    const replies = polled(part(), { items: [comment('a'), reply('a1', 'a'), ...comments('b', 'c')], next: '2' });
    expect(idsOf(replies.waiting)).to.deep.equal(['a1']);
  });

  it('finds comments posted since the list loaded, at any position', () => {
    for (const sort of ['oldest', 'newest', 'top'] as const) {
      const state = polled(part(sort), { items: [...comments('a', 'c'), comment('new', later)], next: '2' });
      expect(idsOf(state.waiting), sort).to.deep.equal(['new']);
    }
  });

  it('does not treat replies as new that moved up in a partly loaded branch', () => {
    const parent = comment('a', { replies: { total: 5, next: 'r' } });
    const before = loaded({ items: [parent, reply('a1', 'a')] });
    const state = polled(before, { items: [parent, reply('a2', 'a'), reply('a3', 'a', later)] });
    expect(idsOf(state.waiting)).to.deep.equal(['a3']);
  });
});

describe('a slow poll', () => {
  const before = loaded({ items: comments('a', 'b'), next: '2', total: 3 });
  const stale = { items: comments('a', 'b', 'c') };

  it('removes nothing that has loaded since', () => {
    const now = pageAppended(before, { items: comments('c', 'd') });
    const state = polled(now, stale, before);
    expect(state.comments).to.deep.equal(now.comments);
    expect(state.waiting).to.deep.equal([]);
  });

  it('does not restore comments or undo changes made since a slow poll began', () => {
    const waiting = { ...before, waiting: comments('c') };
    const now = { ...before, comments: [comment('a', { votes: { score: 1 } }), comment('b')] };
    const state = polled(now, stale, waiting);
    expect(state.comments).to.deep.equal(now.comments);
    expect(state.waiting).to.deep.equal([]);
  });
});
