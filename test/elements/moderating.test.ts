import { expect } from '@open-wc/testing';
import en from '../../src/locales/en.js';
import { AdapterError, type CommentsAdapter, type DiscussionRef } from '../../src/model/adapter.js';
import { held, heldUp, watched } from '../support/fake-backend.js';
import { changeable, editor, failing, mine, pressKey, theirs, without } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

const moderated = { viewer: editor, can: { close: true } } as const;

async function openMore(adapter: CommentsAdapter): Promise<CommentsPage> {
  const page = await CommentsPage.open(adapter);
  await page.press('More', await page.comment('Theirs.'));
  await page.find('button', en.copyLink);
  return page;
}

describe('pinning a comment', () => {
  afterEach(unmountAll);

  it('is for moderators, and for whom the backend allows it', async () => {
    const page = await openMore(changeable());
    expect(page.all('button', en.pin)).to.have.length(0);
    page.element.remove();
    await (await openMore(changeable({}, [{ ...theirs, can: { pin: true } }]))).find('button', en.pin);
  });

  it('pins once, says so, marks the comment and gives the focus back', async () => {
    const gate = held();
    const { adapter, to } = watched(heldUp(changeable(moderated), 'pin', gate.promise));
    const page = await openMore(adapter);
    await page.press(en.pin);
    await page.press(en.pin);
    expect(page.isSaying(en.pinned)).to.equal(false);
    gate.release();
    await waitFor(() => expect(page.announced).to.equal(en.pinnedNow));
    expect((await page.comment('Theirs.')).textContent).to.contain(en.pinned);
    expect(to('pin').map(({ args }) => args[1])).to.deep.equal([{ id: theirs.id, pinned: true }]);
    const more = page.all('button', 'More', await page.comment('Theirs.'))[0];
    await waitFor(() => expect(page.isFocused(more)).to.equal(true));
  });

  it('lets a pinned one go', async () => {
    const backend = changeable(moderated, [{ ...theirs, pinned: true }]);
    const page = await openMore(backend);
    await page.press(en.unpin);
    await waitFor(() => expect(page.announced).to.equal(en.unpinnedNow));
    expect(backend.at(theirs.id).pinned).to.equal(false);
  });

  it('says at the comment when that fails, and can be tried again in the same place', async () => {
    let isDown = true;
    const page = await openMore(failing(changeable(moderated), 'pin', new AdapterError('network'), () => isDown));
    const errors = page.listen('comments-error');
    await page.press(en.pin);
    expect(await page.alert()).to.equal(en.changeUncertain(en.causes.network));
    expect(errors.map(({ action }) => action)).to.deep.equal(['pin']);
    isDown = false;
    await page.press(en.pin);
    await waitFor(() => expect(page.announced).to.equal(en.pinnedNow));
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
    await able.find('button', en.closeDiscussion);
    for (const page of [reader, unable]) expect(page.all('button', en.closeDiscussion)).to.have.length(0);
  });

  it('asks first, with the focus on what changes nothing', async () => {
    const { adapter, to } = watched(changeable(moderated));
    const page = await CommentsPage.open(adapter);
    await page.press(en.closeDiscussion);
    await page.find('group', en.closeQuestion, { description: en.closeConsequence });
    await waitFor(() => expect(page.isFocused(page.get('button', en.keepOpen))).to.equal(true));
    pressKey('Escape', page.focused);
    await waitFor(() => expect(page.isFocused(page.get('button', en.closeDiscussion))).to.equal(true));
    await page.press(en.closeDiscussion);
    await page.press(en.keepOpen);
    await waitFor(() => expect(page.isFocused(page.get('button', en.closeDiscussion))).to.equal(true));
    expect(to('setClosed')).to.have.length(0);
  });

  it('closes once, says so, and opens again', async () => {
    const gate = held();
    const { adapter, to } = watched(heldUp(changeable(moderated), 'setClosed', gate.promise));
    const page = await CommentsPage.open(adapter);
    await page.press(en.closeDiscussion);
    await page.press(en.closeNow);
    (await page.findBusyButton()).click();
    gate.release();
    await page.find('status');
    await waitFor(() => expect(page.announced).to.equal(en.closedNow));
    expect(page.all('button', /^Recommend/)).to.have.length(0);
    await waitFor(() => expect(page.isFocused(page.get('button', en.openDiscussion))).to.equal(true));
    await page.press(en.openDiscussion);
    await waitFor(() => expect(page.announced).to.equal(en.openedNow));
    expect(page.all('status')).to.have.length(0);
    await waitFor(() => expect(page.isFocused(page.get('button', en.closeDiscussion))).to.equal(true));
    expect(to('setClosed').map(({ args }) => args[1])).to.deep.equal([true, false]);
  });

  it('says at the place when that fails, and can be tried again there', async () => {
    let isDown = true;
    const page = await CommentsPage.open(
      failing(changeable(moderated), 'setClosed', new AdapterError('network'), () => isDown),
    );
    const errors = page.listen('comments-error');
    await page.press(en.closeDiscussion);
    await page.press(en.closeNow);
    expect(await page.alert()).to.equal(en.changeUncertain(en.causes.network));
    expect(errors.map(({ action }) => action)).to.deep.equal(['close']);
    isDown = false;
    await page.press(en.closeNow);
    await waitFor(() => expect(page.announced).to.equal(en.closedNow));
    expect(page.all('alert')).to.have.length(0);
  });

  it('does not ask about a discussion that the page shows in its place', async () => {
    const page = await CommentsPage.open(changeable(moderated));
    await page.press(en.closeDiscussion);
    await page.find('group', en.closeQuestion);
    page.element.discussion = 'harbour';
    await page.find('button', en.closeDiscussion);
    expect(page.all('group', en.closeQuestion)).to.have.length(0);
  });

  it('never closes the discussion that the page turns to at the same moment', async () => {
    const { adapter, to } = watched(changeable(moderated));
    const page = await CommentsPage.open(adapter);
    // Fetches the code for writing: the press is carried out at once.
    await page.press(/^Recommend/, await page.comment('Theirs.'));
    await waitFor(() => expect(to('vote')).to.have.length(1));
    await page.press(en.closeDiscussion);
    const loads = page.listen('comments-load');
    (await page.find('button', en.closeNow)).click();
    page.element.discussion = 'harbour';
    await waitFor(() => expect(loads).to.have.length(1));
    await page.press(en.closeDiscussion);
    await page.find('group', en.closeQuestion);
    expect(to('setClosed').map(({ args }) => (args[0] as DiscussionRef).key)).not.to.include('harbour');
    expect(page.all('status')).to.have.length(0);
  });

  it('leaves a page alone that has closed the discussion itself', async () => {
    const page = await CommentsPage.open(changeable(moderated), { closed: '' });
    await page.comment(mine.body.value);
    expect(page.all('button', en.openDiscussion)).to.have.length(0);
  });
});
