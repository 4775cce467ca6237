/** Links to the report of a comment: `#report-<id>`. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { comment, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { neverHappens } from '../support/never-happens.js';

const two = { comments: [comment('First.'), comment('Second.', { createdAt: '2026-11-24T10:05:00Z' })] };

const goTo = (hash: string): void => void (location.hash = hash);

describe('an address that names a comment to report', () => {
  afterEach(unmountAll);

  it('opens the form of that comment, with the focus inside', async () => {
    goTo('report-Second-');
    const page = await CommentsPage.open(memoryAdapter(two));
    const first = await page.find('radio', en.reasons.abuse);
    expect((await page.comment('Second.')).contains(first)).to.equal(true);
    await waitFor(() => expect(page.isFocused(first)).to.equal(true));
  });

  it('works when the reader follows it on the page, from the comment itself as well', async () => {
    goTo('comment-Second-');
    const page = await CommentsPage.open(memoryAdapter(two));
    await page.comment('Second.');
    goTo('report-Second-');
    await page.find('radio', en.reasons.abuse);
  });

  it('fetches a comment of a later page', async () => {
    goTo('report-c30');
    const many = Array.from({ length: 30 }, (_, index) =>
      comment(`Number ${index + 1}.`, {
        id: `c${index + 1}`,
        createdAt: new Date(1.76e12 + index * 1000).toISOString(),
      }),
    );
    const page = await CommentsPage.open(memoryAdapter({ comments: many }), { 'page-size': '5' });
    const first = await page.find('radio', en.reasons.abuse);
    expect((await page.comment('Number 30.')).contains(first)).to.equal(true);
  });

  it('only goes to the comment where nobody takes reports, or the comment is the reader’s own', async () => {
    goTo('report-First-');
    const none = await CommentsPage.open(memoryAdapter({ ...two, without: ['report'] }));
    await waitFor(async () => expect(none.isFocused(await none.comment('First.'))).to.equal(true));
    expect(none.all('radio')).to.have.length(0);
    unmountAll();
    goTo('report-First-');
    const ada = { id: 'ada', name: 'Ada' };
    const own = await CommentsPage.open(
      memoryAdapter({ viewer: { state: 'signed-in', author: ada }, comments: [comment('First.', { author: ada })] }),
    );
    await waitFor(async () => expect(own.isFocused(await own.comment('First.'))).to.equal(true));
    expect(own.all('radio')).to.have.length(0);
  });

  it('is left to the page where it has such a place of its own', async () => {
    const heading = document.createElement('h2');
    heading.id = 'report-2026';
    document.body.append(heading);
    goTo('report-2026');
    const { adapter, to } = watched(memoryAdapter(two));
    const page = await CommentsPage.open(adapter);
    await neverHappens(
      () => to('get'),
      () => page.comment('First.'),
    );
    expect(page.isSaying(en.commentMissing)).to.equal(false);
    heading.remove();
  });
});
