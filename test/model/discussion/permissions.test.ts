import { expect } from '@open-wc/testing';
import type { Comment, CommentsAdapter } from '../../../src/model/adapter.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/discussion/discussion-state.js';
import { type Permissions, permissionsFor } from '../../../src/model/discussion/permissions.js';
import { BackendEdge } from '../support/fake-backend.js';
import { ada, bob, comment } from '../support/fixtures.js';

const { adapter } = new BackendEdge();
const open: DiscussionState = { ...UNOPENED, access: { state: 'open' }, info: { state: 'open' }, viewer: ada };
const now = Date.parse('2013-06-07T12:00:00Z');
const theirs = comment('theirs');
const mine = comment('mine', { author: ada.author });

interface Circumstances {
  readonly state?: Partial<DiscussionState>;
  readonly backend?: Partial<CommentsAdapter>;
}

/** What may be done with a comment, by name. */
function may(one: Comment, { state, backend }: Circumstances = {}): readonly string[] {
  const rights = permissionsFor(one, { ...open, ...state }, { ...adapter, ...backend }, now);
  return Object.keys(rights).filter((action) => rights[action as keyof Permissions]);
}

describe('what a viewer may do', () => {
  it('is to answer and vote, and to change what is their own', () => {
    expect(may(theirs)).to.deep.equal(['reply', 'vote']);
    expect(may(mine)).to.deep.equal(['reply', 'edit', 'remove', 'vote']);
    expect(may(mine, { state: { viewer: bob } })).to.deep.equal(['reply', 'vote']);
  });

  it('is to change what was posted on this page, though nobody knows them', () => {
    const viewer = { state: 'anonymous' } as const;
    const guest = comment('g', { author: { name: 'Guest' } });
    expect(may(guest, { state: { viewer, posted: [guest] } })).to.include.members(['edit', 'remove']);
    expect(may(guest, { state: { viewer } })).not.to.include.members(['edit']);
  });

  it('takes nobody without a name for the author of what has none', () => {
    expect(may(comment('n', { author: null }), { state: { viewer: { state: 'unknown' } } })).to.deep.equal(['reply', 'vote']);
  });

  it('is what the adapter can do', () => {
    const backend = { submit: undefined, edit: undefined, remove: undefined, vote: undefined, pin: undefined };
    expect(may(mine, { backend, state: { viewer: { ...ada, moderator: true } } })).to.deep.equal([]);
  });

  it('is what the backend says of this comment', () => {
    const can = { reply: false, edit: true, remove: true, vote: false, pin: true };
    expect(may({ ...theirs, can })).to.deep.equal(['edit', 'remove', 'pin']);
    expect(may({ ...mine, can: { edit: false, remove: false } })).to.deep.equal(['reply', 'vote']);
    expect(may({ ...mine, can: { edit: true } }, { backend: { edit: undefined } })).not.to.include('edit');
  });

  it('is only to remove while the discussion takes nothing', () => {
    for (const state of ['closed', 'disabled', 'missing', 'unknown'] as const)
      expect(may({ ...mine, can: { edit: true, vote: true, reply: true } }, { state: { access: { state } } }), state).to.deep.equal([
        'remove',
      ]);
  });

  it('is to change a comment of their own that is held, and nothing else with it', () => {
    expect(may({ ...mine, status: 'pending' })).to.deep.equal(['edit', 'remove']);
    expect(may({ ...theirs, status: 'pending' })).to.deep.equal([]);
  });

  it('is nothing with what is not there any more', () => {
    for (const status of ['deleted', 'hidden', 'rejected'] as const)
      expect(may({ ...mine, status, can: { edit: true, remove: true, pin: true } }), status).to.deep.equal([]);
  });

  it('is to edit until the moment that the backend set', () => {
    expect(may({ ...mine, editableUntil: '2013-06-07T12:00:00.001Z' })).to.include('edit');
    expect(may({ ...mine, editableUntil: '2013-06-07T12:00:00Z' })).not.to.include('edit');
    expect(may({ ...mine, editableUntil: '2013-06-07T12:00:00Z', can: { edit: true } }), 'it was true then').not.to.include('edit');
    expect(may({ ...mine, editableUntil: 'soon' })).to.include('edit');
  });

  it('is to keep a comment at the top for moderators, whom no author’s moment binds', () => {
    const state = { viewer: { ...ada, moderator: true } };
    expect(may(theirs, { state })).to.deep.equal(['reply', 'vote', 'pin']);
    expect(may({ ...theirs, can: { edit: true }, editableUntil: '2013-06-07T11:00:00Z' }, { state })).to.include('edit');
  });

  it('is not to answer where replies or this viewer’s comments are not taken', () => {
    expect(may(theirs, { backend: { features: { nesting: 'flat' } } })).to.deep.equal(['vote']);
    expect(may(theirs, { backend: { features: { votes: 'none' } } })).to.deep.equal(['reply']);
    expect(may(theirs, { state: { info: { state: 'open', posting: { refusal: { reason: 'banned' } } } } })).to.deep.equal(['vote']);
  });
});
