import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Change, CommentsAdapter } from '../../src/model/adapter.js';
import { comment, comments, followable } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { setViewport } from '../support/viewport.js';

let tabs = 0;

/** Two tabs of one browser: each with an adapter of its own, on the same storage and channel. `followed`: the first one's page listens. */
function twoTabs(options: MemoryOptions = {}): { mine: MemoryAdapter; theirs: MemoryAdapter; followed: Promise<void> } {
  const shared = { ...options, storage: localStorage, channel: `tabs-${++tabs}` };
  const ada = { viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } } as const;
  const bob = { viewer: { state: 'signed-in', author: { id: 'bob', name: 'Bob' } } } as const;
  const { adapter: mine, followed } = followable(memoryAdapter({ ...shared, ...ada }));
  return { mine, theirs: memoryAdapter({ ...shared, ...bob }), followed };
}

const discussion = { key: 'pier', url: 'https://news.example/pier' };
const signal = new AbortController().signal;

let keys = 0;

/** Somebody posts in the other tab. */
const post = (adapter: CommentsAdapter, body: string, parentId: string | null = null) =>
  adapter.submit!({ discussion, parentId, body, submitKey: `key-${++keys}` }, { signal });

/** Scrolls until a comment is the topmost in view. */
function readFrom(article: HTMLElement): void {
  scrollBy({ top: article.getBoundingClientRect().top + 10, behavior: 'instant' });
}

describe('what others post while the discussion is read', () => {
  afterEach(unmountAll);

  it('waits behind a button, is announced, and is shown when the reader asks', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(2) });
    const page = await CommentsPage.open(mine);
    await page.comment('Comment 1');
    await followed;
    await post(theirs, 'From the other tab.');
    const button = await page.find('button', 'View 1 new comment');
    expect(page.texts).not.to.include('From the other tab.');
    expect(page.get('heading', 'Comments (3)')).to.exist;
    await post(theirs, 'And one more.');
    await page.find('button', 'View 2 new comments');
    await waitFor(() => expect(page.heard).to.include(en.viewNew(1, '1')));
    button.focus();
    button.click();
    await waitFor(() => expect(page.texts.slice(-2)).to.deep.equal(['From the other tab.', 'And one more.']));
    await waitFor(() => expect(page.focused?.textContent).to.contain('From the other tab.'));
    expect(page.all('button', /View/)).to.have.length(0);
  });

  it('waits above the first comment and covers none of it', async () => {
    await setViewport({ width: 360, height: 740 });
    try {
      const { mine, theirs, followed } = twoTabs({ comments: comments(2) });
      const page = await CommentsPage.open(mine);
      const first = await page.comment('Comment 1');
      await followed;
      await post(theirs, 'From the other tab.');
      const button = await page.find('button', 'View 1 new comment');
      const author = first.querySelector('[part~=author]')!;
      const strip = button.parentElement!.getBoundingClientRect();
      expect(strip.bottom).to.be.at.most(author.getBoundingClientRect().top);
      expect(strip.top).to.be.at.least(page.get('button', 'Post comment').getBoundingClientRect().bottom);
    } finally {
      await setViewport({ width: 1280, height: 720 });
    }
  });

  it('waits in a strip at the top edge of the window, beside which no text is seen', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(30) });
    const page = await CommentsPage.open(mine);
    const middle = await page.comment('Comment 15');
    await followed;
    middle.scrollIntoView({ block: 'start', behavior: 'instant' });
    await post(theirs, 'From the other tab.');
    const button = await page.find('button', 'View 1 new comment');
    const strip = button.parentElement!.getBoundingClientRect();
    expect(strip.top).to.be.closeTo(0, 1);
    expect(strip.width).to.be.closeTo(page.section.getBoundingClientRect().width, 1);
    const { backgroundColor } = getComputedStyle(button.parentElement!);
    expect(backgroundColor).not.to.match(/transparent|, 0\)$|\/ 0\)$/);
  });

  it('can be dismissed until the next comment comes, and the focus stays where the reader is', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(30) });
    const page = await CommentsPage.open(mine);
    const middle = await page.comment('Comment 15');
    await followed;
    await post(theirs, 'From the other tab.');
    const button = await page.find('button', 'View 1 new comment');
    readFrom(middle);
    await page.press('Close', button.parentElement!);
    await waitFor(() => expect(page.all('button', /View/)).to.have.length(0));
    expect(page.focused?.textContent).to.contain('Comment 15');
    expect(middle.getBoundingClientRect().top, 'nothing moves').to.be.closeTo(-10, 2);
    await post(theirs, 'And one more.');
    await page.find('button', 'View 2 new comments');
  });

  it('leads back to where the reader was', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(30) });
    const page = await CommentsPage.open(mine);
    const middle = await page.comment('Comment 15');
    await followed;
    readFrom(middle);
    await post(theirs, 'From the other tab.');
    await page.press('View 1 new comment');
    await waitFor(() => expect(page.focused?.textContent).to.contain('From the other tab.'));
    await page.press('Back to where you were');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 15'));
    await waitFor(() => expect(middle.getBoundingClientRect().top).to.be.closeTo(-10, 2));
    expect(page.all('button', 'Back to where you were')).to.have.length(0);
  });

  it('offers no way back from a comment that is near', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(2) });
    const page = await CommentsPage.open(mine, { order: 'newest' });
    await page.comment('Comment 1');
    await followed;
    await post(theirs, 'Newest of all.');
    page.get('heading', /^Comments/).scrollIntoView({ behavior: 'instant' });
    await page.press('View 1 new comment');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Newest of all.'));
    expect(page.all('button', 'Back to where you were')).to.have.length(0);
  });

  it('takes the place of the words that there are none', async () => {
    const { mine, theirs, followed } = twoTabs();
    const page = await CommentsPage.open(mine);
    await page.says(en.empty);
    await followed;
    await post(theirs, 'The first.');
    const button = await page.find('button', 'View 1 new comment');
    expect(page.isSaying(en.empty)).to.equal(false);
    // In the flow: above it ends the form, or what else comes before the list.
    const { height } = button.parentElement!.getBoundingClientRect();
    expect(height).to.be.at.least(button.getBoundingClientRect().height);
    button.click();
    await waitFor(() => expect(page.texts).to.deep.equal(['The first.']));
    expect(page.isSaying(en.empty)).to.equal(false);
  });

  it('comes first where the newest do', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(2) });
    const page = await CommentsPage.open(mine, { order: 'newest' });
    await page.comment('Comment 1');
    await followed;
    await post(theirs, 'Newest of all.');
    await page.press('View 1 new comment');
    await waitFor(() => expect(page.texts[0]).to.equal('Newest of all.'));
  });

  it('is announced in its place when it is a reply', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(2) });
    const page = await CommentsPage.open(mine);
    await page.comment('Comment 1');
    await followed;
    await post(theirs, 'A reply.', 'Comment-1');
    await waitFor(() => expect(page.heard).to.deep.equal(['View 1 new reply']));
    await page.press('View 1 new reply', await page.comment('Comment 1'));
    await waitFor(() => expect(page.heard.at(-1)).to.equal('1 more reply loaded.'));
    await waitFor(() => expect(page.texts.slice(0, 2)).to.deep.equal(['Comment 1', 'A reply.']));
    await waitFor(() => expect(page.focused?.textContent).to.contain('A reply.'));
  });

  it('is shown at once when it is one’s own, and once', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(1) });
    const page = await CommentsPage.open(mine);
    await page.comment('Comment 1');
    await followed;
    await page.turnToForm();
    await page.write('Mine.');
    await page.press('Post comment');
    await page.comment('Mine.');
    await post(theirs, 'Theirs.');
    await page.press('View 1 new comment');
    await page.comment('Theirs.');
    expect(page.texts.filter((text) => text === 'Mine.')).to.have.length(1);
  });

  it('appears as edited and removed where it stands, and the page closes when the discussion does', async () => {
    const { mine, theirs, followed } = twoTabs({ comments: comments(1) });
    const page = await CommentsPage.open(mine);
    await page.comment('Comment 1');
    await followed;
    const { comment: posted } = await post(theirs, 'First draft.');
    await page.press('View 1 new comment');
    await page.comment('First draft.');
    await theirs.edit!(discussion, { id: posted!.id, body: 'Second thoughts.' }, { signal });
    expect((await page.comment('Second thoughts.')).textContent).to.contain(en.edited);
    await theirs.remove!(discussion, posted!.id, { signal });
    await page.says(/removed|deleted/);
    theirs.close('pier');
    await page.says(en.closed);
    expect(page.all('button', 'Reply')).to.have.length(0);
  });

  it('does not move what is being read by more than a pixel', async () => {
    for (const order of ['oldest', 'newest'] as const) {
      const { mine, theirs, followed } = twoTabs({ comments: comments(30) });
      const page = await CommentsPage.open(mine, { order, 'page-size': '50' });
      const read = await page.comment('Comment 15');
      await followed;
      read.scrollIntoView({ block: 'center' });
      await nextFrames();
      const before = read.getBoundingClientRect().top;
      await post(theirs, 'New.');
      await post(theirs, 'Reply above.', 'Comment-3');
      await post(theirs, 'Reply below.', 'Comment-27');
      await page.find('button', 'View 1 new comment');
      await waitFor(() => expect(page.all('button', 'View 1 new reply')).to.have.length(2));
      await nextFrames();
      expect(Math.abs(read.getBoundingClientRect().top - before)).to.be.at.most(1);
      page.element.remove();
      localStorage.clear();
    }
  });

  it('disturbs nobody who is typing, at a hundred events a second', async () => {
    const memory = memoryAdapter({ comments: comments(50) });
    let tell!: (change: Change) => void;
    const page = await CommentsPage.open({
      ...memory,
      subscribe: (_discussion, onChange) => {
        tell = onChange;
      },
    });
    await page.turnToForm();
    await waitFor(() => expect(tell).to.be.a('function'));
    let draws = 0;
    new MutationObserver(() => draws++).observe(page.get('list'), {
      subtree: true,
      childList: true,
      characterData: true,
    });
    for (let index = 0; index < 100; index++) {
      tell({ type: 'added', comment: comment(`Event ${index}`) });
      tell({
        type: 'changed',
        comment: comment('Comment 1', { body: { format: 'text', value: `Comment 1, version ${index}` } }),
      });
      page.type(page.textBox.value + String(index % 10));
    }
    await page.find('button', 'View 100 new comments');
    await page.comment('Comment 1, version 99');
    expect(page.textBox.value).to.have.length(100);
    expect(page.isFocused(page.textBox)).to.equal(true);
    expect(draws).to.be.at.most(3);
  });

  it('is no longer followed when the element has gone', async () => {
    const signals: AbortSignal[] = [];
    const memory = memoryAdapter({ comments: comments(1) });
    const page = await CommentsPage.open({
      ...memory,
      subscribe: (_discussion, _onChange, call) => void signals.push(call.signal),
    });
    await waitFor(() => expect(signals).to.have.length(1));
    page.element.remove();
    await waitFor(() => expect(signals[0]?.aborted).to.equal(true));
    document.body.append(page.element);
    await waitFor(() => expect(signals).to.have.length(2));
    expect(signals[1]?.aborted).to.equal(false);
  });
});

function nextFrames(): Promise<unknown> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}
