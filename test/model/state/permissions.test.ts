import { expect } from 'chai';
import type { Comment, CommentsAdapter } from '../../../src/model/adapter.js';
import { type DiscussionState, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { type Permissions, permissionsFor } from '../../../src/model/state/permissions.js';
import { FakeBackend } from '../support/fake-backend.js';
import { ada, bob, comment } from '../support/fixtures.js';

const { adapter } = new FakeBackend();
const open: DiscussionState = { ...UNOPENED, access: { state: 'open' }, info: { state: 'open' }, viewer: ada };
const now = Date.parse('2013-06-07T12:00:00Z');
const theirs = comment('theirs');
const mine = comment('mine', { author: ada.author });

interface Circumstances {
  readonly state?: Partial<DiscussionState>;
  readonly backend?: Partial<CommentsAdapter>;
}

/** The names of the permitted actions. */
function permittedActions(one: Comment, { state, backend }: Circumstances = {}): readonly string[] {
  const permissions = permissionsFor(one, { ...open, ...state }, { ...adapter, ...backend }, now);
  return Object.keys(permissions).filter((action) => permissions[action as keyof Permissions]);
}

describe('permissionsFor', () => {
  it('permits replies and votes, and changes to own comments', () => {
    expect(permittedActions(theirs)).to.deep.equal(['reply', 'vote']);
    expect(permittedActions(mine)).to.deep.equal(['reply', 'edit', 'remove', 'vote']);
    expect(permittedActions(mine, { state: { viewer: bob } })).to.deep.equal(['reply', 'vote']);
  });

  it('permits a guest to change what they posted on this page', () => {
    const viewer = { state: 'anonymous' } as const;
    const guest = comment('g', { author: { name: 'Guest' } });
    expect(permittedActions(guest, { state: { viewer, posted: [guest] } })).to.include.members(['edit', 'remove']);
    expect(permittedActions(guest, { state: { viewer } })).not.to.include.members(['edit']);
  });

  it('does not match an unknown viewer with a comment that has no author', () => {
    expect(permittedActions(comment('n', { author: null }), { state: { viewer: { state: 'unknown' } } })).to.deep.equal(
      ['reply', 'vote'],
    );
  });

  it('permits nothing the adapter cannot do', () => {
    const backend = { submit: undefined, edit: undefined, remove: undefined, vote: undefined, pin: undefined };
    expect(permittedActions(mine, { backend, state: { viewer: { ...ada, moderator: true } } })).to.deep.equal([]);
  });

  it('follows the permissions of the comment', () => {
    const can = { reply: false, edit: true, remove: true, vote: false, pin: true };
    expect(permittedActions({ ...theirs, can })).to.deep.equal(['edit', 'remove', 'pin']);
    expect(permittedActions({ ...mine, can: { edit: false, remove: false } })).to.deep.equal(['reply', 'vote']);
    expect(permittedActions({ ...mine, can: { edit: true } }, { backend: { edit: undefined } })).not.to.include('edit');
  });

  it('permits only removal unless the discussion is open', () => {
    for (const state of ['closed', 'disabled', 'missing', 'unknown'] as const)
      expect(
        permittedActions({ ...mine, can: { edit: true, vote: true, reply: true } }, { state: { access: { state } } }),
        state,
      ).to.deep.equal(['remove']);
  });

  it('permits only changes to an own comment held for review', () => {
    expect(permittedActions({ ...mine, status: 'pending' })).to.deep.equal(['edit', 'remove']);
    expect(permittedActions({ ...theirs, status: 'pending' })).to.deep.equal([]);
  });

  it('permits nothing for a removed comment', () => {
    for (const status of ['deleted', 'hidden', 'rejected'] as const)
      expect(permittedActions({ ...mine, status, can: { edit: true, remove: true, pin: true } }), status).to.deep.equal(
        [],
      );
  });

  it('permits edits until the time limit', () => {
    expect(permittedActions({ ...mine, editableUntil: '2013-06-07T12:00:00.001Z' })).to.include('edit');
    expect(permittedActions({ ...mine, editableUntil: '2013-06-07T12:00:00Z' })).not.to.include('edit');
    expect(
      permittedActions({ ...mine, editableUntil: '2013-06-07T12:00:00Z', can: { edit: true } }),
      'whatever the backend said before',
    ).not.to.include('edit');
    expect(permittedActions({ ...mine, editableUntil: 'soon' })).to.include('edit');
  });

  it('permits moderators to pin, and to edit past the time limit', () => {
    const state = { viewer: { ...ada, moderator: true } };
    expect(permittedActions(theirs, { state })).to.deep.equal(['reply', 'vote', 'pin']);
    expect(
      permittedActions({ ...theirs, can: { edit: true }, editableUntil: '2013-06-07T11:00:00Z' }, { state }),
    ).to.include('edit');
  });

  it('permits no replies to a flat list or from a refused viewer, and no votes without votes', () => {
    expect(permittedActions(theirs, { backend: { features: { nesting: 'flat' } } })).to.deep.equal(['vote']);
    expect(permittedActions(theirs, { backend: { features: { votes: 'none' } } })).to.deep.equal(['reply']);
    expect(
      permittedActions(theirs, { state: { info: { state: 'open', posting: { refusal: { reason: 'banned' } } } } }),
    ).to.deep.equal(['vote']);
  });
});
