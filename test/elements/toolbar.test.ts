import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import ar from '../../src/locales/ar.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import { comment, held, heldUp } from '../support/fake-backend.js';
import { ada, mine } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { engine } from '../support/engine.js';
import { sendKeys } from '../support/keys.js';
import { wholeLocale } from '../support/whole-locale.js';

const MARKDOWN: MemoryOptions = { comments: [comment('One.')], features: { input: 'markdown' } };

async function open(
  options: MemoryOptions = MARKDOWN,
  attributes: Readonly<Record<string, string>> = {},
): Promise<CommentsPage> {
  const page = await CommentsPage.open(memoryAdapter(options), attributes);
  // A space is no text, of which a draft would be saved.
  await page.beginToWrite(' ');
  return page;
}

async function openWith(text: string, options = MARKDOWN): Promise<CommentsPage> {
  const page = await open(options);
  await page.find('toolbar', 'Formatting');
  await page.write(text);
  return page;
}

async function pressWith(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}

const select = (box: HTMLTextAreaElement, words: string): void => {
  const start = box.value.indexOf(words);
  box.setSelectionRange(start, start + words.length);
};

const selected = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): string =>
  value.slice(selectionStart, selectionEnd);

const names = (page: CommentsPage): string[] =>
  [...page.get('toolbar').querySelectorAll('button')].map((button) => button.textContent.trim());

describe('the toolbar of a form', () => {
  afterEach(unmountAll);

  it('is not there for plain text', async () => {
    const page = await open({ comments: [comment('One.')] });
    await page.write('A *text*.');
    await pressWith('Control', 'b');
    expect(page.all('toolbar')).to.have.length(0);
    expect(page.textBox.value).to.equal('A *text*.');
  });

  it('is not there where the page does not want it, nor are its keys', async () => {
    const page = await open(MARKDOWN, { toolbar: 'off' });
    await page.write('A text');
    await pressWith('Control', 'b');
    expect(page.all('toolbar')).to.have.length(0);
    expect(page.textBox.value).to.equal('A text');
  });

  it('comes with the form, below its text box, and not before', async () => {
    const page = await CommentsPage.open(memoryAdapter(MARKDOWN));
    await page.comment('One.');
    await page.turnToForm();
    expect(page.all('toolbar')).to.have.length(0);
    page.type('A');
    await page.element.updateComplete;
    const { height } = page.textBox.getBoundingClientRect();
    const toolbar = await page.find('toolbar', 'Formatting');
    expect(names(page)).to.deep.equal(['Bold', 'Italic', 'Quote', 'Link', 'Preview']);
    expect(toolbar.getAttribute('aria-controls')).to.equal(page.textBox.id);
    expect(page.textBox.getBoundingClientRect().height).to.equal(height);
    expect(page.textBox.getBoundingClientRect().bottom).to.be.at.most(toolbar.getBoundingClientRect().top);
  });

  it('formats what is selected, keeps it selected, and is told once', async () => {
    const page = await openWith('The pier is long');
    const events = page.listen('comments-action');
    select(page.textBox, 'pier');
    await page.press('Bold');
    expect(page.textBox.value).to.equal('The **pier** is long');
    expect(selected(page.textBox)).to.equal('pier');
    expect(page.isFocused(page.textBox)).to.equal(true);
    await page.press('Italic');
    await page.press('Bold');
    expect(page.textBox.value).to.equal('The *pier* is long');
    expect(events.map(({ action }) => action)).to.deep.equal(['toolbar']);
  });

  it('leaves undo to the browser', async () => {
    const page = await openWith('');
    await sendKeys({ type: 'The pier' });
    await page.press('Bold');
    expect(page.textBox.value).to.equal('The **pier**');
    // The key belongs to the menu of Safari, and WebKit's test browser has none.
    if (engine === 'WebKit') document.execCommand('undo');
    else await pressWith('Control', 'z');
    expect(page.textBox.value).to.equal('The pier');
  });

  it('keeps what it has written as a draft', async () => {
    const page = await openWith('The pier');
    await page.press('Bold');
    page.element.remove();
    const again = await CommentsPage.open(memoryAdapter(MARKDOWN));
    await waitFor(() => expect(again.textBox.value).to.equal('The **pier**'));
  });

  it('has keys in the text box', async () => {
    const page = await openWith('The pier');
    for (const key of ['b', 'i', 'k']) await pressWith('Control', key);
    expect(page.textBox.value).to.equal('The ***pier***');
    expect(page.isFocused(await page.find('textbox', 'Link address'))).to.equal(true);
  });

  it('knows its keys on keyboards for other scripts', async () => {
    const page = await openWith('The pier');
    const init = { key: 'и', code: 'KeyB', ctrlKey: true, bubbles: true, composed: true, cancelable: true };
    page.textBox.dispatchEvent(new KeyboardEvent('keydown', init));
    expect(page.textBox.value).to.equal('The **pier**');
  });

  it('is one stop of the Tab key, and arrow keys lead through it', async () => {
    // Without a text there is no draft, whose button would be the next stop as soon as it is saved.
    const page = await openWith('');
    await sendKeys({ press: 'Tab' });
    expect(page.isFocused(page.get('button', 'Bold'))).to.equal(true);
    for (const [key, name] of [
      ['ArrowRight', 'Italic'],
      ['End', 'Preview'],
      ['ArrowRight', 'Bold'],
      ['ArrowLeft', 'Preview'],
      ['Home', 'Bold'],
      ['ArrowRight', 'Italic'],
    ] as const) {
      await sendKeys({ press: key });
      await page.element.updateComplete;
      expect(page.isFocused(page.get('button', name)), name).to.equal(true);
    }
    await waitFor(() => expect(page.get('button', 'Italic').tabIndex).to.equal(0));
    await sendKeys({ press: 'Tab' });
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Post comment'));
    await pressWith('Shift', 'Tab');
    await waitFor(() => expect(page.focused?.textContent?.trim()).to.equal('Italic'));
  });

  it('goes the other way in Arabic', async () => {
    registerLocale(ar);
    const { formatting } = await wholeLocale(ar);
    const page = await CommentsPage.open(memoryAdapter(MARKDOWN), { lang: 'ar' });
    const box = await page.find('textbox', ar.yourComment);
    box.focus();
    await page.write('A', box);
    await page.find('toolbar', formatting.toolbar);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'ArrowLeft' });
    expect(page.isFocused(page.get('button', formatting.italic))).to.equal(true);
  });

  it('asks for the address of a link, and checks it', async () => {
    const page = await openWith('The pier');
    select(page.textBox, 'The pier');
    await page.press('Link');
    const field = (await page.find('textbox', 'Link address')) as HTMLInputElement;
    expect(page.isFocused(field)).to.equal(true);
    await sendKeys({ type: 'javascript:alert(1)' });
    await sendKeys({ press: 'Enter' });
    await page.says('Enter a web address like https://example.com.');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    field.value = '';
    await sendKeys({ type: 'https://pier.example/' });
    await sendKeys({ press: 'Enter' });
    expect(page.textBox.value).to.equal('[The pier](https://pier.example/)');
    expect(page.isFocused(page.textBox)).to.equal(true);
    expect(selected(page.textBox)).to.equal('The pier');
    await waitFor(() => expect(page.all('textbox', 'Link address')).to.have.length(0));
    await page.press('Link');
    expect(page.textBox.value).to.equal('The pier');
  });

  it('forgets a link that is cancelled, by Escape too, and leaves the form of a reply open', async () => {
    const page = await open();
    await page.press('Reply', await page.comment('One.'));
    const box = (await page.find('textbox', /^Your reply/)) as HTMLTextAreaElement;
    await page.write('The pier', box);
    const form = box.closest('form')!;
    for (const leave of [
      () => sendKeys({ press: 'Escape' }),
      () => page.press('Cancel', form.querySelector<HTMLElement>('[part=link-form]')!),
    ]) {
      await page.press('Link', form);
      await page.find('textbox', 'Link address');
      await leave();
      await waitFor(() => expect(page.all('textbox', 'Link address')).to.have.length(0));
      expect(page.isFocused(box)).to.equal(true);
      expect(box.value).to.equal('The pier');
    }
  });

  it('is in the form that edits, in the format of the backend', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ viewer: ada, editWindow: Infinity, comments: [mine], features: { input: 'html' } }),
    );
    await page.press('Edit', await page.comment('Mine.'));
    const box = (await page.find('textbox', /^Edit/)) as HTMLTextAreaElement;
    const form = box.closest('form')!;
    await waitFor(() => expect(page.all('toolbar', undefined, form)).to.have.length(1));
    box.focus();
    select(box, 'Mine');
    await page.press('Bold', form);
    expect(box.value).to.equal('<strong>Mine</strong>.');
    await page.press('Link', form);
    await page.find('textbox', 'Link address');
    await sendKeys({ type: 'https://a.example/' });
    expect(box.value).to.equal('<strong>Mine</strong>.');
    await page.press('Add link', form);
    expect(box.value).to.equal('<strong><a href="https://a.example/">Mine</a></strong>.');
  });

  it('changes nothing while the comment is being sent', async () => {
    const sending = held();
    const page = await CommentsPage.open(heldUp(memoryAdapter(MARKDOWN), 'submit', sending.promise));
    await page.turnToForm();
    await page.write('The pier');
    await page.press('Post comment');
    await page.findBusyButton();
    await page.press('Bold');
    expect(page.textBox.value).to.equal('The pier');
    sending.release();
    await page.comment('The pier');
  });

  it('is listed with the keyboard shortcuts, where it is', async () => {
    for (const [input, isListed] of [
      ['markdown', true],
      ['text', false],
    ] as const) {
      const page = await CommentsPage.open(memoryAdapter({ ...MARKDOWN, features: { input } }));
      (await page.comment('One.')).focus();
      await sendKeys({ press: '?' });
      await page.find('dialog');
      expect(page.all('list', 'Formatting')).to.have.length(isListed ? 1 : 0);
      expect(page.isSaying('Ctrl+K')).to.equal(isListed);
      unmountAll();
    }
  });
});

describe('the preview of a form', () => {
  afterEach(unmountAll);

  it('shows what the list would show, and the text again', async () => {
    const page = await openWith('The **pier** and [a link](https://pier.example/)');
    const events = page.listen('comments-action');
    const box = page.textBox;
    await page.press('Preview');
    const preview = await page.find('group', 'Preview');
    await waitFor(() => expect(preview.querySelector('strong')?.textContent).to.equal('pier'));
    expect(preview.querySelector('a')?.rel).to.equal('ugc nofollow noopener');
    expect(box.checkVisibility()).to.equal(false);
    expect(names(page)).to.deep.equal(['Edit']);
    expect(page.isFocused(page.get('button', 'Edit'))).to.equal(true);
    await waitFor(() => expect(page.heard.at(-1)).to.equal('Preview'));
    await page.press('Edit');
    await waitFor(() => expect(page.heard.at(-1)).to.equal('Your comment'));
    expect(page.isFocused(page.get('button', 'Preview'))).to.equal(true);
    expect(page.textBox).to.equal(box);
    expect(box.checkVisibility()).to.equal(true);
    expect(box.value).to.equal('The **pier** and [a link](https://pier.example/)');
    expect(events.map(({ action }) => action)).to.deep.equal(['preview']);
  });

  it('renders HTML as safely as the list does', async () => {
    const page = await openWith('<b>Bold</b><img src="x" onerror="alert(1)">', {
      ...MARKDOWN,
      features: { input: 'html' },
    });
    await page.press('Preview');
    const preview = await page.find('group', 'Preview');
    await waitFor(() => expect(preview.querySelector('[part=body]')?.innerHTML).to.equal('<b>Bold</b>'));
  });

  for (const [what, text] of [
    ['an empty text', ''],
    ['a text that would show nothing', '>'],
  ] as const)
    it(`says that there is nothing to preview in ${what}`, async () => {
      const page = await openWith(text);
      await page.press('Preview');
      await page.says('Write a comment first.');
      await waitFor(() => expect(page.heard.at(-1)).to.equal('Write a comment first.'));
    });

  it('ends when the comment is posted', async () => {
    const page = await openWith('The **pier**');
    await page.press('Preview');
    await page.find('group', 'Preview');
    await page.press('Post comment');
    await page.comment('The pier');
    await waitFor(() => expect(page.textBox.checkVisibility()).to.equal(true));
    expect(page.textBox.value).to.equal('');
  });

  it('ends when the text is refused, so that it can be changed', async () => {
    const page = await openWith('Hi', { ...MARKDOWN, info: { posting: { min: 20 } } });
    await page.press('Preview');
    await page.find('group', 'Preview');
    await page.press('Post comment');
    await waitFor(() => expect(page.isFocused(page.textBox)).to.equal(true));
  });

  it('ends when the text is discarded', async () => {
    const page = await openWith('The **pier**');
    await page.press('Preview');
    await page.find('group', 'Preview');
    await page.press('Discard');
    await waitFor(() => expect(page.isFocused(page.textBox)).to.equal(true));
  });

  it('is there in the form that edits', async () => {
    const page = await CommentsPage.open(
      memoryAdapter({ ...MARKDOWN, viewer: ada, editWindow: Infinity, comments: [mine] }),
    );
    await page.press('Edit', await page.comment('Mine.'));
    const box = (await page.find('textbox', /^Edit/)) as HTMLTextAreaElement;
    await page.write('*Two*', box);
    await page.press('Preview', box.closest('form')!);
    const preview = await page.find('group', 'Preview');
    await waitFor(() => expect(preview.querySelector('em')?.textContent).to.equal('Two'));
    expect(box.checkVisibility()).to.equal(false);
    await page.press('Save');
    await page.comment('Two');
  });
});
