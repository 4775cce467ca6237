/** What was to be posted is posted where and as whom Post was pressed, or not at all. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type Draft } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { nextTask } from '../support/next-task.js';
import { neverHappens } from '../support/never-happens.js';
import { ada } from './changeable.js';

const grace = { id: 'grace', name: 'Grace' };
const call = { signal: new AbortController().signal };

/** The first post fails in doubt. */
const inDoubt: MemoryOptions['faults'] = ({ method, attempt }) =>
  method === 'submit' && attempt === 1 ? new AdapterError('timeout') : undefined;

/** A backend that has to be searched before a retry, and whose search can be held up. */
function searched(options: MemoryOptions = {}) {
  const memory = memoryAdapter({ features: { idempotency: 'none' }, faults: inDoubt, ...options });
  const gate = held();
  let isHeld = false;
  let answers = 0;
  const list: MemoryAdapter['list'] = async (query, options) => {
    const isSearch = isHeld && query.limit > 25;
    if (isSearch) await gate.promise;
    const page = await memory.list(query, options);
    answers += Number(isSearch);
    return page;
  };
  const { adapter, to } = watched({ ...memory, list });
  return { memory, adapter, to, gate, holdSearch: () => (isHeld = true), answers: () => answers };
}

/** Writes a text that fails in doubt, corrects it, and presses Post: the page now looks for the first one. */
async function retryChanged(page: CommentsPage): Promise<void> {
  await page.turnToForm();
  await page.write('Helo.');
  await page.press('Post comment');
  await page.alert();
  await page.write('Hello.');
}

describe('an intent to post', () => {
  afterEach(unmountAll);

  it('stays with its article when the page turns to another meanwhile', async () => {
    const { memory, adapter, to, gate, holdSearch } = searched();
    const page = await CommentsPage.open(adapter, { discussion: 'pier' });
    await retryChanged(page);
    holdSearch();
    const searches = to('list').length;
    await page.press('Try again');
    await waitFor(() => expect(to('list').length).to.be.above(searches));
    page.element.discussion = 'harbour';
    await page.element.updateComplete;
    gate.release();
    await page.turnToForm();
    await waitFor(() => expect(page.textBox.readOnly).to.equal(false));
    expect(page.textBox.value).to.equal('');
    await neverHappens(() => memory.posted('harbour'));
    expect(to('submit'), 'only the first attempt').to.have.length(1);
    page.element.discussion = 'pier';
    await waitFor(() => expect(page.textBox.value).to.equal('Hello.'));
  });

  it('stays with its writer when somebody else signs in meanwhile', async () => {
    const { memory, adapter, to, gate, holdSearch } = searched({
      viewer: { state: 'signed-in', author: grace },
      account: { id: 'ada', name: 'Ada' },
    });
    const page = await CommentsPage.open(adapter);
    await page.says('Posting as Grace').catch(() => undefined);
    await retryChanged(page);
    holdSearch();
    const searches = to('list').length;
    await page.press('Try again');
    await waitFor(() => expect(to('list').length).to.be.above(searches));
    await memory.signIn?.(call);
    gate.release();
    await page.says('Posting as Ada');
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    await neverHappens(() => memory.posted('pier'));
    expect(to('submit')).to.have.length(1);
  });

  it('is not put before the page as about to be sent when somebody else has signed in meanwhile', async () => {
    const { memory, adapter, to, gate, holdSearch, answers } = searched({
      viewer: { state: 'signed-in', author: grace },
      account: { id: 'ada', name: 'Ada' },
    });
    const page = await CommentsPage.open(adapter);
    const asked = page.listen('comments-before-submit');
    await retryChanged(page);
    holdSearch();
    const searches = to('list').length;
    await page.press('Try again');
    await waitFor(() => expect(to('list').length).to.be.above(searches));
    await memory.signIn?.(call);
    await page.says('Posting as Ada');
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    page.heard.length = 0;
    gate.release();
    // The list for Grace comes too late, so the search is made again for Ada.
    await waitFor(() => expect(answers()).to.equal(2));
    await nextTask();
    expect(asked.map(({ draft }) => draft.body)).to.deep.equal(['Helo.']);
    expect(page.heard).not.to.include('Sending…');
    await waitFor(() => expect(page.textBox.readOnly).to.equal(false));
    expect(to('submit'), 'only the first attempt').to.have.length(1);
  });

  it('is told the reader when they have signed in meanwhile, and can be posted again', async () => {
    const { memory, adapter, gate, holdSearch, to } = searched({ account: grace });
    const page = await CommentsPage.open(adapter);
    await retryChanged(page);
    holdSearch();
    const searches = to('list').length;
    await page.press('Try again');
    await waitFor(() => expect(to('list').length).to.be.above(searches));
    await memory.signIn?.(call);
    gate.release();
    expect(await page.alert()).to.equal(`${en.viewerChanged} ${en.draftSaved}`);
    expect(page.textBox.value).to.equal('Hello.');
    await page.press('Post comment');
    await page.says(en.published);
    expect(memory.posted('pier').map(({ body, author }) => [body.value, author?.name])).to.deep.equal([
      ['Hello.', 'Grace'],
    ]);
  });

  it('says who the page shows as signed in, so that the backend can refuse to publish under another name', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const guest = await CommentsPage.open(adapter);
    await guest.turnToForm();
    await guest.write('As a guest.');
    await guest.press('Post comment');
    await guest.comment('As a guest.');
    expect((to('submit')[0]?.args[0] as Draft).authorId).to.equal(null);
    unmountAll();
    const member = watched(memoryAdapter({ viewer: ada }));
    const page = await CommentsPage.open(member.adapter);
    await page.turnToForm();
    await page.write('As Ada.');
    await page.press('Post comment');
    await page.comment('As Ada.');
    expect((member.to('submit')[0]?.args[0] as Draft).authorId).to.equal('ada');
  });

  it('keeps its text when another tab has signed in as somebody else', async () => {
    const memory = memoryAdapter({ viewer: ada, account: grace });
    // What this page knows of the viewer does not change: the other tab has no way to tell it.
    const { onViewerChange: _none, ...adapter } = memory;
    const page = await CommentsPage.open(adapter);
    await page.turnToForm();
    await page.write('By Ada.');
    await memory.signIn?.(call);
    await page.press('Post comment');
    expect(await page.alert()).to.contain(en.postFailed('Another account is signed in.'));
    expect(page.textBox.value).to.equal('By Ada.');
    await neverHappens(() => memory.posted('pier'));
  });

  it('takes only its own text away when it succeeds after somebody else has signed in', async () => {
    const gate = held();
    const memory = memoryAdapter({ viewer: ada, account: grace });
    // Stored at once; only the response is late.
    const submit: MemoryAdapter['submit'] = async (...args) => {
      const result = await memory.submit?.(...args);
      await gate.promise;
      if (!result) throw new AdapterError('unsupported');
      return result;
    };
    const page = await CommentsPage.open({ ...memory, submit });
    await page.turnToForm();
    await page.write('By Ada.');
    await page.press('Post comment');
    // The button says so, and the comment in the list.
    await waitFor(() => expect(page.timesSaid(en.sending)).to.equal(2));
    await memory.signIn?.(call);
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    await waitFor(() => expect(page.textBox.readOnly).to.equal(false));
    const submits = page.listen('comments-submit');
    await page.write('By Grace.');
    gate.release();
    await waitFor(() => expect(submits).to.have.length(1));
    expect(page.textBox.value).to.equal('By Grace.');
    expect(page.isSaying(en.published), 'that was Ada’s').to.equal(false);
  });

  it('is not taken for another when its writer signs in after it failed in doubt, and it had arrived', async () => {
    const memory = memoryAdapter({
      account: grace,
      info: { posting: { guest: { name: { required: true } } } },
      faults: ({ method, attempt }) => (method === 'submit' && attempt === 1 ? 'lost-answer' : undefined),
    });
    const page = await CommentsPage.open(memory);
    await page.beginToWrite();
    await page.write('Guest', await page.find('textbox', 'Name'));
    await page.write('Once.');
    await page.press('Post comment');
    await page.alert();
    await memory.signIn?.(call);
    await page.says('Posting as Grace');
    await page.press(/Post comment|Try again/);
    await page.says(en.published);
    expect(page.textBox.value, 'there is nothing left to post').to.equal('');
    expect(memory.posted('pier').map(({ body }) => body.value)).to.deep.equal(['Once.']);
  });

  it('leaves no text before others when its writer signs out while it is under way', async () => {
    const gate = held();
    const memory = memoryAdapter({ viewer: ada, account: grace });
    const page = await CommentsPage.open(heldUp(memory, 'submit', gate.promise));
    await page.turnToForm();
    await page.write('By Ada.');
    await page.press('Post comment');
    await page.findBusyButton();
    await memory.signOut?.(call);
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    gate.release();
  });

  it('leaves an older draft of the account where it is when its writer signs in', async () => {
    const memory = memoryAdapter({ viewer: { state: 'signed-in', author: grace }, account: grace });
    const page = await CommentsPage.open(memory);
    await page.turnToForm();
    await page.write('Begun as Grace.');
    await page.says(en.draftSaved);
    await page.press('Sign out');
    await waitFor(() => expect(page.textBox.value).to.equal(''));
    await page.write('Begun signed out.');
    await memory.signIn?.(call);
    await page.says('Posting as Grace');
    expect(page.textBox.value).to.equal('Begun signed out.');
    await page.says(en.keptEarlier);
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Begun as Grace.'));
  });

  it('keeps its key when the text is changed, saved, and changed back', async () => {
    const { adapter, to } = watched(memoryAdapter({ faults: inDoubt }));
    const first = await CommentsPage.open(adapter);
    await first.turnToForm();
    await first.write('Once.');
    await first.press('Post comment');
    await first.alert();
    await first.write('Changed.');
    await first.says(en.draftSaved);
    first.element.remove();
    const second = await CommentsPage.open(adapter);
    await waitFor(() => expect(second.textBox.value).to.equal('Changed.'));
    await second.write('Once.');
    await second.press('Post comment');
    await second.says(en.published);
    expect(new Set(to('submit').map(({ args }) => (args[0] as Draft).submitKey)).size).to.equal(1);
  });
});
