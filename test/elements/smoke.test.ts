import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import { CommentsPage, unmountAll, waitFor } from './comments-page.js';

describe('a reader', () => {
  afterEach(unmountAll);

  it('posts a comment and sees it in the discussion', async () => {
    const page = await CommentsPage.open(createMemoryAdapter({ comments: [{ id: '1', author: { name: 'Tom' }, body: { format: 'text', value: 'First.' }, createdAt: '2026-11-24T10:00:00Z' }] }));
    await page.find('heading', 'Comments (1)');
    await page.write('Second.');
    await page.press('Post comment');
    await waitFor(() => expect(page.texts).to.deep.equal(['First.', 'Second.']));
    expect(page.announced).to.equal('Your comment is published.');
  });
});
