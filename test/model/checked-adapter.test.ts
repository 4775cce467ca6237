import { expect } from '@open-wc/testing';
import { AdapterError, type Comment, type CommentsAdapter } from '../../src/model/adapter.js';
import { checkedAdapter } from '../../src/model/checked-adapter.js';
import { comment } from '../support/fake-backend.js';

const call = { signal: new AbortController().signal };
const discussion = { key: 'pier', url: '' };
const query = { discussion, sort: 'oldest', limit: 25 } as const;

describe('an adapter with its responses checked', () => {
  function checked(adapter: CommentsAdapter, { areThorough = false } = {}) {
    const notes: string[] = [];
    return { adapter: checkedAdapter(adapter, { note: (note) => notes.push(note), areThorough }), notes };
  }

  const adapterOf = (items: unknown): CommentsAdapter => ({
    open: async () => ({ state: 'open' }),
    list: async () => ({ items: items as readonly Comment[] }),
  });

  it('returns a sound response as it is', async () => {
    const page = { items: [comment('First.')] };
    const { adapter, notes } = checked({ ...adapterOf([]), list: async () => page });
    expect(await adapter.list(query, call)).to.equal(page);
    expect(notes).to.deep.equal([]);
  });

  it('may be frozen, an object with private fields, or learn its methods later', async () => {
    class Backend implements CommentsAdapter {
      readonly #items = [comment('First.')];
      vote?: CommentsAdapter['vote'];
      open = async (): Promise<{ state: 'open' }> => ({ state: 'open' });
      async list(): Promise<{ items: Comment[] }> {
        this.vote = async () => ({ up: this.#items.length });
        return { items: this.#items };
      }
    }
    const { adapter } = checked(new Backend());
    expect(adapter.vote).to.equal(undefined);
    expect((await adapter.list(query, call)).items).to.have.length(1);
    expect(await adapter.vote?.(discussion, { id: 'First-', value: 1 }, call)).to.deep.equal({ up: 1 });
    expect(await checked(Object.freeze(adapterOf([]))).adapter.list(query, call)).to.deep.equal({ items: [] });
  });

  it('leaves out what cannot be used, and refuses a list of which nothing is left', async () => {
    const mixed = checked(adapterOf([null, comment('First.'), { id: 'x' }]));
    expect((await mixed.adapter.list(query, call)).items.map(({ id }) => id)).to.deep.equal(['First-']);
    expect(mixed.notes.join('\n')).to.contain('list().items[0] is null').and.to.contain('list().items[2].body');
    const useless = checked(adapterOf([null, 'x']));
    const error: unknown = await useless.adapter.list(query, call).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(AdapterError).and.to.have.property('kind', 'bad-response');
  });

  it('keeps a tombstone without a text, and never shows what it does not know', async () => {
    const items = [
      { ...comment('Gone.'), body: null, status: 'deleted' },
      { ...comment('Odd.'), status: 'approved' },
    ];
    const { adapter } = checked(adapterOf(items));
    const page = await adapter.list(query, call);
    expect(page.items.map(({ status }) => status)).to.deep.equal(['deleted', 'hidden']);
    expect(page.items[0]?.body.value).to.equal('');
  });

  it('is told in full on demand, and the response stays as it is where it can be used', async () => {
    const odd = { ...comment('First.'), featured: 'yes' } as unknown as Comment;
    expect((await checked(adapterOf([odd])).adapter.list(query, call)).items[0]).to.equal(odd);
    const thorough = checked(adapterOf([odd]), { areThorough: true });
    await thorough.adapter.list(query, call);
    expect(thorough.notes).to.deep.equal(['list().items[0].featured is "yes", not true or false']);
  });

  it('notes what the adapter itself finds wrong with its set-up', async () => {
    const refuse = (): Promise<never> => Promise.reject(new AdapterError('invalid', '"pier" is not a post.'));
    const { adapter, notes } = checked({ open: refuse, list: refuse, submit: refuse });
    await adapter.open(discussion, call).catch(() => undefined);
    expect(notes).to.deep.equal(['"pier" is not a post.']);
    // What a writer has entered is not the page's mistake.
    await adapter.submit?.({ discussion, parentId: null, body: 'x', submitKey: 'k' }, call).catch(() => undefined);
    expect(notes).to.have.length(1);
  });
});
