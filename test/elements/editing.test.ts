import { expect } from '@open-wc/testing';
import en from '../support/english.js';
import { AdapterError, type Comment, type CommentsAdapter, type Edit, type Viewer } from '../../src/model/adapter.js';
import { held, heldUp, watched } from '../support/fake-backend.js';
import { ada, changeable, editor, failing, mine, pressKey, theirs } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { FakeClock } from '../support/fake-clock.js';
import { nextTask } from '../support/next-task.js';
import { neverHappens } from '../support/never-happens.js';

const row = (page: CommentsPage): HTMLElement => {
  const [found] = page.all('article', 'Ada');
  if (!found) throw new Error('There is no comment of Ada’s.');
  return found;
};

const box = (page: CommentsPage): HTMLTextAreaElement => page.get('textbox', en.yourEdit) as HTMLTextAreaElement;

/** Opens the form of the reader's own comment. */
async function startEdit(adapter: CommentsAdapter): Promise<CommentsPage> {
  const page = await CommentsPage.open(adapter);
  await page.comment('Mine.');
  await page.press('Edit', row(page));
  await page.find('textbox', en.yourEdit);
  return page;
}

async function change(page: CommentsPage, text: string): Promise<void> {
  await page.write(text, box(page));
}

const editOf = (to: (method: string) => { args: readonly unknown[] }[]): Edit[] =>
  to('edit').map(({ args }) => args[1] as Edit);

const closesWithFocus = (page: CommentsPage): Promise<unknown> =>
  waitFor(() => {
    expect(page.all('textbox', en.yourEdit)).to.have.length(0);
    expect(page.isFocused(page.all('button', 'Edit', row(page))[0])).to.equal(true);
  });

describe('editing one’s own comment', () => {
  afterEach(unmountAll);

  it('is offered at one’s own comments only', async () => {
    const page = await CommentsPage.open(changeable());
    await page.comment('Mine.');
    expect(page.all('button', 'Edit')).to.have.length(1);
    expect(page.all('button', 'Edit', row(page))).to.have.length(1);
  });

  it('opens in place with the text as it was typed, and takes the focus', async () => {
    const page = await startEdit(
      changeable({}, [{ ...mine, body: { format: 'html', value: '<p>Mine.</p>' }, source: 'Mine, *typed*.' }]),
    );
    expect(box(page).value).to.equal('Mine, *typed*.');
    await waitFor(() => expect(page.isFocused(box(page))).to.equal(true));
    expect(page.get('button', 'Edit').getAttribute('aria-expanded')).to.equal('true');
  });

  it('says that the text is on its way, and takes the focus when it is there', async () => {
    const gate = held<string>();
    const page = await CommentsPage.open({ ...changeable(), source: () => gate.promise });
    await page.press('Edit');
    await page.says(en.sourceLoading);
    gate.release('From afar.');
    await page.find('textbox', en.yourEdit);
    expect(box(page).value).to.equal('From afar.');
    await waitFor(() => expect(page.isFocused(box(page))).to.equal(true));
  });

  it('leaves the focus where the reader has gone meanwhile', async () => {
    const gate = held<string>();
    const page = await CommentsPage.open({ ...changeable(), source: () => gate.promise });
    await page.press('Edit');
    await page.says(en.sourceLoading);
    const other = page.all('button', /\bRecommend/, await page.comment('Theirs.'))[0];
    other?.focus();
    gate.release('From afar.');
    await page.find('textbox', en.yourEdit);
    expect(page.isFocused(other)).to.equal(true);
  });

  it('asks for the text again where the section was off the page before it had come', async () => {
    const texts = [held<string>().promise, Promise.resolve('Mine, *typed*.')];
    const page = await CommentsPage.open({ ...changeable(), source: () => texts.shift()! });
    await page.comment('Mine.');
    await page.press('Edit', row(page));
    await page.says(en.sourceLoading);
    await waitFor(() => expect(texts, 'the first is being loaded').to.have.length(1));
    page.element.remove();
    await nextTask();
    document.body.append(page.element);
    await page.find('textbox', en.yourEdit);
    expect(box(page).value).to.equal('Mine, *typed*.');
  });

  it('says that the text could not be loaded, and tries again', async () => {
    let isDown = true;
    const backend = { ...changeable(), source: async () => 'From afar.' };
    const page = await CommentsPage.open(failing(backend, 'source', new AdapterError('network'), () => isDown));
    await page.press('Edit');
    expect(await page.alert()).to.contain('We couldn’t load the comment. We couldn’t reach the site.');
    isDown = false;
    await page.press('Try again');
    await page.find('textbox', en.yourEdit);
    await waitFor(() => expect(page.isFocused(box(page))).to.equal(true));
  });

  it('saves once, says so, tells the page afterwards and gives the focus back', async () => {
    const gate = held();
    const { adapter, to } = watched(heldUp(changeable(), 'edit', gate.promise));
    const page = await startEdit(adapter);
    const edits = page.listen('comments-edit');
    await change(page, 'Mine, changed.');
    await page.press('Save');
    const busy = await page.findBusyButton();
    busy.click();
    expect(box(page).readOnly).to.equal(true);
    await neverHappens(() => edits);
    gate.release();
    await closesWithFocus(page);
    await page.comment('Mine, changed.');
    expect(edits.map(({ comment }) => comment.body.value)).to.deep.equal(['Mine, changed.']);
    expect(page.heard).to.include('Your changes are saved.');
    expect(editOf(to)).to.deep.equal([{ id: mine.id, body: 'Mine, changed.', revision: '1' }]);
    expect(Object.keys(localStorage).filter((key) => key.includes('draft'))).to.have.length(0);
  });

  it('saves with Ctrl+Enter in the text, and closes where nothing was changed', async () => {
    const { adapter, to } = watched(changeable());
    const page = await startEdit(adapter);
    pressKey('Enter', box(page), { ctrlKey: true });
    await closesWithFocus(page);
    expect(to('edit')).to.have.length(0);
    await page.press('Edit');
    await page.find('textbox', en.yourEdit);
    await change(page, 'By keyboard.');
    pressKey('Enter', box(page), { ctrlKey: true });
    await page.comment('By keyboard.');
    expect(to('edit')).to.have.length(1);
  });

  it('wants some text, and counts as the composer does', async () => {
    const { adapter, to } = watched(changeable({ posting: { max: { value: 10, unit: 'chars' } } }));
    const page = await startEdit(adapter);
    await change(page, ' ');
    await page.press('Save');
    await page.find('textbox', en.yourEdit, { description: new RegExp(en.bodyMissing) });
    expect(page.isFocused(box(page))).to.equal(true);
    await change(page, 'Mine, longer.');
    await page.find('textbox', en.yourEdit, { description: new RegExp(en.charactersOver(3, '3')) });
    await waitFor(() => expect(page.heard).to.include(en.charactersOver(3, '3')));
    await page.press('Save');
    expect(box(page).getAttribute('aria-invalid')).to.equal('true');
    await neverHappens(() => to('edit'));
  });

  it('keeps the text when saving fails, says why, and tries again', async () => {
    let isDown = true;
    const page = await startEdit(failing(changeable(), 'edit', new AdapterError('network'), () => isDown));
    const errors = page.listen('comments-error');
    await change(page, 'Mine, changed.');
    await page.press('Save');
    expect(await page.alert()).to.equal(
      'We couldn’t reach the site, so we can’t tell whether this was done. It’s safe to try again. Your draft is saved.',
    );
    expect(box(page).value).to.equal('Mine, changed.');
    expect(errors.map(({ action }) => action)).to.deep.equal(['edit']);
    isDown = false;
    await page.press('Try again');
    await page.comment('Mine, changed.');
  });

  it('signs in where the session is over, with the text kept', async () => {
    let isOver = true;
    const page = await startEdit({
      ...failing(changeable(), 'edit', new AdapterError('session-expired'), () => isOver),
      signIn: async () => {
        isOver = false;
        return ada;
      },
    });
    const wanted = page.listen('comments-sign-in');
    await change(page, 'Mine, changed.');
    await page.press('Save');
    await page.press('Sign in');
    await waitFor(() => expect(page.heard).to.include('You’re signed in as Ada.'));
    expect(wanted.map(({ purpose }) => purpose)).to.deep.equal([{ action: 'edit', id: mine.id }]);
    expect(box(page).value).to.equal('Mine, changed.');
    await page.press('Save');
    await page.comment('Mine, changed.');
  });

  it('has the text of the comment again where the session ends before a key is pressed', async () => {
    let viewer: Viewer = ada;
    let tell: ((next: Viewer) => void) | undefined;
    const becomes = (next: Viewer): void => tell?.((viewer = next));
    const { adapter, to } = watched({
      ...changeable(),
      open: async () => ({ state: 'open', viewer }),
      onViewerChange: (onChange) => ((tell = onChange), () => {}),
    } satisfies CommentsAdapter);
    const page = await startEdit(adapter);
    becomes({ state: 'anonymous' });
    await page.find('textbox', en.editOf('Ada'));
    becomes(ada);
    await page.find('textbox', en.yourEdit);
    expect(box(page).value).to.equal('Mine.');
    await change(page, 'Mine, changed.');
    await page.press('Save');
    await page.comment('Mine, changed.');
    expect(editOf(to)).to.deep.equal([{ id: mine.id, body: 'Mine, changed.', revision: '1' }]);
  });

  it('closes with Escape and keeps what was typed, also over a reload', async () => {
    const first = await startEdit(changeable());
    await change(first, 'Half a thought');
    pressKey('Escape', box(first));
    await closesWithFocus(first);
    await first.press('Edit');
    await first.find('textbox', en.yourEdit);
    expect(box(first).value).to.equal('Half a thought');
    first.element.remove();
    const second = await startEdit(changeable());
    expect(box(second).value).to.equal('Half a thought');
  });

  it('gives the change up with Cancel', async () => {
    const page = await startEdit(changeable());
    await change(page, 'Half a thought');
    await page.press('Cancel');
    await page.press('Close');
    await closesWithFocus(page);
    await page.press('Edit');
    await page.find('textbox', en.yourEdit);
    expect(box(page).value).to.equal('Mine.');
  });

  it('is over, too, where the form was closed and opened again while the text was saved', async () => {
    const gate = held();
    const page = await startEdit(heldUp(changeable(), 'edit', gate.promise));
    await change(page, 'Mine, changed.');
    await page.press('Save');
    await page.press('Edit', row(page));
    await waitFor(() => expect(page.all('textbox', en.yourEdit)).to.have.length(0));
    await page.press('Edit', row(page));
    expect(((await page.find('textbox', en.yourEdit)) as HTMLTextAreaElement).value).to.equal('Mine, changed.');
    gate.release();
    await closesWithFocus(page);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.to.contain('Mine, changed.');
  });

  it('says what became of it when the form was closed before the answer came', async () => {
    const gate = held();
    const page = await startEdit(heldUp(changeable(), 'edit', gate.promise));
    const edits = page.listen('comments-edit');
    await change(page, 'Mine, changed.');
    await page.press('Save');
    await page.press('Edit');
    gate.release();
    await waitFor(() => expect(edits).to.have.length(1));
    await page.comment('Mine, changed.');
    expect(page.heard).to.include('Your changes are saved.');
  });
});

describe('editing what somebody else has changed meanwhile', () => {
  afterEach(unmountAll);

  async function conflict(): Promise<{
    page: CommentsPage;
    to: ReturnType<typeof watched>['to'];
    saved: () => string;
  }> {
    const backend = changeable();
    const { adapter, to } = watched(backend);
    const page = await startEdit(adapter);
    backend.change(mine.id, { body: { format: 'text', value: 'Corrected by an editor.' } });
    await change(page, 'Corrected by me.');
    await page.press('Save');
    await page.says(en.theirVersion);
    return { page, to, saved: () => backend.at(mine.id).body.value };
  }

  it('shows both texts and asks which is to stay', async () => {
    const { page, saved } = await conflict();
    expect(await page.alert()).to.equal(
      'This comment has changed since you started. Which version do you want to keep?',
    );
    expect(box(page).value).to.equal('Corrected by me.');
    expect(page.section.querySelector('[part=theirs]')?.textContent).to.contain('Corrected by an editor.');
    expect(page.isFocused(page.get('button', 'Keep my version'))).to.equal(true);
    expect(saved()).to.equal('Corrected by an editor.');
  });

  it('keeps mine', async () => {
    const { page, to } = await conflict();
    await page.press('Keep my version');
    await page.comment('Corrected by me.');
    expect(editOf(to).map(({ revision }) => revision)).to.deep.equal(['1', '2']);
  });

  it('keeps mine also where that is the text as it was before both changed it', async () => {
    const { page, to, saved } = await conflict();
    await change(page, 'Mine.');
    await page.press('Keep my version');
    await waitFor(() => expect(page.heard).to.include('Your changes are saved.'));
    await closesWithFocus(page);
    expect(editOf(to).map(({ body, revision }) => [body, revision])).to.deep.equal([
      ['Corrected by me.', '1'],
      ['Mine.', '2'],
    ]);
    expect(saved()).to.equal('Mine.');
    await page.comment('Mine.');
  });

  it('takes theirs', async () => {
    const { page, saved } = await conflict();
    await page.press('Keep current version');
    await page.press('Close');
    await closesWithFocus(page);
    expect(page.heard).to.include('Your changes were discarded.');
    expect(saved()).to.equal('Corrected by an editor.');
    await page.press('Edit');
    await page.find('textbox', en.yourEdit);
    expect(box(page).value).to.equal('Corrected by an editor.');
  });

  it('notices that a draft started from an earlier version', async () => {
    const backend = changeable();
    const first = await startEdit(backend);
    await change(first, 'Half a thought');
    first.element.remove();
    backend.change(mine.id, { body: { format: 'text', value: 'Mine. Corrected.' } });
    const second = await startEdit(backend);
    expect(box(second).value).to.equal('Half a thought');
    await second.press('Save');
    await second.says('This comment has changed since you started. Which version do you want to keep?');
  });
});

describe('the time for editing', () => {
  let clock: FakeClock;
  beforeEach(() => {
    clock = FakeClock.installAt('2026-11-24T12:00:00Z');
  });
  afterEach(() => {
    unmountAll();
    clock.uninstall();
  });

  const until = (editableUntil: string): Comment => ({ ...mine, editableUntil });

  it('is counted down, and spoken of once at the last minute', async () => {
    const page = await startEdit(changeable({}, [until('2026-11-24T12:04:12Z')]));
    await page.says('4:12 left');
    await clock.advance(7_000);
    await page.says('4:05 left');
    expect(page.heard.filter((text) => /left/.test(text))).to.have.length(0);
    await clock.advance(190_000);
    await waitFor(() =>
      expect(page.heard.filter((text) => /left/.test(text))).to.deep.equal([en.timeLeft('1 minute')]),
    );
  });

  it('keeps the text when it ends in the middle, to be copied, and the focus in the form', async () => {
    const { adapter, to } = watched(changeable({}, [until('2026-11-24T12:00:10Z')]));
    const page = await startEdit(adapter);
    await change(page, 'Too slow');
    page.get('button', 'Save').focus();
    await clock.advance(11_000);
    await page.says('The time for editing is over. You can still copy your text.');
    expect(box(page).value).to.equal('Too slow');
    expect(box(page).readOnly).to.equal(true);
    expect(page.all('button', 'Save')).to.have.length(0);
    await page.find('button', 'Copy text');
    expect(page.isFocused(box(page))).to.equal(true);
    await waitFor(() => expect(page.heard).to.include('The time for editing is over. You can still copy your text.'));
    pressKey('Enter', box(page), { ctrlKey: true });
    await neverHappens(() => to('edit'));
    await page.press('Discard');
    await page.press('Close');
    await waitFor(() => expect(page.all('textbox', en.yourEdit)).to.have.length(0));
    expect(row(page).matches(':focus')).to.equal(true);
  });

  it('does not end what is being sent', async () => {
    const gate = held();
    const page = await startEdit(heldUp(changeable({}, [until('2026-11-24T12:00:10Z')]), 'edit', gate.promise));
    await change(page, 'Just in time.');
    await page.press('Save');
    await clock.advance(11_000);
    expect(page.isSaying('The time for editing is over. You can still copy your text.')).to.equal(false);
    gate.release();
    await page.comment('Just in time.');
  });

  for (const [name, now, editableUntil] of [
    ['an hour slow', '2026-11-24T13:00:00Z', '2026-11-24T13:04:12Z'],
    ['an hour fast', '2026-11-24T11:00:00Z', '2026-11-24T11:04:12Z'],
  ] as const)
    it(`is the backend’s, with a machine whose clock is ${name}`, async () => {
      const page = await startEdit(changeable({ now }, [until(editableUntil)]));
      await page.says('4:12 left');
      await change(page, 'Still writing');
      await clock.advance(251_000);
      expect(page.isSaying('The time for editing is over. You can still copy your text.')).to.equal(false);
      await clock.advance(2_000);
      await page.says('The time for editing is over. You can still copy your text.');
    });

  it('ends, too, while the form is away', async () => {
    const backend = changeable({}, [until('2026-11-24T12:00:30Z')]);
    const page = await startEdit({ ...backend, features: { ...backend.features, filters: ['featured'] } });
    await page.says('0:30 left');
    const select = (await page.find('combobox', en.filter)) as HTMLSelectElement;
    const choose = (filter: string): boolean => {
      select.value = filter;
      return select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('featured');
    await page.find('list', en.filters.featured);
    await clock.advance(60_000);
    choose('all');
    await page.says('The time for editing is over. You can still copy your text.');
    expect(box(page).readOnly).to.equal(true);
  });

  it('does not run for moderators', async () => {
    const own = { ...until('2026-11-24T12:00:10Z'), author: editor.author ?? null };
    const page = await CommentsPage.open(changeable({ viewer: editor }, [own]));
    await page.press('Edit');
    await page.find('textbox', en.yourEdit);
    await clock.advance(20_000);
    expect(page.isSaying('left')).to.equal(false);
    expect(page.get('textbox', en.yourEdit).hasAttribute('readonly')).to.equal(false);
  });
});

describe('editing while the comment loses its place', () => {
  afterEach(unmountAll);

  it('keeps the text for copying when the discussion closes', async () => {
    const page = await startEdit(changeable());
    await change(page, 'Too late');
    page.element.closed = true;
    await page.find('button', 'Copy text');
    await page.says('Comments are now closed. You can still copy your text.');
    expect(box(page).value).to.equal('Too late');
    expect(box(page).readOnly).to.equal(true);
    await waitFor(() => expect(page.heard).to.include('Comments are now closed. You can still copy your text.'));
    page.element.closed = false;
    await page.press('Save');
    await page.comment('Too late');
  });

  it('copies the text, and says so', async () => {
    const page = await startEdit(changeable());
    await change(page, 'Too late');
    page.element.closed = true;
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: async (text: string) => void (copied = text) },
    });
    try {
      await page.press('Copy text');
      await waitFor(() => expect(page.announced).to.equal(en.textCopied));
      expect(copied).to.equal('Too late');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('does so, too, when the backend says only in its answer that it is closed', async () => {
    const page = await startEdit(failing(changeable(), 'edit', new AdapterError('closed')));
    await change(page, 'Too late');
    await page.press('Save');
    await page.find('button', 'Copy text');
    expect(box(page).value).to.equal('Too late');
  });

  it('keeps it when the comment is removed', async () => {
    const backend = changeable();
    const page = await startEdit(backend);
    await change(page, 'Pointless');
    backend.change(mine.id, { status: 'hidden' });
    page.element.reload();
    await page.says('This comment has been removed. You can still copy your text.');
    expect(box(page).value).to.equal('Pointless');
    await page.find('button', 'Copy text');
    expect(page.all('article')).to.have.length([mine, theirs].length);
  });
});
