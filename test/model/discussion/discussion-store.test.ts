import { expect } from 'chai';
import { AdapterError, type CommentPage, type ListQuery, type Sort } from '../../../src/model/adapter.js';
import type { DiscussionState } from '../../../src/model/state/discussion-state.js';
import { type DiscussionOptions, DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { FakeBackend, failsWith, offline } from '../support/fake-backend.js';
import {
  ada,
  comment,
  comments,
  discussion,
  flushMicrotasks,
  idsOf,
  isLoaded,
  opened,
  opening,
  reached,
} from '../support/fixtures.js';

describe('opening a discussion', () => {
  it('requests state and first page in parallel, once each', () => {
    const { backend, store } = opening();
    expect(backend.calls.map(({ method, args }) => [method, ...args])).to.deep.equal([
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
    expect(store.adapter).to.equal(backend.adapter);
  });

  it('uses the chosen order and page size, by default the first order of the adapter', () => {
    const { adapter, ...backend } = new FakeBackend({ features: { sorts: ['newest', 'oldest'] } });
    const store = new DiscussionStore();
    store.open(adapter, discussion);
    store.open(adapter, discussion, { sort: 'oldest', pageSize: 7 });
    const queries = backend.calls.filter(({ method }) => method === 'list').map(({ args }) => args[0]);
    expect(queries).to.deep.equal([
      { discussion, sort: 'newest', limit: 25 },
      { discussion, sort: 'oldest', limit: 7 },
    ]);
    expect(store.features).to.equal(adapter.features);
  });

  it('has no features without an adapter, or with one that declares none', () => {
    expect(new DiscussionStore().features).to.deep.equal({});
    expect(opening().store.features).to.deep.equal({});
  });

  it('shows each response as it arrives, in either order', async () => {
    for (const order of [['open', 'list'] as const, ['list', 'open'] as const]) {
      const { backend, store } = opening();
      const responses = { open: { state: 'open', viewer: ada, total: 2 }, list: { items: comments('a', 'b') } };
      for (const method of order) (await backend.next(method)).respond(responses[method]);
      const state = await reached(store, isLoaded);
      expect(state).to.deep.include({
        viewer: ada,
        total: 2,
        access: { state: 'open', closesAt: undefined },
        more: { state: 'idle' },
      });
      expect(idsOf(state.comments)).to.deep.equal(['a', 'b']);
    }
  });

  it('shows the comments when only the state fails to load, and can be reloaded', async () => {
    const { backend, store } = opening({ responses: { list: { items: comments('a') } } });
    (await backend.next('open')).fail(offline);
    const failed = await reached(store, ({ opening: { state } }) => state === 'failed');
    expect(failed.opening).to.deep.equal({ state: 'failed', error: offline });
    expect((await reached(store, ({ listing }) => listing.state === 'ready')).comments).to.have.length(1);
    store.reload();
    expect(store.state).to.deep.include({ opening: { state: 'loading' }, listing: { state: 'ready' } });
    (await backend.next('open')).respond({ state: 'open' });
    expect((await reached(store, isLoaded)).access.state).to.equal('open');
  });

  it('shows the state when only the comments fail to load', async () => {
    const { backend, store } = opening({ responses: { open: { state: 'open' } } });
    (await backend.next('list')).fail(new TypeError('Failed to fetch'));
    const { listing, access } = await reached(store, ({ listing: { state } }) => state === 'failed');
    expect(listing.state === 'failed' && listing.error.kind).to.equal('network');
    expect(access.state).to.equal('open');
    store.reload();
    expect(store.state).to.deep.include({ opening: { state: 'ready' }, listing: { state: 'loading' } });
    (await backend.next('list')).respond({ items: [] });
    await reached(store, isLoaded);
  });

  it('derives the state from the error of open', async () => {
    for (const [kind, state] of [
      ['closed', 'closed'] as const,
      ['disabled', 'disabled'] as const,
      ['not-found', 'missing'] as const,
    ]) {
      const { store } = opening({
        responses: { open: failsWith(new AdapterError(kind, 'Sorry.')), list: { items: [] } },
      });
      const { access } = await reached(store, isLoaded);
      expect(access).to.include({ state, message: 'Sorry.' });
    }
  });

  it('keeps from readers why a discussion is closed if that is written for support', async () => {
    const error = new AdapterError('closed', 'Row 5 of threads is locked.', { audience: 'support' });
    const { store } = opening({ responses: { open: failsWith(error), list: { items: [] } } });
    const { access } = await reached(store, isLoaded);
    expect(access).to.include({ state: 'closed', message: undefined });
  });

  it('derives the state from the error of list, until open responds', async () => {
    for (const [kind, state] of [['closed', 'closed'] as const, ['not-found', 'missing'] as const]) {
      const { backend, store } = opening({ responses: { list: failsWith(new AdapterError(kind)) } });
      const first = await reached(store, isLoaded);
      expect(first.access.state).to.equal(state);
      expect(first.comments).to.deep.equal([]);
      (await backend.next('open')).respond({ state: 'open' });
      expect(
        (await reached(store, ({ access }) => access.state === 'open')).listing.state,
        'open takes precedence',
      ).to.equal('ready');
    }
  });

  it('describes a bad response', async () => {
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
      const { store } = opening({ responses: { open: () => info, list: () => page } });
      const { listing, opening: open } = await reached(
        store,
        (state) => state.listing.state !== 'loading' && state.opening.state !== 'loading',
      );
      for (const [progress, method, wanted] of [
        [listing, 'list', 'items'] as const,
        [open, 'open', 'state'] as const,
      ]) {
        if (method === 'open' && typeof info === 'object' && info && 'state' in info) continue;
        if (progress.state !== 'failed')
          throw new Error(`${method}() returned ${JSON.stringify(info)}, and the store is ${progress.state}.`);
        expect(progress.error.kind).to.equal('bad-response');
        expect(progress.error.message)
          .to.match(new RegExp(`^${method}\\(\\) returned .*"${wanted}"`))
          .and.have.length.below(300);
      }
    }
  });

  it('fails with the error of an adapter that throws synchronously', async () => {
    const { adapter } = new FakeBackend();
    const boom = (): never => {
      throw new AdapterError('forbidden', 'Members only.');
    };
    const store = new DiscussionStore();
    store.open({ ...adapter, open: boom, list: boom }, discussion);
    const { opening: open } = await reached(
      store,
      ({ opening: { state }, listing }) => state === 'failed' && listing.state === 'failed',
    );
    expect(open.state === 'failed' && open.error.message).to.equal('Members only.');
  });
});

describe('loading more', () => {
  const page = (ids: string[], next?: string): CommentPage => ({ items: comments(...ids), next });

  async function withMore(options?: DiscussionOptions) {
    const backend = new FakeBackend({ responses: { open: { state: 'open' } } });
    const store = new DiscussionStore();
    store.open(backend.adapter, discussion, options);
    (await backend.next('list')).respond(page(['a'], '2'));
    await reached(store, isLoaded);
    return { backend, store };
  }

  it('requests each page once, until there are no more', async () => {
    const { backend, store } = await withMore();
    const both = [store.loadMore(), store.loadMore()];
    expect(store.state.more.state).to.equal('loading');
    const request = await backend.next('list');
    expect((request.args[0] as ListQuery).cursor).to.equal('2');
    request.respond(page(['b']));
    await Promise.all(both);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
    await store.loadMore();
    expect(backend.count('list')).to.equal(2);
  });

  it('keeps the loaded comments when it fails, and retries the same page', async () => {
    const { backend, store } = await withMore();
    const more = store.loadMore();
    (await backend.next('list')).fail(offline);
    await more;
    expect(store.state).to.deep.include({
      more: { state: 'failed', error: offline },
      listing: { state: 'ready' },
      next: '2',
    });
    expect(idsOf(store.state.comments)).to.deep.equal(['a']);
    const again = store.loadMore();
    const request = await backend.next('list');
    expect((request.args[0] as ListQuery).cursor).to.equal('2');
    request.respond(page(['b']));
    await again;
    expect(store.state).to.deep.include({ more: { state: 'idle' } });
  });

  it('fails on a bad response', async () => {
    const { backend, store } = await withMore();
    const more = store.loadMore();
    (await backend.next('list')).respond([]);
    await more;
    const { more: progress } = store.state;
    expect(progress.state === 'failed' && progress.error.kind).to.equal('bad-response');
  });

  it('requests a first page and next pages of the sizes it is given, and whole pages when it reloads', async () => {
    const { backend, store } = await withMore({ pageSize: 250, firstPageSize: 100 });
    const more = store.loadMore(30);
    (await backend.next('list')).respond(page(['b'], '3'));
    await more;
    void store.loadMore();
    await backend.next('list');
    store.reload();
    const limits = backend.calls.flatMap(({ method, args }) => (method === 'list' ? (args[0] as ListQuery).limit : []));
    expect(limits).to.deep.equal([100, 30, 250, 250]);
  });

  it('does not lose or repeat comments when a reload and a next page overlap, whichever comes first', async () => {
    for (const order of ['reload first', 'more first'] as const) {
      const { backend, store } = await withMore({ pageSize: 1 });
      const more = store.loadMore();
      const request = await backend.next('list');
      store.reload();
      const reloaded = await backend.next('list');
      const steps = [() => reloaded.respond(page(['a'], '2')), () => request.respond(page(['b'], '3'))];
      if (order === 'more first') steps.reverse();
      for (const step of steps) {
        step();
        await flushMicrotasks();
      }
      await more;
      if (order === 'more first') {
        const { args, respond } = await backend.next('list');
        expect((args[0] as ListQuery).limit, 'includes the page loaded in the meantime').to.be.greaterThan(1);
        respond(page(['a', 'b'], '3'));
        await flushMicrotasks();
      }
      expect(idsOf(store.state.comments), order).to.deep.equal(['a', 'b']);
      expect(store.state, order).to.deep.include({ next: '3', more: { state: 'ready' } });
    }
  });

  it('does not append a page of the list before a reload', async () => {
    const { backend, store } = await withMore();
    const more = store.loadMore();
    const request = await backend.next('list');
    store.reload();
    (await backend.next('list')).respond(page(['new', 'a'], '2b'));
    await reached(store, ({ next }) => next === '2b');
    request.respond(page(['c'], '3'));
    await more;
    expect(idsOf(store.state.comments)).to.deep.equal(['new', 'a']);
    expect(store.state).to.deep.include({ next: '2b', more: { state: 'ready' } });
  });
});

describe('an adapter that learns its features from the first response', () => {
  const learning = async (sorts: readonly Sort[], options: DiscussionOptions = {}) => {
    const backend = new FakeBackend({ features: { sorts: ['oldest', 'newest', 'top'] } });
    const store = new DiscussionStore();
    store.open(backend.adapter, discussion, options);
    const [info, first] = [await backend.next('open'), await backend.next('list')];
    Object.assign(backend.adapter, { features: { sorts } });
    info.respond({ state: 'open' });
    first.respond({ items: comments('a') });
    await flushMicrotasks();
    return { backend, store };
  };
  const requestedSorts = (backend: FakeBackend) =>
    backend.calls.filter(({ method }) => method === 'list').map(({ args }) => (args[0] as ListQuery).sort);

  it('requests the list again when the default order is another one', async () => {
    const { backend, store } = await learning(['newest', 'oldest']);
    expect(requestedSorts(backend)).to.deep.equal(['oldest', 'newest']);
    expect(store.state.listing.state).to.equal('loading');
    (await backend.next('list')).respond({ items: comments('b', 'a') });
    await reached(store, isLoaded);
    expect([store.state.sort, idsOf(store.state.comments)]).to.deep.equal(['newest', ['b', 'a']]);
  });

  it('does not request the list again when the order was right', async () => {
    for (const [sorts, sort] of [
      [['oldest', 'newest'], undefined],
      [['newest', 'oldest'], 'oldest'],
      [['newest', 'top'], 'top'],
    ] as const) {
      const { backend, store } = await learning(sorts, { sort });
      expect(requestedSorts(backend)).to.have.length(1);
      expect([store.state.sort, store.state.listing.state]).to.deep.equal([sort ?? 'oldest', 'ready']);
    }
  });

  it('requests the default order when the adapter lacks the chosen one', async () => {
    const { backend } = await learning(['newest', 'oldest'], { sort: 'top' });
    expect(requestedSorts(backend)).to.deep.equal(['top', 'newest']);
  });

  it('keeps the current order when it learns of others later', async () => {
    const { backend, store } = await learning(['newest', 'oldest'], { sort: 'oldest' });
    store.reload();
    const again = await backend.next('list');
    Object.assign(backend.adapter, { features: { sorts: ['newest', 'oldest', 'top'] } });
    again.respond({ items: comments('a') });
    await flushMicrotasks();
    expect([store.state.sort, requestedSorts(backend).length]).to.deep.equal(['oldest', 2]);
  });
});

describe('subscribing', () => {
  it('notifies listeners of each change until they unsubscribe', async () => {
    const { store } = await opened();
    const seen: DiscussionState[] = [];
    const stop = store.subscribe(() => seen.push(store.state));
    store.setClosed(true);
    expect(seen.map(({ access }) => access.state)).to.deep.equal(['closed']);
    stop();
    store.setClosed(false);
    expect(seen).to.have.length(1);
  });

  it('has frozen states whose unchanged parts keep their identity', async () => {
    const { backend, store } = opening({ responses: { open: { state: 'open', closesAt: '2099-01-01T00:00:00Z' } } });
    const states: DiscussionState[] = [];
    store.subscribe(() => states.push(store.state));
    (await backend.next('list')).respond({ items: [comment('a')], next: '2' });
    await reached(store, isLoaded);
    const more = store.loadMore();
    (await backend.next('list')).respond({ items: [comment('b')] });
    await more;
    expect(states).to.have.length.above(3);
    expect(states.every((state) => Object.isFrozen(state))).to.equal(true);
    const [last, before] = [states.at(-1), states.at(-2)];
    expect(last?.comments[0]).to.equal(before?.comments[0]);
    for (const name of ['info', 'access', 'viewer', 'outgoing', 'reports'] as const)
      expect(last?.[name], name).to.equal(before?.[name]);
  });
});
