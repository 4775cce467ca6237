import { expect } from '@open-wc/testing';
import type { Comment, CommentPage } from '../../../src/model/adapter.js';
import { commentsInOrder, type DiscussionState, UNOPENED } from '../../../src/model/discussion/discussion-state.js';
import { firstPageLoaded, infoLoaded, pageAppended } from '../../../src/model/transitions/loading.js';
import { commentPosted, outgoingAdded, outgoingFailed, outgoingRemoved } from '../../../src/model/transitions/submissions.js';
import { commentReported, reportWithdrawn } from '../../../src/model/transitions/reports.js';
import { ada, comment, comments, idsOf, withSeeds } from '../support/fixtures.js';

const first = (page: CommentPage, state = UNOPENED): DiscussionState => firstPageLoaded(state, page);

describe('pages', () => {
  it('follow each other in the order of the backend', () => {
    const state = pageAppended(first({ items: comments('b', 'a'), next: '2' }), { items: comments('d', 'c') });
    expect(idsOf(state.comments)).to.deep.equal(['b', 'a', 'd', 'c']);
    expect(state).to.deep.include({ more: { state: 'idle' }, next: undefined, listing: { state: 'ready' } });
  });

  it('show no comment twice, and lose none, however the list drifts between two requests', () => {
    withSeeds(200, (random) => {
      // Others post at the front while pages are asked for by offset, which repeats what has moved back.
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
        for (let posts = Math.floor(random() * 3); posts > 0 && fresh < 20; posts--) server = [comment(`new${fresh++}`), ...server];
        const before = state.comments;
        state = pageAppended(state, ask(Number(state.next)));
        expect(state.comments.slice(0, before.length), 'what was there stays where it was').to.deep.equal(before);
      }
      const ids = idsOf(state.comments);
      expect(new Set(ids).size, `once each: ${ids.join()}`).to.equal(ids.length);
      expect(
        [...wanted].filter((id) => !ids.includes(id)),
        'lost',
      ).to.deep.equal([]);
    });
  });

  it('show an id once that one page holds twice', () => {
    expect(idsOf(first({ items: comments('a', 'b', 'a') }).comments)).to.deep.equal(['a', 'b']);
  });

  it('end when a cursor leads to itself and brings nothing', () => {
    const state = pageAppended(first({ items: comments('a'), next: '2' }), { items: [], next: '2' });
    expect(state).to.deep.include({ next: undefined, more: { state: 'idle' } });
    const brings = pageAppended(first({ items: comments('a'), next: '2' }), { items: comments('b'), next: '2' });
    expect(brings, 'as long as something comes').to.deep.include({ next: '2', more: { state: 'ready' } });
  });

  it('go on after an empty page with a cursor of its own: all of it may have been held back', () => {
    const state = pageAppended(first({ items: [], next: '2' }), { items: [], next: '3' });
    expect(state).to.deep.include({ next: '3', more: { state: 'ready' } });
  });

  it('begin again with the first page', () => {
    const before = pageAppended(first({ items: comments('a'), next: '2' }), { items: comments('b'), next: '3' });
    const state = first({ items: comments('b', 'c') }, before);
    expect(idsOf(state.comments)).to.deep.equal(['b', 'c']);
    expect(state).to.include({ next: undefined });
  });

  it('say when the backend cut them short', () => {
    const cut = first({ items: comments('a'), truncated: true });
    expect(cut.truncated).to.equal(true);
    expect(first({ items: comments('a') }, cut).truncated).to.equal(false);
  });
});

describe('comments posted here', () => {
  const posted = commentPosted(first({ items: comments('a'), next: '2', total: 3 }), comment('mine'));

  it('stand where the order puts them', () => {
    expect(idsOf(commentsInOrder(posted))).to.deep.equal(['a', 'mine']);
    const two = commentPosted(posted, comment('later'));
    expect(idsOf(commentsInOrder({ ...two, sort: 'newest' }))).to.deep.equal(['later', 'mine', 'a']);
    expect(idsOf(commentsInOrder({ ...two, sort: 'top' }))).to.deep.equal(['a', 'mine', 'later']);
  });

  it('are the list itself where there are none', () => {
    const state = first({ items: comments('a') });
    expect(commentsInOrder(state)).to.equal(state.comments);
  });

  it('stand where a page puts them once it brings them', () => {
    const state = pageAppended(posted, { items: comments('b', 'mine', 'c') });
    expect(state.posted).to.deep.equal([]);
    expect(idsOf(commentsInOrder(state))).to.deep.equal(['a', 'b', 'mine', 'c']);
  });

  it('stay through a first page that lacks them: a held comment is in no list', () => {
    expect(idsOf(first({ items: comments('a', 'b') }, posted).posted)).to.deep.equal(['mine']);
  });

  it('are not there twice when a page was faster than the answer, or the answer came twice', () => {
    expect(commentPosted(posted, comment('mine'))).to.equal(posted);
    expect(commentPosted(posted, comment('a'))).to.equal(posted);
  });
});

describe('the number of comments', () => {
  const total = (...steps: ((state: DiscussionState) => DiscussionState)[]) => steps.reduce((state, step) => step(state), UNOPENED).total;
  const info = (number?: number) => (state: DiscussionState) => infoLoaded(state, { state: 'open', total: number }, 0);
  const list = (page: Partial<CommentPage>) => (state: DiscussionState) => firstPageLoaded(state, { items: [], ...page });
  const more = (page: Partial<CommentPage>) => (state: DiscussionState) => pageAppended(state, { items: [], ...page });
  const post =
    (fields: Partial<Comment> = {}) =>
    (state: DiscussionState) =>
      commentPosted(state, comment('mine', fields));

  it('is what the list says, whichever answer came first', () => {
    expect(total(info(3), list({ total: 4 }))).to.equal(4);
    expect(total(list({ total: 4 }), info(3))).to.equal(4);
    expect(total(list({ total: 4, next: '2' }), more({ total: 5 }))).to.equal(5);
  });

  it('is what the discussion says where the list says nothing, whichever answer came first', () => {
    expect(total(info(3), list({ next: '2' }))).to.equal(3);
    expect(total(list({ next: '2' }), info(3))).to.equal(3);
    expect(total(info(3), list({ next: '2' }), more({}))).to.equal(3);
  });

  it('is the latest that the discussion said, whichever answer came first', () => {
    expect(total(info(3), list({ next: '2' }), info(5), list({ next: '2' }))).to.equal(5);
    expect(total(info(3), list({ next: '2' }), list({ next: '2' }), info(5))).to.equal(5);
    expect(total(info(3), list({ total: 4, next: '2' }), list({ total: 6, next: '2' }), info(5)), 'unless the list says').to.equal(6);
  });

  it('is counted where nobody says, once all are here', () => {
    expect(total(list({ items: comments('a', 'b'), next: '2' }))).to.equal(undefined);
    expect(total(list({ items: comments('a', 'b'), next: '2' }), more({ items: comments('b', 'c') }))).to.equal(3);
    expect(total(list({}))).to.equal(0);
    expect(total(info(), list({}))).to.equal(0);
  });

  it('grows by what is posted here and seen by all', () => {
    expect(total(list({ total: 3 }), post())).to.equal(4);
    expect(total(list({ total: 3 }), post({ status: 'visible' }))).to.equal(4);
    expect(total(list({ total: 3 }), post({ status: 'pending' }))).to.equal(3);
    expect(total(post()), 'unknown stays unknown').to.equal(undefined);
    expect(total(list({ total: 3, items: comments('mine') }), post()), 'it is in there already').to.equal(3);
  });
});

describe('what is known of a discussion', () => {
  it('tells who is reading, and keeps it where a later answer does not say', () => {
    const state = infoLoaded(UNOPENED, { state: 'open' }, 0);
    expect(state).to.deep.include({ opening: { state: 'ready' }, viewer: { state: 'unknown' } });
    const signedIn = infoLoaded(state, { state: 'open', viewer: ada }, 0);
    expect(signedIn.viewer).to.equal(ada);
    expect(infoLoaded(signedIn, { state: 'open' }, 0).viewer).to.equal(ada);
    expect(infoLoaded(signedIn, { state: 'open', viewer: { state: 'anonymous' } }, 0).viewer).to.deep.equal({ state: 'anonymous' });
  });

  it('includes reports that the backend remembers, and keeps those made here', () => {
    const state = commentReported(first({ items: comments('a'), next: '2' }), 'a', { sent: 'now', reference: '7' });
    const items = [comment('a', { reported: true }), comment('b', { reported: true }), comment('c')];
    const { reports } = first({ items }, state);
    expect([...reports]).to.deep.equal([
      ['a', { sent: 'now', reference: '7' }],
      ['b', { sent: 'earlier' }],
    ]);
    expect([...reportWithdrawn({ ...state, reports }, 'a').reports.keys()]).to.deep.equal(['b']);
  });

  it('keeps the same map of reports while nothing is reported', () => {
    expect(first({ items: comments('a') }).reports).to.equal(UNOPENED.reports);
  });
});

describe('comments on their way', () => {
  const outgoing = { submitKey: 'k1', parentId: null, body: 'Hello', name: 'Ada', delivery: 'sending' } as const;

  it('are there once for each intent, the latest last', () => {
    const two = outgoingAdded(outgoingAdded(UNOPENED, outgoing), { ...outgoing, submitKey: 'k2' });
    const again = outgoingAdded(outgoingFailed(two, 'k1'), outgoing);
    expect(again.outgoing.map(({ submitKey, delivery }) => [submitKey, delivery])).to.deep.equal([
      ['k2', 'sending'],
      ['k1', 'sending'],
    ]);
    expect(outgoingRemoved(again, 'k2').outgoing).to.deep.equal([outgoing]);
  });

  it('fail one by one', () => {
    const two = outgoingAdded(outgoingAdded(UNOPENED, outgoing), { ...outgoing, submitKey: 'k2' });
    const failed = outgoingFailed(two, 'k2');
    expect(failed.outgoing.map(({ delivery }) => delivery)).to.deep.equal(['sending', 'failed']);
    expect(failed.outgoing[0], 'the other is the same object').to.equal(two.outgoing[0]);
    expect(outgoingFailed(two, 'k3').outgoing).to.deep.equal(two.outgoing);
  });
});

describe('every step', () => {
  /** Freezes all that can be reached, so that a step that changes what it was given fails. */
  const frozen = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };

  it('leaves what it was given as it was, and keeps what it does not touch', () => {
    const state = frozen({ ...first({ items: comments('a'), next: '2', total: 1 }), posted: comments('mine') });
    const before = JSON.stringify(state);
    const outgoing = frozen({ submitKey: 'k', parentId: null, body: '', name: undefined, delivery: 'sending' } as const);
    const steps: [DiscussionState, (keyof DiscussionState)[]][] = [
      [infoLoaded(state, frozen({ state: 'open', total: 4 }), 0), ['comments', 'posted', 'reports', 'outgoing', 'listing', 'more']],
      [firstPageLoaded(state, frozen({ items: comments('b') })), ['outgoing', 'reports', 'opening', 'viewer']],
      [pageAppended(state, frozen({ items: [comment('b', { reported: true })] })), ['outgoing', 'opening', 'viewer']],
      [commentPosted(state, frozen(comment('c'))), ['comments', 'reports', 'outgoing']],
      [commentReported(state, 'a', frozen({ sent: 'now' })), ['comments', 'posted', 'outgoing']],
      [reportWithdrawn(state, 'a'), ['comments', 'posted', 'outgoing']],
      [outgoingAdded(state, outgoing), ['comments', 'posted', 'reports']],
      [outgoingRemoved(outgoingFailed(outgoingAdded(state, outgoing), 'k'), 'k'), ['comments', 'posted', 'reports']],
    ];
    expect(JSON.stringify(state)).to.equal(before);
    for (const [next, kept] of steps) for (const name of kept) expect(next[name], name).to.equal(state[name]);
  });
});
