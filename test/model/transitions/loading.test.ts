import { expect } from 'chai';
import type { Comment, CommentPage } from '../../../src/model/adapter.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { firstPageLoaded, infoLoaded, pageAppended } from '../../../src/model/transitions/loading.js';
import {
  commentPosted,
  outgoingAdded,
  outgoingFailed,
  outgoingRemoved,
} from '../../../src/model/transitions/submissions.js';
import { commentReported, reportWithdrawn } from '../../../src/model/transitions/viewer-actions.js';
import { ada, comment, comments, idsOf, withSeeds } from '../support/fixtures.js';

const first = (page: CommentPage, state = UNOPENED): DiscussionState => firstPageLoaded(state, page);

describe('pages', () => {
  it('keeps the order of the backend across pages', () => {
    const state = pageAppended(first({ items: comments('b', 'a'), next: '2' }), { items: comments('d', 'c') });
    expect(idsOf(state.comments)).to.deep.equal(['b', 'a', 'd', 'c']);
    expect(state).to.deep.include({ more: { state: 'idle' }, next: undefined, listing: { state: 'ready' } });
  });

  it('does not repeat or lose comments when the list shifts between requests', () => {
    withSeeds(200, (random) => {
      // Comments posted at the front shift offset-based pages, so that a page repeats the end of the previous one.
      let server = Array.from({ length: Math.floor(random() * 30) }, (_, index) => comment(`c${index}`));
      const wanted = new Set(idsOf(server));
      let fresh = 0;
      const ask = (offset: number): CommentPage => {
        const size = 1 + Math.floor(random() * 6);
        const end = offset + size;
        return { items: server.slice(offset, end), next: end < server.length ? String(end) : undefined };
      };
      let state = first(ask(0));
      while (state.next !== undefined) {
        for (let posts = Math.floor(random() * 3); posts > 0 && fresh < 20; posts--)
          server = [comment(`new${fresh++}`), ...server];
        const before = state.comments;
        state = pageAppended(state, ask(Number(state.next)));
        expect(state.comments.slice(0, before.length), 'loaded comments keep their place').to.deep.equal(before);
      }
      const ids = idsOf(state.comments);
      expect(new Set(ids).size, `repeated: ${ids.join()}`).to.equal(ids.length);
      expect(
        [...wanted].filter((id) => !ids.includes(id)),
        'lost',
      ).to.deep.equal([]);
    });
  });

  it('shows a comment with a repeated id once', () => {
    expect(idsOf(first({ items: comments('a', 'b', 'a') }).comments)).to.deep.equal(['a', 'b']);
  });

  it('ends the list at a cursor that repeats without new comments', () => {
    const state = pageAppended(first({ items: comments('a'), next: '2' }), { items: [], next: '2' });
    expect(state).to.deep.include({ next: undefined, more: { state: 'idle' } });
    const brings = pageAppended(first({ items: comments('a'), next: '2' }), { items: comments('b'), next: '2' });
    expect(brings, 'with new comments').to.deep.include({ next: '2', more: { state: 'ready' } });
  });

  it('continues after an empty page with a new cursor', () => {
    const state = pageAppended(first({ items: [], next: '2' }), { items: [], next: '3' });
    expect(state).to.deep.include({ next: '3', more: { state: 'ready' } });
  });

  it('starts the list over with the first page', () => {
    const before = pageAppended(first({ items: comments('a'), next: '2' }), { items: comments('b'), next: '3' });
    const state = first({ items: comments('b', 'c') }, before);
    expect(idsOf(state.comments)).to.deep.equal(['b', 'c']);
    expect(state).to.include({ next: undefined });
  });

  it('records that the backend truncated the list', () => {
    const cut = first({ items: comments('a'), truncated: true });
    expect(cut.truncated).to.equal(true);
    expect(first({ items: comments('a') }, cut).truncated).to.equal(false);
  });
});

describe('the total', () => {
  const total = (...steps: ((state: DiscussionState) => DiscussionState)[]) =>
    steps.reduce((state, step) => step(state), UNOPENED).total;
  const info = (number?: number) => (state: DiscussionState) => infoLoaded(state, { state: 'open', total: number }, 0);
  const list = (page: Partial<CommentPage>) => (state: DiscussionState) =>
    firstPageLoaded(state, { items: [], ...page });
  const more = (page: Partial<CommentPage>) => (state: DiscussionState) => pageAppended(state, { items: [], ...page });
  const post =
    (fields: Partial<Comment> = {}) =>
    (state: DiscussionState) =>
      commentPosted(state, comment('mine', fields));

  it('comes from the list, whichever response is first', () => {
    expect(total(info(3), list({ total: 4 }))).to.equal(4);
    expect(total(list({ total: 4 }), info(3))).to.equal(4);
    expect(total(list({ total: 4, next: '2' }), more({ total: 5 }))).to.equal(5);
  });

  it('comes from open when the list has none, whichever response is first', () => {
    expect(total(info(3), list({ next: '2' }))).to.equal(3);
    expect(total(list({ next: '2' }), info(3))).to.equal(3);
    expect(total(info(3), list({ next: '2' }), more({}))).to.equal(3);
  });

  it('is the latest from open, whichever response is first', () => {
    expect(total(info(3), list({ next: '2' }), info(5), list({ next: '2' }))).to.equal(5);
    expect(total(info(3), list({ next: '2' }), list({ next: '2' }), info(5))).to.equal(5);
    expect(
      total(info(3), list({ total: 4, next: '2' }), list({ total: 6, next: '2' }), info(5)),
      'unless the list has one',
    ).to.equal(6);
  });

  it('is counted once everything has loaded if neither response has one', () => {
    expect(total(list({ items: comments('a', 'b'), next: '2' }))).to.equal(undefined);
    expect(total(list({ items: comments('a', 'b'), next: '2' }), more({ items: comments('b', 'c') }))).to.equal(3);
    expect(total(list({}))).to.equal(0);
    expect(total(info(), list({}))).to.equal(0);
  });

  it('grows with visible comments posted from this page', () => {
    expect(total(list({ total: 3 }), post())).to.equal(4);
    expect(total(list({ total: 3 }), post({ status: 'visible' }))).to.equal(4);
    expect(total(list({ total: 3 }), post({ status: 'pending' }))).to.equal(3);
    expect(total(post()), 'still unknown').to.equal(undefined);
    expect(total(list({ total: 3, items: comments('mine') }), post()), 'already listed').to.equal(3);
  });
});

describe('the info of a discussion', () => {
  it('sets the viewer, and keeps them when a later response has none', () => {
    const state = infoLoaded(UNOPENED, { state: 'open' }, 0);
    expect(state).to.deep.include({ opening: { state: 'ready' }, viewer: { state: 'unknown' } });
    const signedIn = infoLoaded(state, { state: 'open', viewer: ada }, 0);
    expect(signedIn.viewer).to.equal(ada);
    expect(infoLoaded(signedIn, { state: 'open' }, 0).viewer).to.equal(ada);
    expect(infoLoaded(signedIn, { state: 'open', viewer: { state: 'anonymous' } }, 0).viewer).to.deep.equal({
      state: 'anonymous',
    });
  });

  it('includes reports the backend remembers, and keeps those made from this page', () => {
    const state = commentReported(first({ items: comments('a'), next: '2' }), 'a', { sent: 'now', reference: '7' });
    const items = [comment('a', { reported: true }), comment('b', { reported: true }), comment('c')];
    const { reports } = first({ items }, state);
    expect([...reports]).to.deep.equal([
      ['a', { sent: 'now', reference: '7' }],
      ['b', { sent: 'earlier' }],
    ]);
    expect([...reportWithdrawn({ ...state, reports }, 'a').reports.keys()]).to.deep.equal(['b']);
  });

  it('keeps the same map of reports while there are none', () => {
    expect(first({ items: comments('a') }).reports).to.equal(UNOPENED.reports);
  });
});

describe('every transition', () => {
  /** Freezes a value deeply, so that a transition that mutates it fails. */
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
      Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };

  it('changes no arguments and keeps the identity of unchanged parts', () => {
    const state = frozen({ ...first({ items: comments('a'), next: '2', total: 1 }), posted: comments('mine') });
    const before = JSON.stringify(state);
    const outgoing = frozen({
      submitKey: 'k',
      parentId: null,
      body: '',
      name: undefined,
      delivery: 'sending',
    } as const);
    const transitions: [DiscussionState, (keyof DiscussionState)[]][] = [
      [
        infoLoaded(state, frozen({ state: 'open', total: 4 }), 0),
        ['comments', 'posted', 'reports', 'outgoing', 'listing', 'more'],
      ],
      [firstPageLoaded(state, frozen({ items: comments('b') })), ['outgoing', 'reports', 'opening', 'viewer']],
      [pageAppended(state, frozen({ items: [comment('b', { reported: true })] })), ['outgoing', 'opening', 'viewer']],
      [commentPosted(state, frozen(comment('c'))), ['comments', 'reports', 'outgoing']],
      [commentReported(state, 'a', frozen({ sent: 'now' })), ['comments', 'posted', 'outgoing']],
      [reportWithdrawn(state, 'a'), ['comments', 'posted', 'outgoing']],
      [outgoingAdded(state, outgoing), ['comments', 'posted', 'reports']],
      [outgoingRemoved(outgoingFailed(outgoingAdded(state, outgoing), 'k'), 'k'), ['comments', 'posted', 'reports']],
    ];
    expect(JSON.stringify(state)).to.equal(before);
    for (const [next, kept] of transitions) for (const name of kept) expect(next[name], name).to.equal(state[name]);
  });
});
