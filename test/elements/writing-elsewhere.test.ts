/** A reader who sends one thing and goes on to write another: what comes of the first takes neither the focus nor the place. */
import { expect, nextFrame } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment, comments, held, heldUp } from '../support/fake-backend.js';
import { nextTask } from '../support/next-task.js';

const ada = { id: 'ada', name: 'Ada' };

const paper = (): CommentsAdapter =>
  memoryAdapter({
    viewer: { state: 'signed-in', author: ada },
    editWindow: Infinity,
    comments: [...comments(20), comment('Mine.', { author: ada })],
  });

interface Sending {
  readonly method: keyof CommentsAdapter;
  readonly send: (page: CommentsPage) => Promise<void>;
  readonly isDone: (page: CommentsPage) => Promise<unknown>;
}

const sendings: Readonly<Record<string, Sending>> = {
  'a reply': {
    method: 'submit',
    async send(page) {
      await page.press('Reply', await page.comment('Comment 20'));
      await page.write('My reply.', await page.find('textbox', en.yourReply('Tom')));
      await page.press(en.postReply);
      await page.findBusyButton();
    },
    isDone: (page) => waitFor(() => expect(page.heard).to.include(en.replyOutcomes.published)),
  },
  'an edit': {
    method: 'edit',
    async send(page) {
      await page.press('Edit', await page.comment('Mine.'));
      await page.write('Mine, changed.', await page.find('textbox', en.yourEdit));
      await page.press(en.save);
    },
    isDone: (page) => waitFor(() => expect(page.all('textbox', en.yourEdit)).to.have.length(0)),
  },
  'a removal': {
    method: 'remove',
    async send(page) {
      await page.press('Delete', await page.comment('Mine.'));
      await page.press('Delete', await page.find('group', en.removal.author.question));
    },
    isDone: (page) => page.says(en.removal.author.removed),
  },
  'a report': {
    method: 'report',
    async send(page) {
      await page.startReport('Comment 20');
      await page.choose(en.reasons.spam);
      await page.press(en.sendReport);
    },
    isDone: (page) => page.find('button', en.close),
  },
};

describe('a reader who writes elsewhere', () => {
  afterEach(unmountAll);

  for (const [what, { method, send, isDone }] of Object.entries(sendings)) {
    it(`goes on there when ${what} has arrived`, async () => {
      const { promise, release } = held();
      const page = await CommentsPage.open(heldUp(paper(), method, promise));
      await page.turnToForm();
      await send(page);
      await page.write('Something else', page.textBox);
      // Firefox scrolls to the cursor in its own time: in the frame after the one in which it was moved.
      page.textBox.scrollIntoView({ block: 'center' });
      await nextFrame();
      await nextFrame();
      const place = scrollY;
      release();
      await isDone(page);
      await nextTask();
      await page.element.updateComplete;
      expect(page.isFocused(page.textBox), 'the focus').to.equal(true);
      expect(scrollY, 'the place').to.equal(place);
    });
  }

  it('goes on in a box of the page, outside of the section', async () => {
    const { promise, release } = held();
    const page = await CommentsPage.open(heldUp(paper(), 'report', promise));
    await sendings['a report']!.send(page);
    const search = document.createElement('input');
    page.element.before(search);
    search.focus();
    release();
    await page.find('button', en.close);
    await nextTask();
    expect(document.activeElement === search).to.equal(true);
    search.remove();
  });
});
