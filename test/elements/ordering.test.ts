import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CommentsActionEvent } from '../../src/elements/events.js';
import en from '../support/english.js';
import { AdapterError, type CommentsAdapter, type ListQuery } from '../../src/model/adapter.js';
import { comment, comments, held, heldUp, type SeenCall, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { neverHappens } from '../support/never-happens.js';

const three = { comments: comments(3) };
const OLDEST = ['Comment 1', 'Comment 2', 'Comment 3'];

async function choose(page: CommentsPage, order: string): Promise<HTMLSelectElement> {
  const select = (await page.find('combobox', 'Sort by')) as HTMLSelectElement;
  select.focus();
  select.value = order;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return select;
}

/** A section, oldest first, whose backend lists the newest first once the gate is released. */
async function slowNewest() {
  const gate = held();
  const memory = memoryAdapter(three);
  const slow = heldUp(memory, 'list', gate.promise);
  const page = await CommentsPage.open({
    ...memory,
    list: (query, call) => (query.sort === 'newest' ? slow : memory).list(query, call),
  });
  await page.comment('Comment 1');
  return { page, gate };
}

describe('the order of the comments', () => {
  afterEach(unmountAll);

  it('is the reader’s choice: the focus stays, and the new order is announced', async () => {
    const page = await CommentsPage.open(memoryAdapter(three));
    await page.comment('Comment 1');
    const select = await choose(page, 'newest');
    await waitFor(() => expect(page.texts).to.deep.equal(OLDEST.toReversed()));
    expect(page.isFocused(select)).to.equal(true);
    expect(page.heard).to.include(en.sorted(en.orders.newest));
  });

  it('is remembered for this reader, on other articles too', async () => {
    const page = await CommentsPage.open(memoryAdapter(three));
    await choose(page, 'newest');
    await waitFor(() => expect(page.texts).to.deep.equal(OLDEST.toReversed()));
    const other = await CommentsPage.open(memoryAdapter(three), { discussion: 'mole', order: 'oldest' });
    await other.comment('Comment 1');
    expect(other.texts).to.deep.equal(OLDEST.toReversed());
    expect(((await other.find('combobox', 'Sort by')) as HTMLSelectElement).value).to.equal('newest');
  });

  it('is the publisher’s where the remembered one is not to be had', async () => {
    localStorage.setItem('article-comments:order', '"top"');
    const memory = memoryAdapter({ ...three, features: { sorts: ['oldest', 'newest'] } });
    const page = await CommentsPage.open(memory, { order: 'newest' });
    await page.comment('Comment 1');
    expect(page.texts).to.deep.equal(OLDEST.toReversed());
  });

  it('offers what the backend offers, and nothing where there is no choice', async () => {
    const page = await CommentsPage.open(memoryAdapter({ ...three, features: { sorts: ['newest', 'top'] } }));
    const select = (await page.find('combobox', 'Sort by')) as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).to.deep.equal([en.orders.newest, en.orders.top]);
    const single = await CommentsPage.open(memoryAdapter({ ...three, features: { sorts: ['oldest'] } }));
    // It comes with the menus.
    await single.find('button', en.skipToEnd);
    expect(single.all('combobox')).to.have.length(0);
  });

  it('leaves what is shown where it is until the answer is there', async () => {
    const { page, gate } = await slowNewest();
    await choose(page, 'newest');
    await waitFor(() => expect(page.get('list').getAttribute('aria-busy')).to.equal('true'));
    expect(page.texts).to.deep.equal(OLDEST);
    gate.release();
    await waitFor(() => expect(page.texts).to.deep.equal(OLDEST.toReversed()));
  });

  it('is at once the shown one again when the reader goes back to it meanwhile', async () => {
    const { page, gate } = await slowNewest();
    const select = await choose(page, 'newest');
    await waitFor(() => expect(page.get('list').getAttribute('aria-busy')).to.equal('true'));
    expect(select.value).to.equal('newest');
    await choose(page, 'oldest');
    await waitFor(() => expect(select.value).to.equal('oldest'));
    await waitFor(() => expect(page.get('list').getAttribute('aria-busy')).not.to.equal('true'));
    gate.release();
    await neverHappens(() => page.texts.filter((text, index) => text !== OLDEST[index]));
  });

  it('says so when it cannot be changed, keeps the old one, and tries again', async () => {
    const memory = memoryAdapter({
      ...three,
      faults: ({ method, attempt }) => (method === 'list' && attempt === 2 ? new AdapterError('network') : undefined),
    });
    const page = await CommentsPage.open(memory);
    await page.comment('Comment 1');
    const select = await choose(page, 'newest');
    expect(await page.alert()).to.contain(en.sortFailed(en.causes.network));
    expect(page.texts).to.deep.equal(OLDEST);
    expect(select.value).to.equal('oldest');
    const list = page.all('article')[0]?.closest('.block')?.getBoundingClientRect();
    expect(list?.top).to.be.above(page.get('button', 'Try again').getBoundingClientRect().bottom + 8);
    await page.press('Try again');
    await waitFor(() => expect(page.texts).to.deep.equal(OLDEST.toReversed()));
    expect(select.value).to.equal('newest');
  });

  it('is the last one chosen, however the answers come', async () => {
    const { page, gate } = await slowNewest();
    await choose(page, 'newest');
    await choose(page, 'top');
    await waitFor(() => expect(page.heard).to.include(en.sorted(en.orders.top)));
    gate.release();
    await page.element.updateComplete;
    expect(page.texts).to.deep.equal(OLDEST);
  });

  describe('that nobody waits for any more', () => {
    /** A section, newest first, whose reader has asked for the oldest first and has no answer yet. */
    async function waiting(): Promise<{ page: CommentsPage; events: CommentsActionEvent[]; call: SeenCall }> {
      const memory = memoryAdapter(three);
      const { adapter, to } = watched<CommentsAdapter>({
        ...memory,
        list: (query, call) => (query.sort === 'oldest' ? new Promise(() => {}) : memory.list(query, call)),
      });
      const page = await CommentsPage.open(adapter, { order: 'newest' });
      const events = page.listen('comments-action');
      await page.comment('Comment 1');
      await choose(page, 'oldest');
      await waitFor(() => expect(page.get('list').getAttribute('aria-busy')).to.equal('true'));
      return { page, events, call: to('list')[1]! };
    }

    it('is not remembered where the section has gone', async () => {
      const { page, events, call } = await waiting();
      page.element.remove();
      await waitFor(() => expect(call.signal.aborted).to.equal(true));
      const other = await CommentsPage.open(memoryAdapter(three), { discussion: 'mole', order: 'newest' });
      await other.comment('Comment 1');
      expect(other.texts).to.deep.equal(OLDEST.toReversed());
      expect(events).to.deep.equal([]);
    });

    it('is not announced where another discussion has taken the place of the first', async () => {
      const { page, events } = await waiting();
      page.element.adapter = memoryAdapter(three);
      page.element.setAttribute('order', 'oldest');
      await waitFor(() => expect(page.texts).to.deep.equal(OLDEST));
      await page.turnToForm();
      expect(page.heard).not.to.include(en.sorted(en.orders.oldest));
      expect(events.map(({ action }) => action)).to.deep.equal(['open-composer']);
    });
  });

  it('is not mixed with a page of the order before, also where cursors are the numbers of pages', async () => {
    const gate = held();
    const requested = held();
    const all = comments(6);
    const page = await CommentsPage.open({
      features: { sorts: ['oldest', 'newest'] },
      open: async () => ({ state: 'open' }),
      list: async ({ sort, cursor = '1' }) => {
        if (sort === 'oldest' && cursor === '2') {
          requested.release();
          await gate.promise;
        }
        const sorted = sort === 'oldest' ? all : all.toReversed();
        const start = (Number(cursor) - 1) * 2;
        return { items: sorted.slice(start, start + 2), next: String(Number(cursor) + 1), total: 6 };
      },
    });
    await page.press(en.loadMore);
    await requested.promise;
    await choose(page, 'newest');
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 6', 'Comment 5']));
    gate.release();
    await page.press(en.loadMore);
    await waitFor(() => expect(page.texts).to.have.length(4));
    expect(page.texts).to.deep.equal(['Comment 6', 'Comment 5', 'Comment 4', 'Comment 3']);
  });
});

describe('an order of the backend’s own', () => {
  const replies = { id: 'replies', label: 'Most <replies>' } as const;
  const features = { sorts: ['oldest', replies] } as const;
  const debate = {
    comments: [...comments(3), ...['a', 'b'].map((id) => comment(`Reply ${id}`, { parentId: 'Comment-2' }))],
    features,
  };
  const BY_REPLIES = ['Comment 2', 'Reply a', 'Reply b', 'Comment 1', 'Comment 3'];
  const shows = (page: CommentsPage, texts: readonly string[]) =>
    waitFor(() => expect(page.texts).to.deep.equal(texts));

  afterEach(unmountAll);

  it('is chosen by its name, announced, and remembered on other articles', async () => {
    const page = await CommentsPage.open(memoryAdapter(debate));
    await page.comment('Comment 1');
    const select = await choose(page, 'replies');
    await shows(page, BY_REPLIES);
    expect(select.selectedOptions[0]?.text).to.equal(replies.label);
    expect(page.heard).to.include(en.sorted(replies.label));
    const other = await CommentsPage.open(memoryAdapter(debate), { discussion: 'mole' });
    await shows(other, BY_REPLIES);
  });

  it('may be the publisher’s', async () => {
    const { adapter, to } = watched(memoryAdapter(debate));
    const page = await CommentsPage.open(adapter, { order: 'replies' });
    await shows(page, BY_REPLIES);
    const [query] = to('list')[0]!.args as [ListQuery];
    expect(query).to.deep.include({ sort: 'oldest', sortOption: 'replies' });
    expect(page.all('alert')).to.have.length(0);
  });

  it('is named with its id where another is wanted', async () => {
    const page = await expectConsoleError('order="mood" is not offered by the adapter', () =>
      CommentsPage.open(memoryAdapter(debate), { order: 'mood' }),
    );
    expect(await page.alert()).to.contain('order="mood" is not offered by the adapter. Use one of: oldest, replies.');
  });

  it('is remembered where the adapter learns of it from the first response', async () => {
    localStorage.setItem('article-comments:order', '"replies"');
    const { list, ...memory } = memoryAdapter(debate);
    const adapter: CommentsAdapter & { features: CommentsAdapter['features'] } = {
      ...memory,
      features: undefined,
      list: (query, call) => {
        adapter.features = features;
        return list(query, call);
      },
    };
    await shows(await CommentsPage.open(adapter), BY_REPLIES);
  });

  it('leads to a comment on a later page, without the number of those between', async () => {
    const many = { comments: comments(40), features: { sorts: [replies, 'oldest'] } } as const;
    location.hash = '#comment-Comment-35';
    const page = await CommentsPage.open(memoryAdapter(many), { 'page-size': '5' });
    await page.comment('Comment 35');
    expect(await page.find('button', en.loadMore)).to.exist;
  });
});
