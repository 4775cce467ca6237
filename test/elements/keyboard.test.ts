/** With real keys and nothing else. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { typeText } from '../support/type-text.js';
import { sendKeys } from '../support/keys.js';

/** Presses Tab until what has the focus answers to `name`, as its label, its words or its value. */
async function tabTo(page: CommentsPage, name: string, way: 'on' | 'back' = 'on'): Promise<HTMLElement> {
  for (let step = 0; step < 40; step++) {
    if (way === 'back') await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Tab' });
    if (way === 'back') await sendKeys({ up: 'Shift' });
    const at = page.focused as HTMLInputElement | null;
    const names = [at?.textContent?.trim(), at?.labels?.[0]?.textContent?.trim()];
    if (at && names.some((one) => one === name || one?.startsWith(`${name} (`))) return at;
  }
  throw new Error(`No press of Tab leads to "${name}".`);
}

describe('a reader with nothing but a keyboard', () => {
  afterEach(unmountAll);

  it('posts a comment and goes to it, hearing what happens', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    await page.comment('First.');
    await tabTo(page, 'Your comment');
    await typeText('From the keyboard.');
    await page.formIsAwake();
    await tabTo(page, 'Post comment');
    await sendKeys({ press: 'Enter' });
    await page.comment('From the keyboard.');
    await waitFor(() => expect(page.heard.slice(1)).to.deep.equal([en.published]));
    expect(page.isFocused(page.get('button', 'Post comment')), 'the focus stays where it was').to.equal(true);
    await tabTo(page, en.showComment, 'back');
    await sendKeys({ press: 'Enter' });
    await waitFor(() => expect(page.focused?.textContent).to.contain('From the keyboard.'));
  });

  it('is told of a mistake where it is, and corrects it', async () => {
    const page = await CommentsPage.open(memoryAdapter({ info: { posting: { guest: { name: { required: true } } } } }));
    await page.findTextBox();
    await tabTo(page, 'Your comment');
    await typeText('Hello.');
    await page.formIsAwake();
    await tabTo(page, 'Post comment');
    await sendKeys({ press: 'Enter' });
    const name = await page.find('textbox', 'Name', { description: /\S/ });
    expect(name.getAttribute('aria-invalid')).to.equal('true');
    expect(page.isFocused(page.get('textbox', 'Name'))).to.equal(true);
    await typeText('Grace');
    await sendKeys({ press: 'Enter' });
    await page.find('article', 'Grace');
  });

  it('reports a comment, and is back at its button', async () => {
    const memory = memoryAdapter({ comments: [comment('First.')] });
    const page = await CommentsPage.open(memory);
    await page.comment('First.');
    await tabTo(page, 'Report as abuse');
    await sendKeys({ press: 'Enter' });
    await waitFor(() => expect((page.focused as HTMLInputElement | null)?.value).to.equal('abuse'));
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'ArrowDown' });
    expect((page.get('radio', en.reasons.false) as HTMLInputElement).checked).to.equal(true);
    await tabTo(page, en.reportDetail);
    await typeText('It was 1923.');
    await tabTo(page, 'Send report');
    await sendKeys({ press: 'Enter' });
    await waitFor(() => expect(page.heard.slice(1)).to.deep.equal([en.reportSent('R-1001')]));
    expect(memory.reports('pier').map(({ reason, detail }) => [reason, detail])).to.deep.equal([
      ['false', 'It was 1923.'],
    ]);
    await sendKeys({ press: 'Escape' });
    await waitFor(() => expect(page.isFocused(page.get('button', 'Reported'))).to.equal(true));
  });

  it('leaves the form with Escape, wherever in it the focus is', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    await page.comment('First.');
    await tabTo(page, 'Report as abuse');
    await sendKeys({ press: 'Enter' });
    await page.find('group', en.reportReason);
    await tabTo(page, en.cancel);
    await sendKeys({ press: 'Escape' });
    await waitFor(() => expect(page.isFocused(page.get('button', 'Report as abuse'))).to.equal(true));
  });
});
