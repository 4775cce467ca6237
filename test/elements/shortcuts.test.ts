/** With real keys, as a reader presses them. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { forget } from '../../src/elements/page/preferences.js';
import en from '../support/english.js';
import { comment, comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { neverHappens } from '../support/never-happens.js';
import { typeText } from '../support/type-text.js';
import { sendKeys } from '../support/keys.js';

const press = (key: string): Promise<void> => sendKeys({ press: key });

const at = (page: CommentsPage, text: string): Promise<unknown> =>
  waitFor(() => {
    expect(page.focused?.localName).to.equal('article');
    expect(page.focused?.querySelector('.body')?.textContent).to.equal(text);
  });

async function open(attributes: Readonly<Record<string, string>> = {}, content?: string): Promise<CommentsPage> {
  const page = await CommentsPage.open(
    memoryAdapter({ comments: comments(5) }),
    attributes,
    content === undefined ? {} : { content },
  );
  await page.comment('Comment 1');
  page.get('heading', /Comments/).focus();
  return page;
}

async function help(page: CommentsPage): Promise<HTMLElement> {
  await press('?');
  return page.find('dialog', en.shortcuts);
}

describe('keyboard shortcuts', () => {
  afterEach(unmountAll);

  it('moves by shortcut from one comment to the next and back', async () => {
    const page = await open();
    await press('j');
    await at(page, 'Comment 1');
    await press('j');
    await at(page, 'Comment 2');
    await press('j');
    await at(page, 'Comment 3');
    await press('k');
    await at(page, 'Comment 2');
  });

  it('moves by shortcut from the comment that contains the focus', async () => {
    const page = await open();
    page.all('button', 'Report as abuse', await page.comment('Comment 3'))[0]?.focus();
    await press('k');
    await at(page, 'Comment 2');
  });

  it('moves by shortcut from the last comment to the button for more of them', async () => {
    const page = await open({ 'page-size': '2' });
    await press('j');
    await at(page, 'Comment 1');
    await press('j');
    await at(page, 'Comment 2');
    await press('j');
    await waitFor(() => expect(page.isFocused(page.get('button', en.loadMore))).to.equal(true));
  });

  it('scrolls to the comment that a shortcut leads to', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(40) }), { 'page-size': '40' });
    await page.comment('Comment 40');
    page.section.querySelector<HTMLElement>('#comment-Comment-39 > article')?.focus();
    scrollTo(0, 0);
    await press('j');
    await at(page, 'Comment 40');
    await waitFor(() => {
      const { top, bottom } = (page.focused as Element).getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight).to.equal(true);
    });
  });

  it('moves by shortcut to new comments, and announces when there are no more', async () => {
    const page = await open();
    await press('j');
    await at(page, 'Comment 1');
    // What a row has whose comment came after the last visit.
    for (const id of ['Comment-2', 'Comment-4']) page.section.querySelector(`#comment-${id}`)?.classList.add('unread');
    await press('n');
    await at(page, 'Comment 2');
    await press('n');
    await at(page, 'Comment 4');
    await press('n');
    await waitFor(() => expect(page.heard).to.deep.equal([en.noneNew]));
    await at(page, 'Comment 4');
  });

  it('begins a reply by shortcut without typing its letter, and returns to that reply', async () => {
    const page = await open();
    await press('j');
    await at(page, 'Comment 1');
    await press('r');
    const box = (await page.find('textbox', en.yourReply('Tom'))) as HTMLTextAreaElement;
    await waitFor(() => expect(page.isFocused(box)).to.equal(true));
    expect(box.value).to.equal('');
    await typeText('jr');
    expect(box.value, 'a text field is no place for shortcuts').to.equal('jr');
    page.section.querySelector<HTMLElement>('#comment-Comment-1 > article')?.focus();
    await press('r');
    await waitFor(() => expect(page.isFocused(page.get('textbox', en.yourReply('Tom')))).to.equal(true));
    expect(box.value).to.equal('jr');
  });

  it('folds the replies to a comment by shortcut, and announces it', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ comments: [comment('First.'), comment('Reply.', { parentId: 'First-' })] }),
    );
    await page.comment('Reply.');
    page.get('heading', /Comments/).focus();
    await press('j');
    await at(page, 'First.');
    await press('c');
    await waitFor(() => expect(page.texts).to.deep.equal(['First.']));
    await waitFor(() => expect(page.heard).to.deep.equal([en.showReplies(1, '1')]));
    await at(page, 'First.');
    await press('c');
    await page.comment('Reply.');
  });

  it('ignores shortcuts outside the section', async () => {
    const page = await open();
    (document.activeElement as HTMLElement).blur();
    await press('j');
    const other = await CommentsPage.open(memoryAdapter({ comments: comments(2) }));
    await other.comment('Comment 2');
    other.get('heading', /Comments/).focus();
    await press('j');
    await at(other, 'Comment 1');
    expect(page.focused).to.equal(null);
  });

  it('ignores shortcuts in content that the page has put into the section', async () => {
    const page = await open({}, '<div slot="policy"><a href="#rules">Rules</a></div>');
    const link = page.element.querySelector('a');
    link?.focus();
    await press('j');
    await press('?');
    await page.turnToForm();
    link?.focus();
    expect(document.activeElement === link).to.equal(true);
    expect(page.all('dialog')).to.deep.equal([]);
  });

  it('leaves letters to a menu that has the focus, where they choose an order', async () => {
    const page = await open();
    const menu = await page.find('combobox', en.order);
    // The code is loaded.
    await press('j');
    await at(page, 'Comment 1');
    menu.focus();
    await press('j');
    await neverHappens(() => (page.isFocused(menu) ? [] : [page.focused]));
    await press('?');
    await neverHappens(() => page.all('dialog'));
  });

  for (const modifier of ['Control', 'Alt', 'Meta']) {
    it(`leaves keys with ${modifier} to the browser`, async () => {
      const page = await open();
      const heading = page.get('heading', /Comments/);
      const event = new KeyboardEvent('keydown', {
        key: 'j',
        bubbles: true,
        composed: true,
        cancelable: true,
        ctrlKey: modifier === 'Control',
        altKey: modifier === 'Alt',
        metaKey: modifier === 'Meta',
      });
      heading.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    });
  }

  it('lists the shortcuts, and gives the focus back when the list is closed', async () => {
    const page = await open();
    await press('j');
    await at(page, 'Comment 1');
    const list = await help(page);
    expect(list.textContent).to.contain(en.shortcutKeys.n);
    await press('j');
    await press('Escape');
    await waitFor(() => expect(page.all('dialog')).to.deep.equal([]));
    await at(page, 'Comment 1');
  });

  it('switches shortcuts off for good, and on again through "More"', async () => {
    const page = await open();
    await help(page);
    (await page.find('switch', en.useShortcuts)).click();
    await page.press(en.close);
    await waitFor(() => expect(page.all('dialog')).to.deep.equal([]));
    page.element.remove();

    const later = await open();
    await press('j');
    await later.press(en.more, await later.comment('Comment 1'));
    await later.press(en.shortcuts, await later.comment('Comment 1'));
    const toggle = (await later.find('switch', en.useShortcuts)) as HTMLInputElement;
    expect(toggle.checked).to.equal(false);
    toggle.click();
    await later.press(en.close);
    const opener = later.all('button', en.shortcuts, await later.comment('Comment 1'))[0];
    await waitFor(() => expect(later.isFocused(opener)).to.equal(true));
    await press('j');
    await at(later, 'Comment 2');
  });

  it('can be switched off where the browser keeps nothing, for as long as the page is open', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Blocked.', 'SecurityError');
    };
    const page = await open();
    await help(page);
    (await page.find('switch', en.useShortcuts)).click();
    await page.press(en.close);
    await waitFor(() => expect(page.all('dialog')).to.deep.equal([]));
    await press('j');
    await page.press(en.more, await page.comment('Comment 1'));
    await page.press(en.shortcuts, await page.comment('Comment 1'));
    expect(((await page.find('switch', en.useShortcuts)) as HTMLInputElement).checked).to.equal(false);
    Storage.prototype.setItem = setItem;
    forget('shortcuts');
  });
});
