import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { AdapterError, type Comment, type Viewer } from '../../src/model/adapter.js';
import { comment, followable, held, heldUp, watched } from '../support/fake-backend.js';
import { failing, pressKey } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const eve: Viewer = { state: 'signed-in', moderator: true, author: { id: 'eve', name: 'Eve' } };
const bo: Viewer = { state: 'signed-in', author: { id: 'bo', name: 'Bo' } };
const fine = comment('Fine.', { id: 'fine', author: { id: 'tom', name: 'Tom' } });
const waiting = comment('Is this all right?', { id: 'w', author: { id: 'ada', name: 'Ada' }, status: 'pending' });

/** The same discussion for several people. */
function backend(
  comments: readonly Comment[] = [fine, waiting],
): (viewer: Viewer, more?: MemoryOptions) => MemoryAdapter {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
  };
  return (viewer, more) => memoryAdapter({ storage, comments, viewer, ...more });
}

async function row(page: CommentsPage, name: string): Promise<HTMLElement> {
  return waitFor(() => {
    const [found] = page.all('article', new RegExp(`^Comment by ${name}`));
    if (!found) throw new Error(`There is no comment by ${name}.`);
    return found;
  });
}

async function more(page: CommentsPage, name: string): Promise<HTMLElement> {
  await page.press(/^More/, await row(page, name));
  return page.find('group', `More actions for ${name}’s comment`);
}

describe('a moderator', () => {
  afterEach(unmountAll);

  it('reads a held comment in place, and what it is', async () => {
    const page = await CommentsPage.open(backend()(eve));
    const held = await row(page, 'Ada');
    expect(held.textContent).to.contain('Is this all right?');
    await waitFor(() => expect(held.textContent).to.contain('Held for review'));
    expect(held.textContent).not.to.contain('Waiting for review: only you can see it');
  });

  it('approves it: everybody reads it, it is announced, and the focus stays here', async () => {
    const of = backend();
    const page = await CommentsPage.open(of(eve));
    await page.press('Approve', await row(page, 'Ada'));
    const done = 'Comment approved. Readers can see it now.';
    await page.says(done);
    await waitFor(() => expect(page.heard).to.contain(done));
    await waitFor(() => expect(page.isFocused(page.get('button', 'Close'))).to.equal(true));
    expect(page.all('button', 'Approve')).to.have.length(0);
    const reader = await CommentsPage.open(of(bo));
    await reader.comment('Is this all right?');
  });

  it('reads what happens where discussions cannot be closed and nobody has written', async () => {
    const { setClosed, ...adapter } = backend()(eve);
    expect(setClosed).to.be.a('function');
    const page = await CommentsPage.open(adapter);
    await page.press('Approve', await row(page, 'Ada'));
    await waitFor(() => expect(page.heard).to.contain('Saving…'));
    await page.find('button', 'Undo');
  });

  it('holds it again with "Undo"', async () => {
    const of = backend();
    const page = await CommentsPage.open(of(eve));
    await page.press('Approve', await row(page, 'Ada'));
    await page.press('Undo', await row(page, 'Ada'));
    await waitFor(() => expect(page.heard).to.contain('The comment is held for review again.'));
    await page.find('button', 'Approve: Ada’s comment');
    await waitFor(() => expect(page.isFocused(page.get('button', 'Approve'))).to.equal(true));
    const reader = await CommentsPage.open(of(bo));
    await reader.comment('Fine.');
    expect(reader.texts).to.deep.equal(['Fine.']);
  });

  it('stays with the comment where another moderator was faster', async () => {
    const of = backend();
    const channel = { channel: 'faster' };
    const { adapter, followed } = followable(of(eve, channel));
    const page = await CommentsPage.open(adapter);
    (await page.find('button', 'Approve: Ada’s comment')).focus();
    await followed;
    await of(eve, channel).approve?.({ key: page.element.discussion ?? '', url: '' }, 'w', {
      signal: new AbortController().signal,
    });
    await waitFor(() => expect(page.all('button', /^Approve/)).to.have.length(0));
    expect(page.isFocused(await row(page, 'Ada'))).to.equal(true);
  });

  it('rejects it', async () => {
    const page = await CommentsPage.open(backend()(eve));
    await page.press('Reject', await row(page, 'Ada'));
    await page.says('Comment rejected.');
    await page.says('This comment wasn’t published.');
  });

  it('is offered no way back where the backend has none', async () => {
    const page = await CommentsPage.open(backend()(eve, { without: ['hold'] }));
    await page.press('Reject', await row(page, 'Ada'));
    await page.says('Comment rejected.');
    expect(page.all('button', 'Undo')).to.have.length(0);
  });

  it('sends once, however often the button is pressed', async () => {
    const { promise, release } = held();
    const { adapter, to } = watched(heldUp(backend()(eve), 'approve', promise));
    const page = await CommentsPage.open(adapter);
    const button = await page.find('button', 'Approve: Ada’s comment');
    button.click();
    button.click();
    await page.says('Saving…');
    button.click();
    release();
    await page.says('Comment approved. Readers can see it now.');
    expect(to('approve').length).to.equal(1);
  });

  it('has the page told of an action whose form was closed before the answer came', async () => {
    const { promise, release } = held();
    const page = await CommentsPage.open(heldUp(backend()(eve), 'approve', promise));
    const actions = page.listen('comments-action');
    await page.press('Approve', await row(page, 'Ada'));
    await page.says('Saving…');
    await more(page, 'Ada');
    release();
    await waitFor(() => expect(actions.map(({ action }) => action)).to.include('approve'));
  });

  it('is told what failed, at the comment, and tries again', async () => {
    let isDown = true;
    const adapter = failing(
      backend()(eve),
      'approve',
      new AdapterError('unavailable', '', { stored: 'no' }),
      () => isDown,
    );
    const page = await CommentsPage.open(adapter);
    const errors = page.listen('comments-error');
    await page.press('Approve', await row(page, 'Ada'));
    expect(await page.alert()).to.contain('Nothing was changed.');
    expect(errors.map(({ action }) => action)).to.deep.equal(['moderate']);
    isDown = false;
    await page.press('Try again', await row(page, 'Ada'));
    await page.says('Comment approved. Readers can see it now.');
  });

  it('tries again with a second press of the same button, also where ids have spaces', async () => {
    let isDown = true;
    const adapter = failing(
      backend([{ ...waiting, id: 'w 1' }])(eve),
      'approve',
      new AdapterError('unavailable', '', { stored: 'no' }),
      () => isDown,
    );
    const page = await CommentsPage.open(adapter);
    await page.press('Approve', await row(page, 'Ada'));
    await page.alert();
    isDown = false;
    await page.press('Approve', await row(page, 'Ada'));
    await page.says('Comment approved. Readers can see it now.');
  });

  it('features a comment from "More", and takes it back', async () => {
    const page = await CommentsPage.open(backend()(eve));
    await more(page, 'Tom');
    await page.press('Feature: Tom’s comment');
    await page.says('The comment is an editors’ pick.');
    expect((await row(page, 'Tom')).textContent).to.contain('Editors’ pick');
    await page.press('Undo');
    await waitFor(() => expect(page.heard).to.contain('The comment is no longer an editors’ pick.'));
    expect((await row(page, 'Tom')).textContent).not.to.contain('Editors’ pick');
  });

  it('hides a comment, still reads it, and shows it again', async () => {
    const of = backend();
    const page = await CommentsPage.open(of(eve));
    await more(page, 'Tom');
    await page.press('Hide from readers: Tom’s comment');
    await page.says('Comment hidden.');
    const hidden = await row(page, 'Tom');
    expect(hidden.textContent).to.contain('Fine.').and.to.contain('Hidden from readers');
    const reader = await CommentsPage.open(of(bo));
    await reader.says('This comment was removed by the editors.');
    expect(reader.section.textContent).not.to.contain('Fine.').and.not.to.contain('Tom');
    await page.press('Close', hidden);
    await more(page, 'Tom');
    await page.press('Show to readers: Tom’s comment');
    await page.says('Readers can see the comment again.');
  });

  it('is asked before a ban, whom, with the focus on what does no harm', async () => {
    const page = await CommentsPage.open(backend()(eve));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.find('group', 'Ban Tom from commenting?', {
      description: 'Banned readers can still read but can’t comment. Their existing comments stay up.',
    });
    await waitFor(() => expect(page.isFocused(page.get('button', 'Cancel'))).to.equal(true));
    // The button that bans does not look like the harmless one.
    const [ban, cancel] = ['Ban Tom', 'Cancel'].map((name) => getComputedStyle(page.get('button', name)).color);
    expect(ban).not.to.equal(cancel);
  });

  it('bans an author, and ends the ban', async () => {
    const of = backend();
    const page = await CommentsPage.open(of(eve));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.press('Ban Tom', await page.find('group', 'Ban Tom from commenting?'));
    await page.says('Tom is banned from commenting.');
    const tom = of({ state: 'signed-in', author: { id: 'tom', name: 'Tom' } });
    const state = () => tom.open({ key: 'pier', url: '' }, { signal: new AbortController().signal });
    expect((await state()).posting?.refusal?.reason).to.equal('banned');
    await page.press('Undo');
    await waitFor(() => expect(page.heard).to.contain('Tom can comment again.'));
    expect((await state()).posting?.refusal).to.equal(undefined);
  });

  it('ends a ban that another moderator has decided on earlier', async () => {
    const of = backend();
    const first = await CommentsPage.open(of(eve));
    await more(first, 'Tom');
    await first.press('Ban Tom');
    await first.press('Ban Tom', await first.find('group', 'Ban Tom from commenting?'));
    await first.says('Tom is banned from commenting.');
    const page = await CommentsPage.open(of({ ...eve, author: { id: 'maren', name: 'Maren' } }));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.says('Tom is banned from commenting.');
    await waitFor(() => expect(page.isFocused(page.get('button', 'Close'))).to.equal(true));
    await page.press('Undo');
    await waitFor(() => expect(page.heard).to.contain('Tom can comment again.'));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.find('group', 'Ban Tom from commenting?');
  });

  it('is told who has banned an author', async () => {
    const page = await CommentsPage.open(backend([{ ...fine, ban: { by: 'Maren Voss' } }])(eve));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.says('Tom is banned from commenting. (Maren Voss)');
  });

  const marks = (page: CommentsPage): readonly boolean[] =>
    page.all('article').map(({ textContent }) => textContent.includes('Banned'));
  const ofTom = [
    fine,
    comment('Fine again.', { id: 'again', author: { id: 'tom', name: 'Tom' } }),
    comment('Hello.', { id: 'hello', author: { id: 'ada', name: 'Ada' } }),
  ];
  const ban = { by: 'Maren Voss' };

  it('sees beside every comment of a banned author that they are banned', async () => {
    const page = await CommentsPage.open(
      backend(ofTom.map((one) => (one.author?.id === 'tom' ? { ...one, ban } : one)))(eve),
    );
    await waitFor(() => expect(marks(page)).to.deep.equal([true, true, false]));
  });

  it('sees the mark at all comments of an author who is banned here, and at none after "Undo"', async () => {
    const page = await CommentsPage.open(backend(ofTom)(eve));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.press('Ban Tom', await page.find('group', 'Ban Tom from commenting?'));
    await waitFor(() => expect(marks(page)).to.deep.equal([true, true, false]));
    await page.press('Undo');
    await waitFor(() => expect(marks(page)).to.deep.equal([false, false, false]));
  });

  it('sees no mark of a ban that has ended, or beside a comment that has lost its author', async () => {
    const ended = { ...ofTom[0]!, ban: { until: '2020-01-01T00:00:00Z' } };
    const nameless = { ...ofTom[1]!, author: null, status: 'deleted' as const, ban };
    const page = await CommentsPage.open(backend([ended, nameless, { ...ofTom[2]!, ban }])(eve));
    await waitFor(() => expect(marks(page).at(-1)).to.equal(true));
    expect(marks(page).filter(Boolean)).to.have.length(1);
  });

  it('does nothing by itself when a form is drawn anew', async () => {
    const { adapter, to } = watched(backend()(eve));
    const page = await CommentsPage.open(adapter);
    await page.press('Approve', await row(page, 'Ada'));
    await page.says('Comment approved. Readers can see it now.');
    page.element.remove();
    document.body.append(page.element);
    await row(page, 'Ada');
    expect(to('approve').length).to.equal(1);
  });

  it('closes the question with Escape', async () => {
    const page = await CommentsPage.open(backend()(eve));
    await more(page, 'Tom');
    await page.press('Ban Tom');
    await page.find('group', 'Ban Tom from commenting?');
    await waitFor(() => expect(page.isFocused(page.get('button', 'Cancel'))).to.equal(true));
    pressKey('Escape', page.focused);
    await waitFor(() => expect(page.all('group', 'Ban Tom from commenting?')).to.have.length(0));
  });

  it('reads the publisher’s own words, and those of a language', async () => {
    const page = await CommentsPage.open(
      backend()(eve),
      { lang: 'en' },
      {
        prepare: (element) => (element.messages = { moderation: { actions: { approve: { label: 'Wave through' } } } }),
      },
    );
    await page.find('button', 'Wave through: Ada’s comment');
    await page.find('button', 'Reject: Ada’s comment');
  });
});

describe('a reader', () => {
  afterEach(unmountAll);

  it('is offered nothing of it', async () => {
    const page = await CommentsPage.open(backend()(bo));
    await more(page, 'Tom');
    expect(page.all('button', /Approve|Reject|Feature|Hide from|Ban/)).to.have.length(0);
    expect(page.texts).to.deep.equal(['Fine.']);
  });

  it('sees no change with an adapter that has none of the methods, even as a moderator', async () => {
    const without = ['approve', 'reject', 'hold', 'feature', 'hide', 'ban'] as const;
    const page = await CommentsPage.open(backend()(eve, { without }));
    await more(page, 'Tom');
    expect(page.all('button', /Approve|Reject|Feature|Hide from|Ban/)).to.have.length(0);
  });

  it('reads no hidden text, whatever the backend sends', async () => {
    const page = await CommentsPage.open({
      open: async () => ({ state: 'open' }),
      list: async () => ({ items: [{ ...fine, status: 'hidden' }] }),
    });
    await page.says('This comment was removed by the editors.');
    expect(page.section.textContent).not.to.contain('Fine.');
  });
});
