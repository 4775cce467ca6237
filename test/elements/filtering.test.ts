import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError, type Comment, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, comments, followable, held, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';
import { nextTask } from '../support/next-task.js';

const features = { filters: ['featured'] } as const;
const pick = (value: string, more: Partial<Comment> = {}): Comment =>
  comment(value, { author: { id: 'ada', name: 'Ada' }, featured: true, ...more });

const farDown = pick('Far down.', { id: 'far', createdAt: '2026-11-24T12:00:00Z' });

const talk: readonly Comment[] = [
  comment('Not picked.', { id: 'a', author: { id: 'tom', name: 'Tom' } }),
  pick('A picked reply.', { id: 'b', parentId: 'a' }),
  pick('A picked comment.', { id: 'c', author: { id: 'bo', name: 'Bo' } }),
];

async function choose(page: CommentsPage, filter: 'all' | 'featured'): Promise<HTMLSelectElement> {
  const select = (await page.find('combobox', en.filter)) as HTMLSelectElement;
  select.focus();
  select.value = filter;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  return select;
}

async function chooseOrder(page: CommentsPage, sort: string): Promise<void> {
  const order = (await page.find('combobox', en.order)) as HTMLSelectElement;
  order.value = sort;
  order.dispatchEvent(new Event('change', { bubbles: true }));
}

const openTalk = (adapter: CommentsAdapter = memoryAdapter({ comments: talk, features })): Promise<CommentsPage> =>
  CommentsPage.open(adapter);

/** The texts of the selection, once it is there. */
async function picks(page: CommentsPage, expected: readonly string[]): Promise<void> {
  await waitFor(() => {
    const list = page.get('list', en.filters.featured);
    const texts = [...list.querySelectorAll('[part~=body]')].map((body) => body.textContent?.trim());
    expect(texts).to.deep.equal(expected);
  });
}

describe('the editors’ picks', () => {
  afterEach(unmountAll);

  it('offers the editors’ picks if the backend has them, and requests none before they are chosen', async () => {
    const { adapter, to } = watched(memoryAdapter({ comments: talk, features }));
    const page = await openTalk(adapter);
    const select = (await page.find('combobox', en.filter)) as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).to.deep.equal([en.filters.all, `${en.filters.featured} (2)`]);
    expect(select.value).to.equal('all');
    expect(to('list').length).to.equal(1);
    const plain = await openTalk(memoryAdapter({ comments: talk }));
    await plain.find('combobox', en.order);
    expect(plain.all('combobox', en.filter)).to.have.length(0);
  });

  it('replaces all comments by the editors’ picks, replies among them, and shows all again', async () => {
    const page = await openTalk();
    const select = await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    expect(page.heard).to.include(en.filtered(en.filters.featured));
    expect(page.isFocused(select)).to.equal(true);
    expect(select.value).to.equal('featured');
    expect(page.all('article', /Tom/)).to.have.length(0);
    await choose(page, 'all');
    await page.comment('Not picked.');
    expect(page.heard).to.include(en.filtered(en.filters.all));
    expect(page.all('list', en.filters.featured)).to.have.length(0);
  });

  it('counts the editors’ picks in the menu as soon as all of them are loaded', async () => {
    const page = await openTalk();
    const options = [...(await page.find('combobox', en.filter)).querySelectorAll('option')];
    expect(options.map(({ text }) => text)).to.deep.equal(['All comments', 'Editors’ picks (2)']);
    const long = await CommentsPage.open(memoryAdapter({ comments: [...comments(30), farDown], features }), {
      'page-size': '5',
    });
    const some = [...(await long.find('combobox', en.filter)).querySelectorAll('option')];
    expect(some.map(({ text }) => text)).to.deep.equal(['All comments', 'Editors’ picks']);
    await choose(long, 'featured');
    await picks(long, ['Far down.']);
    expect(some.map(({ text }) => text)).to.deep.equal(['All comments', 'Editors’ picks (1)']);
  });

  it('leads from an editors’ pick into the conversation', async () => {
    const page = await openTalk();
    await choose(page, 'featured');
    await page.press('Show in the conversation: Ada’s comment');
    await page.comment('Not picked.');
    await waitFor(() => expect(page.isFocused(page.get('article', /^Reply by Ada to Tom/))).to.equal(true));
    expect(((await page.find('combobox', en.filter)) as HTMLSelectElement).value).to.equal('all');
  });

  it('can be recommended, also a comment that is on no loaded page', async () => {
    const { adapter, to } = watched(memoryAdapter({ comments: [...comments(30), farDown], features }));
    const page = await CommentsPage.open(adapter, { 'page-size': '5' });
    await choose(page, 'featured');
    await picks(page, ['Far down.']);
    await page.press('Recommend', await page.comment('Far down.'));
    const button = await page.find('button', /1 Recommend/);
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    expect(to('vote').length).to.equal(1);
    await choose(page, 'all');
    await page.comment('Comment 1');
    await choose(page, 'featured');
    await page.find('button', /1 Recommend/);
  });

  it('can be reported', async () => {
    const { adapter, to } = watched(memoryAdapter({ comments: talk, features }));
    const page = await openTalk(adapter);
    await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    await page.press('Report as abuse', await page.comment('A picked comment.'));
    (await page.find('radio', 'Off topic or spam')).click();
    await page.press('Send report');
    await page.find('button', /^Reported/);
    expect(to('report').length).to.equal(1);
  });

  it('can be replied to, and the reply leads into the conversation', async () => {
    const page = await openTalk();
    await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    await page.press('Reply', await page.comment('A picked comment.'));
    await page.write('I agree.', await page.find('textbox', en.yourReply('Bo')));
    await page.press('Post reply');
    const reply = await page.comment('I agree.');
    await waitFor(() => expect(page.isFocused(reply)).to.equal(true));
    await page.comment('Not picked.');
    expect(((await page.find('combobox', en.filter)) as HTMLSelectElement).value).to.equal('all');
  });

  it('leads from an editors’ pick to a comment that is on no loaded page', async () => {
    const many = [...comments(30), farDown];
    const page = await CommentsPage.open(memoryAdapter({ comments: many, features }), { 'page-size': '5' });
    await choose(page, 'featured');
    await page.press(/^Show in the conversation/);
    await waitFor(() => expect(page.isFocused(page.get('article', /^Comment by Ada/))).to.equal(true));
  });

  it('announces that there are no editors’ picks', async () => {
    const page = await openTalk(memoryAdapter({ comments: comments(2), features }));
    await choose(page, 'featured');
    await page.says(en.emptyFiltered);
    await waitFor(() => expect(page.heard).to.include(en.emptyFiltered));
  });

  it('loads the editors’ picks page by page, and moves the focus to the first that was added', async () => {
    const many = Array.from({ length: 7 }, (_value, index) => pick(`Pick ${index + 1}.`));
    const page = await CommentsPage.open(memoryAdapter({ comments: many, features }), { 'page-size': '5' });
    const menu = await choose(page, 'featured');
    const name = (): string | undefined => menu.options[1]?.text;
    await picks(page, ['Pick 1.', 'Pick 2.', 'Pick 3.', 'Pick 4.', 'Pick 5.']);
    expect(name(), 'nobody knows yet how many').to.equal(en.filters.featured);
    await page.press('Load more comments (2)');
    await picks(
      page,
      many.map(({ body }) => body.value),
    );
    expect(name()).to.equal(`${en.filters.featured} (7)`);
    expect(page.heard).to.include(en.loadedMore(2, '2'));
    await waitFor(() =>
      expect(page.isFocused(page.get('list', en.filters.featured).querySelectorAll('article')[5])).to.equal(true),
    );
    expect(page.all('button', /^Load more comments/)).to.have.length(0);
  });

  it('keeps the editors’ picks in place while more are loaded at the end of the page', async () => {
    const many = Array.from({ length: 12 }, (_value, index) => pick(`Pick ${index + 1}.`));
    const page = await CommentsPage.open(memoryAdapter({ comments: many, features }), { 'page-size': '10' });
    await choose(page, 'featured');
    await picks(
      page,
      many.slice(0, 10).map(({ body }) => body.value),
    );
    page.get('button', /^Load more comments/).scrollIntoView({ block: 'end' });
    const list = page.get('list', en.filters.featured);
    const last = list.querySelectorAll('article')[9] as Element;
    const before = last.getBoundingClientRect().top;
    await page.press(/^Load more comments/);
    await waitFor(() => expect(page.isFocused(list.querySelectorAll('article')[10])).to.equal(true));
    expect(Math.abs(last.getBoundingClientRect().top - before)).to.be.lessThan(2);
  });

  it('sorts the editors’ picks in the chosen order', async () => {
    const page = await openTalk();
    await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    await chooseOrder(page, 'newest');
    await picks(page, ['A picked comment.', 'A picked reply.']);
  });

  it('sorts the editors’ picks in an order that is chosen while they load', async () => {
    const { promise, release } = held();
    const memory = memoryAdapter({ comments: talk, features });
    const { adapter, to } = watched<CommentsAdapter>({
      ...memory,
      list: async (query, call) => {
        if (query.filter && query.sort === 'oldest') await promise;
        return memory.list(query, call);
      },
    });
    const page = await openTalk(adapter);
    await choose(page, 'featured');
    await waitFor(() => expect(to('list')).to.have.length(2));
    await chooseOrder(page, 'newest');
    await waitFor(() => expect(page.heard).to.include(en.sorted(en.orders.newest)));
    release();
    await picks(page, ['A picked comment.', 'A picked reply.']);
    expect(page.heard).to.include(en.filtered(en.filters.featured));
  });

  it('sorts the editors’ picks in an order that is chosen after a page of them has failed', async () => {
    const texts = Array.from({ length: 7 }, (_value, index) => `Pick ${index + 1}.`);
    const newest = texts.toReversed();
    const memory = memoryAdapter({
      comments: texts.map((text, minute) => pick(text, { createdAt: `2026-11-24T10:0${minute}:00Z` })),
      features,
    });
    let isDown = true;
    const list: CommentsAdapter['list'] = async (query, call) => {
      if (query.cursor && isDown) throw new AdapterError('network');
      return memory.list(query, call);
    };
    const page = await CommentsPage.open({ ...memory, list }, { 'page-size': '5' });
    await choose(page, 'featured');
    await picks(page, texts.slice(0, 5));
    await page.press(/^Load more comments/);
    await page.alert();
    isDown = false;
    await chooseOrder(page, 'newest');
    await picks(page, newest.slice(0, 5));
    expect(page.all('alert')).to.have.length(0);
    await page.press(/^Load more comments/);
    await picks(page, newest);
  });

  it('keeps all comments if the editors’ picks cannot be loaded, and can try again', async () => {
    let isDown = true;
    const memory = memoryAdapter({ comments: talk, features });
    const page = await openTalk({
      ...memory,
      list: (query, call) =>
        query.filter && isDown ? Promise.reject(new AdapterError('unavailable', '')) : memory.list(query, call),
    });
    await choose(page, 'featured');
    await page.says(en.filterFailed(en.causes.unavailable));
    await page.comment('Not picked.');
    isDown = false;
    await page.press(en.tryAgain);
    await picks(page, ['A picked reply.', 'A picked comment.']);
    expect(page.isSaying(en.filterFailed(en.causes.unavailable))).to.equal(false);
  });

  it('reports a failure to show an editors’ pick in the conversation, and can try again', async () => {
    const many = [...comments(30), farDown];
    const memory = memoryAdapter({ comments: many, features });
    let isDown = true;
    const page = await CommentsPage.open(
      {
        ...memory,
        get: (...asked) => (isDown ? Promise.reject(new AdapterError('unavailable', '')) : memory.get!(...asked)),
      },
      { 'page-size': '5' },
    );
    await choose(page, 'featured');
    await picks(page, ['Far down.']);
    await page.press(/^Show in the conversation/);
    await page.says(en.commentFailed(en.causes.unavailable));
    isDown = false;
    await page.press(en.tryAgain);
    await waitFor(() => expect(page.isFocused(page.get('article', /^Comment by Ada/))).to.equal(true));
    expect(page.isSaying(en.commentFailed(en.causes.unavailable))).to.equal(false);
  });

  it('reports a failure to put the editors’ picks in another order', async () => {
    const memory = memoryAdapter({ comments: talk, features });
    const page = await openTalk({
      ...memory,
      list: (query, call) =>
        query.sort === 'newest' ? Promise.reject(new AdapterError('unavailable', '')) : memory.list(query, call),
    });
    await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    await chooseOrder(page, 'newest');
    await page.says(en.sortFailed(en.causes.unavailable));
  });

  it('updates the editors’ picks when one of them is edited or removed', async () => {
    const memory = memoryAdapter({ comments: talk, features });
    const { adapter, followed } = followable(memory);
    const page = await openTalk(adapter);
    await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    await followed;
    const [, reply, picked] = talk as [Comment, Comment, Comment];
    const editedAt = '2026-11-24T12:00:00Z';
    memory.add('pier', { ...reply, body: { format: 'text', value: 'Reworded.' }, editedAt });
    memory.add('pier', { ...picked, status: 'hidden', author: null, body: { format: 'text', value: '' }, editedAt });
    await waitFor(() => {
      const list = page.get('list', en.filters.featured);
      expect([...list.querySelectorAll('.body')].map(({ textContent }) => textContent?.trim())).to.deep.equal([
        'Reworded.',
        en.removedByEditors,
      ]);
      expect(list.textContent, 'nor is its author named').not.to.contain('Bo');
    });
  });

  it('hides the editors’ picks when the page changes to another discussion', async () => {
    const page = await openTalk();
    await choose(page, 'featured');
    await picks(page, ['A picked reply.', 'A picked comment.']);
    page.element.discussion = 'another';
    await page.comment('Not picked.');
    expect(page.all('list', en.filters.featured)).to.have.length(0);
  });

  it('ignores editors’ picks that arrive after the reader has returned to all comments', async () => {
    const { promise, release } = held();
    const memory = memoryAdapter({ comments: talk, features });
    const { adapter, to } = watched<CommentsAdapter>({
      ...memory,
      list: async (query, call) => {
        if (query.filter) await promise;
        return memory.list(query, call);
      },
    });
    const page = await openTalk(adapter);
    await choose(page, 'featured');
    await waitFor(() => expect(to('list')).to.have.length(2));
    await choose(page, 'all');
    await waitFor(() => expect(page.heard).to.include(en.filtered(en.filters.all)));
    release();
    await nextTask();
    await page.element.updateComplete;
    expect(page.all('list', en.filters.featured)).to.have.length(0);
    await page.comment('Not picked.');
  });

  it('keeps the wait of a reply that was sent too soon while the editors’ picks are shown', async () => {
    const clock = FakeClock.installAt('2026-11-24T12:00:00Z');
    try {
      const page = await openTalk(
        memoryAdapter({
          comments: talk,
          features,
          faults: ({ method, attempt }) =>
            method === 'submit' && attempt === 1
              ? new AdapterError('rate-limited', '', { retryAfter: 30, stored: 'no' })
              : undefined,
        }),
      );
      const answered = await page.comment('Not picked.');
      await page.press('Reply', answered);
      await page.write('Too soon.', await page.find('textbox', en.yourReply('Tom')));
      await page.press('Post reply', answered);
      await page.says(en.rateLimited('30 seconds'));
      await choose(page, 'featured');
      await picks(page, ['A picked reply.', 'A picked comment.']);
      await clock.advance(60_000);
      await choose(page, 'all');
      const button = await page.find('button', en.tryAgain);
      await waitFor(() => expect(button.getAttribute('aria-disabled')).to.equal('false'));
      expect(page.heard).to.include(en.rateLimitOver);
      button.click();
      await page.comment('Too soon.');
    } finally {
      clock.uninstall();
    }
  });
});
