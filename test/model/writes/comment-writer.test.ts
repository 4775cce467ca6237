import { expect } from '@open-wc/testing';
import { AdapterError, type Comment } from '../../../src/model/adapter.js';
import { commentRemoved } from '../../../src/model/transitions/comments.js';
import { BackendEdge, type EdgeOptions, offline } from '../support/fake-backend.js';
import { ada, comment, comments, discussion, elsewhere, idsOf, opened, turns, writerOf } from '../support/fixtures.js';

const mine = comment('mine', { author: ada.author });
const edit = { id: 'mine', body: 'Better', revision: '1' };
const edited: Comment = { ...mine, body: { format: 'html', value: '<p>Better</p>' }, editedAt: '2013-06-07T11:00:00Z', revision: '2' };
const conflict = new AdapterError('conflict', 'Somebody was faster.');

/** A discussion in which the viewer, Ada, has written a comment. */
function written({ answers, ...options }: EdgeOptions = {}) {
  return opened({
    ...options,
    answers: { open: { state: 'open', viewer: ada }, list: { items: [comment('a'), mine], total: 2 }, ...answers },
  });
}

describe('editing', () => {
  it('sends one request for a double click, and shows what the backend made of it', async () => {
    const { edge, store } = await written();
    const both = [writerOf(store).edit(edit), writerOf(store).edit(edit)];
    const asked = await edge.next('edit');
    expect(asked.args).to.deep.equal([discussion, edit]);
    expect(store.state.comments[1], 'not before the backend has it').to.equal(mine);
    asked.answer(edited);
    await Promise.all(both);
    expect(edge.count('edit')).to.equal(1);
    expect(store.state.comments[1]).to.deep.include({ body: edited.body, revision: '2' });
  });

  it('keeps what was typed for the next edit, unless the backend has its own idea of that', async () => {
    for (const [answer, source] of [[edited, 'Better'] as const, [{ ...edited, source: 'better' }, 'better'] as const]) {
      const { store } = await written({ answers: { edit: answer } });
      expect(await writerOf(store).edit(edit)).to.deep.equal({ type: 'done', value: { ...edited, source } });
      expect(await writerOf(store).source(store.state.comments[1] as Comment)).to.deep.equal({ type: 'done', value: source });
    }
  });

  it('changes nothing when it fails, is not repeated by itself, and can be tried again', async () => {
    const { edge, store } = await written();
    const first = writerOf(store).edit(edit);
    (await edge.next('edit')).fail(new AdapterError('timeout'));
    expect((await first).type).to.equal('failed');
    await turns();
    expect([edge.count('edit'), store.state.comments[1]]).to.deep.equal([1, mine]);
    const second = writerOf(store).edit(edit);
    (await edge.next('edit')).answer(edited);
    expect((await second).type).to.equal('done');
  });

  it('shows how the comment is now when somebody else was faster', async () => {
    const theirs = comment('mine', { author: ada.author, body: { format: 'text', value: 'Otherwise' }, revision: '7' });
    const { edge, store } = await written();
    const outcome = writerOf(store).edit(edit);
    (await edge.next('edit')).fail(conflict);
    const asked = await edge.next('get');
    expect(asked.args).to.deep.equal([discussion, 'mine']);
    asked.answer(theirs);
    expect(await outcome).to.deep.equal({ type: 'conflict', error: conflict, theirs });
    expect(store.state.comments[1]).to.equal(theirs);
  });

  it('is told of the conflict where nobody can say how the comment is now', async () => {
    const wanting: EdgeOptions[] = [
      { without: ['get'] },
      {
        answers: {
          get: () => {
            throw offline;
          },
        },
      },
    ];
    for (const options of wanting) {
      const { edge, store } = await written(options);
      const outcome = writerOf(store).edit(edit);
      (await edge.next('edit')).fail(conflict);
      expect(await outcome).to.deep.equal({ type: 'conflict', error: conflict, theirs: undefined });
      expect(store.state.comments[1]).to.equal(mine);
    }
  });

  it('is refused without a request in a closed discussion', async () => {
    const { edge, store } = await written();
    store.setClosed(true);
    const outcome = await writerOf(store).edit(edit);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('closed');
    expect(edge.count('edit')).to.equal(0);
  });

  it('closes the page where the backend has closed the discussion meanwhile', async () => {
    const { edge, store } = await written();
    const outcome = writerOf(store).edit(edit);
    (await edge.next('edit')).fail(new AdapterError('closed', 'Until tomorrow.'));
    await outcome;
    expect(store.state.access).to.deep.include({ state: 'closed', message: 'Until tomorrow.' });
  });

  it('fails in words for its developer where the answer is no comment', async () => {
    const { store } = await written({ answers: { edit: () => undefined } });
    const outcome = await writerOf(store).edit(edit);
    expect(outcome.type === 'failed' && outcome.error).to.include({
      kind: 'bad-response',
      message: 'edit() returned undefined; expected an object with "body"',
    });
    expect(store.state.comments[1]).to.equal(mine);
  });

  it('fails where the adapter cannot do it', async () => {
    const { store } = await written({ without: ['edit'] });
    const outcome = await writerOf(store).edit(edit);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('unsupported');
  });

  it('asks nothing more, and changes nothing, once the discussion was left', async () => {
    for (const end of ['answer', 'fail'] as const) {
      for (let turn = 0; turn < 8; turn++) {
        const { edge, store } = await written();
        const outcome = writerOf(store).edit(edit);
        const asked = await edge.next('edit');
        if (end === 'answer') asked.answer(edited);
        else asked.fail(conflict);
        await turns(turn);
        const asksBefore = edge.count('get');
        const next = new BackendEdge();
        store.open(next.adapter, elsewhere);
        const before = store.state;
        // The question for the present version may be on its way by now; nobody is there for its answer.
        if (asksBefore > 0) (await edge.next('get')).answer(edited);
        await outcome;
        expect(edge.count('get'), `after ${turn} turns`).to.equal(asksBefore);
        expect(store.state).to.equal(before);
        store.close();
      }
    }
  });
});

describe('the text to edit', () => {
  const html = comment('h', { body: { format: 'html', value: '<p>One<br>two</p>' } });

  it('is what was typed, else what the backend knows of it', async () => {
    const { edge, store } = await written();
    expect(await writerOf(store).source({ ...html, source: '' })).to.deep.equal({ type: 'done', value: '' });
    const asked = writerOf(store).source(html);
    const call = await edge.next('source');
    expect(call.args).to.deep.equal([discussion, 'h']);
    call.answer('One\ntwo');
    expect(await asked).to.deep.equal({ type: 'done', value: 'One\ntwo' });
  });

  it('is not guessed where the backend knows it and could not be asked', async () => {
    const { edge, store } = await written();
    const asked = writerOf(store).source(html);
    (await edge.next('source')).fail(offline);
    expect(await asked).to.deep.equal({ type: 'failed', error: offline });
  });

  it('is the comment itself where it is written as it is read, and else its plain text', async () => {
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
  it('leaves a place that says who removed it, and remembers the comment', async () => {
    for (const [by, status] of [['author', 'deleted'] as const, ['editors', 'hidden'] as const]) {
      const { edge, store } = await written();
      const both = [writerOf(store).remove(mine, by), writerOf(store).remove(mine, by)];
      const asked = await edge.next('remove');
      expect(asked.args).to.deep.equal([discussion, 'mine']);
      expect([store.state.comments[1], store.state.removed.size], 'not before the backend has done it').to.deep.equal([mine, 0]);
      asked.answer({ effect: 'gone' });
      for (const outcome of await Promise.all(both)) {
        expect(outcome).to.deep.equal({ type: 'done', value: { effect: 'gone', canRestore: true } });
      }
      expect(edge.count('remove')).to.equal(1);
      expect(store.state.comments[1]).to.deep.include({ id: 'mine', status, body: { format: 'text', value: '' } });
      expect(store.state.removed.get('mine')).to.equal(mine);
      expect(store.state.total).to.equal(1);
    }
  });

  it('is for good where the backend does not take it back', async () => {
    const { store } = await written({ without: ['restore'], answers: { remove: { effect: 'tombstone' } } });
    expect(await writerOf(store).remove(mine, 'author')).to.deep.equal({ type: 'done', value: { effect: 'tombstone', canRestore: false } });
  });

  it('takes a held comment out, too, which no number counts', async () => {
    const held = { ...mine, id: 'held', status: 'pending' } as const;
    const { store } = await written({ answers: { list: { items: [mine, held], total: 1 }, remove: { effect: 'gone' } } });
    await writerOf(store).remove(held, 'author');
    expect(store.state.comments[1]?.status).to.equal('deleted');
    expect(store.state.total).to.equal(1);
  });

  it('is the author’s, though the news of it came before the answer and named nobody', async () => {
    const { edge, store } = await written();
    const outcome = writerOf(store).remove(mine, 'author');
    const asked = await edge.next('remove');
    store.session()?.set(commentRemoved(store.state, 'mine', { effect: 'tombstone', by: 'editors' }));
    expect(store.state.comments[1]?.status).to.equal('hidden');
    asked.answer({ effect: 'tombstone' });
    await outcome;
    expect(store.state.comments[1]?.status).to.equal('deleted');
    expect(store.state.total, 'lost once').to.equal(1);
  });

  it('leaves the comment alone when it fails', async () => {
    const { edge, store } = await written();
    const before = store.state;
    const outcome = writerOf(store).remove(mine, 'author');
    (await edge.next('remove')).fail(offline);
    expect(await outcome).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state).to.equal(before);
  });

  it('is possible in a closed discussion', async () => {
    const { store } = await written({ answers: { remove: { effect: 'gone' } } });
    store.setClosed(true);
    expect((await writerOf(store).remove(mine, 'author')).type).to.equal('done');
  });

  it('changes nothing once the discussion was left', async () => {
    const { edge, store } = await written();
    const outcome = writerOf(store).remove(mine, 'author');
    const asked = await edge.next('remove');
    store.open(new BackendEdge().adapter, elsewhere);
    const before = store.state;
    asked.answer({ effect: 'gone' });
    expect(await outcome).to.deep.equal({ type: 'aborted' });
    expect(store.state).to.equal(before);
    store.close();
  });
});

describe('taking a removal back', () => {
  it('puts the comment back where it was', async () => {
    const { edge, store } = await written({ answers: { remove: { effect: 'tombstone' } } });
    await writerOf(store).remove(mine, 'author');
    const both = [writerOf(store).restore('mine'), writerOf(store).restore('mine')];
    const asked = await edge.next('restore');
    expect(asked.args).to.deep.equal([discussion, 'mine']);
    asked.answer(mine);
    await Promise.all(both);
    expect(edge.count('restore')).to.equal(1);
    expect(store.state).to.deep.include({ comments: [comment('a'), mine], total: 2 });
    expect(store.state.removed.size).to.equal(0);
  });

  it('brings it back to the end where the list has been asked for again and holds no place for it', async () => {
    const { edge, store } = await written({ answers: { remove: { effect: 'gone' } } });
    await writerOf(store).remove(mine, 'author');
    const port = store.session();
    port?.set({ ...port.state, comments: comments('a', 'b'), total: 2 });
    const outcome = writerOf(store).restore('mine');
    (await edge.next('restore')).answer(mine);
    await outcome;
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'mine']);
    expect(store.state.total).to.equal(3);
  });

  it('does not count a comment that is held', async () => {
    const held = { ...mine, status: 'pending' } as const;
    const { store } = await written({
      answers: { list: { items: [comment('a'), held], total: 1 }, remove: { effect: 'tombstone' }, restore: held },
    });
    await writerOf(store).remove(held, 'author');
    await writerOf(store).restore('mine');
    expect(store.state).to.deep.include({ comments: [comment('a'), held], total: 1 });
  });

  it('can be tried again when it fails', async () => {
    const { edge, store } = await written({ answers: { remove: { effect: 'tombstone' } } });
    await writerOf(store).remove(mine, 'author');
    const before = store.state;
    const outcome = writerOf(store).restore('mine');
    (await edge.next('restore')).fail(offline);
    expect(await outcome).to.deep.equal({ type: 'failed', error: offline });
    expect(store.state).to.equal(before);
  });
});

describe('what moderators do', () => {
  it('keeps a comment at the top, or lets it go', async () => {
    const { edge, store } = await written();
    for (const pinned of [true, false]) {
      const both = [writerOf(store).pin('a', pinned), writerOf(store).pin('a', pinned)];
      const asked = await edge.next('pin');
      expect(asked.args).to.deep.equal([discussion, { id: 'a', pinned }]);
      asked.answer(comment('a', { pinned }));
      await Promise.all(both);
      expect(store.state.comments[0]?.pinned).to.equal(pinned);
    }
    expect(edge.count('pin')).to.equal(2);
  });

  it('lets a comment go that is being pinned still', async () => {
    const { edge, store } = await written();
    void writerOf(store).pin('a', true);
    void writerOf(store).pin('a', false);
    expect(edge.asked.filter(({ method }) => method === 'pin').map(({ args }) => args[1])).to.deep.equal([
      { id: 'a', pinned: true },
      { id: 'a', pinned: false },
    ]);
    store.close();
  });

  it('closes the discussion and opens it again, and forgets nothing that the answer leaves out', async () => {
    const info = {
      state: 'open',
      closesAt: '2099-01-01T00:00:00Z',
      viewer: ada,
      posting: { who: 'signed-in' },
      can: { close: true },
      policy: { url: '/rules' },
      total: 2,
    } as const;
    const { edge, store } = await written({ answers: { open: info } });
    const both = [writerOf(store).setClosed(true), writerOf(store).setClosed(true)];
    const asked = await edge.next('setClosed');
    expect(asked.args).to.deep.equal([discussion, true]);
    asked.answer({ state: 'closed', closedAt: '2013-06-07T12:00:00Z' });
    await Promise.all(both);
    expect(edge.count('setClosed')).to.equal(1);
    expect(store.state.access).to.deep.include({ state: 'closed', closedAt: Date.parse('2013-06-07T12:00:00Z') });
    const { viewer, posting, can, policy, total } = info;
    expect(store.state.info).to.deep.equal({
      state: 'closed',
      closedAt: '2013-06-07T12:00:00Z',
      viewer,
      posting,
      can,
      policy,
      total,
    });
    expect(store.state).to.deep.include({ viewer: ada, total: 2 });
    const opening = writerOf(store).setClosed(false);
    (await edge.next('setClosed')).answer({ state: 'open', posting: { who: 'anyone' } });
    await opening;
    expect(store.state.access.state).to.equal('open');
    expect(store.state.info?.posting).to.deep.equal({ who: 'anyone' });
  });

  it('leaves everything as it is when it fails', async () => {
    const { edge, store } = await written();
    const before = store.state;
    const all = [writerOf(store).pin('a', true), writerOf(store).setClosed(true)];
    (await edge.next('pin')).fail(offline);
    (await edge.next('setClosed')).fail(offline);
    expect((await Promise.all(all)).map(({ type }) => type)).to.deep.equal(['failed', 'failed']);
    expect(store.state).to.equal(before);
  });
});
