import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import type { CommentsActionEvent } from '../../src/elements/events.js';
import en from '../support/english.js';
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

  for (const [how, answer] of [
    ['has taken it', ({ release }: Slow) => release()],
    ['has refused', ({ fail }: Slow) => fail(new DOMException('No.', 'NotAllowedError'))],
  ] as const) {
    it(`shows nothing in the menu of another comment, opened before the browser ${how}`, async () => {
      const slow = held();
      clipboard(() => slow.promise);
      const page = await copy();
      const actions = page.listen('comments-action');
      await page.press(en.more, await page.comment('Comment 1'));
      await page.find('button', en.copyLink);
      answer(slow);
      await waitFor(() => expect(actions.map(({ action }) => action)).to.include('copy-link'));
      await page.element.updateComplete;
      expect(isConfirmed(page)).to.equal(false);
      expect(page.all('textbox', en.linkRefused)).to.deep.equal([]);
    });
  }

  it('leaves the link to the reader while a reply to another comment is closed', async () => {
    clipboard(() => Promise.reject(new DOMException('No.', 'NotAllowedError')));
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
    const other = await page.comment('Comment 1');
    await page.press('Reply', other);
    const box = await page.find('textbox', /^Your reply/);
    await page.press(en.more, await page.comment('Comment 2'));
    await page.press(en.copyLink, await page.comment('Comment 2'));
    const field = await page.find('textbox', en.linkRefused);
    await page.press('Reply', other);
    await waitFor(() => expect(box.isConnected).to.equal(false));
    expect(field.isConnected).to.equal(true);
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

describe('sharing a comment', () => {
  const actions: string[] = [];
  const record = ({ action, outcome }: CommentsActionEvent): number => actions.push(`${action} ${outcome}`);

  beforeEach(() => {
    actions.length = 0;
    document.addEventListener('comments-action', record);
  });
  afterEach(() => {
    document.removeEventListener('comments-action', record);
    unmountAll();
    for (const name of ['share', 'clipboard']) Reflect.deleteProperty(navigator, name);
  });

  const define = (name: 'share' | 'clipboard', value: unknown): unknown =>
    Object.defineProperty(navigator, name, { value, configurable: true });

  async function openMore(): Promise<CommentsPage> {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
    await page.press(en.more, await page.comment('Comment 2'));
    return page;
  }

  it('opens the dialog of the device with the link and the title of the article', async () => {
    const shared: ShareData[] = [];
    define('share', async (data: ShareData) => void shared.push(data));
    const page = await openMore();
    const article = await page.comment('Comment 2');
    const permalink = article.querySelector<HTMLAnchorElement>('a[part=permalink]')!.href;
    await page.press('Share', article);
    await waitFor(() => expect(actions).to.include('share done'));
    expect(shared).to.deep.equal([{ title: document.title, url: permalink }]);
  });

  it('is offered only where the device has such a dialog', async () => {
    define('share', undefined);
    Reflect.deleteProperty(navigator, 'share');
    const page = await openMore();
    await page.find('button', en.copyLink);
    expect(page.all('button', /^Share/)).to.have.length('share' in navigator ? 1 : 0);
  });

  it('leaves everything as it is when the reader closes the dialog', async () => {
    define('share', () => Promise.reject(new DOMException('', 'AbortError')));
    const page = await openMore();
    await page.press('Share', await page.comment('Comment 2'));
    await page.press('Reply', await page.comment('Comment 2'));
    await waitFor(() => expect(actions).to.include('open-reply done'));
    expect(actions.filter((action) => /share|copy/.test(action))).to.deep.equal([]);
  });

  it('copies the link where the browser refuses', async () => {
    const copied: string[] = [];
    define('share', () => Promise.reject(new DOMException('', 'NotAllowedError')));
    define('clipboard', { writeText: async (text: string) => void copied.push(text) });
    const page = await openMore();
    await page.press('Share', await page.comment('Comment 2'));
    await page.says(en.linkCopied);
    expect(copied).to.have.length(1);
    expect(actions).to.deep.equal(['open-more done', 'share failed', 'copy-link done']);
  });
});
