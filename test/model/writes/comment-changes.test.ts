import { expect } from 'chai';
import { AdapterError, type Comment } from '../../../src/model/adapter.js';
import { commentRemoved } from '../../../src/model/transitions/comments.js';
import { FakeBackend, type FakeBackendOptions, offline } from '../support/fake-backend.js';
import {
  ada,
  comment,
  comments,
  discussion,
  elsewhere,
  idsOf,
  opened,
  flushMicrotasks,
  writerOf,
} from '../support/fixtures.js';

const mine = comment('mine', { author: ada.author });
const edit = { id: 'mine', body: 'Better', revision: '1' };
const edited: Comment = {
  ...mine,
  body: { format: 'html', value: '<p>Better</p>' },
  editedAt: '2013-06-07T11:00:00Z',
  revision: '2',
};
const conflict = new AdapterError('conflict', 'Changed in the meantime.');

/** A discussion in which the viewer, Ada, has written a comment. */
function written({ responses, ...options }: FakeBackendOptions = {}) {
  return opened({
    ...options,
    responses: { open: { state: 'open', viewer: ada }, list: { items: [comment('a'), mine], total: 2 }, ...responses },
  });
}

describe('editing', () => {
  it('sends one request for a double click and shows the result', async () => {
    const { backend, store } = await written();
    const both = [writerOf(store).edit(edit), writerOf(store).edit(edit)];
    const request = await backend.next('edit');
    expect(request.args).to.deep.equal([discussion, edit]);
    expect(store.state.comments[1], 'not before the response').to.equal(mine);
    request.respond(edited);
    await Promise.all(both);
    expect(backend.count('edit')).to.equal(1);
    expect(store.state.comments[1]).to.deep.include({ body: edited.body, revision: '2' });
  });

  it('keeps the typed text as the source, unless the backend returns one', async () => {
    for (const [response, source] of [
      [edited, 'Better'] as const,
      [{ ...edited, source: 'better' }, 'better'] as const,
    ]) {
      const { store } = await written({ responses: { edit: response } });
      expect(await writerOf(store).edit(edit)).to.deep.equal({ type: 'done', value: { ...edited, source } });
      expect(await writerOf(store).source(store.state.comments[1] as Comment)).to.deep.equal({
        type: 'done',
        value: source,
      });
    }
  });

  it('changes nothing when it fails, does not retry by itself, and can be retried', async () => {
    const { backend, store } = await written();
    const first = writerOf(store).edit(edit);
    (await backend.next('edit')).fail(new AdapterError('timeout'));
    expect((await first).type).to.equal('failed');
    await flushMicrotasks();
    expect([backend.count('edit'), store.state.comments[1]]).to.deep.equal([1, mine]);
    const second = writerOf(store).edit(edit);
    (await backend.next('edit')).respond(edited);
    expect((await second).type).to.equal('done');
  });

  it('shows the current version on a conflict', async () => {
    const theirs = comment('mine', { author: ada.author, body: { format: 'text', value: 'Otherwise' }, revision: '7' });
    const { backend, store } = await written();
    const outcome = writerOf(store).edit(edit);
    (await backend.next('edit')).fail(conflict);
    const request = await backend.next('get');
    expect(request.args).to.deep.equal([discussion, 'mine']);
    request.respond(theirs);
    expect(await outcome).to.deep.equal({ type: 'conflict', error: conflict, theirs });
    expect(store.state.comments[1]).to.equal(theirs);
  });

  it('reports a conflict even if the current version cannot be loaded', async () => {
    const cases: FakeBackendOptions[] = [
      { without: ['get'] },
      {
        responses: {
          get: () => {
            throw offline;
          },
        },
      },
    ];
    for (const options of cases) {
      const { backend, store } = await written(options);
      const outcome = writerOf(store).edit(edit);
      (await backend.next('edit')).fail(conflict);
      expect(await outcome).to.deep.equal({ type: 'conflict', error: conflict, theirs: undefined });
      expect(store.state.comments[1]).to.equal(mine);
    }
  });

  it('is refused without a request while the discussion is closed', async () => {
    const { backend, store } = await written();
    store.setClosed(true);
    const outcome = await writerOf(store).edit(edit);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('closed');
    expect(backend.count('edit')).to.equal(0);
  });

  it('closes the discussion when the backend refuses the edit for that', async () => {
    const { backend, store } = await written();
    const outcome = writerOf(store).edit(edit);
    (await backend.next('edit')).fail(new AdapterError('closed', 'Until tomorrow.'));
    await outcome;
    expect(store.state.access).to.deep.include({ state: 'closed', message: 'Until tomorrow.' });
  });

  it('describes a bad response to the developer', async () => {
    const { store } = await written({ responses: { edit: () => undefined } });
    const outcome = await writerOf(store).edit(edit);
    expect(outcome.type === 'failed' && outcome.error).to.include({
      kind: 'bad-response',
      message: 'edit() returned undefined; expected an object with "body"',
    });
    expect(store.state.comments[1]).to.equal(mine);
  });

  it('fails as unsupported without the method', async () => {
    const { store } = await written({ without: ['edit'] });
    const outcome = await writerOf(store).edit(edit);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('unsupported');
  });

  it('makes no more requests and changes nothing once the session has ended', async () => {
    for (const end of ['respond', 'fail'] as const) {
      for (let turn = 0; turn < 8; turn++) {
        const { backend, store } = await written();
        const outcome = writerOf(store).edit(edit);
        const request = await backend.next('edit');
        if (end === 'respond') request.respond(edited);
        else request.fail(conflict);
        await flushMicrotasks(turn);
        const requestsBefore = backend.count('get');
        const next = new FakeBackend();
        store.open(next.adapter, elsewhere);
        const before = store.state;
        // The request for the current version may be in flight already. Its response must be ignored.
        if (requestsBefore > 0) (await backend.next('get')).respond(edited);
        await outcome;
        expect(backend.count('get'), `after ${turn} turns`).to.equal(requestsBefore);
        expect(store.state).to.equal(before);
        store.close();
      }
    }
  });
});

describe('the source of a comment', () => {
  const html = comment('h', { body: { format: 'html', value: '<p>One<br>two</p>' } });

  it('is the source of the comment, otherwise the response of the backend', async () => {
    const { backend, store } = await written();
    expect(await writerOf(store).source({ ...html, source: '' })).to.deep.equal({ type: 'done', value: '' });
    const result = writerOf(store).source(html);
    const call = await backend.next('source');
    expect(call.args).to.deep.equal([discussion, 'h']);
    call.respond('One\ntwo');
    expect(await result).to.deep.equal({ type: 'done', value: 'One\ntwo' });
  });

  it('is not guessed when the request for it fails', async () => {
    const { backend, store } = await written();
    const result = writerOf(store).source(html);
    (await backend.next('source')).fail(offline);
    expect(await result).to.deep.equal({ type: 'failed', error: offline });
  });

  it('is the body if it has the input format, otherwise its plain text', async () => {
    for (const [input, value] of [
      ['html', '<p>One<br>two</p>'] as const,
      ['text', 'One\ntwo'] as const,
      [undefined, 'One\ntwo'] as const,
    ]) {
      const { store } = await written({ without: ['source'], features: { input } });
      expect(await writerOf(store).source(html)).to.deep.equal({ type: 'done', value });
    }
  });
});

describe('removing', () => {
  it('leaves a tombstone that shows who removed it, and remembers the comment', async () => {
    for (const [by, status] of [['author', 'deleted'] as const, ['editors', 'hidden'] as const]) {
      const { backend, store } = await written();
      const both = [writerOf(store).remove(mine, by), writerOf(store).remove(mine, by)];
      const request = await backend.next('remove');
      expect(request.args).to.deep.equal([discussion, 'mine']);
      expect([store.state.comments[1], store.state.removed.size], 'not before the response').to.deep.equal([mine, 0]);
      request.respond({ effect: 'gone' });
      for (const outcome of await Promise.all(both)) {
        expect(outcome).to.deep.equal({ type: 'done', value: { effect: 'gone', canRestore: true } });
      }
      expect(backend.count('remove')).to.equal(1);
      expect(store.state.comments[1]).to.deep.include({ id: 'mine', status, body: { format: 'text', value: '' } });
      expect(store.state.removed.get('mine')).to.equal(mine);
      expect(store.state.total).to.equal(1);
    }
  });

  it('is final without a restore method', async () => {
    const { store } = await written({ without: ['restore'], responses: { remove: { effect: 'tombstone' } } });
    expect(await writerOf(store).remove(mine, 'author')).to.deep.equal({
      type: 'done',
      value: { effect: 'tombstone', canRestore: false },
    });
  });

  it('removes a held comment without changing the total', async () => {
    const held = { ...mine, id: 'held', status: 'pending' } as const;
    const { store } = await written({
      responses: { list: { items: [mine, held], total: 1 }, remove: { effect: 'gone' } },
    });
    await writerOf(store).remove(held, 'author');
    expect(store.state.comments[1]?.status).to.equal('deleted');
    expect(store.state.total).to.equal(1);
  });

  it('is attributed to the author even if an anonymous event precedes the response', async () => {
    const { backend, store } = await written();
    const outcome = writerOf(store).remove(mine, 'author');
    const request = await backend.next('remove');
    store.session()?.set(commentRemoved(store.state, 'mine', { effect: 'tombstone', by: 'editors' }));
    expect(store.state.comments[1]?.status).to.equal('hidden');
    request.respond({ effect: 'tombstone' });
    await outcome;
    expect(store.state.comments[1]?.status).to.equal('deleted');
    expect(store.state.total, 'counted once').to.equal(1);
  });

  it('changes nothing when it fails', async () => {
    const { backend, store } = await written();
    const before = store.state;
    const outcome = writerOf(store).remove(mine, 'author');
    (await backend.next('remove')).fail(offline);
    expect(await outcome).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state).to.equal(before);
  });

  it('is possible while the discussion is closed', async () => {
    const { store } = await written({ responses: { remove: { effect: 'gone' } } });
    store.setClosed(true);
    expect((await writerOf(store).remove(mine, 'author')).type).to.equal('done');
  });

  it('changes nothing once the session has ended', async () => {
    const { backend, store } = await written();
    const outcome = writerOf(store).remove(mine, 'author');
    const request = await backend.next('remove');
    store.open(new FakeBackend().adapter, elsewhere);
    const before = store.state;
    request.respond({ effect: 'gone' });
    expect(await outcome).to.deep.equal({ type: 'aborted' });
    expect(store.state).to.equal(before);
    store.close();
  });
});

describe('restoring', () => {
  it('puts the comment back in its place', async () => {
    const { backend, store } = await written({ responses: { remove: { effect: 'tombstone' } } });
    await writerOf(store).remove(mine, 'author');
    const both = [writerOf(store).restore('mine'), writerOf(store).restore('mine')];
    const request = await backend.next('restore');
    expect(request.args).to.deep.equal([discussion, 'mine']);
    request.respond(mine);
    await Promise.all(both);
    expect(backend.count('restore')).to.equal(1);
    expect(store.state).to.deep.include({ comments: [comment('a'), mine], total: 2 });
    expect(store.state.removed.size).to.equal(0);
  });

  it('appends the comment when a reload has dropped its tombstone', async () => {
    const { backend, store } = await written({ responses: { remove: { effect: 'gone' } } });
    await writerOf(store).remove(mine, 'author');
    const session = store.session();
    session?.set({ ...session.state, comments: comments('a', 'b'), total: 2 });
    const outcome = writerOf(store).restore('mine');
    (await backend.next('restore')).respond(mine);
    await outcome;
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'mine']);
    expect(store.state.total).to.equal(3);
  });

  it('does not count a held comment', async () => {
    const held = { ...mine, status: 'pending' } as const;
    const { store } = await written({
      responses: { list: { items: [comment('a'), held], total: 1 }, remove: { effect: 'tombstone' }, restore: held },
    });
    await writerOf(store).remove(held, 'author');
    await writerOf(store).restore('mine');
    expect(store.state).to.deep.include({ comments: [comment('a'), held], total: 1 });
  });

  it('changes nothing when it fails', async () => {
    const { backend, store } = await written({ responses: { remove: { effect: 'tombstone' } } });
    await writerOf(store).remove(mine, 'author');
    const before = store.state;
    const outcome = writerOf(store).restore('mine');
    (await backend.next('restore')).fail(offline);
    expect(await outcome).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state).to.equal(before);
  });
});

describe('moderating', () => {
  it('pins and unpins a comment', async () => {
    const { backend, store } = await written();
    for (const pinned of [true, false]) {
      const both = [writerOf(store).pin('a', pinned), writerOf(store).pin('a', pinned)];
      const request = await backend.next('pin');
      expect(request.args).to.deep.equal([discussion, { id: 'a', pinned }]);
      request.respond(comment('a', { pinned }));
      await Promise.all(both);
      expect(store.state.comments[0]?.pinned).to.equal(pinned);
    }
    expect(backend.count('pin')).to.equal(2);
  });

  it('unpins a comment while pinning it is in flight', async () => {
    const { backend, store } = await written();
    void writerOf(store).pin('a', true);
    void writerOf(store).pin('a', false);
    await backend.next('pin');
    await backend.next('pin');
    expect(backend.calls.filter(({ method }) => method === 'pin').map(({ args }) => args[1])).to.deep.equal([
      { id: 'a', pinned: true },
      { id: 'a', pinned: false },
    ]);
    store.close();
  });

  it('closes and reopens the discussion, and keeps info the response omits', async () => {
    const info = {
      state: 'open',
      closesAt: '2099-01-01T00:00:00Z',
      viewer: ada,
      posting: { who: 'signed-in' },
      can: { close: true },
      decisions: { required: true },
      policy: { url: '/rules' },
      message: { format: 'text', value: 'Would you walk it?' },
      feedUrl: 'https://news.example/feed',
      total: 2,
    } as const;
    const { backend, store } = await written({ responses: { open: info } });
    const both = [writerOf(store).setClosed(true), writerOf(store).setClosed(true)];
    const request = await backend.next('setClosed');
    expect(request.args).to.deep.equal([discussion, true]);
    request.respond({ state: 'closed', closedAt: '2013-06-07T12:00:00Z' });
    await Promise.all(both);
    expect(backend.count('setClosed')).to.equal(1);
    expect(store.state.access).to.deep.include({ state: 'closed', closedAt: Date.parse('2013-06-07T12:00:00Z') });
    const { viewer, posting, can, decisions, policy, message, feedUrl, total } = info;
    expect(store.state.info).to.deep.equal({
      state: 'closed',
      closedAt: '2013-06-07T12:00:00Z',
      viewer,
      posting,
      can,
      decisions,
      policy,
      message,
      feedUrl,
      total,
    });
    expect(store.state).to.deep.include({ viewer: ada, total: 2 });
    const opening = writerOf(store).setClosed(false);
    (await backend.next('setClosed')).respond({ state: 'open', posting: { who: 'anyone' } });
    await opening;
    expect(store.state.access.state).to.equal('open');
    expect(store.state.info?.posting).to.deep.equal({ who: 'anyone' });
  });

  it('changes nothing when it fails', async () => {
    const { backend, store } = await written();
    const before = store.state;
    const all = [writerOf(store).pin('a', true), writerOf(store).setClosed(true)];
    (await backend.next('pin')).fail(offline);
    (await backend.next('setClosed')).fail(offline);
    expect((await Promise.all(all)).map(({ type }) => type)).to.deep.equal(['failed', 'failed']);
    expect(store.state).to.equal(before);
  });
});
