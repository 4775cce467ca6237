import { expect } from 'chai';
import { AdapterError, type Comment, type ListQuery, type Viewer } from '../../../src/model/adapter.js';
import { commentAdded } from '../../../src/model/transitions/held-back.js';
import { DiscussionExplorer } from '../../../src/model/discussion/discussion-explorer.js';
import { commentsInOrder } from '../../../src/model/state/discussion-state.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { type FakeResponse, FakeBackend, offline } from '../support/fake-backend.js';
import { LiveBackend, type LiveBackendOptions } from '../support/live-backend.js';
import {
  ada,
  anonymous,
  bob,
  comment,
  comments,
  discussion,
  elsewhere,
  idsOf,
  isLoaded,
  reached,
  flushMicrotasks,
} from '../support/fixtures.js';

const reply = (id: string, parentId: string, fields: Partial<Comment> = {}): Comment =>
  comment(id, { parentId, ...fields });

async function exploring({ responses, ...options }: LiveBackendOptions = {}) {
  const backend = new LiveBackend({ responses: { open: { state: 'open' }, ...responses }, ...options });
  const store = new DiscussionStore();
  store.open(backend.live, discussion);
  if (responses?.list) await reached(store, isLoaded);
  return { backend, store, explorer: new DiscussionExplorer(store) };
}

describe('loading replies', () => {
  /** A list whose first comment has one loaded reply and more at the backend. */
  async function folded() {
    const parts = await exploring();
    const first = await parts.backend.next('list');
    first.respond({
      items: [comment('a', { replies: { total: 4, next: 'r' } }), reply('a1', 'a'), comment('b')],
      total: 5,
    });
    await reached(parts.store, isLoaded);
    const parent = (): Comment | undefined => parts.store.state.comments.find(({ id }) => id === 'a');
    return { ...parts, parent };
  }

  it('appends page after page, each reply once, until there are no more', async () => {
    const { backend, store, explorer, parent } = await folded();
    const first = explorer.loadReplies('a');
    expect(store.state.branches.get('a')).to.deep.equal({ state: 'loading' });
    const request = await backend.next('list');
    expect(request.args[0]).to.deep.include({ discussion, parentId: 'a', cursor: 'r', limit: 25, sort: 'oldest' });
    request.respond({ items: [reply('a1', 'a'), reply('a2', 'a')], next: 'r2' });
    expect(await first).to.deep.equal({ type: 'done', value: [reply('a2', 'a')] });
    expect(parent()?.replies).to.deep.equal({ total: 4, next: 'r2' });
    const second = explorer.loadReplies('a');
    (await backend.next('list')).respond({ items: [reply('a3', 'a'), reply('a31', 'a3')] });
    expect(await second).to.deep.equal({ type: 'done', value: [reply('a3', 'a'), reply('a31', 'a3')] });
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'a1', 'b', 'a2', 'a3', 'a31']);
    expect(parent()?.replies?.next).to.equal(undefined);
    expect([store.state.branches.size, store.state.total, store.state.more.state]).to.deep.equal([0, 5, 'idle']);
    expect(await explorer.loadReplies('a')).to.deep.equal({ type: 'done', value: [] });
    expect(backend.count('list')).to.equal(3);
  });

  it('sends one request for a double click', async () => {
    const { backend, explorer } = await folded();
    const both = [explorer.loadReplies('a'), explorer.loadReplies('a')];
    (await backend.next('list')).respond({ items: [reply('a2', 'a')] });
    const [one, other] = await Promise.all(both);
    expect(one).to.equal(other);
    expect(backend.count('list')).to.equal(2);
  });

  it('keeps the loaded comments when it fails, and can be retried', async () => {
    const { backend, store, explorer } = await folded();
    const first = explorer.loadReplies('a');
    (await backend.next('list')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state.branches.get('a')).to.deep.equal({ state: 'failed', error: offline });
    expect(store.state.listing.state).to.equal('ready');
    const again = explorer.loadReplies('a');
    (await backend.next('list')).respond({ items: [reply('a2', 'a')] });
    expect((await again).type).to.equal('done');
    expect(store.state.branches.size).to.equal(0);
  });

  it('stops at a cursor that repeats without new replies', async () => {
    const { backend, explorer, parent } = await folded();
    const result = explorer.loadReplies('a');
    (await backend.next('list')).respond({ items: [reply('a1', 'a')], next: 'r' });
    await result;
    expect(parent()?.replies?.next).to.equal(undefined);
  });

  it('shows a held-back reply that the page contains', async () => {
    const { backend, store, explorer } = await folded();
    const session = store.session();
    session?.set(commentAdded(session.state, reply('a2', 'a')));
    const result = explorer.loadReplies('a');
    (await backend.next('list')).respond({ items: [reply('a2', 'a'), reply('a3', 'a', { reported: true })] });
    await result;
    expect(store.state.waiting).to.deep.equal([]);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'a1', 'b', 'a2', 'a3']);
    expect(store.state.reports.get('a3')).to.deep.equal({ sent: 'earlier' });
  });

  it('does not change the cursor and the total of the list', async () => {
    const { backend, store, explorer } = await exploring();
    (await backend.next('list')).respond({ items: [comment('a', { replies: { next: 'r' } })], next: '2' });
    await reached(store, isLoaded);
    const result = explorer.loadReplies('a');
    (await backend.next('list')).respond({ items: [], next: '2', total: 9, truncated: true });
    await result;
    expect(store.state).to.deep.include({ next: '2', more: { state: 'ready' }, total: undefined, truncated: false });
  });

  it('drops the page if a reload has changed the cursor', async () => {
    const { backend, store, explorer } = await folded();
    const result = explorer.loadReplies('a');
    const old = await backend.next('list');
    store.reload();
    (await backend.next('list')).respond({ items: [comment('a', { replies: { next: 'other' } })] });
    await flushMicrotasks();
    const before = store.state;
    old.respond({ items: [reply('a9', 'a')] });
    expect(await result).to.deep.equal({ type: 'done', value: [] });
    expect(store.state).to.equal(before);
  });

  it('is aborted with the session', async () => {
    const { backend, store, explorer } = await folded();
    const result = explorer.loadReplies('a');
    const { signal, respond } = await backend.next('list');
    store.open(new FakeBackend().adapter, elsewhere);
    expect(signal.aborted).to.equal(true);
    respond({ items: [reply('a2', 'a')] });
    expect(await result).to.deep.equal({ type: 'aborted' });
    store.close();
    expect(await explorer.loadReplies('a')).to.deep.equal({ type: 'aborted' });
  });
});

describe('reloading after replies were loaded', () => {
  const page = (total = 3): Comment[] => [
    comment('a', { replies: { total, next: 'r' } }),
    reply('a1', 'a'),
    comment('b'),
  ];

  /** A list with two separately loaded replies (`a2`, `a21`) and the target of a permalink (`z`). */
  async function unfolded(viewer: Viewer = ada) {
    const get = async (id: string): Promise<Comment> => comment(id);
    const parts = await exploring({ get, responses: { open: () => ({ state: 'open', viewer }) } });
    const { backend, store, explorer } = parts;
    const signIn = (next: Viewer): void => backend.viewerChanges((viewer = next));
    const respond = async (items: Comment[], next?: string): Promise<void> => {
      (await backend.next('list')).respond({ items, next });
      await flushMicrotasks();
    };
    await respond(page(), '2');
    const result = explorer.loadReplies('a');
    await respond([reply('a2', 'a', { can: { reply: false } }), reply('a21', 'a2')]);
    await result;
    await explorer.find('z');
    return {
      ...parts,
      respond,
      signIn,
      shown: () => idsOf(commentsInOrder(store.state)),
      find: (id: string) => commentsInOrder(store.state).find((one) => one.id === id),
    };
  }

  it('keeps the replies in place and does not offer them again', async () => {
    const { store, respond, shown, find } = await unfolded();
    const before = find('a2');
    store.reload();
    await respond(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b', 'a2', 'a21', 'z']);
    expect(find('a2')).to.equal(before);
    expect(find('a')?.replies?.next).to.equal(undefined);
    store.reload();
    await respond(page(4), '2');
    expect(find('a')?.replies?.next, 'the backend has one more').to.equal('r');
  });

  it('drops them with their parent, and once the list shows that they are gone', async () => {
    const { store, respond, shown } = await unfolded();
    store.reload();
    await respond([comment('a'), reply('a1', 'a'), comment('b')], '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b', 'z']);
    store.reload();
    await respond(comments('b'));
    expect(shown()).to.deep.equal(['b']);
  });

  it('keeps them when the viewer signs in, without permissions, and drops them for another viewer', async () => {
    const { signIn, respond, shown, find } = await unfolded(anonymous);
    signIn(ada);
    await respond(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b', 'a2', 'a21', 'z']);
    expect(find('a2')?.can).to.equal(undefined);
    signIn(bob);
    await respond(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b']);
  });

  it('drops them when the order changes', async () => {
    const { explorer, respond, shown } = await unfolded();
    void explorer.sortBy('newest');
    await respond(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b']);
  });
});

describe('showing held-back comments', () => {
  it('returns the first of them in reading order', async () => {
    for (const [sort, first] of [
      ['oldest', 'x'],
      ['newest', 'y'],
    ] as const) {
      const { store, explorer } = await exploring({
        features: { sorts: [sort] },
        responses: { list: { items: comments('a') } },
      });
      const session = store.session();
      const added = [reply('x1', 'x'), comment('x'), comment('y'), reply('a1', 'a')];
      session?.set(added.reduce(commentAdded, session.state));
      expect(explorer.showNew(null)?.id).to.equal(first);
      expect(idsOf(store.state.waiting)).to.deep.equal(['a1']);
      expect(explorer.showNew('a')?.id).to.equal('a1');
      expect(explorer.showNew('a')).to.equal(undefined);
      store.close();
      expect(explorer.showNew(null)).to.equal(undefined);
    }
  });
});

describe('finding a comment', () => {
  const fetchable = (...all: Comment[]) => {
    const requested: string[] = [];
    const get = async (id: string): Promise<Comment> => {
      requested.push(id);
      const found = all.find((one) => one.id === id);
      if (!found) throw new AdapterError('not-found');
      return found;
    };
    return { requested, get };
  };
  const first = { list: { items: comments('a', 'b'), next: '2', total: 9 } };

  it('makes no request for a loaded comment, and shows it if it is held back', async () => {
    const { requested, get } = fetchable();
    const { store, explorer } = await exploring({ get, responses: first });
    const session = store.session();
    session?.set(
      commentAdded(commentAdded(commentPosted(session.state, comment('mine')), reply('b1', 'b')), comment('new')),
    );
    for (const id of ['a', 'mine', 'b1']) expect(await explorer.find(id)).to.have.nested.property('value.id', id);
    expect(idsOf(store.state.waiting), 'in another branch').to.deep.equal(['new']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'b1']);
    expect(requested).to.deep.equal([]);
  });

  it('loads the comment with its ancestors, and a later page puts them in their place', async () => {
    const line = [comment('c'), reply('c1', 'c'), reply('c11', 'c1')];
    const { requested, get } = fetchable(...line);
    const { backend, store, explorer } = await exploring({ get });
    (await backend.next('list')).respond(first.list);
    expect(await explorer.find('c11')).to.deep.equal({ type: 'done', value: line[2] });
    expect(requested).to.deep.equal(['c11', 'c1', 'c']);
    expect(idsOf(commentsInOrder(store.state))).to.deep.equal(['a', 'b', 'c', 'c1', 'c11']);
    expect(store.state).to.deep.include({ next: '2', more: { state: 'ready' }, total: 9 });
    const more = store.loadMore();
    (await backend.next('list')).respond({ items: [comment('x'), ...line, reply('c12', 'c1')] });
    await more;
    expect(idsOf(commentsInOrder(store.state))).to.deep.equal(['a', 'b', 'x', 'c', 'c1', 'c11', 'c12']);
  });

  it('does not request ancestors that are loaded, held back or posted from this page', async () => {
    const { requested, get } = fetchable(reply('b11', 'b1'), reply('mine1', 'mine'));
    const { store, explorer } = await exploring({ get, responses: first });
    const session = store.session();
    session?.set(commentPosted(commentAdded(session.state, reply('b1', 'b')), comment('mine', { status: 'pending' })));
    await explorer.find('b11');
    await explorer.find('mine1');
    expect(requested).to.deep.equal(['b11', 'mine1']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'b1', 'b11', 'mine1']);
    expect([store.state.waiting, idsOf(store.state.posted)]).to.deep.equal([[], ['mine']]);
  });

  it('shows a comment whose ancestors are missing or form a circle', async () => {
    const { get } = fetchable(reply('x', 'gone'), reply('y', 'z'), reply('z', 'y'));
    const { store, explorer } = await exploring({ get, responses: first });
    expect((await explorer.find('x')).type).to.equal('done');
    expect((await explorer.find('y')).type).to.equal('done');
    expect(idsOf(commentsInOrder(store.state))).to.deep.equal(['a', 'b', 'x', 'z', 'y']);
  });

  it('loads at most a hundred comments of a branch', async () => {
    const get = async (id: string): Promise<Comment> => reply(id, `${Number(id) + 1}`);
    const { store, explorer } = await exploring({ get, responses: first });
    await explorer.find('0');
    expect(commentsInOrder(store.state)).to.have.length(2 + 100);
  });

  it('shows a removed comment as a tombstone', async () => {
    for (const status of ['deleted', 'hidden'] as const) {
      const { store, explorer } = await exploring({ get: fetchable(comment('c', { status })).get, responses: first });
      expect(await explorer.find('c')).to.have.nested.property('value.status', status);
      expect(commentsInOrder(store.state).at(-1)).to.include({ id: 'c', status });
    }
  });

  it('resolves with undefined for an unknown comment, and fails when the request fails', async () => {
    const { store, explorer } = await exploring({ get: fetchable().get, responses: first });
    const before = store.state;
    expect(await explorer.find('none')).to.deep.equal({ type: 'done', value: undefined });
    expect(store.state).to.equal(before);
    const failing = await exploring({ get: () => Promise.reject(offline), responses: first });
    expect(await failing.explorer.find('c')).to.deep.equal({ type: 'failed', error: offline });
    const odd = await exploring({ get: async () => ({}) as Comment, responses: first });
    expect(await odd.explorer.find('c')).to.have.nested.property('error.kind', 'bad-response');
  });

  it('waits for the first page, which would replace the result', async () => {
    const { requested, get } = fetchable(comment('c'));
    const { backend, store, explorer } = await exploring({ get });
    const found = explorer.find('c');
    await flushMicrotasks();
    expect(requested).to.deep.equal([]);
    (await backend.next('list')).respond({ items: comments('a') });
    await found;
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'c']);
  });

  it('ends with the session at any moment', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const { backend, store, explorer } = await exploring({ get: async (id) => comment(id) });
      const found = explorer.find('c');
      (await backend.next('list')).respond({ items: comments('a') });
      await flushMicrotasks(turn);
      store.open(new FakeBackend().adapter, elsewhere);
      expect((await found).type, `after ${turn} turns`).to.be.oneOf(['aborted', 'done']);
      expect(store.state.comments, `after ${turn} turns`).to.deep.equal([]);
      store.close();
    }
  });

  describe('without a get method', () => {
    const pages =
      (last: number): FakeResponse =>
      (query) => {
        const at = Number((query as ListQuery).cursor ?? 0);
        return { items: comments(`c${at}`), next: at < last ? String(at + 1) : undefined };
      };

    it('loads pages until one includes the comment', async () => {
      const { backend, store, explorer } = await exploring({ without: ['get'], responses: { list: pages(9) } });
      expect(await explorer.find('c4')).to.have.nested.property('value.id', 'c4');
      expect(backend.count('list')).to.equal(5);
      expect(store.state.next).to.equal('5');
    });

    it('gives up at the end of the list or after twenty pages', async () => {
      for (const [last, requests] of [
        [3, 4],
        [99, 21],
      ] as const) {
        const { backend, explorer } = await exploring({ without: ['get'], responses: { list: pages(last) } });
        expect(await explorer.find('none')).to.deep.equal({ type: 'done', value: undefined });
        expect(backend.count('list')).to.equal(requests);
      }
    });

    it('fails when a page fails, and continues there on a retry', async () => {
      const { backend, store, explorer } = await exploring({ without: ['get'] });
      (await backend.next('list')).respond({ items: comments('a'), next: '2' });
      await reached(store, isLoaded);
      const found = explorer.find('c');
      (await backend.next('list')).fail(offline);
      expect(await found).to.deep.equal({ type: 'failed', error: offline });
      const again = explorer.find('c');
      (await backend.next('list')).respond({ items: comments('c') });
      expect(await again).to.have.nested.property('value.id', 'c');
    });

    it('waits for a page that is already loading', async () => {
      const { backend, store, explorer } = await exploring({ without: ['get'] });
      (await backend.next('list')).respond({ items: comments('a'), next: '2' });
      await reached(store, isLoaded);
      void store.loadMore();
      const found = explorer.find('c');
      (await backend.next('list')).respond({ items: comments('c') });
      expect(await found).to.have.nested.property('value.id', 'c');
      expect(backend.count('list')).to.equal(2);
    });
  });
});
