/** Signing in and saying who one is: nothing to remember, to work out or to copy by hand. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';

/** The fields that are to be seen, but for the comment itself. */
const fields = (page: CommentsPage): HTMLInputElement[] =>
  [...page.section.querySelectorAll('input')].filter((field) => field.checkVisibility());

/** Pastes as a browser does: unless something prevents it, the text is in the field. */
function paste(text: string, field: HTMLInputElement | HTMLTextAreaElement): void {
  field.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  const options = { bubbles: true, composed: true, cancelable: true };
  if (!field.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData }))) return;
  if (!field.dispatchEvent(new InputEvent('beforeinput', { ...options, inputType: 'insertFromPaste', data: text })))
    return;
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
}

describe('who a reader is', () => {
  afterEach(unmountAll);

  it('is asked by one button that leads to the site’s own sign-in, without a field or a riddle', async () => {
    const account = { id: 'grace', name: 'Grace' };
    const page = await CommentsPage.open(
      memoryAdapter({ account, comments: [comment('First.')], info: { posting: { who: 'signed-in' } } }),
    );
    await page.turnToForm();
    await page.write('Hello.');
    const button = await page.find('button', 'Sign in to post');
    expect(fields(page).map(({ name }) => name)).to.deep.equal([]);
    expect(page.section.querySelectorAll('img, canvas, [part~=challenge], [part~=captcha]')).to.have.length(0);
    button.click();
    await page.says('Posting as Grace');
    expect(fields(page).map(({ name }) => name)).to.deep.equal([]);
  });

  it('can be pasted and filled in by the browser, and nothing else is asked of a guest', async () => {
    const guest = { name: { required: true }, email: { required: true } };
    const memory = memoryAdapter({ info: { posting: { guest } } });
    const page = await CommentsPage.open(memory);
    await page.beginToWrite();
    await waitFor(() => expect(page.get('textbox', /^Email/)).to.exist);
    const purposes = fields(page)
      .filter(({ type }) => type !== 'checkbox')
      .map(({ type, autocomplete, readOnly }) => [type, autocomplete, readOnly]);
    expect(purposes).to.deep.equal([
      ['text', 'name', false],
      ['email', 'email', false],
    ]);
    paste('A comment from elsewhere.', page.textBox);
    paste('Ada', page.get('textbox', /^Name/) as HTMLInputElement);
    paste('ada@mail.example', page.get('textbox', /^Email/) as HTMLInputElement);
    await page.press('Post comment');
    await page.comment('A comment from elsewhere.');
    expect((await page.comment('A comment')).querySelector('[part~=author]')?.textContent?.trim()).to.equal('Ada');
  });
});
