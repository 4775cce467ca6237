import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import { nextTask } from '../support/next-task.js';
import { ada, changeable, pressKey } from './changeable.js';

const PAGE_FONT = 'Georgia';

const inPagesFont: Parameters<typeof CommentsPage.open>[2] = {
  prepare: (element) => {
    element.style.fontFamily = PAGE_FONT;
    element.style.setProperty('--article-comments-interface-font', 'Arial');
  },
};

const expectPagesFont = (page: CommentsPage, count: number): Promise<unknown> =>
  waitFor(() => {
    const boxes = page.all('textbox');
    expect(boxes.map((box) => getComputedStyle(box).fontFamily)).to.deep.equal(Array(count).fill(PAGE_FONT));
    expect(new Set(boxes.map((box) => getComputedStyle(box).fontSize)).size, 'one size').to.equal(1);
  });

describe('every text box', () => {
  afterEach(unmountAll);

  it('has the page’s typeface: for comments, replies, guests’ names and a captcha', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [comment('Hello.')],
        info: { posting: { guest: { name: { required: false }, email: { required: false } } } },
        moderate: () => {
          const challenge = { type: 'captcha', question: 'How many days are in a week?' } as const;
          throw new AdapterError('confirm', '', { stored: 'no', challenge });
        },
      }),
      {},
      inPagesFont,
    );
    await page.turnToForm();
    await page.write('Hello, too.');
    await page.press('Post comment');
    await page.find('textbox', en.captcha);
    await expectPagesFont(page, 4);
    await page.press('Reply', await page.comment('Hello.'));
    await page.write('To Tom.', await page.find('textbox', en.yourReply('Tom')));
    await expectPagesFont(page, 7);
  });

  it('has the page’s typeface: for edits and reports', async () => {
    const page = await CommentsPage.open({ ...changeable(), report: () => Promise.resolve() }, {}, inPagesFont);
    await page.press('Edit', await page.comment('Mine.'));
    await page.find('textbox', en.yourEdit);
    await expectPagesFont(page, 1);
    await page.startReport('Theirs.');
    await page.find('textbox', /Tell the editors/);
    await expectPagesFont(page, 1);
  });

  it('stays where Escape ends a composition, as of Japanese, and goes with the next', async () => {
    const { submit } = memoryAdapter();
    const page = await CommentsPage.open({ ...changeable({ viewer: ada }), submit });
    for (const [button, name] of [
      ['Edit', en.yourEdit],
      ['Reply', en.yourReply('Ada')],
    ] as const) {
      await page.press(button, await page.comment('Mine.'));
      const box = await page.find('textbox', name);
      await page.write('かな', box);
      await page.says(en.draftSaved);
      pressKey('Escape', box, { isComposing: true });
      await nextTask();
      await page.element.updateComplete;
      expect(box.isConnected, button).to.equal(true);
      pressKey('Escape', box);
      await waitFor(() => expect(page.all('textbox', name)).to.have.length(0));
    }
  });
});

describe('a button that takes something away', () => {
  afterEach(unmountAll);

  it('does not look like the one that posts', async () => {
    const { submit } = memoryAdapter();
    const page = await CommentsPage.open({ ...changeable({ viewer: ada }), submit });
    const post = getComputedStyle(await page.find('button', 'Post comment')).backgroundColor;
    await page.press('Delete', await page.comment('Mine.'));
    const question = await page.find('group', en.removal.author.question);
    const [remove] = page.all('button', 'Delete', question);
    const look = getComputedStyle(remove as HTMLElement);
    expect(look.backgroundColor).not.to.equal(post);
    expect(look.borderTopWidth).to.equal('1px');
    expect(look.borderTopColor).to.equal(look.color);
  });
});
