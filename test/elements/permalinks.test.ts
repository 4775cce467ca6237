import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import { comments, held, heldUp } from './backend.js';
import { CommentsPage, unmountAll, waitFor } from './comments-page.js';

const goTo = (hash: string): void => {
  history.replaceState(null, '', hash);
  dispatchEvent(new HashChangeEvent('hashchange'));
};

describe('the address of a comment', () => {
  afterEach(unmountAll);

  it('leads to it when the page is opened: it is in view and has the focus', async () => {
    goTo('#comment-Comment-18');
    const page = await CommentsPage.open(createMemoryAdapter({ comments: comments(20) }));
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 18'));
    const { top, bottom } = (page.focused as Element).getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).to.equal(true);
  });

  it('leads to it when a link within the page is followed', async () => {
    const page = await CommentsPage.open(createMemoryAdapter({ comments: comments(20) }));
    await page.comment('Comment 3');
    goTo('#comment-Comment-3');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 3'));
    goTo('#comment-Comment-4');
    await waitFor(() => expect(page.focused?.textContent).to.contain('Comment 4'));
  });

  it('leaves other anchors of the page alone', async () => {
    goTo('#chapter-2');
    const page = await CommentsPage.open(createMemoryAdapter({ comments: comments(2) }));
    await page.comment('Comment 2');
    expect(page.focused).to.equal(null);
  });

  it('breaks nothing when it is garbled', async () => {
    goTo('#comment-%E0%A4%A');
    const page = await CommentsPage.open(createMemoryAdapter({ comments: comments(2) }));
    await page.comment('Comment 2');
    await page.turnToForm();
    await page.write('Still works.');
    await page.press('Post comment');
    await page.comment('Still works.');
  });

  it('does not take the focus from somebody who is writing already', async () => {
    goTo('#comment-Comment-2');
    const gate = held();
    const page = await CommentsPage.open(heldUp(createMemoryAdapter({ comments: comments(3) }), 'list', gate.promise));
    await page.turnToForm();
    await page.write('In the middle of a w');
    gate.release();
    await page.comment('Comment 2');
    expect(page.isFocused(page.textBox), 'the next keys must not go nowhere').to.equal(true);
  });
});
