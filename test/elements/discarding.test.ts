import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import { OtherTab } from '../support/other-tab.js';
import { changeable } from './changeable.js';

const keptDrafts = (): readonly string[] =>
  [localStorage, sessionStorage].flatMap((storage) => Object.keys(storage).filter((key) => key.includes('draft')));

const leavePage = (): void => void dispatchEvent(new PageTransitionEvent('pagehide'));

/** A section with a text in it that is saved. */
async function written(text: string): Promise<CommentsPage> {
  const page = await CommentsPage.open(memoryAdapter());
  await page.turnToForm();
  await page.write(text);
  await page.says(en.draftSaved);
  return page;
}

describe('discarding a draft', () => {
  afterEach(unmountAll);

  it('is said, and undone with the text, the focus and the caret where they were', async () => {
    const page = await written('Never mind.');
    page.textBox.setSelectionRange(3, 5);
    await page.press('Discard');
    expect(page.textBox.value).to.equal('');
    expect(page.isFocused(page.textBox)).to.equal(true);
    await page.says(en.draftDiscarded);
    await waitFor(() => expect(page.heard.filter((said) => said === en.draftDiscarded)).to.have.length(1));
    await page.press('Undo');
    await waitFor(() => expect(page.isFocused(page.textBox)).to.equal(true));
    expect(page.textBox.value).to.equal('Never mind.');
    expect([page.textBox.selectionStart, page.textBox.selectionEnd]).to.deep.equal([3, 5]);
    expect(page.isSaying(en.draftDiscarded)).to.equal(false);
    await page.says(en.draftSaved);
    page.element.remove();
    const later = await CommentsPage.open(memoryAdapter());
    await waitFor(() => expect(later.textBox.value).to.equal('Never mind.'));
  });

  it('takes the draft from the device at once, and from the tab when the reader leaves', async () => {
    const page = await written('Never mind.');
    await page.press('Discard');
    expect(new OtherTab().texts(), 'no other tab offers it').to.deep.equal([]);
    expect(keptDrafts(), 'it can be undone').to.have.length(1);
    leavePage();
    expect(keptDrafts()).to.deep.equal([]);
    await waitFor(() => expect(page.all('button', 'Undo')).to.have.length(0));
  });

  it('leaves what another tab has made of the draft on the device', async () => {
    const page = await written('Shared by two tabs.');
    const other = new OtherTab();
    const key = other.rewrite('Shared by two tabs.', 'Changed in the other tab.');
    await page.press('Discard');
    await page.says(en.draftDiscarded);
    expect(localStorage.getItem(key)).to.contain('Changed in the other tab.');
    expect(other.texts()).to.deep.equal(['Changed in the other tab.']);
  });

  it('is final once something else is written', async () => {
    const page = await written('Never mind.');
    await page.press('Discard');
    await page.says(en.draftDiscarded);
    await page.write('Better.');
    await waitFor(() => expect(page.isSaying(en.draftDiscarded)).to.equal(false));
    await page.says(en.draftSaved);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('Never mind.');
  });

  it('is final when the section is taken off the page, and not when it is only moved', async () => {
    const page = await written('Never mind.');
    await page.press('Discard');
    document.body.append(page.element);
    await page.says(en.draftDiscarded);
    await page.press('Undo');
    await waitFor(() => expect(page.textBox.value).to.equal('Never mind.'));
    await page.press('Discard');
    page.element.remove();
    await waitFor(() => expect(keptDrafts()).to.deep.equal([]));
  });

  it('can be undone in a reply, which stays open for that', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('Hello.')] }));
    await page.press('Reply', await page.comment('Hello.'));
    const box = (await page.find('textbox', en.yourReply('Tom'))) as HTMLTextAreaElement;
    await page.write('To Tom.', box);
    await page.press('Discard');
    expect(box.value).to.equal('');
    expect(page.isFocused(box)).to.equal(true);
    await page.press('Undo');
    expect(box.value).to.equal('To Tom.');
    await page.press('Discard');
    await page.press('Cancel', await page.comment('Hello.'));
    expect(page.all('textbox', en.yourReply('Tom'))).to.have.length(0);
    await waitFor(() => expect(keptDrafts()).to.deep.equal([]));
  });

  it('can be undone when an edit is cancelled', async () => {
    const page = await CommentsPage.open(changeable());
    await page.press('Edit', await page.comment('Mine.'));
    const findBox = async (): Promise<HTMLTextAreaElement> =>
      (await page.find('textbox', en.yourEdit)) as HTMLTextAreaElement;
    await waitFor(async () => expect((await findBox()).value).to.equal('Mine.'));
    await page.write('Mine, changed.', await findBox());
    (await findBox()).setSelectionRange(2, 2);
    await page.press('Cancel');
    await page.says(en.theirsTaken);
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Undo'));
    await page.press('Undo');
    expect((await findBox()).value).to.equal('Mine, changed.');
    expect((await findBox()).selectionStart).to.equal(2);
    expect(page.isFocused(await findBox())).to.equal(true);
    await page.press('Save');
    await page.comment('Mine, changed.');
  });

  it('leaves an edit at once where nothing was changed', async () => {
    const page = await CommentsPage.open(changeable());
    await page.press('Edit', await page.comment('Mine.'));
    await page.find('textbox', en.yourEdit);
    await page.press('Cancel');
    expect(page.isSaying(en.theirsTaken)).to.equal(false);
    expect(page.all('textbox', en.yourEdit)).to.have.length(0);
  });

  it('can be undone when the discussion has closed while it was written', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.turnToForm();
    await page.write('Too late.');
    page.element.closed = true;
    await page.says(en.closedWhileWriting);
    await page.press('Discard');
    await page.says(en.draftDiscarded);
    await page.press('Undo');
    await waitFor(() => expect(page.textBox.value).to.equal('Too late.'));
    await page.says(en.closedWhileWriting);
    await page.press('Discard');
    await page.press('Close');
    await waitFor(() => expect(page.all('textbox')).to.have.length(0));
    expect(keptDrafts()).to.deep.equal([]);
  });
});
