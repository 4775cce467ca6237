import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change, Comment, CommentsAdapter, Sort } from '../../src/model/adapter.js';
import { comment, comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';
import { describeIn } from '../support/media.js';

const LONG = 224;

/** A backend with a reply to every fifth comment, which tells of changes. */
function long(more: Partial<CommentsAdapter> = {}): {
  adapter: CommentsAdapter;
  tell: (change: Change) => Promise<void>;
} {
  const listed = comments(LONG).map((one, index): Comment =>
    index % 5 === 4 ? { ...one, parentId: `Comment-${index}` } : one,
  );
  let tell: ((change: Change) => void) | undefined;
  const adapter: CommentsAdapter = {
    ...memoryAdapter({ comments: listed }),
    subscribe: (_discussion, onChange) => {
      tell = onChange;
    },
    ...more,
  };
  return { adapter, tell: (change) => waitFor(() => tell!(change)) };
}

const open = (adapter: CommentsAdapter): Promise<CommentsPage> =>
  CommentsPage.open(adapter, { 'page-size': String(LONG) });

async function choose(page: CommentsPage, order: Sort): Promise<void> {
  const select = (await page.find('combobox', 'Sort by')) as HTMLSelectElement;
  select.value = order;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

const blocksOf = (page: CommentsPage): HTMLElement[] => [...page.get('list').children] as HTMLElement[];

describe('a long list', () => {
  afterEach(unmountAll);

  it('is few boxes to look at with each frame, and one list to a screen reader', async () => {
    const page = await open(long().adapter);
    await page.comment(`Comment ${LONG}`);
    expect(page.all('listitem')).to.have.length(LONG);
    expect(page.all('list')).to.have.length(1);
    const blocks = blocksOf(page);
    expect(blocks.length).to.be.at.most(LONG / 25);
    for (const block of blocks) expect(getComputedStyle(block).contentVisibility).to.equal('auto');
  });

  it('is laid out as a whole up to 128 comments, so that screen readers get its paragraphs, too', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(128) }), { 'page-size': '128' });
    await page.comment('Comment 128');
    for (const block of blocksOf(page)) expect(getComputedStyle(block).contentVisibility).to.equal('visible');
    for (const row of page.all('listitem')) expect(getComputedStyle(row).contentVisibility).to.equal('visible');
  });

  describeIn('print', 'in print', () => {
    it('is whole', async () => {
      const page = await open(long().adapter);
      await page.comment(`Comment ${LONG}`);
      for (const block of blocksOf(page)) expect(getComputedStyle(block).contentVisibility).to.equal('visible');
    });
  });

  it('stays in few blocks, whatever order it is put in, with each comment once', async () => {
    let shuffled: readonly Comment[] = [];
    const { adapter } = long();
    const page = await open({
      ...adapter,
      list: async (...args) => ({ ...(await adapter.list(...args)), items: shuffled, next: undefined }),
    });
    const { items } = await adapter.list(
      { discussion: { key: 'pier', url: '' }, sort: 'oldest', limit: LONG },
      { signal: new AbortController().signal },
    );
    const tops = items.filter(({ parentId }) => !parentId);
    for (let round = 1; round <= 8; round++) {
      // Every so-many-th comment comes first: all are torn from their neighbours.
      shuffled = Array.from({ length: round + 1 }, (_, start) =>
        tops.filter((_top, index) => index % (round + 1) === start),
      ).flat();
      page.element.reload();
      await waitFor(() => expect(page.texts).to.deep.equal(shuffled.map(({ body }) => body.value)));
      const sizes = blocksOf(page).map(({ childElementCount }) => childElementCount);
      expect(Math.min(...sizes.slice(0, -1)), `rows in blocks: ${sizes.join()}`).to.be.at.least(8);
      // Small blocks, too: a thousand rows in blocks that are always laid out take as long as a thousand without.
      for (const block of blocksOf(page)) expect(getComputedStyle(block).contentVisibility).to.equal('auto');
    }
  });

  it('is about as high before it has been seen as after', async () => {
    const page = await open(long().adapter);
    await page.comment(`Comment ${LONG}`);
    for (const block of blocksOf(page)) {
      const estimate = parseFloat(getComputedStyle(block).containIntrinsicBlockSize.replace('auto ', ''));
      expect(estimate).to.equal(Math.ceil(block.childElementCount / 8) * 8 * 9 * 16);
    }
  });

  it('keeps the focus in the comment that it is in when the order changes', async () => {
    const page = await open(long().adapter);
    await page.comment(`Comment ${LONG}`);
    const reply = page.all('button', 'Reply', await page.comment('Comment 120'))[0]!;
    reply.focus();
    await choose(page, 'newest');
    await waitFor(() => expect(page.texts[0]).to.equal(`Comment ${LONG}`));
    expect(page.isFocused(reply)).to.equal(true);
  });

  it('is touched in one row only when one comment changes', async () => {
    const { adapter, tell } = long();
    const page = await open(adapter);
    await tell({ type: 'changed', comment: comment('Comment 7', { body: { format: 'text', value: 'As it was' } }) });
    await page.comment('As it was');
    const touched = new Set<Element | null | undefined>();
    const observer = new MutationObserver((records) => {
      for (const { target } of records)
        touched.add((target instanceof Element ? target : target.parentElement)?.closest('.row'));
    });
    observer.observe(page.get('list'), { subtree: true, childList: true, characterData: true, attributes: true });
    await tell({
      type: 'changed',
      comment: comment('Comment 7', { body: { format: 'text', value: 'Seven says more' } }),
    });
    const row = (await page.comment('Seven says more')).closest('.row');
    expect([...touched]).to.deep.equal([row]);
  });

  describe('that is followed live', () => {
    let clock: FakeClock | undefined;
    afterEach(() => {
      clock?.uninstall();
      clock = undefined;
    });

    /** Opens a list, and returns what sends a change and resolves with the comments of which more was read than the id. */
    async function follow(): Promise<{ page: CommentsPage; readBy: (change: Change) => Promise<readonly string[]> }> {
      // Rows are compared when a minute is over, for their times.
      clock = FakeClock.installAt('2026-11-24T13:00:00Z');
      const read = new Set<string>();
      const observed = (one: Comment): Comment =>
        new Proxy(one, {
          get(target, name, receiver) {
            if (name !== 'id') read.add(target.id);
            return Reflect.get(target, name, receiver) as unknown;
          },
        });
      const { adapter, tell } = long();
      const page = await open({
        ...adapter,
        list: async (...args) => {
          const found = await adapter.list(...args);
          return { ...found, items: found.items.map(observed) };
        },
      });
      await page.comment(`Comment ${LONG}`);
      const readBy = async (change: Change): Promise<readonly string[]> => {
        read.clear();
        await tell(change);
        await clock?.advance(300);
        await page.element.updateComplete;
        return [...read];
      };
      // Until the code for it is loaded.
      await readBy({ type: 'added', comment: comment('First arrival') });
      await page.find('button', 'View 1 new comment');
      let edits = 0;
      await waitFor(async () => expect(await readBy(edit('Comment 7', `Edit ${++edits}`))).to.have.length.below(LONG));
      return { page, readBy };
    }

    const edit = (id: string, value: string): Change => ({
      type: 'changed',
      comment: comment(id, { body: { format: 'text', value } }),
    });

    it('reads an edited comment and its replies only', async () => {
      const { page, readBy } = await follow();
      expect(await readBy(edit('Comment 9', 'Nine'))).to.have.members(['Comment-9', 'Comment-10']);
      await page.comment('Nine');
    });

    it('reads no comment when another one arrives', async () => {
      const { page, readBy } = await follow();
      expect(await readBy({ type: 'added', comment: comment('Second arrival') })).to.deep.equal([]);
      await page.find('button', 'View 2 new comments');
    });

    it('reads only the comment to which a reply arrives', async () => {
      const { page, readBy } = await follow();
      const reply = comment('A reply', { parentId: 'Comment-9' });
      expect(await readBy({ type: 'added', comment: reply })).to.deep.equal(['Comment-9']);
      await page.find('button', /View 1 new reply/);
    });
  });

  it('shows a branch as it is now when it is unfolded, however it was when it was folded', async () => {
    const page = await open(long().adapter);
    await page.press('Hide replies', await page.comment('Comment 4'));
    await waitFor(() => expect(page.texts).not.to.include('Comment 5'));
    page.element.timeStyle = 'absolute';
    await page.element.updateComplete;
    await page.press(/Show 1 reply/, await page.comment('Comment 4'));
    const time = (await page.comment('Comment 5')).querySelector('time');
    expect(time?.textContent).to.match(/2026/);
  });

  it('takes a change that comes while another order is on its way', async () => {
    const { adapter, tell } = long();
    const page = await open(adapter);
    await page.comment(`Comment ${LONG}`);
    const changed = comment('Comment 7', {
      body: { format: 'text', value: 'Changed meanwhile' },
      editedAt: '2026-11-24T20:00:00Z',
    });
    await choose(page, 'newest');
    await tell({ type: 'changed', comment: changed });
    await page.comment('Changed meanwhile');
    await waitFor(() => expect(page.texts[0]).to.equal(`Comment ${LONG}`));
    expect(page.texts).to.have.length(LONG);
    expect(new Set(page.texts)).to.have.property('size', LONG);
  });
});
