import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import en from '../../src/locales/en.js';
import { comment, comments, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const MORE = 'Load more comments';

/** The comment that has the focus, as its text. */
const focusedText = (page: CommentsPage): string | undefined =>
  page.focused?.querySelector('[part~=body]')?.textContent?.trim();

describe('loading more comments', () => {
  afterEach(unmountAll);

  it('adds the next page below, goes on at its first comment and says how many came', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(5) }), { 'page-size': '2' });
    await page.press(MORE);
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3', 'Comment 4']));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 3'));
    await waitFor(() => expect(page.announced).to.equal('2 more comments loaded.'));
    expect(page.get('heading', 'Comments (5)')).to.exist;
  });

  it('ends when there are no more', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'page-size': '2' });
    await page.press(MORE);
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 3'));
    expect(page.announced).to.equal('1 more comment loaded.');
    expect(page.all('button', MORE)).to.have.length(0);
  });

  it('states how many comments are not loaded, if that is known', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(1300) }), { 'page-size': '10' });
    expect((await page.find('button', /^Load more/)).textContent?.trim()).to.equal('Load more comments (1,290)');
    await page.press(en.loadMore);
    await waitFor(() => expect(page.get('button', 'Load more comments (1,280)')).to.exist);
    const unknown: CommentsAdapter = {
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [comment('One.')], next: '2' }),
    };
    const other = await CommentsPage.open(unknown);
    expect((await other.find('button', /^Load more/)).textContent?.trim()).to.equal('Load more comments');
  });

  it('is not offered where one page is all', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }), { 'page-size': '2' });
    await page.comment('Comment 2');
    expect(page.all('button', MORE)).to.have.length(0);
  });

  it('does not move what is being read', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(40) }), { 'page-size': '20' });
    const last = await page.comment('Comment 20');
    (await page.find('button', MORE)).scrollIntoView({ block: 'end' });
    // Rows are drawn when they come into view, which takes the browser a frame or two.
    for (let frame = 0; frame < 4; frame++) await nextFrame();
    const before = last.getBoundingClientRect().top;
    await page.press(MORE);
    await page.comment('Comment 40');
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 21'));
    expect(Math.abs(last.getBoundingClientRect().top - before)).to.be.lessThan(2);
    expect((await page.comment('Comment 20')) === last).to.equal(true);
  });

  it('goes on at the first new comment also where the reader’s own stands at the end', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(4) }), { 'page-size': '2' });
    await page.turnToForm();
    await page.write('My own.');
    await page.press('Post comment');
    await waitFor(() => expect(page.texts).to.deep.equal(['Comment 1', 'Comment 2', 'My own.']));
    await page.press(MORE);
    await waitFor(() =>
      expect(page.texts.slice(0, 4)).to.deep.equal(['Comment 1', 'Comment 2', 'Comment 3', 'Comment 4']),
    );
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 3'));
    expect(page.announced).to.equal('2 more comments loaded.');
  });

  it('goes on at the first new comment also where one that could not be posted stands at the top', async () => {
    const faults = ({ method }: { method: string }) => (method === 'submit' ? new AdapterError('network') : undefined);
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(4), faults }), {
      'page-size': '2',
      order: 'newest',
    });
    await page.turnToForm();
    await page.write('On the way.');
    await page.press('Post comment');
    await page.alert();
    await page.press(MORE);
    await page.comment('Comment 1');
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 2'));
  });

  it('shows what failed and why, and tries the same page again', async () => {
    let broken = true;
    const faults = ({ method, attempt }: { method: string; attempt: number }) =>
      method === 'list' && attempt > 1 && broken ? new AdapterError('timeout') : undefined;
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(4), faults }), { 'page-size': '2' });
    await page.press(MORE);
    expect(await page.alert()).to.contain(en.moreFailed(en.causes.timeout));
    expect(page.texts).to.have.length(2);
    broken = false;
    await page.press('Try again');
    await waitFor(() => expect(page.texts).to.have.length(4));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 3'));
    expect(page.all('alert')).to.have.length(0);
  });

  it('keeps the focus in the section when it fails', async () => {
    const faults = ({ method, attempt }: { method: string; attempt: number }) =>
      method === 'list' && attempt > 1 ? new AdapterError('timeout') : undefined;
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(4), faults }), { 'page-size': '2' });
    await page.press(MORE);
    await page.alert();
    // The pressed button is gone, and a keyboard user must not start again at the top of the page.
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal(en.tryAgain));
  });

  it('shows no comment twice when others post in between and pages drift', async () => {
    const adapter: CommentsAdapter = {
      open: async () => ({ state: 'open' }),
      list: async ({ cursor }) =>
        cursor === undefined
          ? { items: [comment('One.'), comment('Two.')], next: '2' }
          : { items: [comment('Two.'), comment('Three.')], total: 3 },
    };
    const page = await CommentsPage.open(adapter);
    await page.press(MORE);
    await waitFor(() => expect(page.texts).to.deep.equal(['One.', 'Two.', 'Three.']));
    await waitFor(() => expect(page.announced).to.equal('1 more comment loaded.'));
  });

  it('does not leave the reader in front of nothing when the next page brings nothing new', async () => {
    const adapter: CommentsAdapter = {
      open: async () => ({ state: 'open' }),
      list: async ({ cursor }) =>
        cursor === undefined
          ? { items: [comment('One.')], next: '2', total: 1 }
          : { items: [comment('One.')], total: 1 },
    };
    const page = await CommentsPage.open(adapter);
    await page.press(MORE);
    await waitFor(() => expect(page.all('button', MORE)).to.have.length(0));
    await waitFor(() => expect(page.focused, 'the pressed button is gone').to.not.equal(null));
  });

  it('asks once for two presses, and shows that it is under way', async () => {
    const gate = held();
    const memory = memoryAdapter({ comments: comments(4) });
    const { adapter, to } = watched(memory);
    const page = await CommentsPage.open(adapter, { 'page-size': '2' });
    await page.comment('Comment 2');
    page.element.adapter = adapter;
    adapter.list = heldUp({ ...adapter }, 'list', gate.promise).list;
    const button = await page.find('button', MORE);
    button.click();
    button.click();
    const busy = await page.find('button', 'Loading more comments…');
    expect(busy === button).to.equal(true);
    expect(busy.getAttribute('aria-disabled')).to.equal('true');
    busy.click();
    gate.release();
    await waitFor(() => expect(page.texts).to.have.length(4));
    expect(to('list')).to.have.length(2);
  });

  it('says where the backend hands over no more', async () => {
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [comment('One.')], total: 900, truncated: true }),
    });
    await page.says(en.truncated);
  });
});
