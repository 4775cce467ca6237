import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { AdapterError, type Comment, type Viewer } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure, idsOf, listIds } from '../../support/adapter-fixture.js';
import { FakeStorage } from './fake-storage.js';

const { key } = discussion;
const me = { id: 'me', name: 'Me' };
const viewer: Viewer = { state: 'signed-in', author: me };
const moderator: Viewer = { ...viewer, moderator: true };

/** An adapter with "Me" as the viewer, a comment by Ada, one by me, and a clock that the test moves. */
function create(options: MemoryOptions = {}) {
  const clock = { now: Date.parse('2013-06-07T10:54:00Z') };
  const comments = [comment('ada'), comment('mine', { author: me })];
  const adapter = memoryAdapter({ comments, viewer, now: () => clock.now, ...options });
  const pass = (seconds: number) => (clock.now += seconds * 1000);
  const read = async (id: string): Promise<Comment> => {
    // A property of the list rather than of the comment.
    const { preceding: _preceding, ...rest } = await all(adapter).get(discussion, id, call);
    return rest;
  };
  return { adapter, ...all(adapter), pass, read };
}

describe('editing at the memory adapter', () => {
  it('replaces the text, and updates the edit time and the revision', async () => {
    const { edit, pass, read } = create();
    pass(10);
    const edited = await edit(discussion, { id: 'mine', body: 'Better', revision: '1' }, call);
    expect(edited).to.deep.include({
      body: { format: 'text', value: 'Better' },
      source: 'Better',
      editedAt: '2013-06-07T10:54:10.000Z',
      createdAt: '2013-06-07T10:54:00Z',
      revision: '2',
    });
    expect(await read('mine')).to.deep.equal(edited);
    expect((await edit(discussion, { id: 'mine', body: 'Best', revision: '2' }, call)).revision).to.equal('3');
  });

  it('gives the source and the end of the edit window to the author only', async () => {
    const { read, submit } = create({
      comments: [comment('ada', { source: '*secret*' }), comment('mine', { author: me, source: '*x*' })],
    });
    expect(await read('mine')).to.include({ source: '*x*', editableUntil: '2013-06-07T10:59:00.000Z' });
    expect(await read('ada')).not.to.have.any.keys('source', 'editableUntil');
    expect((await submit(draft({ body: 'Typed' }), call)).comment).to.include({ source: 'Typed' });
  });

  it('rejects edits after the edit window', async () => {
    const { edit, pass, read } = create({ editWindow: 60 });
    pass(59);
    await edit(discussion, { id: 'mine', body: 'In time' }, call);
    expect((await read('mine')).can).to.include({ edit: true });
    pass(1);
    await failure(edit(discussion, { id: 'mine', body: 'Too late' }, call), 'forbidden', { stored: 'no' });
    expect(await read('mine')).to.deep.include({
      body: { format: 'text', value: 'In time' },
      editableUntil: '2013-06-07T10:55:00.000Z',
    });
    expect((await read('mine')).can).to.include({ edit: false });
  });

  it('allows edits forever without an edit window, and until the comment’s own time if it has one', async () => {
    const { edit, pass, read } = create({ editWindow: Infinity });
    pass(1e9);
    await edit(discussion, { id: 'mine', body: 'Years later' }, call);
    expect(await read('mine')).not.to.have.property('editableUntil');
    const own = create({ comments: [comment('mine', { author: me, editableUntil: '2013-06-07T10:54:01Z' })] });
    own.pass(1);
    await failure(own.edit(discussion, { id: 'mine', body: 'Too late' }, call), 'forbidden');
  });

  it('is for the author only, not even for moderators', async () => {
    await failure(create().edit(discussion, { id: 'ada', body: 'Mine now' }, call), 'forbidden');
    await failure(create({ viewer: moderator }).edit(discussion, { id: 'ada', body: 'Mine now' }, call), 'forbidden');
    await failure(create().edit(discussion, { id: 'nowhere', body: 'x' }, call), 'not-found');
  });

  it('refuses an edit of an outdated revision', async () => {
    const { edit, read } = create();
    await edit(discussion, { id: 'mine', body: 'From the first tab', revision: '1' }, call);
    await failure(edit(discussion, { id: 'mine', body: 'From the second tab', revision: '1' }, call), 'conflict', {
      stored: 'no',
    });
    expect((await read('mine')).body.value).to.equal('From the first tab');
  });

  it('applies the same edit once, even after its response was lost', async () => {
    const { edit, read } = create({
      faults: ({ method, attempt }) => (method === 'edit' && attempt === 1 ? 'lost-answer' : undefined),
    });
    const intent = { id: 'mine', body: 'Better', revision: '1' };
    await failure(edit(discussion, intent, call), 'timeout');
    expect((await edit(discussion, intent, call)).revision).to.equal('2');
    expect((await read('mine')).revision).to.equal('2');
  });

  it('checks the text against the posting rules, and stops when the discussion closes', async () => {
    const { adapter, edit } = create({ info: { posting: { max: { value: 5, unit: 'chars' } } } });
    await failure(edit(discussion, { id: 'mine', body: ' ' }, call), 'invalid', { field: 'body' });
    await failure(edit(discussion, { id: 'mine', body: 'Too long' }, call), 'too-long', { field: 'body' });
    adapter.close(key);
    await failure(edit(discussion, { id: 'mine', body: 'Fine' }, call), 'closed');
  });
});

describe('removing at the memory adapter', () => {
  it('removes a comment without replies', async () => {
    const { adapter, remove } = create();
    expect(await remove(discussion, 'mine', call)).to.deep.equal({ effect: 'gone' });
    expect(await listIds(adapter)).to.deep.equal(['ada']);
    expect(await remove(discussion, 'mine', call), 'repeated').to.deep.equal({ effect: 'gone' });
  });

  it('leaves a tombstone without content for a comment with replies', async () => {
    const { adapter, remove, submit, open, read } = create();
    await submit(draft({ parentId: 'mine' }), call);
    expect(await remove(discussion, 'mine', call)).to.deep.equal({ effect: 'tombstone' });
    expect(await listIds(adapter)).to.deep.equal(['ada', 'mine', 'c1']);
    const tombstone = await read('mine');
    expect(tombstone).to.deep.include({ status: 'deleted', body: { format: 'text', value: '' } });
    expect(tombstone).not.to.have.any.keys('source', 'votes', 'editableUntil');
    expect(Object.values(tombstone.can ?? {})).not.to.include(true);
    expect((await open(discussion, call)).total).to.equal(2);
    expect(await remove(discussion, 'mine', call), 'repeated').to.deep.equal({ effect: 'tombstone' });
  });

  it('removes and restores the replies as well if the features say so', async () => {
    const { adapter, remove, restore, submit } = create({ features: { removal: 'subtree' } });
    await submit(draft({ parentId: 'mine' }), call);
    await submit(draft({ parentId: 'c1' }), call);
    await submit(draft({ parentId: 'ada' }), call);
    await remove(discussion, 'c1', call);
    await submit(draft({ parentId: 'mine' }), call);
    expect(await remove(discussion, 'mine', call)).to.deep.equal({ effect: 'subtree' });
    expect(await remove(discussion, 'mine', call), 'repeated').to.deep.equal({ effect: 'subtree' });
    expect(await listIds(adapter)).to.deep.equal(['ada', 'c3']);
    await restore(discussion, 'mine', call);
    // Without the replies that had been removed before.
    expect(await listIds(adapter)).to.deep.equal(['ada', 'c3', 'mine', 'c4']);
    expect(await remove(discussion, 'ada', call).catch(() => 'refused')).to.equal('refused');
    expect(await remove(discussion, 'c4', call)).to.deep.equal({ effect: 'gone' });
  });

  it('is for authors and moderators, which the status distinguishes', async () => {
    await failure(create().remove(discussion, 'ada', call), 'forbidden', { stored: 'no' });
    const { adapter, remove, read, submit } = create({ viewer: moderator });
    for (const parentId of ['ada', 'mine']) await submit(draft({ parentId }), call);
    await remove(discussion, 'ada', call);
    await remove(discussion, 'mine', call);
    expect((await read('ada')).status).to.equal('hidden');
    expect((await read('mine')).status).to.equal('deleted');
    expect(await listIds(adapter)).to.have.length(4);
  });

  it('does not tell others whether a comment has been removed', async () => {
    const storage = new FakeStorage();
    await create({ storage }).remove(discussion, 'mine', call);
    const other = create({ storage, viewer: { state: 'signed-in', author: { id: 'other', name: 'Other' } } });
    await failure(other.remove(discussion, 'mine', call), 'not-found');
  });

  it('removes a comment of a circle of replies', async () => {
    const comments = [comment('mine', { author: me, parentId: 'a' }), comment('a', { parentId: 'mine' })];
    expect(await create({ comments }).remove(discussion, 'mine', call)).to.deep.equal({ effect: 'tombstone' });
  });

  it('allows removals in a closed discussion', async () => {
    const { adapter, remove } = create();
    adapter.close(key);
    expect(await remove(discussion, 'mine', call)).to.deep.equal({ effect: 'gone' });
  });

  it('can be undone by the viewer who removed the comment, with everything as before', async () => {
    const { adapter, edit, remove, restore, read, submit } = create();
    await edit(discussion, { id: 'mine', body: 'Better' }, call);
    const before = await read('mine');
    await remove(discussion, 'mine', call);
    expect(await restore(discussion, 'mine', call), 'gone').to.deep.equal(before);
    expect(await listIds(adapter)).to.deep.equal(['ada', 'mine']);

    await submit(draft({ parentId: 'mine' }), call);
    await remove(discussion, 'mine', call);
    expect(await restore(discussion, 'mine', call), 'tombstone').to.deep.equal(before);
    await failure(restore(discussion, 'mine', call), 'not-found', { stored: 'no' });
  });

  it('cannot be undone by another viewer', async () => {
    const storage = new FakeStorage();
    const [author, editor] = [
      create({ storage }),
      create({ storage, viewer: { ...moderator, author: { id: 'ed', name: 'Ed' } } }),
    ];
    await editor.remove(discussion, 'mine', call);
    await failure(author.restore(discussion, 'mine', call), 'not-found');
    await failure(author.restore(discussion, 'ada', call), 'not-found');
    expect((await editor.restore(discussion, 'mine', call)).status).to.equal('visible');
    editor.adapter.drop(key, 'mine');
    await failure(editor.restore(discussion, 'mine', call), 'not-found');
  });

  it('can be undone after a reload', async () => {
    const storage = new FakeStorage();
    await create({ storage }).remove(discussion, 'mine', call);
    const later = create({ storage });
    expect(idsOf((await later.list({ discussion, sort: 'oldest', limit: 25 }, call)).items)).to.deep.equal(['ada']);
    expect((await later.restore(discussion, 'mine', call)).body.value).to.equal('Text of mine');
  });

  it('keeps the comment if the removal fails', async () => {
    const { adapter, remove } = create({
      faults: ({ method }) => (method === 'remove' ? new AdapterError('network', 'Offline') : undefined),
    });
    await failure(remove(discussion, 'mine', call), 'network');
    expect(await listIds(adapter)).to.deep.equal(['ada', 'mine']);
  });
});
