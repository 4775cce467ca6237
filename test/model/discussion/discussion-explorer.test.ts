import { expect } from '@open-wc/testing';
import { AdapterError, type Comment, type ListQuery, type Viewer } from '../../../src/model/adapter.js';
import { commentAdded } from '../../../src/model/transitions/comments.js';
import { DiscussionExplorer } from '../../../src/model/discussion/discussion-explorer.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { commentPosted } from '../../../src/model/transitions/submissions.js';
import { type Answer, BackendEdge, offline } from '../support/fake-backend.js';
import { LiveEdge } from '../support/live-backend.js';
import { ada, anonymous, bob, comment, comments, discussion, elsewhere, idsOf, isLoaded, reached, turns } from '../support/fixtures.js';

const reply = (id: string, parentId: string, fields: Partial<Comment> = {}): Comment => comment(id, { parentId, ...fields });

async function exploring({ answers, ...options }: ConstructorParameters<typeof LiveEdge>[0] = {}) {
  const edge = new LiveEdge({ answers: { open: { state: 'open' }, ...answers }, ...options });
  const store = new DiscussionStore();
  store.open(edge.live, discussion);
  if (answers?.list) await reached(store, isLoaded);
  return { edge, store, explorer: new DiscussionExplorer(store) };
}

describe('asking for the replies to a comment', () => {
  /** A page with one comment, of whose replies one is there. */
  async function folded() {
    const parts = await exploring();
    const first = await parts.edge.next('list');
    first.answer({ items: [comment('a', { replies: { total: 4, next: 'r' } }), reply('a1', 'a'), comment('b')], total: 5 });
    await reached(parts.store, isLoaded);
    const parent = (): Comment | undefined => parts.store.state.comments.find(({ id }) => id === 'a');
    return { ...parts, parent };
  }

  it('shows them page by page, each once, until there are no more', async () => {
    const { edge, store, explorer, parent } = await folded();
    const first = explorer.loadReplies('a');
    expect(store.state.branches.get('a')).to.deep.equal({ state: 'loading' });
    const asked = await edge.next('list');
    expect(asked.args[0]).to.deep.include({ discussion, parentId: 'a', cursor: 'r', limit: 25, sort: 'oldest' });
    asked.answer({ items: [reply('a1', 'a'), reply('a2', 'a')], next: 'r2' });
    expect(await first).to.deep.equal({ type: 'done', value: [reply('a2', 'a')] });
    expect(parent()?.replies).to.deep.equal({ total: 4, next: 'r2' });
    const second = explorer.loadReplies('a');
    (await edge.next('list')).answer({ items: [reply('a3', 'a'), reply('a31', 'a3')] });
    expect(await second).to.deep.equal({ type: 'done', value: [reply('a3', 'a'), reply('a31', 'a3')] });
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'a1', 'b', 'a2', 'a3', 'a31']);
    expect(parent()?.replies?.next).to.equal(undefined);
    expect([store.state.branches.size, store.state.total, store.state.more.state]).to.deep.equal([0, 5, 'idle']);
    expect(await explorer.loadReplies('a')).to.deep.equal({ type: 'done', value: [] });
    expect(edge.count('list')).to.equal(3);
  });

  it('asks once, however often it is pressed', async () => {
    const { edge, explorer } = await folded();
    const both = [explorer.loadReplies('a'), explorer.loadReplies('a')];
    (await edge.next('list')).answer({ items: [reply('a2', 'a')] });
    const [one, other] = await Promise.all(both);
    expect(one).to.equal(other);
    expect(edge.count('list')).to.equal(2);
  });

  it('keeps what is there when it fails, and can be tried again', async () => {
    const { edge, store, explorer } = await folded();
    const first = explorer.loadReplies('a');
    (await edge.next('list')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state.branches.get('a')).to.deep.equal({ state: 'failed', error: offline });
    expect(store.state.listing.state).to.equal('ready');
    const again = explorer.loadReplies('a');
    (await edge.next('list')).answer({ items: [reply('a2', 'a')] });
    expect((await again).type).to.equal('done');
    expect(store.state.branches.size).to.equal(0);
  });

  it('ends where a cursor leads to itself and brings nothing', async () => {
    const { edge, explorer, parent } = await folded();
    const asked = explorer.loadReplies('a');
    (await edge.next('list')).answer({ items: [reply('a1', 'a')], next: 'r' });
    await asked;
    expect(parent()?.replies?.next).to.equal(undefined);
  });

  it('shows what waited where it comes in a page', async () => {
    const { edge, store, explorer } = await folded();
    const port = store.session();
    port?.set(commentAdded(port.state, reply('a2', 'a')));
    const asked = explorer.loadReplies('a');
    (await edge.next('list')).answer({ items: [reply('a2', 'a'), reply('a3', 'a', { reported: true })] });
    await asked;
    expect(store.state.waiting).to.deep.equal([]);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'a1', 'b', 'a2', 'a3']);
    expect(store.state.reports.get('a3')).to.deep.equal({ sent: 'earlier' });
  });

  it('leaves the end of the list where it was', async () => {
    const { edge, store, explorer } = await exploring();
    (await edge.next('list')).answer({ items: [comment('a', { replies: { next: 'r' } })], next: '2' });
    await reached(store, isLoaded);
    const asked = explorer.loadReplies('a');
    (await edge.next('list')).answer({ items: [], next: '2', total: 9, truncated: true });
    await asked;
    expect(store.state).to.deep.include({ next: '2', more: { state: 'ready' }, total: undefined, truncated: false });
  });

  it('changes nothing of a list that has been asked for again meanwhile and leads on from another place', async () => {
    const { edge, store, explorer } = await folded();
    const asked = explorer.loadReplies('a');
    const old = await edge.next('list');
    store.reload();
    (await edge.next('list')).answer({ items: [comment('a', { replies: { next: 'other' } })] });
    await turns();
    const before = store.state;
    old.answer({ items: [reply('a9', 'a')] });
    expect(await asked).to.deep.equal({ type: 'done', value: [] });
    expect(store.state).to.equal(before);
  });

  it('ends with the discussion', async () => {
    const { edge, store, explorer } = await folded();
    const asked = explorer.loadReplies('a');
    const { signal, answer } = await edge.next('list');
    store.open(new BackendEdge().adapter, elsewhere);
    expect(signal.aborted).to.equal(true);
    answer({ items: [reply('a2', 'a')] });
    expect(await asked).to.deep.equal({ type: 'aborted' });
    store.close();
    expect(await explorer.loadReplies('a')).to.deep.equal({ type: 'aborted' });
  });
});

describe('what was loaded beyond the pages, when the list is asked for again', () => {
  const page = (total = 3): Comment[] => [comment('a', { replies: { total, next: 'r' } }), reply('a1', 'a'), comment('b')];

  /** A comment with all of its replies, two of which were asked for, and one that a link led to. */
  async function unfolded(viewer: Viewer = ada) {
    const get = async (id: string): Promise<Comment> => comment(id);
    const parts = await exploring({ get, answers: { open: () => ({ state: 'open', viewer }) } });
    const { edge, store, explorer } = parts;
    const signIn = (next: Viewer): void => edge.viewerChanges((viewer = next));
    const answer = async (items: Comment[], next?: string): Promise<void> => {
      (await edge.next('list')).answer({ items, next });
      await turns();
    };
    await answer(page(), '2');
    const asked = explorer.loadReplies('a');
    await answer([reply('a2', 'a', { can: { reply: false } }), reply('a21', 'a2')]);
    await asked;
    await explorer.find('z');
    return {
      ...parts,
      answer,
      signIn,
      shown: () => idsOf(store.state.comments),
      find: (id: string) => store.state.comments.find((one) => one.id === id),
    };
  }

  it('stays where it is, and is not offered once more', async () => {
    const { store, answer, shown, find } = await unfolded();
    const before = find('a2');
    store.reload();
    await answer(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b', 'a2', 'a21', 'z']);
    expect(find('a2')).to.equal(before);
    expect(find('a')?.replies?.next).to.equal(undefined);
    store.reload();
    await answer(page(4), '2');
    expect(find('a')?.replies?.next, 'where there is one more').to.equal('r');
  });

  it('goes with what it answers, and where the list tells that there is nothing more', async () => {
    const { store, answer, shown } = await unfolded();
    store.reload();
    await answer([comment('a'), reply('a1', 'a'), comment('b')], '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b', 'z']);
    store.reload();
    await answer(comments('b'));
    expect(shown()).to.deep.equal(['b']);
  });

  it('stays through a sign-in, without what could be done with it before, and not when somebody else signs in', async () => {
    const { signIn, answer, shown, find } = await unfolded(anonymous);
    signIn(ada);
    await answer(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b', 'a2', 'a21', 'z']);
    expect(find('a2')?.can).to.equal(undefined);
    signIn(bob);
    await answer(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b']);
  });

  it('is left behind in another order', async () => {
    const { explorer, answer, shown } = await unfolded();
    void explorer.sortBy('newest');
    await answer(page(), '2');
    expect(shown()).to.deep.equal(['a', 'a1', 'b']);
  });
});

describe('showing what is new', () => {
  it('answers the first of it on the page, in either order', async () => {
    for (const [sort, first] of [
      ['oldest', 'x'],
      ['newest', 'y'],
    ] as const) {
      const { store, explorer } = await exploring({ features: { sorts: [sort] }, answers: { list: { items: comments('a') } } });
      const port = store.session();
      const added = [reply('x1', 'x'), comment('x'), comment('y'), reply('a1', 'a')];
      port?.set(added.reduce(commentAdded, port.state));
      expect(explorer.showNew(null)?.id).to.equal(first);
      expect(idsOf(store.state.waiting)).to.deep.equal(['a1']);
      expect(explorer.showNew('a')?.id).to.equal('a1');
      expect(explorer.showNew('a')).to.equal(undefined);
      store.close();
      expect(explorer.showNew(null)).to.equal(undefined);
    }
  });
});

describe('following a link to a comment', () => {
  const backend = (...all: Comment[]) => {
    const asked: string[] = [];
    const get = async (id: string): Promise<Comment> => {
      asked.push(id);
      const found = all.find((one) => one.id === id);
      if (!found) throw new AdapterError('not-found');
      return found;
    };
    return { asked, get };
  };
  const first = { list: { items: comments('a', 'b'), next: '2', total: 9 } };

  it('asks nobody for what is there, and shows what waits', async () => {
    const { asked, get } = backend();
    const { store, explorer } = await exploring({ get, answers: first });
    const port = store.session();
    port?.set(commentAdded(commentAdded(commentPosted(port.state, comment('mine')), reply('b1', 'b')), comment('new')));
    for (const id of ['a', 'mine', 'b1']) expect(await explorer.find(id)).to.have.nested.property('value.id', id);
    expect(idsOf(store.state.waiting), 'what is somewhere else goes on waiting').to.deep.equal(['new']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'b1']);
    expect(asked).to.deep.equal([]);
  });

  it('asks for the comment and for those it answers, and no later page shows them twice', async () => {
    const line = [comment('c'), reply('c1', 'c'), reply('c11', 'c1')];
    const { asked, get } = backend(...line);
    const { edge, store, explorer } = await exploring({ get });
    (await edge.next('list')).answer(first.list);
    expect(await explorer.find('c11')).to.deep.equal({ type: 'done', value: line[2] });
    expect(asked).to.deep.equal(['c11', 'c1', 'c']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'c', 'c1', 'c11']);
    expect(store.state).to.deep.include({ next: '2', more: { state: 'ready' }, total: 9 });
    const more = store.loadMore();
    (await edge.next('list')).answer({ items: [comment('x'), ...line, reply('c12', 'c1')] });
    await more;
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'c', 'c1', 'c11', 'x', 'c12']);
  });

  it('asks for none of those it answers that are there, also where they wait or were posted here', async () => {
    const { asked, get } = backend(reply('b11', 'b1'), reply('mine1', 'mine'));
    const { store, explorer } = await exploring({ get, answers: first });
    const port = store.session();
    port?.set(commentPosted(commentAdded(port.state, reply('b1', 'b')), comment('mine', { status: 'pending' })));
    await explorer.find('b11');
    await explorer.find('mine1');
    expect(asked).to.deep.equal(['b11', 'mine1']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'b1', 'b11', 'mine1']);
    expect([store.state.waiting, idsOf(store.state.posted)]).to.deep.equal([[], ['mine']]);
  });

  it('shows a comment without those it answers where they are missing or answer each other', async () => {
    const { get } = backend(reply('x', 'gone'), reply('y', 'z'), reply('z', 'y'));
    const { store, explorer } = await exploring({ get, answers: first });
    expect((await explorer.find('x')).type).to.equal('done');
    expect((await explorer.find('y')).type).to.equal('done');
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'x', 'z', 'y']);
  });

  it('climbs no higher than a hundred comments', async () => {
    const get = async (id: string): Promise<Comment> => reply(id, `${Number(id) + 1}`);
    const { store, explorer } = await exploring({ get, answers: first });
    await explorer.find('0');
    expect(store.state.comments).to.have.length(2 + 100);
  });

  it('shows the place of one that has been removed', async () => {
    for (const status of ['deleted', 'hidden'] as const) {
      const { store, explorer } = await exploring({ get: backend(comment('c', { status })).get, answers: first });
      expect(await explorer.find('c')).to.have.nested.property('value.status', status);
      expect(store.state.comments.at(-1)).to.include({ id: 'c', status });
    }
  });

  it('says so where there is no such comment, and where it could not be asked for', async () => {
    const { store, explorer } = await exploring({ get: backend().get, answers: first });
    const before = store.state;
    expect(await explorer.find('none')).to.deep.equal({ type: 'done', value: undefined });
    expect(store.state).to.equal(before);
    const failing = await exploring({ get: () => Promise.reject(offline), answers: first });
    expect(await failing.explorer.find('c')).to.deep.equal({ type: 'failed', error: offline });
    const odd = await exploring({ get: async () => ({}) as Comment, answers: first });
    expect(await odd.explorer.find('c')).to.have.nested.property('error.kind', 'bad-response');
  });

  it('waits for the first page, which would take its place', async () => {
    const { asked, get } = backend(comment('c'));
    const { edge, store, explorer } = await exploring({ get });
    const found = explorer.find('c');
    await turns();
    expect(asked).to.deep.equal([]);
    (await edge.next('list')).answer({ items: comments('a') });
    await found;
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'c']);
  });

  it('ends with the discussion, in whichever turn that is left', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const { edge, store, explorer } = await exploring({ get: async (id) => comment(id) });
      const found = explorer.find('c');
      (await edge.next('list')).answer({ items: comments('a') });
      await turns(turn);
      store.open(new BackendEdge().adapter, elsewhere);
      expect((await found).type, `after ${turn} turns`).to.be.oneOf(['aborted', 'done']);
      expect(store.state.comments, `after ${turn} turns`).to.deep.equal([]);
      store.close();
    }
  });

  describe('at a backend that hands over no single comments', () => {
    const pages =
      (last: number): Answer =>
      (query) => {
        const at = Number((query as ListQuery).cursor ?? 0);
        return { items: comments(`c${at}`), next: at < last ? String(at + 1) : undefined };
      };

    it('pages through the list until the comment comes', async () => {
      const { edge, store, explorer } = await exploring({ without: ['get'], answers: { list: pages(9) } });
      expect(await explorer.find('c4')).to.have.nested.property('value.id', 'c4');
      expect(edge.count('list')).to.equal(5);
      expect(store.state.next).to.equal('5');
    });

    it('gives up at the end of the list, or after twenty pages', async () => {
      for (const [last, asked] of [
        [3, 4],
        [99, 21],
      ] as const) {
        const { edge, explorer } = await exploring({ without: ['get'], answers: { list: pages(last) } });
        expect(await explorer.find('none')).to.deep.equal({ type: 'done', value: undefined });
        expect(edge.count('list')).to.equal(asked);
      }
    });

    it('says so when a page fails, and goes on from there when it is tried again', async () => {
      const { edge, store, explorer } = await exploring({ without: ['get'] });
      (await edge.next('list')).answer({ items: comments('a'), next: '2' });
      await reached(store, isLoaded);
      const found = explorer.find('c');
      (await edge.next('list')).fail(offline);
      expect(await found).to.deep.equal({ type: 'failed', error: offline });
      const again = explorer.find('c');
      (await edge.next('list')).answer({ items: comments('c') });
      expect(await again).to.have.nested.property('value.id', 'c');
    });

    it('waits for a page that somebody else has asked for', async () => {
      const { edge, store, explorer } = await exploring({ without: ['get'] });
      (await edge.next('list')).answer({ items: comments('a'), next: '2' });
      await reached(store, isLoaded);
      void store.loadMore();
      const found = explorer.find('c');
      (await edge.next('list')).answer({ items: comments('c') });
      expect(await found).to.have.nested.property('value.id', 'c');
      expect(edge.count('list')).to.equal(2);
    });
  });
});
