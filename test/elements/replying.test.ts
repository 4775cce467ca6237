import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment, followable, held, heldUp, watched } from '../support/fake-backend.js';
import { nextTask } from '../support/next-task.js';

const talk: MemoryOptions = {
  comments: [
    comment('Question?', { author: { id: 'ann', name: 'Ann' }, createdAt: '2026-11-24T10:00:00Z' }),
    comment('Answer.', {
      author: { id: 'ben', name: 'Ben' },
      parentId: 'Question-',
      createdAt: '2026-11-24T10:05:00Z',
    }),
    comment('Another matter.', { author: { id: 'cyd', name: 'Cyd' }, createdAt: '2026-11-24T10:10:00Z' }),
  ],
};

const replyBox = (page: CommentsPage, to: string): Promise<HTMLElement> => page.find('textbox', en.yourReply(to));

async function startReply(page: CommentsPage, text: string, to: string): Promise<HTMLElement> {
  await page.press('Reply', await page.comment(text));
  const box = await replyBox(page, to);
  await waitFor(() => expect(box.hasAttribute('aria-describedby'), 'the form is awake').to.equal(true));
  return box;
}

describe('a conversation', () => {
  afterEach(unmountAll);

  it('has each reply below what it answers, and says whom it answers', async () => {
    const page = await CommentsPage.open(memoryAdapter(talk));
    await page.comment('Another matter.');
    expect(page.texts).to.deep.equal(['Question?', 'Answer.', 'Another matter.']);
    expect(page.get('article', /^Reply by Ben to Ann, /)).to.exist;
    const [question, answer] = page.all('article').map((row) => row.getBoundingClientRect().left);
    expect(answer).to.be.greaterThan(question!);
  });

  it('says what is missing from a reply, whatever the ids of the backend look like', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('Odd.', { id: 'one 100%\ttwo' })] }));
    await startReply(page, 'Odd.', 'Tom');
    await page.press(en.postReply);
    expect(await page.find('textbox', en.yourReply('Tom'), { description: new RegExp(en.replyMissing) })).to.exist;
  });

  it('calls a reply a reply when it is not posted, refused, or to be read again', async () => {
    const outcomes: (() => ReturnType<NonNullable<MemoryOptions['moderate']>>)[] = [
      () => {
        throw new AdapterError('forbidden', '', { stored: 'no' });
      },
      () => ({ outcome: 'rejected', reason: 'No advertising.' }),
      () => {
        throw new AdapterError('confirm', '', { stored: 'no', challenge: { type: 'reconsider' } });
      },
    ];
    const page = await CommentsPage.open(memoryAdapter({ ...talk, moderate: () => outcomes.shift()!() }));
    await page.write('Well.', await startReply(page, 'Question?', 'Ann'));
    await page.press('Post reply');
    await page.says(/^Your reply wasn’t posted\. You don’t have permission to do this\./);
    await page.press('Try again');
    await page.says(/^Your reply wasn’t accepted\. No advertising\. You can change it and post it again\./);
    await page.press('Post reply');
    await page.says('Please read your reply again before it’s posted.');
  });

  it('is indented to a limit, and in words from there on', async () => {
    const chain = Array.from({ length: 7 }, (_, index) =>
      comment(`Level ${index}`, {
        author: { name: `Person ${index}` },
        parentId: index === 0 ? null : `Level-${index - 1}`,
      }),
    );
    const page = await CommentsPage.open(memoryAdapter({ comments: chain }));
    await page.comment('Level 6');
    const lefts = page.all('article').map((article) => article.getBoundingClientRect().left);
    expect(new Set(lefts).size).to.equal(4);
    expect((await page.comment('Level 2')).textContent).not.to.contain('in reply to');
    expect((await page.comment('Level 5')).textContent).to.contain('in reply to Person 4');
  });

  it('shows a reply whose parent is not there, and says so', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('Lost.', { parentId: 'nowhere' })] }));
    expect((await page.comment('Lost.')).textContent).to.contain(en.inReplyToUnknown);
  });

  it('folds a branch and unfolds it, and says how many are in it', async () => {
    const page = await CommentsPage.open(memoryAdapter(talk));
    const hide = await page.find('button', 'Hide replies');
    expect(hide.getAttribute('aria-expanded')).to.equal('true');
    hide.focus();
    hide.click();
    const show = await page.find('button', 'Show 1 reply');
    expect(page.texts).to.deep.equal(['Question?', 'Another matter.']);
    expect(show.getAttribute('aria-expanded')).to.equal('false');
    expect(page.isFocused(show)).to.equal(true);
    show.click();
    await waitFor(() => expect(page.texts).to.deep.equal(['Question?', 'Answer.', 'Another matter.']));
  });

  it('counts the replies in a folded branch that are still at the backend', async () => {
    const replies = Array.from({ length: 5 }, (_, index) => comment(`Reply ${index + 1}`, { parentId: 'Question-' }));
    const memory = memoryAdapter({ comments: [comment('Question?'), ...replies], repliesPerComment: 2 });
    const nested = await CommentsPage.open(memory);
    await nested.press('Hide replies');
    // Each of those may have replies of its own.
    await nested.find('button', en.showReplies(6, '5+'));
    const flat = { ...memory, features: { ...memory.features, nesting: 'one-level' as const } };
    const page = await CommentsPage.open(flat);
    await page.press('Hide replies');
    await page.find('button', en.showReplies(5, '5'));
  });

  it('loads further replies where the backend has more, and goes on at the first of them', async () => {
    const replies = Array.from({ length: 5 }, (_, index) =>
      comment(`Reply ${index + 1}`, { parentId: 'Question-', createdAt: `2026-11-24T11:0${index}:00Z` }),
    );
    const memory = memoryAdapter({ comments: [comment('Question?'), ...replies], repliesPerComment: 2 });
    const page = await CommentsPage.open(memory);
    await page.comment('Reply 2');
    expect(page.texts).to.deep.equal(['Question?', 'Reply 1', 'Reply 2']);
    await page.press('Load more replies');
    await waitFor(() => expect(page.texts).to.have.length(6));
    await waitFor(() => expect(page.focused?.textContent).to.contain('Reply 3'));
    expect(page.heard).to.include(en.repliesLoaded(3, '3'));
  });

  it('says so when further replies cannot be loaded, and tries again', async () => {
    const replies = Array.from({ length: 3 }, (_, index) => comment(`Reply ${index + 1}`, { parentId: 'Question-' }));
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [comment('Question?'), ...replies],
        repliesPerComment: 1,
        faults: ({ method, attempt }) => (method === 'list' && attempt === 2 ? new AdapterError('timeout') : undefined),
      }),
    );
    await page.press('Load more replies');
    expect(await page.alert()).to.contain(en.repliesFailed(en.causes.timeout));
    await page.press('Try again');
    await waitFor(() => expect(page.texts).to.have.length.above(2));
  });
});

describe('a reply', () => {
  afterEach(unmountAll);

  it('is written in place, posted below what it answers, and found there by its writer', async () => {
    const memory = memoryAdapter(talk);
    const page = await CommentsPage.open(memory);
    const submitted = page.listen('comments-submit');
    const box = await startReply(page, 'Question?', 'Ann');
    await waitFor(() => expect(page.isFocused(box)).to.equal(true));
    await page.write('My answer.', box);
    await page.press('Post reply');
    await waitFor(() => expect(page.texts).to.deep.equal(['Question?', 'Answer.', 'My answer.', 'Another matter.']));
    expect(page.all('textbox', en.yourReply('Ann'))).to.have.length(0);
    await waitFor(() => expect(page.focused?.textContent).to.contain('My answer.'));
    expect(submitted.map(({ comment: posted }) => posted?.parentId)).to.deep.equal(['Question-']);
    expect(page.heard).to.include(en.replyOutcomes.published);
    expect(memory.posted('pier').map(({ parentId }) => parentId)).to.deep.equal(['Question-']);
  });

  it('keeps its text when it fails, says why, and is posted once', async () => {
    const memory = memoryAdapter({
      ...talk,
      faults: ({ method, attempt }) =>
        method === 'submit' && attempt === 1 ? new AdapterError('network', '', { stored: 'no' }) : undefined,
    });
    const page = await CommentsPage.open(memory);
    const box = (await startReply(page, 'Question?', 'Ann')) as HTMLTextAreaElement;
    await page.write('Do not lose me.', box);
    await page.press('Post reply');
    expect(await page.alert()).to.equal(`${en.replyOutcomes.postFailed(en.causes.network)} ${en.draftSaved}`);
    expect(box.value).to.equal('Do not lose me.');
    await page.press('Try again');
    await waitFor(() => expect(memory.posted('pier')).to.have.length(1));
  });

  it('has a draft of its own, which closing it keeps and opening it brings back', async () => {
    const page = await CommentsPage.open(memoryAdapter(talk));
    const box = await startReply(page, 'Question?', 'Ann');
    await page.write('Half a thought', box);
    box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await waitFor(() => expect(page.all('textbox', en.yourReply('Ann'))).to.have.length(0));
    const other = (await startReply(page, 'Another matter.', 'Cyd')) as HTMLTextAreaElement;
    expect(other.value).to.equal('');
    const again = (await startReply(page, 'Question?', 'Ann')) as HTMLTextAreaElement;
    await waitFor(() => expect(again.value).to.equal('Half a thought'));
    expect(page.textBox.value, 'the main form is another place').to.equal('');
  });

  it('comes back with its text after a reload', async () => {
    const page = await CommentsPage.open(memoryAdapter(talk));
    const box = await startReply(page, 'Question?', 'Ann');
    await page.write('Still here.', box);
    page.element.remove();
    const again = await CommentsPage.open(memoryAdapter(talk));
    const found = (await replyBox(again, 'Ann')) as HTMLTextAreaElement;
    await waitFor(() => expect(found.value).to.equal('Still here.'));
    expect(again.focused, 'nobody has turned to it').to.equal(null);
  });

  it('stays closed once its writer has closed it, also when the backend is asked again who is reading', async () => {
    const memory = memoryAdapter(talk);
    // A backend over the network names the viewer anew in each response.
    const { adapter, to } = watched({
      ...memory,
      open: async (...args) => structuredClone(await memory.open(...args)),
    });
    const page = await CommentsPage.open(adapter);
    await page.write('Half a thought', await startReply(page, 'Question?', 'Ann'));
    await page.press('Reply', await page.comment('Question?'));
    const report = await page.startReport('Another matter.');
    page.element.reload();
    await waitFor(() => expect(to('open')).to.have.length(2));
    await nextTask();
    await page.element.updateComplete;
    expect(page.all('textbox', en.yourReply('Ann'))).to.have.length(0);
    expect(report.isConnected, 'what is open beside it').to.equal(true);
  });

  it('closes no other form when a closed reply opens again after its writer signs in', async () => {
    const memory = memoryAdapter({ ...talk, account: { id: 'dee', name: 'Dee' } });
    const report: CommentsAdapter['report'] = () => Promise.reject(new AdapterError('sign-in-required'));
    const page = await CommentsPage.open({ ...memory, report });
    await page.write('Half a thought', await startReply(page, 'Question?', 'Ann'));
    await page.press('Reply', await page.comment('Question?'));
    const form = await page.startReport('Another matter.');
    await page.choose(en.reasons.spam);
    await page.press('Send report');
    await page.press('Sign in', form);
    await page.find('textbox', en.yourReply('Ann'));
    expect(form.isConnected, 'the report').to.equal(true);
    expect(page.get('radio', en.reasons.spam, { checked: true })).to.exist;
  });

  it('says so when what it answers is edited or removed meanwhile', async () => {
    const memory = memoryAdapter(talk);
    const { adapter, followed } = followable(memory);
    const page = await CommentsPage.open(adapter);
    const box = await startReply(page, 'Question?', 'Ann');
    await page.write('Well,', box);
    await followed;
    const [question] = talk.comments as readonly ReturnType<typeof comment>[];
    memory.add('pier', {
      ...question!,
      body: { format: 'text', value: 'Question, reworded?' },
      editedAt: '2026-11-24T12:00:00Z',
    });
    await page.says(en.parentEdited);
    memory.add('pier', {
      ...question!,
      status: 'hidden',
      body: { format: 'text', value: '' },
      editedAt: '2026-11-24T12:01:00Z',
    });
    await page.says(en.parentGone);
    expect((box as HTMLTextAreaElement).value).to.equal('Well,');
  });

  it('has no note about a comment that is as it was, from a backend that sends no status of visible ones', async () => {
    const question = comment('Question?', { author: { id: 'ann', name: 'Ann' } });
    expect(question).not.to.have.property('status');
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [question] }),
      submit: async () => ({ outcome: 'published' }),
    });
    const box = await startReply(page, 'Question?', 'Ann');
    await page.write('Well,', box);
    await page.says('Your draft is saved.');
    expect(page.isSaying('The comment you’re replying to')).to.equal(false);
  });

  it('keeps its text when the discussion closes meanwhile', async () => {
    const memory = memoryAdapter(talk);
    const { adapter, followed } = followable(memory);
    const page = await CommentsPage.open(adapter);
    const box = await startReply(page, 'Question?', 'Ann');
    await page.write('Too late', box);
    await followed;
    memory.close('pier');
    await page.find('button', 'Copy text');
    expect((box as HTMLTextAreaElement).value).to.equal('Too late');
    expect((box as HTMLTextAreaElement).readOnly).to.equal(true);
    expect(page.all('button', 'Reply')).to.have.length(0);
  });

  it('is gone from its form, too, where that was closed and opened again while it was sent', async () => {
    const { promise, release } = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter(talk), 'submit', promise));
    await page.write('My answer.', await startReply(page, 'Question?', 'Ann'));
    await page.press('Post reply');
    await page.press('Reply', await page.comment('Question?'));
    await startReply(page, 'Question?', 'Ann');
    release();
    await page.comment('My answer.');
    await waitFor(() => expect(page.all('textbox', en.yourReply('Ann'))).to.have.length(0));
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('My answer.');
  });

  it('closes no other form that its writer has opened at the same comment meanwhile', async () => {
    const { promise, release } = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter(talk), 'submit', promise));
    await page.write('My answer.', await startReply(page, 'Question?', 'Ann'));
    await page.press('Post reply');
    const report = await page.startReport('Question?');
    await page.choose(en.reasons.spam);
    release();
    await page.comment('My answer.');
    await waitFor(() => expect(page.heard).to.include(en.replyOutcomes.published));
    await nextTask();
    expect(report.isConnected).to.equal(true);
    expect(page.get('radio', en.reasons.spam, { checked: true })).to.exist;
  });

  it('asks for a text by its own name', async () => {
    const page = await CommentsPage.open(memoryAdapter(talk));
    await startReply(page, 'Question?', 'Ann');
    await page.press('Post reply');
    await page.find('textbox', en.yourReply('Ann'), { description: new RegExp(en.replyMissing) });
  });

  it('leaves the form above as it is, which wakes when somebody turns to it', async () => {
    const guests = { posting: { guest: { name: { required: true } } } };
    const page = await CommentsPage.open(memoryAdapter({ ...talk, info: guests }));
    await page.findTextBox();
    const { height } = page.textBox.form!.getBoundingClientRect();
    await startReply(page, 'Question?', 'Ann');
    await page.find('textbox', 'Name');
    expect(page.textBox.form!.getBoundingClientRect().height).to.equal(height);
    await page.press('Post comment');
    await page.says(en.bodyMissing);
    await waitFor(() => expect(page.all('textbox', 'Name')).to.have.length(2));
  });

  it('asks no guest twice who they are', async () => {
    const info = { posting: { guest: { name: { required: true }, email: { required: false } } } };
    const page = await CommentsPage.open(memoryAdapter({ ...talk, info }));
    await page.write('Hello.', await page.findTextBox());
    await page.write('Grace', await page.find('textbox', 'Name'));
    await startReply(page, 'Question?', 'Ann');
    const names = async (count: number): Promise<string[]> =>
      waitFor(() => {
        const boxes = page.all('textbox', 'Name') as HTMLInputElement[];
        expect(boxes).to.have.length(count);
        return boxes.map(({ value }) => value);
      });
    expect(await names(2)).to.deep.equal(['Grace', 'Grace']);
    await page.write('Grace H.', page.all('textbox', 'Name')[1]);
    await startReply(page, 'Another matter.', 'Cyd');
    expect(await names(3), 'the newest is what counts').to.deep.equal(['Grace', 'Grace H.', 'Grace H.']);
  });

  it('is offered nowhere in a closed discussion, nor by an adapter that takes no comments', async () => {
    const closed = await CommentsPage.open(memoryAdapter({ ...talk, info: { state: 'closed' } }));
    await closed.comment('Answer.');
    expect(closed.all('button', 'Reply')).to.have.length(0);
    const readOnly = await CommentsPage.open(memoryAdapter({ ...talk, without: ['submit'] }));
    await readOnly.comment('Answer.');
    expect(readOnly.all('button', 'Reply')).to.have.length(0);
  });

  it('is seen at once below what it answers while it is on its way', async () => {
    const gate = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter(talk), 'submit', gate.promise));
    const box = await startReply(page, 'Question?', 'Ann');
    await page.write('On my way.', box);
    await page.press('Post reply');
    await waitFor(() => {
      const rows = page.all('listitem').map(({ textContent }) => textContent ?? '');
      expect(rows.findIndex((text) => text.includes('On my way.') && text.includes(en.sending))).to.equal(2);
    });
    gate.release();
    await waitFor(() => expect(page.texts).to.include('On my way.'));
  });
});

describe('what the page has put into the forms', () => {
  afterEach(unmountAll);

  it('is in the form that is written in, and back in the first when the reply’s is gone', async () => {
    const page = await CommentsPage.open(
      memoryAdapter(talk),
      {},
      { content: '<span slot="composer-end">I am a captcha</span>' },
    );
    const captcha = page.element.querySelector('span')!;
    const isIn = (box: HTMLElement): boolean =>
      Boolean(captcha.assignedSlot && box.closest('form')?.contains(captcha.assignedSlot));
    await page.beginToWrite();
    expect(isIn(page.textBox)).to.equal(true);
    const box = await startReply(page, 'Question?', 'Ann');
    await waitFor(() => expect(isIn(box), 'with the reply').to.equal(true));
    page.textBox.focus();
    expect(isIn(page.textBox), 'with the comment').to.equal(true);
    box.focus();
    expect(isIn(box), 'with the reply again').to.equal(true);
    await page.press('Cancel', await page.comment('Question?'));
    await waitFor(() => expect(isIn(page.textBox), 'when the reply is given up').to.equal(true));
  });
});
