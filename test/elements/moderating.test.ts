import { expect } from '@open-wc/testing';
import { AdapterError, type CommentsAdapter, type DiscussionRef } from '../../src/model/adapter.js';
import { held, heldUp, watched } from '../support/fake-backend.js';
import { changeable, editor, failing, mine, pressKey, theirs, without } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const moderated = { viewer: editor, can: { close: true } } as const;

async function openMore(adapter: CommentsAdapter): Promise<CommentsPage> {
  const page = await CommentsPage.open(adapter);
  await page.press('More', await page.comment('Theirs.'));
  await page.find('button', 'Copy link');
  return page;
}

describe('pinning a comment', () => {
  afterEach(unmountAll);

  it('is for moderators, and for whom the backend allows it', async () => {
    const page = await openMore(changeable());
    expect(page.all('button', 'Pin to the top')).to.have.length(0);
    page.element.remove();
    await (await openMore(changeable({}, [{ ...theirs, can: { pin: true } }]))).find('button', 'Pin to the top');
  });

  it('pins once, says so, marks the comment and gives the focus back', async () => {
    const gate = held();
    const { adapter, to } = watched(heldUp(changeable(moderated), 'pin', gate.promise));
    const page = await openMore(adapter);
    await page.press('Pin to the top');
    await page.press('Pin to the top');
    expect(page.isSaying('Pinned')).to.equal(false);
    gate.release();
    await waitFor(() => expect(page.announced).to.equal('The comment is pinned.'));
    expect((await page.comment('Theirs.')).textContent).to.contain('Pinned');
    expect(to('pin').map(({ args }) => args[1])).to.deep.equal([{ id: theirs.id, pinned: true }]);
    const more = page.all('button', 'More', await page.comment('Theirs.'))[0];
    await waitFor(() => expect(page.isFocused(more)).to.equal(true));
  });

  it('lets a pinned one go', async () => {
    const backend = changeable(moderated, [{ ...theirs, pinned: true }]);
    const page = await openMore(backend);
    await page.press('Unpin');
    await waitFor(() => expect(page.announced).to.equal('The comment is no longer pinned.'));
    expect(backend.at(theirs.id).pinned).to.equal(false);
  });

  it('says at the comment when that fails, and can be tried again in the same place', async () => {
    let isDown = true;
    const page = await openMore(failing(changeable(moderated), 'pin', new AdapterError('network'), () => isDown));
    const errors = page.listen('comments-error');
    await page.press('Pin to the top');
    expect(await page.alert()).to.equal(
      'We couldn’t reach the site, so we can’t tell whether this was done. It’s safe to try again.',
    );
    expect(errors.map(({ action }) => action)).to.deep.equal(['pin']);
    isDown = false;
    await page.press('Pin to the top');
    await waitFor(() => expect(page.announced).to.equal('The comment is pinned.'));
    expect(page.all('alert')).to.have.length(0);
  });
});

describe('closing the discussion for everybody', () => {
  afterEach(unmountAll);

  it('is only for whom the backend allows it, where it can', async () => {
    const reader = await CommentsPage.open(changeable());
    await reader.comment('Mine.');
    const unable = await CommentsPage.open(without(changeable(moderated), 'setClosed'));
    await unable.comment('Mine.');
    const able = await CommentsPage.open(changeable(moderated));
    await able.find('button', 'Close comments');
    for (const page of [reader, unable]) expect(page.all('button', 'Close comments')).to.have.length(0);
  });

  it('asks first, with the focus on what changes nothing', async () => {
    const { adapter, to } = watched(changeable(moderated));
    const page = await CommentsPage.open(adapter);
    await page.press('Close comments');
    await page.find('group', 'Close comments for everyone?', {
      description:
        'Readers won’t be able to comment, reply or vote. What’s already posted stays, and you can reopen comments later.',
    });
    await waitFor(() => expect(page.isFocused(page.get('button', 'Keep open'))).to.equal(true));
    pressKey('Escape', page.focused);
    await waitFor(() => expect(page.isFocused(page.get('button', 'Close comments'))).to.equal(true));
    await page.press('Close comments');
    await page.press('Keep open');
    await waitFor(() => expect(page.isFocused(page.get('button', 'Close comments'))).to.equal(true));
    expect(to('setClosed')).to.have.length(0);
  });

  it('closes once, says so, and opens again', async () => {
    const gate = held();
    const { adapter, to } = watched(heldUp(changeable(moderated), 'setClosed', gate.promise));
    const page = await CommentsPage.open(adapter);
    await page.press('Close comments');
    await page.press('Close now');
    (await page.findBusyButton()).click();
    gate.release();
    await page.find('status');
    await waitFor(() => expect(page.announced).to.equal('Comments are closed.'));
    expect(page.all('button', /\bRecommend/)).to.have.length(0);
    await waitFor(() => expect(page.isFocused(page.get('button', 'Reopen comments'))).to.equal(true));
    await page.press('Reopen comments');
    await waitFor(() => expect(page.announced).to.equal('Comments are open again.'));
    expect(page.all('status')).to.have.length(0);
    await waitFor(() => expect(page.isFocused(page.get('button', 'Close comments'))).to.equal(true));
    expect(to('setClosed').map(({ args }) => args[1])).to.deep.equal([true, false]);
  });

  it('says at the place when that fails, and can be tried again there', async () => {
    let isDown = true;
    const page = await CommentsPage.open(
      failing(changeable(moderated), 'setClosed', new AdapterError('network'), () => isDown),
    );
    const errors = page.listen('comments-error');
    await page.press('Close comments');
    await page.press('Close now');
    expect(await page.alert()).to.equal(
      'We couldn’t reach the site, so we can’t tell whether this was done. It’s safe to try again.',
    );
    expect(errors.map(({ action }) => action)).to.deep.equal(['close']);
    isDown = false;
    await page.press('Close now');
    await waitFor(() => expect(page.announced).to.equal('Comments are closed.'));
    expect(page.all('alert')).to.have.length(0);
  });

  it('does not ask about a discussion that the page shows in its place', async () => {
    const page = await CommentsPage.open(changeable(moderated));
    await page.press('Close comments');
    await page.find('group', 'Close comments for everyone?');
    page.element.discussion = 'harbour';
    await page.find('button', 'Close comments');
    expect(page.all('group', 'Close comments for everyone?')).to.have.length(0);
  });

  it('is not said to have failed at a discussion that the page shows in its place', async () => {
    const page = await CommentsPage.open(failing(changeable(moderated), 'setClosed', new AdapterError('network')));
    await page.press('Close comments');
    await page.press('Close now');
    await page.alert();
    page.element.discussion = 'harbour';
    await page.find('button', 'Close comments');
    expect(page.all('alert')).to.have.length(0);
  });

  it('never closes the discussion that the page turns to at the same moment', async () => {
    const { adapter, to } = watched(changeable(moderated));
    const page = await CommentsPage.open(adapter);
    // Fetches the code for writing: the press is carried out at once.
    await page.press(/\bRecommend/, await page.comment('Theirs.'));
    await waitFor(() => expect(to('vote')).to.have.length(1));
    await page.press('Close comments');
    const loads = page.listen('comments-load');
    (await page.find('button', 'Close now')).click();
    page.element.discussion = 'harbour';
    await waitFor(() => expect(loads).to.have.length(1));
    await page.press('Close comments');
    await page.find('group', 'Close comments for everyone?');
    expect(to('setClosed').map(({ args }) => (args[0] as DiscussionRef).key)).not.to.include('harbour');
    expect(page.all('status')).to.have.length(0);
  });

  it('leaves a page alone that has closed the discussion itself', async () => {
    const page = await CommentsPage.open(changeable(moderated), { closed: '' });
    await page.comment(mine.body.value);
    expect(page.all('button', 'Reopen comments')).to.have.length(0);
  });
});
