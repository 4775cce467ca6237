/** How those who do not see the whole page get around in it: by headings, by Tab, and by what has the focus. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { comment, comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor, within } from '../support/comments-page.js';
import { sendKeys } from '../support/keys.js';

const talk = [
  comment('Question?', { author: { id: 'ann', name: 'Ann' } }),
  comment('Answer.', { author: { id: 'ben', name: 'Ben' }, parentId: 'Question-' }),
];

const tab = (): Promise<void> => sendKeys({ press: 'Tab' });

describe('headings', () => {
  afterEach(unmountAll);

  for (const [section, authors] of [
    [2, 3],
    [4, 5],
    [6, 6],
  ] as const)
    it(`makes authors headings below the section’s heading of level ${section}`, async () => {
      const page = await CommentsPage.open(memoryAdapter({ comments: talk }), {
        'heading-level': String(section),
      });
      await page.find('heading', 'Comments (2)', { level: section });
      // One level for all: from heading to heading is from comment to comment.
      await page.find('heading', 'Ann', { level: authors });
      await page.find('heading', 'Ben', { level: authors });
    });
});

describe('a comment', () => {
  afterEach(unmountAll);

  it('is named by its author, whom it replies to, and its time', async () => {
    // The backend's clock counts: by that of the build server, the comments will be older than a week one day.
    const now = (): number => Date.parse('2026-11-24T13:00:00Z');
    const page = await CommentsPage.open(memoryAdapter({ comments: talk, now }));
    await page.find('article', /^Comment by Ann, 3 hours ago$/);
    await page.find('article', /^Reply by Ben to Ann, 3 hours ago$/);
  });

  it('links to the one it replies to, where that does not stand right above', async () => {
    const chain = Array.from({ length: 6 }, (_, index) =>
      comment(`Level ${index}`, {
        author: { name: `Person ${index}` },
        parentId: index === 0 ? null : `Level-${index - 1}`,
      }),
    );
    const page = await CommentsPage.open(memoryAdapter({ comments: chain }));
    await page.comment('Level 5');
    expect(page.all('link', /in reply to/).map(({ textContent }) => textContent)).to.deep.equal([
      en.inReplyTo('Person 3'),
      en.inReplyTo('Person 4'),
    ]);
    const link = page.get('link', en.inReplyTo('Person 3'));
    for (const time of ['first', 'second']) {
      link.click();
      await waitFor(() => expect(page.focused, time).to.equal(page.get('article', 'Person 3')));
      page.get('heading', /Comments/).focus();
    }
  });
});

describe('a reader who goes on with Tab', () => {
  afterEach(unmountAll);

  it('can skip the form, and the comments', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    const skip = await page.find('button', en.skipToComments);
    const before = document.createElement('button');
    page.element.before(before);
    before.focus();
    await tab();
    before.remove();
    expect(page.isFocused(skip), 'the first stop in the section').to.equal(true);
    expect(skip.getBoundingClientRect().height, 'seen while it has the focus').to.be.greaterThan(24);
    await sendKeys({ press: 'Enter' });
    await waitFor(() => expect(page.isFocused(page.get('list', 'Comments (3)'))).to.equal(true));
    expect(skip.getBoundingClientRect().height).to.be.below(5);
    await sendKeys({ down: 'Shift' });
    await tab();
    await sendKeys({ up: 'Shift' });
    const keys = 'Keyboard shortcuts · j Next comment · k Previous comment · r Reply';
    expect(page.focused?.textContent?.trim()).to.equal(keys);
    await sendKeys({ down: 'Shift' });
    await tab();
    await sendKeys({ up: 'Shift' });
    expect(page.focused?.textContent?.trim()).to.equal(en.skipToEnd);
    await sendKeys({ press: 'Enter' });
    await waitFor(() => expect(page.focused?.textContent).to.equal(en.endOfComments));
  });

  it('hears the keyboard shortcuts at the start of the comments, unless they are switched off', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }));
    await page.find('button', en.skipToComments);
    const description = 'Keyboard shortcuts · j Next comment · k Previous comment · r Reply';
    await waitFor(() => expect(page.get('list', 'Comments (3)', { description })).to.exist);
    await page.press(description);
    const dialog = await page.find('dialog', en.shortcuts);
    within(dialog).getByRole('switch', { name: en.useShortcuts }).click();
    await page.press(en.close, dialog);
    page.element.requestUpdate();
    await waitFor(() => expect(page.get('button', 'Keyboard shortcuts')).to.exist);
  });

  it('gets from the start of the comments to the button for more of them', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(3) }), { 'page-size': '2' });
    await page.press(en.skipToEnd);
    await waitFor(() => expect(page.isFocused(page.get('button', en.loadMore))).to.equal(true));
  });

  it('is offered no way past what is not there', async () => {
    const empty = await CommentsPage.open(memoryAdapter());
    await empty.says(en.empty);
    // The ways come with what a press of a key does.
    empty.get('heading', /Comments/).focus();
    await sendKeys({ press: '?' });
    await empty.press(en.close, await empty.find('dialog'));
    expect(empty.all('button', /Skip/)).to.have.length(0);
    const closed = await CommentsPage.open(memoryAdapter({ comments: talk }), { closed: '' });
    await closed.find('button', en.skipToEnd);
    expect(closed.all('button', /Skip/).map(({ textContent }) => textContent?.trim())).to.deep.equal([en.skipToEnd]);
  });
});

describe('the focus', () => {
  afterEach(unmountAll);

  it('is always on something that has a name', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [...talk, ...comments(3)] }), {
      'page-size': '2',
    });
    await page.press(en.loadMore);
    await waitFor(() => expect(page.focused?.getAttribute('aria-label')).to.match(/^Comment by Tom, /));
    await page.press('Reply', await page.comment('Question?'));
    await page.write('My answer.', await page.find('textbox', en.yourReply('Ann')));
    await page.press('Post reply');
    await page.comment('My answer.');
    await waitFor(() => expect(page.focused?.getAttribute('aria-label')).to.match(/^Reply by .+ to Ann, /));
    expect(page.section.querySelectorAll('li[tabindex]')).to.have.length(0);
  });
});
