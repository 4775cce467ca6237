import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Draft, Posting } from '../../src/model/adapter.js';
import { comment, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const NOTIFY = en.notifyReplies;

async function open(posting: Posting): Promise<{ page: CommentsPage; sent: () => (boolean | undefined)[] }> {
  const { adapter, to } = watched(memoryAdapter({ comments: [comment('One.')], info: { posting } }));
  const page = await CommentsPage.open(adapter);
  await page.beginToWrite();
  return { page, sent: () => to('submit').map(({ args }) => (args[0] as Draft).notify) };
}

const box = (page: CommentsPage): HTMLInputElement => page.get('checkbox', NOTIFY) as HTMLInputElement;

async function post(page: CommentsPage, text: string): Promise<void> {
  await page.write(text);
  await page.press('Post comment');
  await page.comment(text);
}

describe('telling the writer of replies', () => {
  afterEach(unmountAll);

  it('is not offered by itself, and then not mentioned to the backend', async () => {
    const { page, sent } = await open({});
    expect(page.all('checkbox', NOTIFY)).to.have.length(0);
    await post(page, 'Mine.');
    expect(sent()).to.deep.equal([undefined]);
  });

  for (const notify of ['on', 'off'] as const)
    it(`begins as the backend says: ${notify}`, async () => {
      const { page, sent } = await open({ notify });
      expect(box(page).checked).to.equal(notify === 'on');
      await post(page, 'Mine.');
      expect(sent()).to.deep.equal([notify === 'on']);
    });

  it('stays as the writer has chosen, on this device, in replies too', async () => {
    const first = await open({ notify: 'off' });
    box(first.page).click();
    await post(first.page, 'Mine.');
    expect(first.sent()).to.deep.equal([true]);
    first.page.element.remove();
    const { page } = await open({ notify: 'off' });
    expect(box(page).checked).to.equal(true);
    await page.press('Reply', await page.comment('One.'));
    await waitFor(() => {
      const boxes = page.all('checkbox', NOTIFY) as HTMLInputElement[];
      expect(boxes.map(({ checked }) => checked)).to.deep.equal([true, true]);
    });
  });
});
