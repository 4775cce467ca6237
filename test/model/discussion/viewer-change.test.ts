import { expect } from 'chai';
import { DiscussionExplorer } from '../../../src/model/discussion/discussion-explorer.js';
import type { Comment } from '../../../src/model/adapter.js';
import { held } from '../../support/fake-backend.js';
import { openedLive } from '../support/live-backend.js';
import { failsWith, offline } from '../support/fake-backend.js';
import {
  ada,
  anonymous,
  bob,
  comment,
  comments,
  flushMicrotasks,
  idsOf,
  isLoaded,
  opened,
  opening,
  reached,
  writerOf,
} from '../support/fixtures.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };

describe('a change of the viewer', () => {
  it('is shown at once and reloads everything without removing the comments', async () => {
    const { backend, store } = await opened({
      responses: { list: { items: comments(...Array.from({ length: 60 }, (_, index) => `c${index}`)) } },
    });
    const before = store.state;
    backend.viewerChanges(ada);
    expect(store.state).to.deep.include({ viewer: ada, listing: { state: 'ready' }, opening: { state: 'ready' } });
    expect(store.state.info?.viewer).to.equal(ada);
    expect(store.state.comments).to.equal(before.comments);
    expect([backend.count('open'), backend.count('list')]).to.deep.equal([2, 2]);
    expect(backend.calls.filter(({ method }) => method === 'list')[1]?.args[0]).to.include({ limit: 60 });
    await flushMicrotasks();
    expect(store.state.comments).to.have.length(60);
  });

  it('is not undone by a response to an earlier request', async () => {
    const { backend, store } = opening();
    const [before, listedBefore] = [await backend.next('open'), await backend.next('list')];
    backend.viewerChanges(ada);
    const [after, listedAfter] = [await backend.next('open'), await backend.next('list')];
    expect(before.signal.aborted && listedBefore.signal.aborted, 'aborted').to.equal(true);
    after.respond({ state: 'open', viewer: ada });
    listedAfter.respond({ items: comments('a', 'b') });
    await reached(store, isLoaded);
    before.respond({ state: 'open', viewer: anonymous });
    listedBefore.respond({ items: comments('a') });
    await flushMicrotasks();
    expect(store.state.viewer).to.equal(ada);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
  });

  it('drops a next page for the previous viewer, and offers it again', async () => {
    const { backend, store } = opening();
    (await backend.next('open')).respond({ state: 'open', viewer: ada });
    (await backend.next('list')).respond({ items: comments('a'), next: '2' });
    await reached(store, isLoaded);
    const loading = store.loadMore();
    const more = await backend.next('list');
    backend.viewerChanges(bob);
    expect(more.signal.aborted).to.equal(true);
    expect(store.state.more).to.deep.equal({ state: 'ready' });
    more.respond({ items: comments('b') });
    await loading;
    expect(idsOf(store.state.comments)).to.deep.equal(['a']);
  });

  it('repeats requests for replies and for another order that were made for the previous viewer', async () => {
    const question = comment('q', { replies: { total: 1, next: '2' } });
    const replyFor = (name: string) => comment(`for ${name}`, { parentId: 'q' });
    for (const [what, ask] of [
      ['replies', (explorer: DiscussionExplorer) => explorer.loadReplies('q')],
      ['order', (explorer: DiscussionExplorer) => explorer.sortBy('newest')],
    ] as const) {
      const { backend, store } = opening({ features: { sorts: ['oldest', 'newest'] } });
      const explorer = new DiscussionExplorer(store);
      (await backend.next('open')).respond({ state: 'open', viewer: ada });
      (await backend.next('list')).respond({ items: [question] });
      await reached(store, isLoaded);
      const asking = ask(explorer);
      const before = await backend.next('list');
      backend.viewerChanges(bob);
      (await backend.next('list')).respond({ items: [question] });
      await flushMicrotasks();
      before.respond({ items: [question, replyFor('Ada')] });
      const again = await backend.next('list');
      expect(again.args[0], what).to.deep.equal(before.args[0]);
      again.respond({ items: [question, replyFor('Bob')] });
      expect((await asking).type, what).to.equal('done');
      expect(idsOf(store.state.comments), what).to.deep.equal(['q', 'for Bob']);
      store.close();
    }
  });

  it('repeats a request for the comment of a permalink that was made for the previous viewer', async () => {
    const responses = [held<Comment>(), held<Comment>()] as const;
    let asked = 0;
    const get = (): Promise<Comment> => responses[asked++]!.promise;
    const { backend, store } = await openedLive({ get });
    const finding = new DiscussionExplorer(store).find('far');
    await flushMicrotasks();
    backend.viewerChanges(bob);
    responses[0].release(comment('far', { can: { remove: true } }));
    await flushMicrotasks();
    expect(asked).to.equal(2);
    responses[1].release(comment('far'));
    expect(await finding).to.deep.equal({ type: 'done', value: comment('far') });
    expect(store.state.comments).to.deep.equal([comment('far')]);
    store.close();
  });

  it('keeps the comments when the reload fails', async () => {
    let isDown = false;
    const unlessDown = (value: object) => () => (isDown ? failsWith(offline)() : value);
    const { backend, store } = await opened({
      responses: { open: unlessDown({ state: 'open' }), list: unlessDown({ items: comments('a'), next: '2' }) },
    });
    const before = store.state;
    isDown = true;
    backend.viewerChanges(ada);
    await flushMicrotasks();
    const failed = { state: 'failed', error: offline };
    const { reopening, relisting, ...after } = store.state;
    expect({ reopening, relisting }).to.deep.equal({ reopening: failed, relisting: failed });
    const { reopening: _reopening, relisting: _relisting, ...shown } = before;
    expect(after).to.deep.equal({ ...shown, viewer: ada, info: { state: 'open', viewer: ada } });
    isDown = false;
    store.reload();
    expect(store.state).to.deep.include({ reopening: { state: 'loading' }, relisting: { state: 'loading' } });
    await flushMicrotasks();
    expect(store.state).to.deep.include({ reopening: { state: 'idle' }, relisting: { state: 'idle' } });
  });
});

describe('a viewer who signs out', () => {
  async function written() {
    const { backend, store } = await opened({
      responses: {
        open: { state: 'open', viewer: ada },
        list: { items: [comment('a')], total: 1 },
        submit: { outcome: 'pending', comment: comment('held', { status: 'pending', author: ada.author }) },
        report: {},
      },
    });
    await writerOf(store).submit(draft);
    await writerOf(store).report({ id: 'a', reason: 'spam' });
    expect(idsOf(store.state.posted)).to.deep.equal(['held']);
    expect([...store.state.reports.keys()]).to.deep.equal(['a']);
    return { backend, store };
  }

  it('shows neither held comments nor reports to the next viewer', async () => {
    for (const next of [bob, { state: 'anonymous' } as const]) {
      const { backend, store } = await written();
      backend.viewerChanges(next);
      expect(store.state).to.deep.include({ posted: [], outgoing: [], viewer: next });
      expect(store.state.reports.size).to.equal(0);
      store.close();
    }
  });

  it('keeps both when the same viewer is reported again', async () => {
    const { backend, store } = await written();
    const before = store.state;
    backend.viewerChanges({ ...ada, moderator: true });
    expect(store.state.posted).to.equal(before.posted);
    expect(store.state.reports).to.equal(before.reports);
    await flushMicrotasks();
    expect([...store.state.reports.keys()], 'nor does a reload drop them').to.deep.equal(['a']);
    store.close();
  });
});
