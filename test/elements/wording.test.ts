/** One word for one act, and the name of a thing where it has the focus. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment, held, heldUp } from '../support/fake-backend.js';
import { changeable, editor, mine, theirs } from './changeable.js';

describe('what readers are told', () => {
  afterEach(unmountAll);

  it('announces a reply held for review as a reply, and moves the focus to it', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({
        comments: [comment('Hello.')],
        viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada' } },
        moderate: () => ({ outcome: 'pending' }),
      }),
    );
    await page.press('Reply', await page.comment('Hello.'));
    await page.write('To Tom.', await page.find('textbox', en.yourReply('Tom')));
    await page.press('Post reply');
    await waitFor(() => expect(page.heard).to.include(en.replyOutcomes.held));
    expect(page.heard).not.to.include(en.held);
    const reply = await page.find('article', new RegExp(en.replyBy('Ada', 'Tom')));
    await waitFor(() => expect(page.isFocused(reply)).to.equal(true));
  });

  it('announces saving an edit and deleting a comment by their own verbs', async () => {
    const gate = held();
    const page = await CommentsPage.open(heldUp(heldUp(changeable(), 'edit', gate.promise), 'remove', gate.promise));
    await page.press('Edit', await page.comment('Mine.'));
    await page.write('Mine, changed.', await page.find('textbox', en.yourEdit));
    await page.press('Save');
    await page.find('button', en.saving);
    await waitFor(() => expect(page.heard).to.include(en.saving));
    gate.release();
    await page.comment('Mine, changed.');
    const again = held();
    page.element.adapter = heldUp(changeable(), 'remove', again.promise);
    await page.press('Delete', await page.comment('Mine.'));
    await page.press('Delete', await page.find('group', en.removal.author.question));
    await page.find('button', en.removal.author.removing);
    await waitFor(() => expect(page.heard).to.include(en.removal.author.removing));
    again.release();
    await waitFor(() => expect(page.heard).to.include(en.removal.author.removed));
    expect(page.heard).not.to.include(en.sending);
  });

  it('has one word for what a moderator does, and another for what authors do', async () => {
    const can = { edit: true, remove: true };
    const page = await CommentsPage.open(
      changeable({ viewer: editor }, [
        { ...theirs, can },
        { ...mine, author: editor.author ?? null, can },
      ]),
    );
    for (const [text, word, { question, removed }] of [
      ['Theirs.', 'Remove', en.removal.editors],
      ['Mine.', 'Delete', en.removal.author],
    ] as const) {
      const article = await page.comment(text);
      expect(page.all('button', word === 'Remove' ? 'Delete' : 'Remove', article)).to.have.length(0);
      await page.press(word, article);
      await page.press(word, await page.find('group', question));
      await page.says(removed);
    }
  });

  it('names whose comment a moderator edits', async () => {
    const can = { edit: true };
    const page = await CommentsPage.open(
      changeable({ viewer: editor }, [
        { ...theirs, author: { id: 'tom', name: 'Tom' }, can },
        { ...mine, author: editor.author ?? null, can },
      ]),
    );
    await page.press('Edit', await page.comment('Theirs.'));
    await page.find('textbox', en.editOf('Tom'));
    await page.press('Edit', await page.comment('Mine.'));
    await page.find('textbox', en.yourEdit);
  });

  it('names optional fields with a space before the remark', async () => {
    const guest = { name: { required: true }, email: { required: false } };
    const page = await CommentsPage.open({
      ...memoryAdapter({ info: { posting: { guest } }, comments: [comment('Hello.')] }),
    });
    await page.beginToWrite();
    await page.find('textbox', 'Email (optional)');
    await page.startReport('Hello.');
    await page.find('textbox', `${en.reportDetail} (optional)`);
  });

  it('shows the state of the draft apart from who is posting and how to sign out', async () => {
    const account = { id: 'ada', name: 'Ada' };
    const page = await CommentsPage.open(memoryAdapter({ account, viewer: { state: 'signed-in', author: account } }));
    await page.turnToForm();
    await page.write('Half a thought.');
    const saved = await page.says(en.draftSaved);
    expect(saved.textContent).not.to.contain('Ada');
    expect(saved.contains(await page.find('button', 'Sign out'))).to.equal(false);
    const who = await page.says('Posting as Ada');
    expect(who.textContent).to.equal('Posting as Ada');
  });
});
