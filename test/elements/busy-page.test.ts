import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { comments, followable } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const { requestIdleCallback } = globalThis;

describe('a section on a page that is never at rest', () => {
  /** What the browser does after some seconds when its time is over, since there was no rest before. */
  let overdue: (() => void)[] = [];

  beforeEach(() => {
    overdue = [];
    globalThis.requestIdleCallback = (run, { timeout = Infinity } = {}) =>
      timeout > 1000 && timeout <= 5000 ? overdue.push(() => run({ didTimeout: true, timeRemaining: () => 0 })) : 0;
  });
  afterEach(() => {
    globalThis.requestIdleCallback = requestIdleCallback;
    unmountAll();
  });

  it('does at once what a button says', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(1) }));
    await page.comment('Comment 1');
    await page.press('Reply');
    await page.find('textbox', /Your reply/);
  });

  it('follows the discussion after some seconds all the same', async () => {
    const { adapter, followed } = followable(memoryAdapter({ comments: comments(1) }));
    const page = await CommentsPage.open(adapter);
    await page.comment('Comment 1');
    for (const run of overdue) run();
    await followed;
    expect(overdue).to.have.length(1);
  });
});
