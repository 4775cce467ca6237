/**
 * What is typed before the form's own code is on the page. The first test must be the first to open a section, because
 * the code, once fetched, is there for good.
 */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { blockStorage } from '../support/block-storage.js';
import en from '../support/english.js';
import type { Viewer } from '../../src/model/adapter.js';
import { comment, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { OtherTab } from '../support/other-tab.js';

/** How long the server of the tests takes for the code that the section has asked for says nothing about the section. */
const codeOfForm = () =>
  Promise.all([
    import('../../src/elements/composing/composer.js'),
    import('../../src/model/discussion/discussion-writer.js'),
    import('../../src/model/posting/stored-comment.js'),
  ]);

describe('text that is typed before the form’s code has arrived', () => {
  afterEach(unmountAll);

  for (const time of ['first', 'again'] as const) {
    const when = time === 'first' ? 'in the first section of a page' : 'in a later one, whose code another has fetched';

    it(`is posted ${when}`, async () => {
      const page = await CommentsPage.open(memoryAdapter());
      await page.findTextBox();
      page.type('Early.');
      page.get('button', 'Post comment').click();
      await codeOfForm();
      await page.comment('Early.');
      await page.says(en.published);
    });

    it(`is kept as a draft ${when}`, async () => {
      const memory = memoryAdapter();
      const page = await CommentsPage.open(memory, { discussion: time });
      await page.findTextBox();
      page.type('Early.');
      await page.says(en.draftSaved);
      page.element.remove();
      const later = await CommentsPage.open(memory, { discussion: time });
      await waitFor(() => expect(later.textBox.value).to.equal('Early.'));
    });
  }

  it('is not posted when it was changed after the button had been pressed', async () => {
    const { adapter, to } = watched(memoryAdapter());
    const page = await CommentsPage.open(adapter, { discussion: 'hasty' });
    await page.findTextBox();
    page.type('Pressed.');
    page.get('button', 'Post comment').click();
    page.type('Changed since.');
    await page.formIsAwake();
    await page.says(en.draftSaved);
    expect(page.textBox.value).to.equal('Changed since.');
    expect(to('submit')).to.have.length(0);
  });

  it('is counted where it is too long, without another key', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ info: { posting: { max: { value: 10, unit: 'graphemes' } } } }),
    );
    await page.findTextBox();
    page.type(`${'👍🏽'.repeat(10)}!`);
    await page.says(en.charactersOver(1, '1'));
  });

  it('does not cost a keyboard user the button, which is drawn anew when the code arrives', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.findTextBox();
    page.type('Early.');
    page.get('button', 'Post comment').focus();
    await page.formIsAwake();
    expect(page.isFocused(page.get('button', 'Post comment'))).to.equal(true);
  });

  it('stays with its article when that changes at the same moment', async () => {
    const memory = memoryAdapter();
    const page = await CommentsPage.open(memory, { discussion: 'one' });
    await page.findTextBox();
    page.type('About one.');
    page.element.discussion = 'two';
    await page.element.updateComplete;
    await page.turnToForm();
    expect(page.textBox.value).to.equal('');
    page.element.discussion = 'one';
    await waitFor(() => expect(page.textBox.value).to.equal('About one.'));
  });

  it('is kept for its article where the browser stores nothing', async () => {
    const restore = [blockStorage('localStorage'), blockStorage('sessionStorage')];
    try {
      const memory = memoryAdapter();
      const page = await CommentsPage.open(memory, { discussion: 'not stored' });
      await page.findTextBox();
      page.type('Only on this page.');
      page.element.discussion = 'another';
      await page.element.updateComplete;
      await waitFor(() => expect(page.textBox.value).to.equal(''));
      page.element.discussion = 'not stored';
      await waitFor(() => expect(page.textBox.value).to.equal('Only on this page.'));
    } finally {
      for (const one of restore) one();
    }
  });

  it('stays in the box when another tab has kept a text meanwhile, which is offered', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.findTextBox();
    new OtherTab().leave('Begun in another tab.');
    page.type('Early.');
    await page.formIsAwake();
    await page.says(en.keptElsewhere);
    expect(page.textBox.value).to.equal('Early.');
  });

  it('is kept from the first key on, whether or not the code ever comes', async () => {
    const page = await CommentsPage.open(memoryAdapter(), { discussion: 'kept at once' });
    await page.findTextBox();
    page.type('Early.');
    expect(JSON.stringify({ ...localStorage })).to.contain('Early.');
    expect(JSON.stringify({ ...sessionStorage })).to.contain('Early.');
    page.type('');
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.to.contain('Early.');
  });

  it('stays in its box, with the cursor where it is, when the backend names the same viewer again', async () => {
    const viewer: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
    let nameAgain = (): void => undefined;
    const page = await CommentsPage.open({
      ...memoryAdapter({ viewer, comments: [comment('Hello.')] }),
      onViewerChange(onChange) {
        nameAgain = () => onChange(structuredClone(viewer));
        return () => undefined;
      },
    });
    await page.press('Reply', await page.comment('Hello.'));
    const reply = (await page.find('textbox', en.yourReply('Tom'))) as HTMLTextAreaElement;
    for (const box of [page.textBox, reply]) {
      page.type('Early.', box);
      box.setSelectionRange(2, 2);
    }
    nameAgain();
    await page.element.updateComplete;
    for (const box of [page.textBox, reply]) {
      expect(box.value).to.equal('Early.');
      expect(box.selectionStart).to.equal(2);
    }
  });

  it('goes along when its writer signs in, and leaves no copy for the next guest', async () => {
    const memory = memoryAdapter({ account: { id: 'ada', name: 'Ada' } });
    const page = await CommentsPage.open(memory, { discussion: 'signed in early' });
    await page.findTextBox();
    page.type('Begun as a guest');
    await memory.signIn?.({ signal: new AbortController().signal });
    const drafts = (): readonly string[] =>
      Object.keys(localStorage).filter((key) => localStorage.getItem(key)?.includes('Begun as a guest'));
    await waitFor(() => expect(drafts()).to.have.length(1));
    expect(drafts()[0]).to.contain('ada');
    await page.formIsAwake();
    expect(page.textBox.value).to.equal('Begun as a guest');
    expect(drafts()).to.have.length(1);
  });

  it('does not replace what another tab has written under the same draft meanwhile', async () => {
    const page = await CommentsPage.open(memoryAdapter());
    await page.findTextBox();
    const other = new OtherTab();
    page.type('Begun');
    other.rewrite('Begun', 'Begun, and finished there');
    page.type('Begun, and finished here');
    expect(other.texts()).to.have.members(['Begun, and finished here', 'Begun, and finished there']);
  });

  it('is not lost when the section is taken off the page at the same moment', async () => {
    const memory = memoryAdapter();
    const page = await CommentsPage.open(memory);
    await page.findTextBox();
    page.type('Nearly gone.');
    page.element.remove();
    const later = await CommentsPage.open(memory);
    await waitFor(() => expect(later.textBox.value).to.equal('Nearly gone.'));
  });
});
