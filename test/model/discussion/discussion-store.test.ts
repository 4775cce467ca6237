import { expect } from '@open-wc/testing';
import { AdapterError, type CommentPage, type ListQuery, type Sort } from '../../../src/model/adapter.js';
import { type DiscussionOptions, DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { BackendEdge, failing, offline } from '../support/fake-backend.js';
import { ada, comments, discussion, idsOf, isLoaded, opening, reached, turns } from '../support/fixtures.js';

describe('opening a discussion', () => {
  it('asks for its state and its first page at the same moment, once each', () => {
    const { edge, store } = opening();
    expect(edge.asked.map(({ method, args }) => [method, ...args])).to.deep.equal([
      ['open', discussion],
      ['list', { discussion, sort: 'oldest', limit: 25 }],
    ]);
    expect(store.state).to.deep.include({
      discussion,
      opening: { state: 'loading' },
      listing: { state: 'loading' },
      more: { state: 'idle' },
      access: { state: 'unknown' },
      viewer: { state: 'unknown' },
    });
    expect(store.adapter).to.equal(edge.adapter);
  });

  it('lists in the order wanted, else in the first that the adapter offers, with pages as large as wanted', () => {
    const { adapter, ...edge } = new BackendEdge({ features: { sorts: ['newest', 'oldest'] } });
    const store = new DiscussionStore();
    store.open(adapter, discussion);
    store.open(adapter, discussion, { sort: 'oldest', pageSize: 7 });
    const queries = edge.asked.filter(({ method }) => method === 'list').map(({ args }) => args[0]);
    expect(queries).to.deep.equal([
      { discussion, sort: 'newest', limit: 25 },
      { discussion, sort: 'oldest', limit: 7 },
    ]);
    expect(store.features).to.equal(adapter.features);
  });

  it('has no features where the adapter names none, or where there is no adapter', () => {
    expect(new DiscussionStore().features).to.deep.equal({});
    expect(opening().store.features).to.deep.equal({});
  });

  it('shows each answer when it comes, in either order', async () => {
    for (const order of [['open', 'list'] as const, ['list', 'open'] as const]) {
      const { edge, store } = opening();
      const answers = { open: { state: 'open', viewer: ada, total: 2 }, list: { items: comments('a', 'b') } };
      for (const method of order) (await edge.next(method)).answer(answers[method]);
      const state = await reached(store, isLoaded);
      expect(state).to.deep.include({ viewer: ada, total: 2, access: { state: 'open', closesAt: undefined }, more: { state: 'idle' } });
      expect(idsOf(state.comments)).to.deep.equal(['a', 'b']);
    }
  });

  it('shows the comments where only the state could not be had, and asks for both again', async () => {
    const { edge, store } = opening({ answers: { list: { items: comments('a') } } });
    (await edge.next('open')).fail(offline);
    const failed = await reached(store, ({ opening: { state } }) => state === 'failed');
    expect(failed.opening).to.deep.equal({ state: 'failed', error: offline });
    expect((await reached(store, ({ listing }) => listing.state === 'ready')).comments).to.have.length(1);
    store.reload();
    expect(store.state).to.deep.include({ opening: { state: 'loading' }, listing: { state: 'ready' } });
    (await edge.next('open')).answer({ state: 'open' });
    expect((await reached(store, isLoaded)).access.state).to.equal('open');
  });

  it('knows the state where only the comments could not be had', async () => {
    const { edge, store } = opening({ answers: { open: { state: 'open' } } });
    (await edge.next('list')).fail(new TypeError('Failed to fetch'));
    const { listing, access } = await reached(store, ({ listing: { state } }) => state === 'failed');
    expect(listing.state === 'failed' && listing.error.kind).to.equal('network');
    expect(access.state).to.equal('open');
    store.reload();
    expect(store.state).to.deep.include({ opening: { state: 'ready' }, listing: { state: 'loading' } });
    (await edge.next('list')).answer({ items: [] });
    await reached(store, isLoaded);
  });

  it('takes a refusal for the state that it tells of', async () => {
    for (const [kind, state] of [['closed', 'closed'] as const, ['disabled', 'disabled'] as const, ['not-found', 'missing'] as const]) {
      const { store } = opening({ answers: { open: failing(new AdapterError(kind, 'So it is.')), list: { items: [] } } });
      const { access } = await reached(store, isLoaded);
      expect(access).to.include({ state, message: 'So it is.' });
    }
  });

  it('learns the state from the list where only that tells it', async () => {
    for (const [kind, state] of [['closed', 'closed'] as const, ['not-found', 'missing'] as const]) {
      const { edge, store } = opening({ answers: { list: failing(new AdapterError(kind)) } });
      const first = await reached(store, isLoaded);
      expect(first.access.state).to.equal(state);
      expect(first.comments).to.deep.equal([]);
      (await edge.next('open')).answer({ state: 'open' });
      expect((await reached(store, ({ access }) => access.state === 'open')).listing.state, 'the state itself outweighs it').to.equal(
        'ready',
      );
    }
  });

  it('names what is wrong with an answer that is none', async () => {
    const huge = comments(...Array.from({ length: 500 }, (_, index) => `c${index}`));
    const mistakes: [unknown, unknown][] = [
      [undefined, undefined],
      [null, null],
      ['open', huge],
      [{}, { comments: [] }],
      [{ state: 'open' }, { items: [null] }],
      [{ state: 'open' }, { items: 'abc' }],
    ];
    for (const [info, page] of mistakes) {
      const { store } = opening({ answers: { open: () => info, list: () => page } });
      const { listing, opening: open } = await reached(
        store,
        (state) => state.listing.state !== 'loading' && state.opening.state !== 'loading',
      );
      for (const [progress, method, wanted] of [[listing, 'list', 'items'] as const, [open, 'open', 'state'] as const]) {
        if (method === 'open' && typeof info === 'object' && info && 'state' in info) continue;
        if (progress.state !== 'failed')
          throw new Error(`${method}() answered ${JSON.stringify(info)}, and that counted as ${progress.state}.`);
        expect(progress.error.kind).to.equal('bad-response');
        expect(progress.error.message)
          .to.match(new RegExp(`^${method}\\(\\) returned .*"${wanted}"`))
          .and.have.length.below(300);
      }
    }
  });

  it('fails in words when an adapter throws before it has promised anything', async () => {
    const { adapter } = new BackendEdge();
    const boom = (): never => {
      throw new AdapterError('forbidden', 'Members only.');
    };
    const store = new DiscussionStore();
    store.open({ ...adapter, open: boom, list: boom }, discussion);
    const { opening: open } = await reached(store, ({ opening: { state }, listing }) => state === 'failed' && listing.state === 'failed');
    expect(open.state === 'failed' && open.error.message).to.equal('Members only.');
  });
});

describe('asking for more', () => {
  const page = (ids: string[], next?: string): CommentPage => ({ items: comments(...ids), next });

  async function withMore(options?: DiscussionOptions) {
    const edge = new BackendEdge({ answers: { open: { state: 'open' } } });
    const store = new DiscussionStore();
    store.open(edge.adapter, discussion, options);
    (await edge.next('list')).answer(page(['a'], '2'));
    await reached(store, isLoaded);
    return { edge, store };
  }

  it('asks once for the next page however often it is called, until there is none', async () => {
    const { edge, store } = await withMore();
    const both = [store.loadMore(), store.loadMore()];
    expect(store.state.more.state).to.equal('loading');
    const asked = await edge.next('list');
    expect((asked.args[0] as ListQuery).cursor).to.equal('2');
    asked.answer(page(['b']));
    await Promise.all(both);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
    await store.loadMore();
    expect(edge.count('list')).to.equal(2);
  });

  it('keeps what is there when it fails, and tries the same page again', async () => {
    const { edge, store } = await withMore();
    const more = store.loadMore();
    (await edge.next('list')).fail(offline);
    await more;
    expect(store.state).to.deep.include({ more: { state: 'failed', error: offline }, listing: { state: 'ready' }, next: '2' });
    expect(idsOf(store.state.comments)).to.deep.equal(['a']);
    const again = store.loadMore();
    const asked = await edge.next('list');
    expect((asked.args[0] as ListQuery).cursor).to.equal('2');
    asked.answer(page(['b']));
    await again;
    expect(store.state).to.deep.include({ more: { state: 'idle' } });
  });

  it('fails in words when the answer is none', async () => {
    const { edge, store } = await withMore();
    const more = store.loadMore();
    (await edge.next('list')).answer([]);
    await more;
    const { more: progress } = store.state;
    expect(progress.state === 'failed' && progress.error.kind).to.equal('bad-response');
  });

  it('loses and repeats nothing when the list is asked for again meanwhile, whichever answer comes first', async () => {
    for (const order of ['reload first', 'more first'] as const) {
      const { edge, store } = await withMore({ pageSize: 1 });
      const more = store.loadMore();
      const asked = await edge.next('list');
      store.reload();
      const reloaded = await edge.next('list');
      const answers = [() => reloaded.answer(page(['a'], '2')), () => asked.answer(page(['b'], '3'))];
      if (order === 'more first') answers.reverse();
      for (const answer of answers) {
        answer();
        await turns();
      }
      await more;
      if (order === 'more first') {
        const { args, answer } = await edge.next('list');
        expect((args[0] as ListQuery).limit, 'what was unfolded meanwhile is asked for too').to.be.greaterThan(1);
        answer(page(['a', 'b'], '3'));
        await turns();
      }
      expect(idsOf(store.state.comments), order).to.deep.equal(['a', 'b']);
      expect(store.state, order).to.deep.include({ next: '3', more: { state: 'ready' } });
    }
  });

  it('does not append a page that followed another list', async () => {
    const { edge, store } = await withMore();
    const more = store.loadMore();
    const asked = await edge.next('list');
    store.reload();
    (await edge.next('list')).answer(page(['new', 'a'], '2b'));
    await reached(store, ({ next }) => next === '2b');
    asked.answer(page(['c'], '3'));
    await more;
    expect(idsOf(store.state.comments)).to.deep.equal(['new', 'a']);
    expect(store.state).to.deep.include({ next: '2b', more: { state: 'ready' } });
  });
});

describe('an adapter that learns with the first answer what its backend offers', () => {
  const learning = async (sorts: readonly Sort[], options: DiscussionOptions = {}) => {
    const edge = new BackendEdge({ features: { sorts: ['oldest', 'newest', 'top'] } });
    const store = new DiscussionStore();
    store.open(edge.adapter, discussion, options);
    const [info, first] = [await edge.next('open'), await edge.next('list')];
    Object.assign(edge.adapter, { features: { sorts } });
    info.answer({ state: 'open' });
    first.answer({ items: comments('a') });
    await turns();
    return { edge, store };
  };
  const sortsAsked = (edge: BackendEdge) =>
    edge.asked.filter(({ method }) => method === 'list').map(({ args }) => (args[0] as ListQuery).sort);

  it('is asked once more where the first order of the backend is another one', async () => {
    const { edge, store } = await learning(['newest', 'oldest']);
    expect(sortsAsked(edge)).to.deep.equal(['oldest', 'newest']);
    expect(store.state.listing.state).to.equal('loading');
    (await edge.next('list')).answer({ items: comments('b', 'a') });
    await reached(store, isLoaded);
    expect([store.state.sort, idsOf(store.state.comments)]).to.deep.equal(['newest', ['b', 'a']]);
  });

  it('is asked no more where the order is the one that was wanted', async () => {
    for (const [sorts, sort] of [
      [['oldest', 'newest'], undefined],
      [['newest', 'oldest'], 'oldest'],
      [['newest', 'top'], 'top'],
    ] as const) {
      const { edge, store } = await learning(sorts, { sort });
      expect(sortsAsked(edge)).to.have.length(1);
      expect([store.state.sort, store.state.listing.state]).to.deep.equal([sort ?? 'oldest', 'ready']);
    }
  });

  it('is asked for its first order where it does not have the one that was wanted', async () => {
    const { edge } = await learning(['newest', 'oldest'], { sort: 'top' });
    expect(sortsAsked(edge)).to.deep.equal(['top', 'newest']);
  });

  it('keeps the order that is shown when it learns of others later', async () => {
    const { edge, store } = await learning(['newest', 'oldest'], { sort: 'oldest' });
    store.reload();
    const again = await edge.next('list');
    Object.assign(edge.adapter, { features: { sorts: ['newest', 'oldest', 'top'] } });
    again.answer({ items: comments('a') });
    await turns();
    expect([store.state.sort, sortsAsked(edge).length]).to.deep.equal(['oldest', 2]);
  });
});
