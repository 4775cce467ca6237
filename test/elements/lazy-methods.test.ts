import { expect } from '@open-wc/testing';
import { lazily } from '../../src/adapter-kit.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

describe('an adapter whose code for writing is loaded with the first comment', () => {
  afterEach(unmountAll);

  it('keeps the text if that cannot be loaded, reports it, and posts it on "Try again"', async () => {
    const { submit, ...reading } = memoryAdapter();
    let isOnline = false;
    let loads = 0;
    const load = async () => {
      loads++;
      if (!isOnline) throw new TypeError('Failed to fetch dynamically imported module');
      return { submit: submit! };
    };
    const page = await CommentsPage.open({ ...reading, ...lazily(load, ['submit']) });
    await page.turnToForm();
    await page.write('Is anybody there?');
    expect(loads, 'nothing is loaded before it is needed').to.equal(0);
    await page.press('Post comment');
    expect(await page.alert()).to.equal('Your comment wasn’t posted. We couldn’t reach the site. Your draft is saved.');
    expect(page.textBox.value).to.equal('Is anybody there?');
    expect(page.texts).to.deep.equal([]);
    isOnline = true;
    await page.press('Try again');
    await page.comment('Is anybody there?');
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    expect(loads).to.equal(2);
  });
});
