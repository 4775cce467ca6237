import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, comments, followable, held, heldUp } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const between = (count: number): string => en.between(count, String(count));
const LOAD = 'Load more comments';

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `Comment ${from + index}`);

/** What the section lists, in order: comments, and the words for what lies between. */
const listed = (page: CommentsPage): string[] =>
  page
    .all('listitem')
    .map(
      (row) => row.querySelector('[part~=body]')?.textContent?.trim() ?? row.querySelector('span')?.textContent ?? '',
    );

const focusedText = (page: CommentsPage): string | undefined =>
  page.focused?.querySelector('[part~=body]')?.textContent?.trim();

/** Follows a link to a comment in a discussion whose pages have ten. */
async function follow(
  id: string,
  adapter: CommentsAdapter = memoryAdapter({ comments: comments(40) }),
  attributes: Readonly<Record<string, string>> = {},
): Promise<CommentsPage> {
  history.replaceState(null, '', `#comment-${id}`);
  const page = await CommentsPage.open(adapter, { 'page-size': '10', ...attributes });
  await waitFor(() => expect(page.focused?.closest('li')?.id).to.equal(`comment-${id}`));
  // Rows are drawn when they come into view, which takes the browser a frame or two.
  for (let frame = 0; frame < 4; frame++) await nextFrame();
  return page;
}

const topOf = (page: CommentsPage, id: string): number =>
  page.section.querySelector(`#comment-${id}`)?.getBoundingClientRect().top ?? NaN;

/** Fails each request for a page after the `attempt`th, while `isDown` says so. */
const failing = (isDown: () => boolean, attempt: number): MemoryAdapter =>
  memoryAdapter({
    comments: comments(40),
    faults: (call) =>
      call.method === 'list' && call.attempt > attempt && isDown() ? new AdapterError('timeout') : undefined,
  });

describe('what lies before a comment that a link leads to', () => {
  afterEach(unmountAll);

  it('is said in its place, with the number', async () => {
    const page = await follow('Comment-33');
    expect(listed(page)).to.deep.equal([...range(1, 10), '22 comments not loaded', 'Comment 33']);
    expect(page.get('button', LOAD, { description: '22 comments not loaded' })).to.exist;
  });

  it('is said without a number where the backend does not tell it', async () => {
    const memory = memoryAdapter({ comments: comments(40) });
    const get: CommentsAdapter['get'] = async (...args) => {
      const { preceding: _preceding, ...rest } = await memory.get!(...args);
      return rest;
    };
    const page = await follow('Comment-33', { ...memory, get });
    expect(listed(page)).to.deep.equal([...range(1, 10), en.between(undefined, ''), 'Comment 33']);
    await page.press(LOAD);
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
  });

  it('is one comment', async () => {
    const page = await follow('Comment-12');
    expect(listed(page).slice(-2)).to.deep.equal(['1 comment not loaded', 'Comment 12']);
    await page.press(LOAD);
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 20)));
  });

  it('is not mentioned where nothing does', async () => {
    const page = await follow('Comment-11');
    expect(listed(page)).to.deep.equal(range(1, 11));
    await page.press(en.loadMore);
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 20)));
  });

  it('lies before the conversation that a reply belongs to', async () => {
    const replies = [comment('Reply.', { parentId: 'Comment-33' })];
    const page = await follow('Reply-', memoryAdapter({ comments: [...comments(40), ...replies] }));
    expect(listed(page).slice(9)).to.deep.equal(['Comment 10', '22 comments not loaded', 'Comment 33', 'Reply.', '']);
  });

  it('is loaded from its beginning, in order, and its first comment is where the button was', async () => {
    const page = await follow('Comment-33');
    const before = page.get('button', LOAD).closest('li')!.getBoundingClientRect().top;
    await page.press(LOAD);
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
    await waitFor(() => expect(page.heard).to.include(en.loadedMore(29, '29')));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 11'));
    // Scroll positions are rounded.
    expect(topOf(page, 'Comment-11')).to.be.closeTo(before, 1);
    expect(page.all('button', LOAD)).to.have.length(0);
  });

  it('is loaded without a move of the linked comment, if the reader has scrolled on', async () => {
    const gate = held();
    const memory = memoryAdapter({ comments: comments(40) });
    let wait = Promise.resolve();
    const list: CommentsAdapter['list'] = async (...args) => (await wait, memory.list(...args));
    const page = await follow('Comment-33', { ...memory, list });
    // Room to scroll to.
    page.element.style.paddingBlockEnd = '2000px';
    wait = gate.promise;
    await page.press(LOAD);
    page.section.querySelector('#comment-Comment-33')?.scrollIntoView({ block: 'start', behavior: 'instant' });
    scrollBy({ top: 100, behavior: 'instant' });
    const before = topOf(page, 'Comment-33');
    gate.release();
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
    await page.element.updateComplete;
    expect(topOf(page, 'Comment-33')).to.be.closeTo(before, 1);
  });

  it('has the only button that loads it, and the end of the list can be skipped to', async () => {
    const page = await follow('Comment-33');
    const buttons = page.all('button', /^Load/);
    expect(buttons.map(({ textContent }) => textContent?.trim())).to.deep.equal([LOAD]);
    await page.press(en.skipToEnd);
    await waitFor(() => expect(page.focused?.textContent).to.equal(en.endOfComments));
  });

  it('is followed by the button for what follows the linked comment, once it is loaded', async () => {
    const page = await follow('Comment-23');
    await page.press(LOAD);
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 30)));
    await page.press('Load more comments (10)');
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 31'));
  });

  it('is loaded in the other orders, too', async () => {
    for (const [order, wanted] of [
      ['newest', range(1, 40).toReversed()],
      ['top', range(1, 40)],
    ] as const) {
      const page = await follow('Comment-20', undefined, { order });
      const shown = wanted.slice(0, 10);
      const missing = wanted.indexOf('Comment 20') - 10;
      expect(listed(page), order).to.deep.equal([...shown, between(missing), 'Comment 20']);
      await page.press(LOAD);
      await waitFor(() => expect(listed(page).slice(0, 20), order).to.deep.equal(wanted.slice(0, 20)));
      unmountAll();
    }
  });

  it('says that it is being loaded, and loads nothing twice', async () => {
    const gate = held();
    const memory = memoryAdapter({ comments: comments(40) });
    let isHeld = false;
    const list: CommentsAdapter['list'] = async (...args) => {
      if (isHeld) await gate.promise;
      return memory.list(...args);
    };
    const page = await follow('Comment-33', { ...memory, list });
    isHeld = true;
    await page.press(LOAD);
    const row = page.get('button', en.loadingMore, { description: '22 comments not loaded' });
    expect(row.getAttribute('aria-disabled')).to.equal('true');
    expect(page.isFocused(row), 'the focus stays').to.equal(true);
    row.click();
    gate.release();
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
  });

  it('says there why it could not be loaded, keeps what came, and goes on from that', async () => {
    let isDown = true;
    const page = await follow(
      'Comment-33',
      failing(() => isDown, 2),
    );
    await page.press(LOAD);
    expect(await page.alert()).to.contain(en.moreFailed(en.causes.timeout));
    expect(page.all('alert'), 'said once').to.have.length(1);
    expect(listed(page).slice(9)).to.deep.equal([...range(10, 20), between(12), 'Comment 33']);
    await waitFor(() => expect(page.isFocused(page.get('button', en.tryAgain))).to.equal(true));
    expect(page.all('button', en.loadMore), 'the end of the list is not to blame').to.have.length(0);
    isDown = false;
    await page.press(en.tryAgain);
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
    expect(page.all('alert')).to.have.length(0);
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 21'));
  });

  it('does not count what others post meanwhile', async () => {
    const memory = memoryAdapter({ comments: comments(40) });
    const { adapter, followed } = followable(memory);
    const page = await follow('Comment-20', adapter, { order: 'newest' });
    await followed;
    memory.add('pier', comment('Just now.', { createdAt: '2026-11-25T10:00:00Z' }));
    await page.press(en.viewNew(1, '1'));
    await waitFor(() => expect(listed(page)[0]).to.equal('Just now.'));
    expect(listed(page).slice(-2)).to.deep.equal([between(10), 'Comment 20']);
    await page.press(LOAD);
    await waitFor(() => expect(listed(page)).to.deep.equal(['Just now.', ...range(11, 40).toReversed()]));
  });

  it('lies before new comments, too, while the list has more', async () => {
    const memory = memoryAdapter({ comments: comments(40) });
    const { adapter, followed } = followable(memory);
    const page = await follow('Comment-33', adapter);
    await followed;
    memory.add('pier', comment('Just now.', { createdAt: '2026-11-25T10:00:00Z' }));
    await page.press(en.viewNew(1, '1'));
    const unknown = en.between(undefined, '');
    await waitFor(() =>
      expect(listed(page).slice(10)).to.deep.equal([between(22), 'Comment 33', unknown, 'Just now.']),
    );
    await page.press(LOAD, await waitFor(() => page.all('listitem')[12]!));
    await waitFor(() => expect(listed(page)).to.deep.equal([...range(1, 40), 'Just now.']));
  });

  it('is told for each of several linked comments, in the order of the list', async () => {
    const page = await follow('Comment-33');
    history.replaceState(null, '', '#comment-Comment-25');
    dispatchEvent(new HashChangeEvent('hashchange'));
    await waitFor(() => expect(focusedText(page)).to.equal('Comment 25'));
    expect(listed(page).slice(10)).to.deep.equal([between(14), 'Comment 25', between(7), 'Comment 33']);
  });

  it('leaves the focus where a reader is writing', async () => {
    const gate = held();
    const memory = memoryAdapter({ comments: comments(40) });
    const slow = heldUp(memory, 'submit', gate.promise);
    let wait = Promise.resolve();
    const page = await follow('Comment-33', { ...slow, list: async (...args) => (await wait, memory.list(...args)) });
    wait = gate.promise;
    await page.press(LOAD);
    await page.turnToForm();
    await page.write('In the middle of a w');
    gate.release();
    await waitFor(() => expect(listed(page)).to.deep.equal(range(1, 40)));
    await page.element.updateComplete;
    expect(page.isFocused(page.textBox)).to.equal(true);
  });
});
