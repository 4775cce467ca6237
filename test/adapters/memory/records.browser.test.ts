import { expect } from 'chai';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { all, call, comment, discussion, draft, failure, listIds } from '../../support/adapter-fixture.js';
import { FakeStorage } from './fake-storage.js';

const { key } = discussion;
const entry = 'article-comments:memory:42';
const seed = [comment('a')];

describe('the memory adapter with a storage', () => {
  it('keeps posts, reports and closing across a reload, in one entry per discussion', async () => {
    const storage = new FakeStorage();
    const before = all(memoryAdapter({ comments: seed, storage }));
    const intent = draft();
    const first = await before.submit(intent, call);
    await before.report(discussion, { id: 'a', reason: 'spam' }, call);
    await before.submit(draft({ discussion: { key: '43', url: '' } }), call);
    expect([...storage.entries.keys()].sort()).to.deep.equal([entry, 'article-comments:memory:43']);

    const after = memoryAdapter({ comments: seed, storage });
    expect(await listIds(after)).to.deep.equal(['a', 'c1']);
    expect(await after.submit?.(intent, call), 'the same intent').to.deep.equal(first);
    expect(after.posted(key)).to.have.length(1);
    expect(after.reports(key).map(({ id }) => id)).to.deep.equal(['a']);
    expect((await after.get?.(discussion, 'a', call))?.reported).to.equal(true);
    after.close(key);
    expect((await memoryAdapter({ storage }).open(discussion, call)).state).to.equal('closed');
  });

  it('still shows a guest their held comment after a reload', async () => {
    const storage = new FakeStorage();
    const moderate = () => ({ outcome: 'pending' }) as const;
    await memoryAdapter({ storage, moderate }).submit?.(draft(), call);
    expect(await listIds(memoryAdapter({ storage }))).to.deep.equal(['c1']);
    const viewer = { state: 'signed-in', author: { id: 'other', name: 'Other' } } as const;
    expect(await listIds(memoryAdapter({ storage, viewer })), 'another viewer').to.be.empty;
  });

  it('does not store the seed', async () => {
    const storage = new FakeStorage();
    const adapter = memoryAdapter({ comments: seed, storage });
    await listIds(adapter);
    expect(storage.entries.size, 'reading writes nothing').to.equal(0);
    await adapter.submit?.(draft(), call);
    expect(storage.entries.get(entry)).not.to.contain('Text of a');
  });

  it('sees what another adapter writes to the same storage, and does not overwrite it', async () => {
    const storage = new FakeStorage();
    const [one, two] = [memoryAdapter({ storage }), memoryAdapter({ storage })];
    await one.submit?.(draft({ body: '1' }), call);
    await two.submit?.(draft({ body: '2' }), call);
    await one.submit?.(draft({ body: '3' }), call);
    for (const adapter of [one, two])
      expect(adapter.posted(key).map(({ body }) => body.value)).to.deep.equal(['1', '2', '3']);
    expect(new Set(await listIds(one)).size).to.equal(3);
  });

  for (const [what, text] of Object.entries({
    'broken JSON': '{"comments":[',
    'another type': '"hello"',
    'without reports': '{"comments":[]}',
    'a comment without a body': '{"comments":[{"comment":{"id":"x","createdAt":"2013-06-07T10:54:00Z"}}],"reports":[]}',
    'a null report': '{"comments":[],"reports":[null]}',
    'an invalid closing time': '{"comments":[],"reports":[],"closedAt":5}',
    'an invalid reopening time': '{"comments":[],"reports":[],"reopenedAt":5}',
  })) {
    it(`falls back to the seed if the entry is ${what}, and overwrites the entry`, async () => {
      const storage = new FakeStorage();
      storage.entries.set(entry, text);
      const adapter = memoryAdapter({ comments: seed, storage });
      expect(await listIds(adapter)).to.deep.equal(['a']);
      await adapter.submit?.(draft(), call);
      expect(await listIds(memoryAdapter({ comments: seed, storage }))).to.deep.equal(['a', 'c1']);
    });
  }

  it('reports that nothing was stored when the storage is full, and accepts the same intent later', async () => {
    const storage = new FakeStorage();
    const adapter = all(memoryAdapter({ comments: seed, storage }));
    storage.full = true;
    const intent = draft();
    const error = await failure(adapter.submit(intent, call), 'unavailable', { stored: 'no' });
    expect(error.info.cause).to.be.instanceOf(DOMException);
    await failure(adapter.report(discussion, { id: 'a', reason: 'spam' }, call), 'unavailable', { stored: 'no' });
    expect(await listIds(adapter)).to.deep.equal(['a']);
    storage.full = false;
    await adapter.submit(intent, call);
    expect(await listIds(adapter)).to.deep.equal(['a', 'c1']);
  });

  it('works with the browser’s storage', async () => {
    const before = sessionStorage.getItem(entry);
    expect(before).to.equal(null);
    try {
      await memoryAdapter({ storage: sessionStorage }).submit?.(draft(), call);
      expect(await listIds(memoryAdapter({ storage: sessionStorage }))).to.deep.equal(['c1']);
    } finally {
      sessionStorage.removeItem(entry);
    }
  });
});
