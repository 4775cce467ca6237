import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const thread = (): ReturnType<typeof comment>[] => [
  comment('The first.', { id: 'a' }),
  comment('A reply.', { id: 'b', parentId: 'a' }),
  comment('A reply to the reply.', { id: 'c', parentId: 'b' }),
  comment('The last.', { id: 'd' }),
];

describe('the browser’s search in a folded branch', () => {
  afterEach(unmountAll);

  it('finds what is folded, which takes no room and no focus until then', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: thread() }));
    const reply = (await page.comment('A reply.')).closest('li')!;
    await page.press('Hide replies', await page.comment('The first.'));
    await waitFor(() => expect(page.texts).to.deep.equal(['The first.', 'The last.']));
    expect(reply.getAttribute('hidden')).to.equal('until-found');
    expect(reply.getBoundingClientRect().height).to.equal(0);
    const button = reply.querySelector('button')!;
    button.focus();
    expect(button.matches(':focus')).to.equal(false);
  });

  it('unfolds every branch that the words are in, and leaves the focus alone', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: thread() }));
    const deepest = (await page.comment('A reply to the reply.')).closest('li')!;
    await page.press('Hide replies', await page.comment('A reply.'));
    await page.press('Hide replies', await page.comment('The first.'));
    await waitFor(() => expect(page.texts).to.deep.equal(['The first.', 'The last.']));
    const focused = page.focused;
    // What a browser does when its search has found something.
    deepest.dispatchEvent(new Event('beforematch', { bubbles: true }));
    await waitFor(() =>
      expect(page.texts).to.deep.equal(['The first.', 'A reply.', 'A reply to the reply.', 'The last.']),
    );
    expect(page.focused).to.equal(focused);
  });
});
