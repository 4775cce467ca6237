import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import en from '../../src/locales/en.js';
import { comment, comments, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

describe('a comment that has an address elsewhere', () => {
  afterEach(unmountAll);

  /** The links that "More" offers at a comment of this address. */
  async function links(permalink: string): Promise<readonly HTMLElement[]> {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('One.', { permalink })] }));
    const article = await page.comment('One.');
    await page.press(en.more, article);
    await page.find('button', en.copyLink);
    return page.all('link', /View/, article);
  }

  it('can be looked at there', async () => {
    const [link, ...others] = await links('https://bsky.example/profile/ada/post/3k');
    expect(others).to.deep.equal([]);
    expect(link?.textContent).to.equal('View on bsky.example');
    expect(link?.getAttribute('href')).to.equal('https://bsky.example/profile/ada/post/3k');
    expect(link?.getAttribute('rel')).to.contain('noopener');
  });

  it('is no link where that is the page’s own site, or no address of a page', async () => {
    expect(await links(`${location.origin}/articles/42#c1`)).to.deep.equal([]);
    expect(await links('javascript:alert(1)')).to.deep.equal([]);
    expect(await links('mailto:ada@example.com')).to.deep.equal([]);
  });
});

describe('copying the link to a comment', () => {
  afterEach(() => {
    unmountAll();
    delete (navigator as { clipboard?: unknown }).clipboard;
  });

  /** A browser whose clipboard takes a text as told. */
  const clipboard = (writeText: (text: string) => Promise<void>): unknown =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });

  type Slow = ReturnType<typeof held<void>>;

  /** Whether it is to be seen that the link is copied. */
  const isConfirmed = (page: CommentsPage): boolean =>
    [...page.section.querySelectorAll('article *')].some(
      (element) => element.textContent === en.linkCopied && element.checkVisibility(),
    );

  async function copy(): Promise<CommentsPage> {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
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

  for (const [how, answer] of [
    ['takes the link', ({ release }: Slow) => release()],
    ['refuses', ({ fail }: Slow) => fail(new DOMException('No.', 'NotAllowedError'))],
  ] as const) {
    it(`leaves a reply open that was begun before the browser ${how}`, async () => {
      const slow = held();
      clipboard(() => slow.promise);
      const page = await copy();
      const actions = page.listen('comments-action');
      await page.press('Reply', await page.comment('Comment 2'));
      const box = await page.find('textbox', en.yourReply('Tom'));
      await page.write('Begun.', box);
      answer(slow);
      await waitFor(() => expect(actions.map(({ action }) => action)).to.include('copy-link'));
      await page.element.updateComplete;
      expect(page.all('textbox', en.yourReply('Tom'))).to.have.length(1);
      expect(page.isFocused(box)).to.equal(true);
    });
  }

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
