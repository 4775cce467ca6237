import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { Change, Comment, CommentsAdapter, Sort } from '../../src/model/adapter.js';
import { comment, comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { itExceptIn } from '../support/engine.js';
import { FakeClock } from '../support/fake-clock.js';
import { sendKeys } from '../support/keys.js';
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
    expect(blocks.length).to.be.at.most(LONG / 16);
    for (const block of blocks) expect(getComputedStyle(block).contentVisibility).to.equal('auto');
  });

  describeIn('print', 'in print', () => {
    it('is whole', async () => {
      const page = await open(long().adapter);
      await page.comment(`Comment ${LONG}`);
      for (const block of blocksOf(page)) expect(getComputedStyle(block).contentVisibility).to.equal('visible');
    });

    it('is whole before the browser is idle, if it is shorter', async () => {
      const { requestIdleCallback } = globalThis;
      globalThis.requestIdleCallback = () => 0;
      try {
        const page = await CommentsPage.open(memoryAdapter({ comments: comments(100) }), { 'page-size': '100' });
        await page.comment('Comment 100');
        for (const block of blocksOf(page)) expect(getComputedStyle(block).contentVisibility).to.equal('visible');
      } finally {
        globalThis.requestIdleCallback = requestIdleCallback;
      }
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
      expect(estimate).to.equal(block.childElementCount * 9 * 16);
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
      const fake = (clock = FakeClock.installAt('2026-11-24T13:00:00Z'));
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
      // Without `requestIdleCallback`, the rest of the page is requested by a timer.
      await waitFor(async () => {
        await fake.advance(100);
        expect(page.texts).to.have.length(LONG);
      });
      const readBy = async (change: Change): Promise<readonly string[]> => {
        read.clear();
        await tell(change);
        await fake.advance(300);
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

describe('a list of a hundred comments', () => {
  const { requestIdleCallback } = globalThis;
  const { getEntriesByType } = performance;
  /** What waits until the browser is idle, by the longest wait. */
  let waiting: { readonly run: () => void; readonly timeout: number }[] = [];

  beforeEach(() => {
    waiting = [];
    globalThis.requestIdleCallback = (work, { timeout = Infinity } = {}) =>
      waiting.push({ run: () => work({ didTimeout: true, timeRemaining: () => 0 }), timeout });
    // As in Safari, which does not keep what is seen in its place.
    document.documentElement.style.overflowAnchor = 'none';
  });
  afterEach(() => {
    globalThis.requestIdleCallback = requestIdleCallback;
    performance.getEntriesByType = getEntriesByType;
    document.documentElement.style.removeProperty('overflow-anchor');
    unmountAll();
    scrollTo(0, 0);
  });

  /** The rows of short comments are less high than the browser has to assume. */
  const lowRows = comments(100);
  /** Those of long ones are higher. */
  const highRows = lowRows.map((one): Comment => ({
    ...one,
    body: { format: 'text', value: `${'Long. '.repeat(400)}${one.body.value}.` },
  }));

  const openList = (listed = lowRows): Promise<CommentsPage> =>
    CommentsPage.open(memoryAdapter({ comments: listed }), { 'page-size': '100' });

  const areSkipped = (page: CommentsPage): boolean =>
    blocksOf(page).every((block) => getComputedStyle(block).contentVisibility === 'auto');
  const areLaidOut = (page: CommentsPage): boolean =>
    blocksOf(page).every((block) => getComputedStyle(block).contentVisibility === 'visible');

  /** Resolves once the rows are painted and wait for the browser to be idle. */
  const painted = (): Promise<unknown> =>
    waitFor(() => expect(waiting.some(({ timeout }) => timeout <= 1000)).to.equal(true));

  /** As on a page that is busy for a second. */
  const waitASecond = (): void => {
    for (const { run, timeout } of waiting) if (timeout <= 1000) run();
  };

  /** Loads what comes with the first rest: the menus, among others. */
  const loadMenus = async (page: CommentsPage): Promise<void> => {
    for (const { run, timeout } of waiting) if (timeout > 1000) run();
    await page.find('combobox', 'Sort by');
  };

  const topOf = (element: Element): number => element.getBoundingClientRect().top;

  it('lays out the rows outside the window after the first paint, within a second also on a busy page, for good', async () => {
    const page = await openList();
    await page.comment('Comment 100');
    await painted();
    expect(areSkipped(page)).to.equal(true);
    waitASecond();
    expect(areLaidOut(page)).to.equal(true);
    await loadMenus(page);
    await choose(page, 'newest');
    await waitFor(() => expect(page.texts[0]).to.equal('Comment 100'));
    expect(areLaidOut(page)).to.equal(true);
  });

  itExceptIn(['WebKit'], 'is found by find-in-page to its last row before the rows outside are laid out', async () => {
    const page = await openList();
    await page.comment('Comment 100');
    await painted();
    const { find } = globalThis as unknown as { find: (text: string, isCaseSensitive: boolean) => boolean };
    expect(find('Comment 100', true)).to.equal(true);
    expect(find('Comment 101', true)).to.equal(false);
    expect(areSkipped(page)).to.equal(true);
  });

  it('skips no rows if they are few, which would move what is below the list', async () => {
    const page = await openList(lowRows.slice(0, 16));
    await page.comment('Comment 16');
    expect(areLaidOut(page)).to.equal(true);
  });

  it('moves nothing in the window when it lays out the rows outside', async () => {
    const page = await openList();
    const first = await page.comment('Comment 1');
    await painted();
    const top = topOf(first);
    waitASecond();
    expect(topOf(first)).to.equal(top);
  });

  it('has each comment once after a change of the order before its rows are laid out', async () => {
    const page = await openList();
    await page.comment('Comment 100');
    await loadMenus(page);
    await choose(page, 'newest');
    await waitFor(() =>
      expect(page.texts).to.deep.equal(
        comments(100)
          .map(({ body }) => body.value)
          .toReversed(),
      ),
    );
    await painted();
    waitASecond();
    expect(areLaidOut(page)).to.equal(true);
  });

  it('ends with the last comment when the key End is pressed before its rows are laid out', async () => {
    const page = await openList(highRows);
    const last = await page.comment('Comment 100.');
    await painted();
    await sendKeys({ press: 'End' });
    await waitFor(() => expect(scrollY + innerHeight).to.be.at.least(document.documentElement.scrollHeight - 1));
    waitASecond();
    expect(last.getBoundingClientRect().bottom).to.be.within(0, innerHeight);
  });

  it('keeps the comment of the address in its place when it lays out the rows above', async () => {
    history.replaceState(null, '', '#comment-Comment-90');
    const page = await openList();
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 90'));
    await painted();
    const comment90 = page.focused as Element;
    const top = topOf(comment90);
    expect(top).to.be.within(0, innerHeight);
    waitASecond();
    expect(topOf(comment90)).to.equal(top);
  });

  it('keeps the comment of a returning reader in its place, who scrolls on before the rows above are laid out', async () => {
    const key = JSON.stringify(['pier', location.href.replace(/#.*/, '')]);
    const saved = { id: 'Comment-90', offset: 100, origin: 1, count: 100, sort: 'oldest', height: 9000 };
    sessionStorage.setItem(`article-comments:place:${key}`, JSON.stringify(saved));
    performance.getEntriesByType = () => [{ type: 'reload', name: location.href }] as never;
    const page = await openList();
    const row = (await page.comment('Comment 90')).closest('.row') as Element;
    await painted();
    expect(topOf(row)).to.be.closeTo(100, 1);
    dispatchEvent(new WheelEvent('wheel'));
    waitASecond();
    expect(topOf(row)).to.be.closeTo(100, 1);
  });
});
