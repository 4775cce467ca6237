import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { AdapterError } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment, held, heldUp } from '../support/fake-backend.js';
import { FakeClock } from '../support/fake-clock.js';

const CLOSED = 'Comments are closed. We accept them for a limited time after publication.';
const one = { comments: [comment('First.')] };

describe('a closed discussion', () => {
  afterEach(unmountAll);

  it('says so in one status message, and has neither a form nor its own place for one', async () => {
    const page = await CommentsPage.open(memoryAdapter({ ...one, info: { state: 'closed' } }));
    expect((await page.find('status')).textContent?.trim()).to.equal(CLOSED);
    expect(page.all('status')).to.have.length(1);
    expect(page.all('textbox')).to.have.length(0);
    expect(page.all('button', 'Post comment')).to.have.length(0);
  });

  it('says it in the backend’s words, or in what the page puts in the slot', async () => {
    const theirs = await CommentsPage.open(
      memoryAdapter({ info: { state: 'closed', stateMessage: 'Closed <b>for good</b>.' } }),
    );
    expect((await theirs.find('status')).textContent?.trim()).to.equal('Closed <b>for good</b>.');
    const own = await CommentsPage.open(
      memoryAdapter({ info: { state: 'closed' } }),
      {},
      { content: '<span slot="closed">Write to the editor.</span>' },
    );
    await own.find('status');
    await waitFor(() => expect(own.element.querySelector('span')?.checkVisibility()).to.equal(true));
  });

  it('says that nobody wrote where it is empty', async () => {
    const page = await CommentsPage.open(memoryAdapter({ info: { state: 'closed' } }));
    await page.says('No comments were posted.');
    expect(page.isSaying('What do you think?')).to.equal(false);
  });

  it('can still be read, linked to and reported', async () => {
    history.replaceState(null, '', '#comment-First-');
    const memory = memoryAdapter({ ...one, info: { state: 'closed' } });
    const page = await CommentsPage.open(memory);
    await waitFor(() => expect(page.focused?.textContent).to.contain('First.'));
    expect((await page.comment('First.')).querySelector('time')?.closest('a')?.hash).to.equal('#comment-First-');
    await page.startReport('First.');
    await page.choose('Illegal content');
    await page.press('Send report');
    await page.says('Thank you. We’ve received your report (reference R-1001).');
    expect(memory.reports('pier')).to.have.length(1);
  });

  it('is closed by the page at any moment, and opened again', async () => {
    const page = await CommentsPage.open(memoryAdapter(one));
    await page.findTextBox();
    page.element.setAttribute('closed', '');
    expect((await page.find('status')).textContent?.trim()).to.equal(CLOSED);
    expect(page.all('textbox')).to.have.length(0);
    page.element.closed = false;
    await page.findTextBox();
    expect(page.all('status')).to.have.length(0);
  });

  it('is closed by the page before the backend has said anything', async () => {
    const page = await CommentsPage.open(
      { open: () => new Promise(() => {}), list: async () => ({ items: [comment('First.')] }) },
      { closed: '' },
    );
    expect((await page.find('status')).textContent?.trim()).to.equal(CLOSED);
    await page.comment('First.');
    expect(page.all('textbox')).to.have.length(0);
  });
});

describe('a discussion that closes while somebody writes', () => {
  afterEach(unmountAll);

  async function closeWhileWriting(): Promise<CommentsPage> {
    const page = await CommentsPage.open(memoryAdapter(one));
    await page.turnToForm();
    await page.write('Almost done.');
    page.element.closed = true;
    await page.find('button', 'Copy text');
    return page;
  }

  it('keeps the text, says so, and takes no more of it', async () => {
    const page = await closeWhileWriting();
    expect(page.textBox.value).to.equal('Almost done.');
    expect(page.textBox.readOnly).to.equal(true);
    expect(page.all('button', 'Post comment')).to.have.length(0);
    await page.says('Comments are now closed. You can still copy your text.');
    await waitFor(() => expect(page.heard.at(-1)).to.equal('Comments are now closed. You can still copy your text.'));
    // The reason above the form is to be read only.
    await page.says(CLOSED);
    expect(page.all('status')).to.have.length(0);
  });

  it('leaves what is on its way already to the backend', async () => {
    const { promise, release } = held();
    const memory = memoryAdapter(one);
    const page = await CommentsPage.open(heldUp(memory, 'submit', promise));
    await page.turnToForm();
    await page.write('Just in time.');
    await page.press('Post comment');
    // The button says so, and the comment in the list.
    await waitFor(() => expect(page.timesSaid('Sending…')).to.equal(2));
    page.element.closed = true;
    await page.says(CLOSED);
    expect(page.isSaying('Comments are now closed. You can still copy your text.'), 'while it is sent').to.equal(false);
    release();
    await page.comment('Just in time.');
    await waitFor(() => expect(page.heard.at(-1)).to.equal('Your comment is published.'));
    expect(page.heard).not.to.include('Comments are now closed. You can still copy your text.');
  });

  it('keeps what was on its way where the backend did not take it', async () => {
    const { promise, fail } = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter(one), 'submit', promise));
    await page.turnToForm();
    await page.write('Too late.');
    await page.press('Post comment');
    await page.findBusyButton();
    page.element.closed = true;
    await page.says(CLOSED);
    fail(new AdapterError('closed'));
    await page.find('button', 'Copy text');
    expect(page.textBox.value).to.equal('Too late.');
    await waitFor(() => expect(page.heard.at(-1)).to.equal('Comments are now closed. You can still copy your text.'));
  });

  it('lets the text be copied, and says whether that went well', async () => {
    const page = await closeWhileWriting();
    let copied = '';
    const clipboard = { writeText: async (text: string) => void (copied = text) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    try {
      await page.press('Copy text');
      await waitFor(() => expect(page.announced).to.equal('Text copied.'));
      expect(copied).to.equal('Almost done.');
      clipboard.writeText = () => Promise.reject(new DOMException('Denied.', 'NotAllowedError'));
      await page.press('Copy text');
      await waitFor(() =>
        expect(page.announced).to.equal('Your browser doesn’t allow copying. We’ve selected the text for you.'),
      );
      expect(page.isFocused(page.textBox)).to.equal(true);
      expect(page.textBox.value.slice(page.textBox.selectionStart, page.textBox.selectionEnd)).to.equal('Almost done.');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('lets the text be thrown away, with the focus left in the section', async () => {
    const page = await closeWhileWriting();
    await page.press('Discard');
    await waitFor(() => expect(page.all('textbox')).to.have.length(0));
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).to.have.length(0);
    expect(
      page.focused,
      'the form is gone, and a keyboard user must not start again at the top of the page',
    ).to.not.equal(null);
  });

  it('takes an empty form away, with the focus left in the section', async () => {
    const page = await CommentsPage.open(memoryAdapter(one));
    await page.turnToForm();
    page.element.closed = true;
    await page.says(CLOSED);
    expect(page.all('textbox')).to.have.length(0);
    expect(page.isFocused(page.get('heading', /Comments/))).to.equal(true);
  });

  it('brings the text back after a reload', async () => {
    const first = await closeWhileWriting();
    first.element.remove();
    const second = await CommentsPage.open(memoryAdapter({ ...one, info: { state: 'closed' } }));
    await waitFor(() => expect(second.textBox.value).to.equal('Almost done.'));
    await waitFor(() => expect(second.textBox.readOnly).to.equal(true));
    await second.find('button', 'Copy text');
  });

  it('takes the text when it opens again', async () => {
    const page = await closeWhileWriting();
    page.element.closed = false;
    await page.press('Post comment');
    await page.comment('Almost done.');
    await page.says('Your comment is published.');
  });
});

describe('a discussion with a timetable', () => {
  let clock: FakeClock;
  beforeEach(() => {
    clock = FakeClock.installAt('2026-11-24T12:00:00Z');
  });
  afterEach(() => {
    unmountAll();
    clock.uninstall();
  });

  it('warns whoever writes some minutes before it closes, and closes by itself', async () => {
    const page = await CommentsPage.open(memoryAdapter({ ...one, info: { closesAt: '2026-11-24T12:30:00Z' } }));
    await page.turnToForm();
    await page.write('Slowly.');
    expect(page.isSaying('Comments close in')).to.equal(false);
    await clock.advance(21 * 60_000);
    await page.says('Comments close in 9 minutes.');
    await clock.advance(9 * 60_000);
    await page.says(CLOSED);
    expect(page.textBox.value).to.equal('Slowly.');
    await page.find('button', 'Copy text');
  });

  it('warns by word of mouth, too: nobody looks at every line above a text box', async () => {
    const page = await CommentsPage.open(memoryAdapter({ ...one, info: { closesAt: '2026-11-24T12:30:00Z' } }));
    await page.turnToForm();
    await page.write('Slowly.');
    await clock.advance(21 * 60_000);
    await page.says('Comments close in 9 minutes.');
    await waitFor(() => expect(page.heard.filter((text) => text.startsWith('Comments close in'))).to.have.length(1));
  });

  it('says when it opens, in the page’s time zone, and opens then', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ ...one, info: { state: 'closed', opensAt: '2026-11-24T12:40:00Z' } }),
      {
        'time-zone': 'UTC',
      },
    );
    expect((await page.find('status')).textContent?.trim()).to.equal(
      `${CLOSED} Comments reopen on Nov 24, 2026, 12:40 PM UTC.`,
    );
    await clock.advance(40 * 60_000);
    await page.findTextBox();
    expect(page.all('status')).to.have.length(0);
  });

  it('closes to the second', async () => {
    const page = await CommentsPage.open(memoryAdapter({ ...one, info: { closesAt: '2026-11-24T12:00:05Z' } }));
    await page.findTextBox();
    await clock.advance(4_900);
    expect(page.all('status')).to.have.length(0);
    await clock.advance(200);
    await page.find('status');
  });
});
