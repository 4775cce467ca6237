import { expect } from '@open-wc/testing';
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
import { comments } from './backend.js';
import { CommentsPage, unmountAll, waitFor } from './comments-page.js';

describe('copying the link to a comment', () => {
  afterEach(() => {
    unmountAll();
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  /** A browser whose clipboard takes a text as told. */
  const clipboard = (writeText: (text: string) => Promise<void>): unknown =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });

  /** Whether it is to be seen that the link is copied. */
  const isConfirmed = (page: CommentsPage): boolean =>
    [...page.section.querySelectorAll('article *')].some((element) => element.textContent === en.linkCopied && element.checkVisibility());

  async function copy(): Promise<CommentsPage> {
    const page = await CommentsPage.open(createMemoryAdapter({ comments: comments(2) }));
    await page.press(en.more, await page.comment('Comment 2'));
    await page.press(en.copyLink, await page.comment('Comment 2'));
    return page;
  }

  it('is confirmed beside the button, which keeps the focus, and is read out', async () => {
    const copied: string[] = [];
    clipboard(async (text) => void copied.push(text));
    const page = await copy();
    await waitFor(() => expect(isConfirmed(page)).to.equal(true));
    expect(page.isFocused(page.get('button', en.copyLink))).to.equal(true);
    await waitFor(() => expect(page.heard).to.deep.equal([en.linkCopied]));
    expect(copied).to.deep.equal([`${location.href}#comment-Comment-2`]);
  });

  it('is not confirmed for ever', async () => {
    clipboard(async () => {});
    const page = await copy();
    await waitFor(() => expect(isConfirmed(page)).to.equal(true));
    await page.press(en.more, await page.comment('Comment 2'));
    await page.press(en.more, await page.comment('Comment 2'));
    await page.find('button', en.copyLink);
    expect(isConfirmed(page)).to.equal(false);
  });

  it('leaves the link to the reader, selected, where the browser refuses', async () => {
    clipboard(async () => {
      throw new DOMException('No.', 'NotAllowedError');
    });
    const page = await copy();
    const field = (await page.find('textbox', en.linkRefused)) as HTMLInputElement;
    await waitFor(() => expect(page.isFocused(field)).to.equal(true));
    expect(field.value).to.equal(`${location.href}#comment-Comment-2`);
    expect(field.selectionEnd).to.equal(field.value.length);
    expect(field.readOnly).to.equal(true);
  });
});
