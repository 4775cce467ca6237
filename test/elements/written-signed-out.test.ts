/** A text that was written before its writer signed in, in each way that people do that. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import type { Viewer } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import { OtherTab } from '../support/other-tab.js';

const grace = { id: 'grace', name: 'Grace' };
const asGrace: Viewer = { state: 'signed-in', author: grace };
const call = { signal: new AbortController().signal };

const paper = (viewer?: Viewer): MemoryAdapter =>
  memoryAdapter({ account: grace, viewer, comments: [comment('Hello.')] });

/** The page before the reader has signed in, with a text in the form. */
async function written(text: string, adapter = paper()): Promise<CommentsPage> {
  const page = await CommentsPage.open(adapter);
  await page.turnToForm();
  await page.write(text);
  await page.says(en.draftSaved);
  return page;
}

/** Grace has a text of her own in this tab, and signs out. */
async function leaveDraftOfGrace(text: string): Promise<void> {
  const page = await written(text, paper(asGrace));
  page.element.remove();
}

describe('what was written signed out', () => {
  afterEach(unmountAll);

  it('stays in the form when the reader signs in on the page around it', async () => {
    const adapter = paper();
    const page = await written('Before.', adapter);
    await adapter.signIn?.(call);
    await page.says('Posting as Grace');
    expect(page.textBox.value).to.equal('Before.');
  });

  it('stands in the form when the reader has signed in on another page, or in another tab', async () => {
    const before = await written('Before.');
    before.element.remove();
    const page = await CommentsPage.open(paper(asGrace));
    await waitFor(() => expect(page.textBox.value).to.equal('Before.'));
  });

  it('stands in the form of a reply, too', async () => {
    const before = await CommentsPage.open(paper());
    await before.press('Reply', await before.comment('Hello.'));
    await before.write('To Tom.', await before.find('textbox', en.yourReply('Tom')));
    await before.says(en.draftSaved);
    before.element.remove();
    const page = await CommentsPage.open(paper(asGrace));
    await waitFor(() =>
      expect((page.get('textbox', en.yourReply('Tom')) as HTMLTextAreaElement).value).to.equal('To Tom.'),
    );
  });

  it('is offered beside a draft of the account, and can be used', async () => {
    await leaveDraftOfGrace('As Grace.');
    const before = await written('Before.');
    before.element.remove();
    const page = await CommentsPage.open(paper(asGrace));
    await waitFor(() => expect(page.textBox.value).to.equal('As Grace.'));
    await page.says(en.keptSignedOut);
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Before.'));
    await page.says(en.keptEarlier);
    expect(page.isSaying(en.keptSignedOut)).to.equal(false);
  });

  it('can be discarded instead, and that be undone', async () => {
    await leaveDraftOfGrace('As Grace.');
    const before = await written('Before.');
    before.element.remove();
    const page = await CommentsPage.open(paper(asGrace));
    await page.says(en.keptSignedOut);
    await page.press(en.discardKept);
    await page.says(en.draftDiscarded);
    expect(page.isSaying(en.keptSignedOut)).to.equal(false);
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Undo'));
    await page.press('Undo');
    await page.says(en.keptSignedOut);
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal(en.showKept));
    await page.press(en.discardKept);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(page.textBox.value).to.equal('As Grace.');
    const stored = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
    expect(stored).to.contain('As Grace.');
    expect(stored).not.to.contain('Before.');
  });

  it('offers a signed-out text of another tab without naming its writer or a way to discard it', async () => {
    new OtherTab().leave('Somebody’s.');
    const page = await CommentsPage.open(paper(asGrace));
    await page.says(en.keptSignedOutElsewhere);
    expect(page.textBox.value).to.equal('');
    expect(page.all('button', en.discardKept)).to.have.length(0);
    await page.press(en.showKept);
    await waitFor(() => expect(page.textBox.value).to.equal('Somebody’s.'));
  });

  it('is offered when the reader signs in on the page around a form that nobody has turned to', async () => {
    const adapter = paper();
    const page = await CommentsPage.open(adapter);
    await page.comment('Hello.');
    new OtherTab().leave('Somebody’s.');
    await adapter.signIn?.(call);
    await page.says(en.keptSignedOutElsewhere);
  });

  it('offers a guest the text of another tab as a draft, without mentioning a sign-in', async () => {
    const first = await written('One.');
    first.element.remove();
    new OtherTab().leave('Two.');
    const page = await CommentsPage.open(paper());
    await page.says(en.keptElsewhere);
    expect(page.isSaying(en.keptSignedOutElsewhere)).to.equal(false);
  });
});
