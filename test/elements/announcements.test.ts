import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { comment, comments } from '../support/fake-backend.js';
import { FakeClock } from '../support/fake-clock.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

describe('what a screen reader hears', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = FakeClock.installAt('2026-11-24T12:00:00Z')));
  afterEach(() => {
    unmountAll();
    clock.uninstall();
  });

  it('is that more comments are loading, and how many are loaded', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'page-size': '2' });
    await page.press('Load more comments');
    await waitFor(() => expect(page.heard).to.deep.equal([en.loadingMore, en.loadedMore(1, '1')]));
  });

  it('is that another order is loading, and which one it is', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.comment('Comment 1');
    // Without idle callbacks, a browser loads the menus a moment later.
    await clock.advance(1000);
    const select = (await page.find('combobox', 'Sort by')) as HTMLSelectElement;
    select.value = 'newest';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(page.heard).to.deep.equal([en.loading, en.sorted(en.orders.newest)]));
  });

  it('is that replies are loading, and how many have come', async () => {
    const replies = [1, 2, 3].map((index) => comment(`Reply ${index}`, { parentId: 'Question-' }));
    const backend = memoryAdapter({ comments: [comment('Question?'), ...replies], repliesPerComment: 2 });
    const page = await CommentsPage.open(backend);
    await page.press('Load more replies');
    await waitFor(() => expect(page.heard).to.deep.equal([en.loadingReplies, en.repliesLoaded(1, '1')]));
  });

  it('stays for five seconds, and is not come upon again by reading on', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'page-size': '2' });
    await page.press('Load more comments');
    const loaded = '1 more comment loaded.';
    await waitFor(() => expect(page.announced).to.equal(loaded));
    await clock.advance(4999);
    await page.element.updateComplete;
    expect(page.announced, 'a screen reader may still have to finish something else').to.equal(loaded);
    await clock.advance(1);
    await page.element.updateComplete;
    expect(page.section.textContent).not.to.contain(loaded);
  });

  it('has its five seconds also where it follows another message', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(5) }), { 'page-size': '2' });
    await page.press('Load more comments');
    await waitFor(() => expect(page.announced).to.equal('2 more comments loaded.'));
    await clock.advance(4000);
    await page.press('Load more comments');
    await waitFor(() => expect(page.announced).to.equal('1 more comment loaded.'));
    await clock.advance(4999);
    await page.element.updateComplete;
    expect(page.announced).to.equal('1 more comment loaded.');
  });

  it('is heard as often as it happens, also where the same message follows itself', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async () => {} } });
    try {
      const page = await CommentsPage.open(memoryAdapter({ comments: comments(1) }));
      const article = await page.comment('Comment 1');
      await page.press('More', article);
      const region = page.section.querySelector('[aria-live=polite]')!;
      // A screen reader reads the region when its text changes.
      const read: string[] = [];
      new MutationObserver(() => read.push(region.textContent ?? '')).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      for (const times of [1, 2, 3]) {
        await page.press('Copy link', article);
        await waitFor(() => expect(read.map((text) => text.trim())).to.deep.equal(Array(times).fill('Link copied.')));
      }
      expect(read[1]).not.to.equal(read[0]);
      expect(read[2]).not.to.equal(read[1]);
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });
});
