import { expect } from 'chai';
import type { Comment, ListQuery } from '../../../src/model/adapter.js';
import { DiscussionExplorer } from '../../../src/model/discussion/discussion-explorer.js';
import { DiscussionFilter } from '../../../src/model/discussion/discussion-filter.js';
import { findComment, shownVotes } from '../../../src/model/state/discussion-state.js';
import { isOwn } from '../../../src/model/state/permissions.js';
import { changeReceived } from '../../../src/model/transitions/live.js';
import { pagePolled } from '../../../src/model/transitions/polling.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { FakeBackend, type FakeBackendOptions, type FakeResponse, offline } from '../support/fake-backend.js';
import {
  ada,
  bob,
  comment,
  comments,
  elsewhere,
  flushMicrotasks,
  idsOf,
  isLoaded,
  opened,
  opening,
  reached,
  writerOf,
} from '../support/fixtures.js';

const features = { filters: ['featured'], sorts: ['oldest', 'newest'], votes: 'up-down' } as const;

const edited = (id: string, minute: number, value: string): Comment =>
  comment(id, { body: { format: 'text', value }, editedAt: `2013-06-07T12:0${minute}:00Z` });

/** A discussion whose list has the comments `a` and `b`, and more at the backend. Later requests stay pending. */
async function filtering() {
  const { backend, store } = opening({ features, responses: { open: { state: 'open' } } });
  (await backend.next('list')).respond({ items: comments('a', 'b'), next: '2', total: 9 });
  await reached(store, isLoaded);
  return { backend, store, explorer: new DiscussionExplorer(store), filter: new DiscussionFilter(store) };
}

/** The same discussion, with a selection that has loaded. */
async function selected(items: readonly Comment[], { responses, ...options }: FakeBackendOptions = {}) {
  const list: FakeResponse = (query) =>
    (query as ListQuery).filter ? { items } : { items: comments('a', 'b'), next: '2', total: 9 };
  const parts = await opened({ features, responses: { list, ...responses }, ...options });
  const filter = new DiscussionFilter(parts.store);
  await filter.show('featured');
  return {
    ...parts,
    filter,
    writer: writerOf(parts.store),
    inSelection: (id: string) => parts.store.state.selection?.items.find((one) => one.id === id),
  };
}

describe('show', () => {
  it('keeps what is shown until the selection has loaded, and shows all comments again', async () => {
    const { backend, store, filter } = await filtering();
    const outcome = filter.show('featured');
    expect(store.state.filtering).to.deep.equal({ state: 'loading', filter: 'featured' });
    expect(store.state.selection).to.equal(undefined);
    const request = await backend.next('list');
    expect(request.args[0]).to.deep.include({ filter: 'featured', sort: 'oldest', limit: 25 });
    request.respond({ items: comments('x', 'y', 'x'), next: '2', total: 7 });
    expect(await outcome).to.deep.equal({ type: 'done', value: undefined });
    expect(store.state.filtering).to.deep.equal({ state: 'idle' });
    expect(store.state.selection).to.deep.equal({
      filter: 'featured',
      sort: 'oldest',
      items: comments('x', 'y'),
      total: 7,
      more: { state: 'ready' },
      next: '2',
    });
    expect([idsOf(store.state.comments), store.state.total, store.state.next]).to.deep.equal([['a', 'b'], 9, '2']);
    expect(await filter.show('all')).to.deep.equal({ type: 'done', value: undefined });
    expect(store.state.selection).to.equal(undefined);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
  });

  it('reports a failure in the state, where the reader can retry', async () => {
    const { backend, store, filter } = await filtering();
    const first = filter.show('featured');
    (await backend.next('list')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state.filtering).to.deep.equal({ state: 'failed', filter: 'featured', error: offline });
    expect(store.state.selection).to.equal(undefined);
    const again = filter.show('featured');
    (await backend.next('list')).respond({ items: comments('x') });
    expect((await again).type).to.equal('done');
    expect(store.state.filtering).to.deep.equal({ state: 'idle' });
    expect(store.state.selection?.more).to.deep.equal({ state: 'idle' });
  });

  it('aborts an earlier call, whose response has no effect', async () => {
    const { backend, store, filter } = await filtering();
    const first = filter.show('featured');
    const { signal, respond } = await backend.next('list');
    expect((await filter.show('all')).type).to.equal('done');
    expect(signal.aborted).to.equal(true);
    respond({ items: comments('x') });
    expect(await first).to.deep.equal({ type: 'aborted' });
    expect([store.state.selection, store.state.filtering.state]).to.deep.equal([undefined, 'idle']);
  });

  it('is aborted when another discussion opens, which shows all of its comments', async () => {
    const { backend, store, filter } = await filtering();
    const result = filter.show('featured');
    const { signal, respond } = await backend.next('list');
    store.open(new FakeBackend().adapter, elsewhere);
    expect(signal.aborted).to.equal(true);
    respond({ items: comments('x') });
    expect(await result).to.deep.equal({ type: 'aborted' });
    expect([store.state.selection, store.state.filtering.state]).to.deep.equal([undefined, 'idle']);
    store.close();
    expect(await filter.show('featured')).to.deep.equal({ type: 'aborted' });
  });

  it('requests the selection again if the order changes before it has loaded', async () => {
    const { backend, store, explorer, filter } = await filtering();
    const result = filter.show('featured');
    const first = await backend.next('list');
    const sorted = explorer.sortBy('newest');
    (await backend.next('list')).respond({ items: comments('b', 'a') });
    await sorted;
    first.respond({ items: comments('x', 'y') });
    const second = await backend.next('list');
    expect(store.state.selection).to.equal(undefined);
    expect(second.args[0]).to.deep.include({ filter: 'featured', sort: 'newest' });
    second.respond({ items: comments('y', 'x') });
    expect((await result).type).to.equal('done');
    expect(store.state.selection).to.deep.include({ sort: 'newest', items: comments('y', 'x') });
  });
});

describe('a loaded selection', () => {
  async function withSelection() {
    const parts = await filtering();
    const loaded = parts.filter.show('featured');
    (await parts.backend.next('list')).respond({ items: comments('x', 'y'), next: '2' });
    await loaded;
    return parts;
  }

  it('is loaded again in another order', async () => {
    const { backend, store, explorer } = await withSelection();
    void explorer.sortBy('newest');
    (await backend.next('list')).respond({ items: comments('b', 'a') });
    const request = await backend.next('list');
    expect(request.args[0]).to.deep.include({ filter: 'featured', sort: 'newest' });
    expect(idsOf(store.state.selection?.items ?? []), 'until then').to.deep.equal(['x', 'y']);
    request.respond({ items: comments('y', 'x') });
    await flushMicrotasks();
    expect(store.state.selection).to.deep.include({ sort: 'newest', items: comments('y', 'x') });
  });

  it('is requested once in another order, and after a failure again when the reader asks', async () => {
    const { backend, store, explorer, filter } = await withSelection();
    void explorer.sortBy('newest');
    (await backend.next('list')).respond({ items: comments('b', 'a') });
    (await backend.next('list')).fail(offline);
    await flushMicrotasks();
    const requests = backend.count('list');
    expect(store.state.filtering).to.deep.equal({ state: 'failed', filter: 'featured', error: offline });
    expect(store.state.selection).to.deep.include({ sort: 'oldest', items: comments('x', 'y') });
    const session = store.session()!;
    session.set(changeReceived(session.state, { type: 'added', comment: comment('new') }, 0));
    expect(backend.count('list')).to.equal(requests);
    void filter.show('featured');
    (await backend.next('list')).respond({ items: comments('y', 'x') });
    await flushMicrotasks();
    expect(store.state.selection).to.deep.include({ sort: 'newest', items: comments('y', 'x') });
  });

  it('is loaded again for another viewer', async () => {
    const { backend, store } = await withSelection();
    backend.viewerChanges(bob);
    const request = await backend.next('list');
    expect(request.args[0]).to.deep.include({ filter: 'featured' });
    request.respond({ items: [comment('x', { can: { edit: true } })] });
    await flushMicrotasks();
    expect(store.state.selection?.items.map(({ id, can }) => [id, can])).to.deep.equal([['x', { edit: true }]]);
    expect(backend.calls.filter(({ args }) => (args[0] as Partial<ListQuery>).filter)).to.have.length(2);
  });

  describe('with loadMore', () => {
    it('grows by a page of comments that are new, each once', async () => {
      const { backend, store, filter } = await withSelection();
      const result = filter.loadMore();
      expect(store.state.selection?.more).to.deep.equal({ state: 'loading' });
      expect(await filter.loadMore(), 'a second press').to.deep.equal({ type: 'aborted' });
      const request = await backend.next('list');
      expect(request.args[0]).to.deep.include({ filter: 'featured', sort: 'oldest', cursor: '2' });
      request.respond({ items: comments('y', 'z', 'z'), next: '3' });
      expect(await result).to.deep.equal({ type: 'done', value: comments('z') });
      expect(store.state.selection).to.deep.include({ items: comments('x', 'y', 'z'), next: '3' });
      expect(store.state.selection?.more).to.deep.equal({ state: 'ready' });
    });

    it('ends at a cursor that repeats', async () => {
      const { backend, store, filter } = await withSelection();
      const result = filter.loadMore();
      (await backend.next('list')).respond({ items: comments('z'), next: '2' });
      await result;
      expect(store.state.selection).to.deep.include({ next: undefined, more: { state: 'idle' } });
      expect(await filter.loadMore()).to.deep.equal({ type: 'aborted' });
    });

    it('keeps its comments when a page fails, and can be retried', async () => {
      const { backend, store, filter } = await withSelection();
      const first = filter.loadMore();
      (await backend.next('list')).fail(offline);
      expect(await first).to.deep.equal({ type: 'failed', error: offline });
      expect(store.state.selection).to.deep.include({ more: { state: 'failed', error: offline } });
      expect(store.state.filtering.state).to.equal('idle');
      const again = filter.loadMore();
      (await backend.next('list')).respond({ items: comments('z') });
      expect(await again).to.deep.equal({ type: 'done', value: comments('z') });
      expect(idsOf(store.state.selection?.items ?? [])).to.deep.equal(['x', 'y', 'z']);
    });

    it('drops a page of an order that the reader has left', async () => {
      const { backend, store, explorer, filter } = await withSelection();
      const result = filter.loadMore();
      const old = await backend.next('list');
      void explorer.sortBy('newest');
      (await backend.next('list')).respond({ items: comments('b', 'a') });
      (await backend.next('list')).respond({ items: comments('y') });
      expect(await result).to.deep.equal({ type: 'aborted' });
      old.respond({ items: comments('z') });
      await flushMicrotasks();
      expect(idsOf(store.state.selection?.items ?? [])).to.deep.equal(['y']);
    });

    it('requests nothing while another selection loads, or all comments are shown', async () => {
      const { backend, filter } = await withSelection();
      void filter.show('featured');
      const requests = backend.count('list');
      expect(await filter.loadMore()).to.deep.equal({ type: 'aborted' });
      void filter.show('all');
      expect(await filter.loadMore()).to.deep.equal({ type: 'aborted' });
      expect(backend.count('list')).to.equal(requests);
    });
  });
});

describe('a selected comment', () => {
  it('is the same in the discussion, in the latest version', async () => {
    const { store, inSelection } = await selected([edited('a', 1, 'Fresh.'), comment('x')]);
    expect(inSelection('a')?.body.value).to.equal('Fresh.');
    expect(store.state.comments[0]).to.equal(inSelection('a'));
    const session = store.session()!;
    session.set(changeReceived(session.state, { type: 'changed', comment: edited('a', 2, 'Fresher.') }, 0));
    expect(inSelection('a')?.body.value).to.equal('Fresher.');
    expect(store.state.comments[0]).to.equal(inSelection('a'));
  });

  it('keeps what has changed while the page was in flight', async () => {
    const { backend, store, filter } = await filtering();
    const loaded = filter.show('featured');
    const request = await backend.next('list');
    const session = store.session()!;
    const voted = comment('a', { votes: { up: 1, mine: 1 } });
    session.set(changeReceived(session.state, { type: 'changed', comment: voted }, 0));
    request.respond({ items: [comment('a', { votes: { up: 0 } })] });
    await loaded;
    expect(store.state.selection?.items).to.deep.equal([voted]);
    expect(store.state.comments[0]).to.equal(store.state.selection?.items[0]);
  });

  it('keeps the loaded replies of the list', async () => {
    const { store } = await selected([comment('a', { featured: true, replies: { total: 5, next: 'r' } })]);
    expect(store.state.comments[0]).to.deep.equal(comment('a', { featured: true, replies: undefined }));
  });

  it('takes the version of a page that the list loads later', async () => {
    const latest = edited('x', 1, 'Later.');
    const list: FakeResponse = (query) => {
      const { filter, cursor } = query as ListQuery;
      return filter
        ? { items: comments('x') }
        : { items: cursor ? [latest] : comments('a'), next: cursor ? undefined : '2' };
    };
    const { store, inSelection } = await selected([], { responses: { list } });
    expect(inSelection('x')).to.deep.equal(comment('x'));
    await store.loadMore();
    expect(inSelection('x')).to.equal(latest);
    expect(store.state.comments.at(-1)).to.equal(latest);
  });

  it('is the viewer’s own if they have posted it from this page', async () => {
    const { store, filter, inSelection } = await selected([comment('mine', { featured: true })]);
    void filter.show('all');
    const session = store.session()!;
    session.set(commentPosted(session.state, comment('mine')));
    await filter.show('featured');
    expect(inSelection('mine')?.featured).to.equal(true);
    expect(isOwn(inSelection('mine')!, store.state)).to.equal(true);
  });

  it('can have been reported on an earlier visit', async () => {
    const { store } = await selected([comment('x', { reported: true })]);
    expect(store.state.reports.get('x')).to.deep.equal({ sent: 'earlier' });
  });

  it('is found by its id; one that is held back is not', async () => {
    const { store } = await selected(comments('x'));
    const session = store.session()!;
    session.set(commentPosted(session.state, comment('mine')));
    session.set(changeReceived(session.state, { type: 'added', comment: comment('new') }, 0));
    expect(['a', 'mine', 'x', 'new', 'none'].map((id) => findComment(store.state, id)?.id)).to.deep.equal([
      'a',
      'mine',
      'x',
      undefined,
      undefined,
    ]);
  });

  it('is the same as the held-back comment that arrives later', async () => {
    const { store, inSelection } = await selected(comments('x'));
    const session = store.session()!;
    session.set(changeReceived(session.state, { type: 'added', comment: edited('x', 1, 'Edited.') }, 0));
    expect(store.state.waiting).to.deep.equal([edited('x', 1, 'Edited.')]);
    expect(inSelection('x')).to.equal(store.state.waiting[0]);
    session.set(changeReceived(session.state, { type: 'changed', comment: comment('x', { status: 'hidden' }) }, 0));
    expect(inSelection('x')?.body.value, 'an older version').to.equal('Edited.');
    session.set(changeReceived(session.state, { type: 'removed', id: 'x' }, 0));
    expect([store.state.waiting, inSelection('x')?.status]).to.deep.equal([[], 'hidden']);
  });
});

describe('a selected comment that is on no loaded page', () => {
  it('takes a vote', async () => {
    const { backend, store, writer, inSelection } = await selected([comment('x', { votes: { up: 3 } })]);
    const result = writer.vote('x', 1);
    expect(shownVotes(inSelection('x')!, store.state)).to.deep.include({ up: 4, mine: 1 });
    const request = await backend.next('vote');
    expect(request.args[1]).to.deep.equal({ id: 'x', value: 1, was: undefined });
    request.respond({ up: 5, mine: 1 });
    expect((await result).type).to.equal('done');
    expect(inSelection('x')?.votes).to.deep.equal({ up: 5, mine: 1 });
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });

  it('shows the backend’s counts again after a vote is refused', async () => {
    const { backend, store, writer, inSelection } = await selected([comment('x', { votes: { up: 3 } })]);
    const result = writer.vote('x', 1);
    (await backend.next('vote')).fail(offline);
    expect((await result).type).to.equal('failed');
    expect(shownVotes(inSelection('x')!, store.state)).to.deep.equal({ up: 3 });
  });

  it('can be edited', async () => {
    const { store, writer, inSelection } = await selected(comments('x'), {
      responses: { edit: edited('x', 1, 'Better.') },
    });
    await writer.edit({ id: 'x', body: 'Better.' });
    expect(inSelection('x')?.body.value).to.equal('Better.');
    expect(inSelection('x')?.source).to.equal('Better.');
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
  });

  it('can be removed and restored, in its place', async () => {
    const { store, writer, inSelection } = await selected(comments('x', 'y'), {
      responses: { open: { state: 'open', viewer: ada }, remove: { effect: 'tombstone' }, restore: comment('x') },
    });
    await writer.remove(inSelection('x')!, 'author');
    expect(inSelection('x')).to.deep.include({ status: 'deleted', body: { format: 'text', value: '' } });
    expect(store.state.total).to.equal(8);
    await writer.restore('x');
    expect(store.state.selection?.items).to.deep.equal(comments('x', 'y'));
    expect([idsOf(store.state.comments), store.state.total]).to.deep.equal([['a', 'b'], 9]);
  });

  it('is removed with the branch above it', async () => {
    const { store, writer, inSelection } = await selected(
      [comment('a1', { parentId: 'a' }), comment('a11', { parentId: 'a1' }), comment('x')],
      { responses: { remove: { effect: 'subtree' } } },
    );
    await writer.remove(store.state.comments[0]!, 'author');
    expect(['a1', 'a11', 'x'].map((id) => inSelection(id)?.status)).to.deep.equal(['deleted', 'deleted', undefined]);
    expect(store.state.total).to.equal(6);
  });

  it('can be reported and pinned', async () => {
    const { store, writer, inSelection } = await selected(comments('x'), {
      responses: { report: { reference: 'R1' }, pin: comment('x', { pinned: true }) },
    });
    await writer.report({ id: 'x', reason: 'spam' });
    expect(store.state.reports.get('x')).to.deep.equal({ sent: 'now', reference: 'R1' });
    await writer.pin('x', true);
    expect(inSelection('x')?.pinned).to.equal(true);
  });

  it('takes a reply, which stands in the discussion', async () => {
    const { store, writer, inSelection } = await selected(comments('x'), {
      responses: { submit: { outcome: 'published', comment: comment('x1', { parentId: 'x' }) } },
    });
    const outcome = await writer.submit({ submitKey: 'k', parentId: 'x', body: 'Reply.' });
    expect(outcome.type).to.equal('published');
    expect(idsOf(store.state.posted)).to.deep.equal(['x1']);
    expect(inSelection('x')).to.deep.equal(comment('x'));
  });

  it('follows events', async () => {
    const { store, inSelection } = await selected(comments('x', 'y'));
    const session = store.session()!;
    session.set(changeReceived(session.state, { type: 'changed', comment: edited('x', 1, 'Edited.') }, 0));
    session.set(changeReceived(session.state, { type: 'removed', id: 'y' }, 0));
    expect(inSelection('x')?.body.value).to.equal('Edited.');
    expect(inSelection('y')?.status).to.equal('hidden');
    expect([idsOf(store.state.comments), store.state.total, store.state.waiting.length]).to.deep.equal([
      ['a', 'b'],
      8,
      0,
    ]);
  });

  it('follows a poll: an edit, and that it is missing from the whole list', async () => {
    const { store, inSelection } = await selected(comments('x', 'y'));
    const session = store.session()!;
    const page = { items: [...comments('a', 'b'), edited('x', 1, 'Edited.')], total: 3 };
    session.set(pagePolled(session.state, page, { before: session.state, since: Date.parse('2013-06-07T11:00:00Z') }));
    expect(inSelection('x')?.body.value).to.equal('Edited.');
    expect(inSelection('y')?.status).to.equal('hidden');
    expect(store.state.total).to.equal(3);
  });
});
