import { expect } from '@open-wc/testing';
import { AdapterError, type Comment, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, held, heldUp, watched } from '../support/fake-backend.js';
import { ada, changeable, editor, failing, mine, pressKey, theirs, without } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { neverHappens } from '../support/never-happens.js';

const row = (page: CommentsPage, name: string): HTMLElement => {
  const [found] = page.all('article', name);
  if (!found) throw new Error(`There is no comment of ${name}.`);
  return found;
};

/** Opens the question below the reader's own comment. */
async function ask(adapter: CommentsAdapter): Promise<CommentsPage> {
  const page = await CommentsPage.open(adapter);
  await page.comment('Mine.');
  await page.press('Delete', row(page, 'Ada'));
  await page.find('group', 'Delete this comment?');
  return page;
}

const confirm = (page: CommentsPage): Promise<void> => page.press('Delete', page.get('group', 'Delete this comment?'));

describe('deleting one’s own comment', () => {
  afterEach(unmountAll);

  it('asks first, says what will happen, and has the focus on what does no harm', async () => {
    const page = await ask(changeable());
    expect(
      page.get('group', 'Delete this comment?', {
        description: 'No one will be able to read it. You can undo this right afterwards.',
      }),
    ).to.not.equal(null);
    await waitFor(() => expect(page.isFocused(page.get('button', 'Cancel'))).to.equal(true));
  });

  it('says that it is for good where the backend takes nothing back', async () => {
    const page = await ask(without(changeable(), 'restore'));
    await page.find('group', 'Delete this comment?', {
      description: 'No one will be able to read it. You can’t undo this.',
    });
    await confirm(page);
    await page.says('You deleted this comment.');
    expect(page.all('button', 'Undo')).to.have.length(0);
  });

  describe('where the backend takes the replies along', () => {
    const reply = comment('A reply.', { parentId: mine.id });
    const subtree = (comments: readonly Comment[]): CommentsAdapter => ({
      ...changeable({}, comments),
      features: { pollEvery: 0, removal: 'subtree' },
    });
    const saysSo = (page: CommentsPage): boolean =>
      page.all('group', 'Delete this comment?')[0]!.textContent.includes('The replies to it will be deleted, too.');

    it('says so before', async () => {
      const page = await ask(subtree([mine, reply]));
      const description =
        /^No one will be able to read it\. You can undo this right afterwards\.\s+The replies to it will be deleted, too\.$/;
      expect(page.get('group', 'Delete this comment?', { description })).to.not.equal(null);
    });

    it('says so where the replies are still at the backend', async () => {
      const page = await ask(subtree([{ ...mine, replies: { total: 2, next: 'x' } }]));
      expect(saysSo(page)).to.equal(true);
    });

    it('does not speak of replies where there are none', async () => {
      expect(saysSo(await ask(subtree([mine, theirs])))).to.equal(false);
    });
  });

  it('does not speak of replies where they stay', async () => {
    const page = await ask(changeable({}, [mine, comment('A reply.', { parentId: mine.id })]));
    expect(page.isSaying(/The replies to it will be deleted, too\./)).to.equal(false);
  });

  for (const [way, keep] of [
    ['Cancel', (page: CommentsPage) => page.press('Cancel')],
    ['Escape', async (page: CommentsPage) => pressKey('Escape', page.get('button', 'Cancel'))],
  ] as const)
    it(`keeps it with ${way}, and gives the focus back`, async () => {
      const { adapter, to } = watched(changeable());
      const page = await ask(adapter);
      await keep(page);
      await waitFor(() => expect(page.all('group')).to.have.length(0));
      await waitFor(() => expect(page.isFocused(page.all('button', 'Delete', row(page, 'Ada'))[0])).to.equal(true));
      expect(to('remove')).to.have.length(0);
    });

  it('deletes once, says so, tells the page afterwards and leaves the place of the comment', async () => {
    const gate = held();
    const { adapter, to } = watched(heldUp(changeable(), 'remove', gate.promise));
    const page = await ask(adapter);
    const removals = page.listen('comments-remove');
    await confirm(page);
    (await page.findBusyButton()).click();
    await neverHappens(() => removals);
    gate.release();
    await page.says('You deleted this comment.');
    await page.says('This comment was deleted by its author.');
    expect(removals.map(({ id, effect }) => [id, effect])).to.deep.equal([[mine.id, 'tombstone']]);
    expect(to('remove')).to.have.length(1);
    await waitFor(() => expect(page.heard).to.include('You deleted this comment.'));
    await waitFor(() => expect(page.isFocused(page.get('button', 'Undo'))).to.equal(true));
    expect(page.all('heading', 'Comments (1)')).to.have.length(1);
  });

  it('closes what is said afterwards, with the focus left at the place', async () => {
    const page = await ask(changeable());
    await confirm(page);
    await page.press('Close');
    await waitFor(() => expect(page.isSaying('You deleted this comment.')).to.equal(false));
    expect(row(page, 'Deleted comment').matches(':focus')).to.equal(true);
  });

  it('is taken back with Undo', async () => {
    const page = await ask(changeable());
    await confirm(page);
    await page.press('Undo');
    await page.comment('Mine.');
    expect(page.isSaying('This comment was deleted by its author.')).to.equal(false);
    await waitFor(() => expect(page.heard).to.include('The comment is back.'));
    await waitFor(() => expect(page.isFocused(page.all('button', 'Delete', row(page, 'Ada'))[0])).to.equal(true));
  });

  it('says when taking it back fails, and tries again', async () => {
    let isDown = true;
    const page = await ask(failing(changeable(), 'restore', new AdapterError('network'), () => isDown));
    const errors = page.listen('comments-error');
    await confirm(page);
    await page.press('Undo');
    expect(await page.alert()).to.equal(
      'We couldn’t reach the site, so we can’t tell whether this was done. It’s safe to try again.',
    );
    expect(errors.map(({ action }) => action)).to.deep.equal(['restore']);
    isDown = false;
    await page.press('Undo');
    await page.comment('Mine.');
  });

  it('says when deleting fails, leaves the comment, and tries again', async () => {
    let isDown = true;
    const page = await ask(failing(changeable(), 'remove', new AdapterError('network'), () => isDown));
    const errors = page.listen('comments-error');
    const removals = page.listen('comments-remove');
    await confirm(page);
    expect(await page.alert()).to.equal(
      'We couldn’t reach the site, so we can’t tell whether this was done. It’s safe to try again.',
    );
    expect(errors.map(({ action }) => action)).to.deep.equal(['remove']);
    expect(removals).to.have.length(0);
    await page.comment('Mine.');
    expect(page.isFocused(page.get('button', 'Try again'))).to.equal(true);
    isDown = false;
    await page.press('Try again');
    await page.says('You deleted this comment.');
  });

  it('signs in where the session is over, and asks again', async () => {
    let isOver = true;
    const page = await ask({
      ...failing(changeable(), 'remove', new AdapterError('session-expired'), () => isOver),
      signIn: async () => {
        isOver = false;
        return ada;
      },
    });
    const wanted = page.listen('comments-sign-in');
    await confirm(page);
    await page.press('Sign in');
    await waitFor(() =>
      expect(page.isFocused(page.all('button', 'Delete', page.get('group', 'Delete this comment?'))[0])).to.equal(true),
    );
    expect(wanted.map(({ purpose }) => purpose)).to.deep.equal([{ action: 'remove', id: mine.id }]);
    await confirm(page);
    await page.says('You deleted this comment.');
  });

  it('leaves the replies, and says no word of them', async () => {
    const reply = comment('An answer.', { parentId: mine.id });
    const page = await ask(changeable({}, [mine, reply, theirs]));
    await confirm(page);
    await page.says('This comment was deleted by its author.');
    await page.comment('An answer.');
  });

  it('is possible in a closed discussion, too', async () => {
    const page = await ask(changeable({ state: 'closed' }));
    await confirm(page);
    await page.says('This comment was deleted by its author.');
  });
});

describe('removing somebody else’s comment', () => {
  afterEach(unmountAll);

  it('speaks of removing, by the editors', async () => {
    const page = await CommentsPage.open(changeable({ viewer: editor }, [{ ...theirs, can: { remove: true } }, mine]));
    await page.comment('Theirs.');
    expect(page.all('button', 'Remove', row(page, 'Ada'))).to.have.length(0);
    expect(page.all('button', 'Delete')).to.have.length(0);
    await page.press('Remove', row(page, 'Tom'));
    const question = await page.find('group', 'Remove this comment?');
    await page.press('Remove', question);
    await page.says('Comment removed.');
    await page.says('This comment was removed by the editors.');
  });
});
