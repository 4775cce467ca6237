import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
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

  it('is that more comments are loading, and how many have come', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'page-size': '2' });
    await page.press('Load more comments');
    await waitFor(() => expect(page.heard).to.deep.equal([en.loadingMore, en.loadedMore(1, '1')]));
  });

  it('is that another order is loading, and which one it is', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
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

  it('is not come upon again by reading on', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'page-size': '2' });
    await page.press('Load more comments');
    const words = en.loadedMore(1, '1');
    await waitFor(() => expect(page.heard).to.include(words));
    expect(page.section.textContent).to.contain(words);
    await clock.advance(6000);
    await page.element.updateComplete;
    expect(page.section.textContent).not.to.contain(words);
  });
});
