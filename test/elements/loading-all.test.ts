import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { comment, comments, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const ALL = en.loadAll;

/** An adapter whose further pages each wait for `next()`. */
function stepwise(adapter: CommentsAdapter): { adapter: CommentsAdapter; next: () => void; asked: () => number } {
  let waiting: (() => void)[] = [];
  let asked = 0;
  const list: CommentsAdapter['list'] = async (query, call) => {
    if (query.cursor !== undefined && query.parentId === undefined) {
      asked++;
      const { promise, release } = held();
      waiting.push(() => release());
      await promise;
    }
    return adapter.list(query, call);
  };
  return {
    adapter: { ...adapter, list },
    next: () => {
      const released = waiting;
      waiting = [];
      for (const release of released) release();
    },
    asked: () => asked,
  };
}

const focusedText = (page: CommentsPage): string | undefined =>
  page.focused?.querySelector('[part~=body]')?.textContent?.trim();

describe('loading all comments', () => {
  afterEach(unmountAll);

  it('loads page after page, says so at the start and at the end, and goes on at the first new one', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(9) }), { 'page-size': '2' });
    await page.press(ALL);
    await waitFor(() => expect(page.texts).to.have.length(9));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 3'));
    await waitFor(() => expect(page.announced).to.equal('7 more comments loaded.'));
    expect(page.heard).to.deep.equal([en.loadingMore, '7 more comments loaded.']);
    expect(page.all('button', ALL)).to.have.length(0);
    expect(page.all('button', en.loadMore)).to.have.length(0);
  });

  it('counts only what it has loaded, and goes there, also where the reader’s own comment stands at the top', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(9) }), {
      'page-size': '2',
      order: 'newest',
    });
    await page.turnToForm();
    await page.write('My own.');
    await page.press('Post comment');
    await waitFor(() => expect(page.texts).to.deep.equal(['My own.', 'Comment 9', 'Comment 8']));
    await page.press(ALL);
    await waitFor(() => expect(page.announced).to.equal('7 more comments loaded.'));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 7'));
  });

  it('does not count what a link has led to before', async () => {
    history.replaceState(null, '', '#comment-Comment-3');
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(9) }), { 'page-size': '2' });
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3']));
    await page.press(ALL);
    await waitFor(() => expect(page.announced).to.equal('6 more comments loaded.'));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 4'));
  });

  it('says and tells nothing where another discussion has taken the place of the first', async () => {
    const { adapter, asked } = stepwise(memoryAdapter({ comments: comments(9) }));
    const page = await CommentsPage.open(adapter, { 'page-size': '2' });
    const events = page.listen('comments-action');
    await page.press(ALL);
    await waitFor(() => expect(asked()).to.equal(1));
    page.element.adapter = memoryAdapter({ comments: [comment('Another.')] });
    page.element.discussion = 'mole';
    await page.press('More', await page.comment('Another.'));
    await waitFor(() => expect(events.map(({ action }) => action)).to.deep.equal(['open-more']));
    expect(page.heard).to.deep.equal([en.loadingMore]);
  });

  it('is not offered where one page is left, or none', async () => {
    for (const count of [4, 2]) {
      const page = await CommentsPage.open(memoryAdapter({ comments: comments(count) }), { 'page-size': '2' });
      // Offered as soon as `features.ts` is loaded, as are the ways past the list.
      await page.find('button', en.skipToEnd);
      expect(page.all('button', ALL), String(count)).to.have.length(0);
    }
  });

  it('is offered where nobody knows how many are left', async () => {
    const adapter: CommentsAdapter = {
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [comment('One.')], next: '2' }),
    };
    const page = await CommentsPage.open(adapter);
    expect(await page.find('button', ALL)).to.exist;
  });

  it('says how far it is, and stops after the page under way', async () => {
    const { adapter, next, asked } = stepwise(memoryAdapter({ comments: comments(9) }));
    const page = await CommentsPage.open(adapter, { 'page-size': '2' });
    await page.press(ALL);
    await page.says('2 of 9 loaded');
    await waitFor(() => expect(page.isFocused(page.get('button', en.stopLoading))).to.equal(true));
    await waitFor(() => expect(asked()).to.equal(1));
    next();
    await page.says('4 of 9 loaded');
    await waitFor(() => expect(asked()).to.equal(2));
    await page.press(en.stopLoading);
    next();
    await waitFor(() => expect(page.announced).to.equal('4 more comments loaded.'));
    expect(page.texts).to.have.length(6);
    expect(asked()).to.equal(2);
    expect(page.get('button', en.loadMore)).to.exist;
  });

  it('keeps what is there when a page fails, and goes on from there', async () => {
    let broken = true;
    const faults = ({ method, attempt }: { method: string; attempt: number }) =>
      method === 'list' && attempt > 2 && broken ? new AdapterError('timeout') : undefined;
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(9), faults }), { 'page-size': '2' });
    await page.press(ALL);
    expect(await page.alert()).to.contain(en.moreFailed(en.causes.timeout));
    expect(page.texts).to.have.length(4);
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal(en.tryAgain));
    broken = false;
    await page.press(en.tryAgain);
    await waitFor(() => expect(page.texts).to.have.length(9));
    expect(page.all('alert')).to.have.length(0);
  });

  it('leaves the focus of a reader who has gone on', async () => {
    const { adapter, next, asked } = stepwise(memoryAdapter({ comments: comments(5) }));
    const page = await CommentsPage.open(adapter, { 'page-size': '2' });
    await page.press(ALL);
    await waitFor(() => expect(asked()).to.equal(1));
    page.get('heading', /Comments/).focus();
    next();
    await waitFor(() => expect(asked()).to.equal(2));
    next();
    await waitFor(() => expect(page.announced).to.equal('3 more comments loaded.'));
    expect(page.isFocused(page.get('heading', /Comments/))).to.equal(true);
  });

  it('loads the replies that were left out, too', async () => {
    const replies = Array.from({ length: 5 }, (_, index) => comment(`Reply ${index + 1}`, { parentId: 'Comment-1' }));
    const adapter = memoryAdapter({ comments: [...comments(9), ...replies], repliesPerComment: 1 });
    const page = await CommentsPage.open(adapter, { 'page-size': '2' });
    await page.press(ALL);
    await waitFor(() => expect(page.texts).to.have.length(14));
    await waitFor(() => expect(page.announced).to.equal('11 more comments loaded.'));
  });

  it('comes to an end at a backend whose cursors go round in a circle', async () => {
    const after: Readonly<Record<string, string>> = { first: 'second', second: 'third', third: 'second' };
    const asked: string[] = [];
    const adapter: CommentsAdapter = {
      open: async () => ({ state: 'open' }),
      list: async ({ parentId, cursor = 'first' }) => {
        asked.push(`${parentId ?? 'list'} ${cursor}`);
        const [text, next] = [`${parentId ? 'Reply' : 'Comment'} ${cursor}`, after[cursor]];
        if (parentId) return { items: [comment(text, { parentId })], next };
        return { items: [comment(text, cursor === 'first' ? { replies: { next: 'first' } } : {})], next };
      },
    };
    const page = await CommentsPage.open(adapter);
    await page.press(ALL);
    await waitFor(() => expect(page.announced).to.equal('5 more comments loaded.'));
    expect(page.texts).to.have.members(
      ['first', 'second', 'third'].flatMap((cursor) => [`Comment ${cursor}`, `Reply ${cursor}`]),
    );
    expect(
      asked.filter((one) => one === 'list second'),
      asked.join(),
    ).to.have.length(1);
    expect(page.get('button', en.loadMore)).to.exist;
  });

  it('goes on in another order that is chosen meanwhile, also where cursors are the numbers of pages', async () => {
    const all = comments(6);
    const { adapter, next, asked } = stepwise({
      features: { sorts: ['oldest', 'newest'] },
      open: async () => ({ state: 'open' }),
      list: async ({ sort, cursor = '1' }) => {
        const sorted = sort === 'oldest' ? all : all.toReversed();
        const end = Number(cursor) * 2;
        return { items: sorted.slice(end - 2, end), next: end < 6 ? String(Number(cursor) + 1) : undefined, total: 6 };
      },
    });
    const page = await CommentsPage.open(adapter, { 'page-size': '2' });
    await page.press(ALL);
    await waitFor(() => expect(asked()).to.equal(1));
    const order = (await page.find('combobox', en.order)) as HTMLSelectElement;
    order.value = 'newest';
    order.dispatchEvent(new Event('change', { bubbles: true }));
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 6', 'Comment 5']));
    next();
    for (const requests of [2, 3]) {
      await waitFor(() => expect(asked()).to.equal(requests));
      next();
    }
    await waitFor(() => expect(page.texts).to.deep.equal(all.toReversed().map(({ body }) => body.value)));
  });

  it('tells the page once', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(9) }), { 'page-size': '2' });
    const events = page.listen('comments-action');
    await page.press(ALL);
    await waitFor(() =>
      expect(events.map(({ action, outcome }) => [action, outcome])).to.deep.equal([['load-all', 'done']]),
    );
  });
});
