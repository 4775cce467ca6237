import { expect } from 'chai';
import { discussionState, removalOf, replyLevel } from '../../src/model/rules.js';

const at = (time: string) => Date.parse(`2026-03-01T${time}:00Z`);
const time = (hours: string) => `2026-03-01T${hours}:00Z`;

describe('the state of a discussion at one moment', () => {
  it('follows a schedule, unless a moderator has closed or reopened it since', () => {
    const info = { closesAt: time('10:00') };
    const stateAt = (now: string, manual = {}) => discussionState(info, { now: at(now), manual });
    expect(stateAt('09:59')).to.deep.equal({ state: 'open', closesAt: time('10:00') });
    expect(stateAt('10:00')).to.deep.equal({ state: 'closed', closedAt: time('10:00') });
    expect(stateAt('09:00', { closedAt: time('08:00') })).to.deep.equal({ state: 'closed', closedAt: time('08:00') });
    expect(stateAt('12:00', { reopenedAt: time('11:00') })).to.deep.equal({ state: 'open' });
    expect(stateAt('12:00', { reopenedAt: time('09:00') }).state, 'reopened before').to.equal('closed');
  });

  it('opens what is closed at the time in opensAt', () => {
    const info = { state: 'closed', closedAt: time('08:00'), opensAt: time('10:00') } as const;
    expect(discussionState(info, { now: at('09:00'), manual: {} })).to.deep.equal(info);
    expect(discussionState(info, { now: at('10:00'), manual: {} })).to.deep.equal({ state: 'open' });
  });

  it('leaves out invalid times', () => {
    const info = { closesAt: 'soon', opensAt: 'later' };
    expect(discussionState(info, { now: at('09:00'), manual: {} })).to.deep.equal({ state: 'open' });
    expect(discussionState({ ...info, state: 'closed' }, { now: at('09:00'), manual: {} })).to.deep.equal({
      state: 'closed',
    });
  });
});

describe('the level of a reply', () => {
  it('is the next one, as far as the features allow', () => {
    expect(replyLevel(0, {})).to.equal(1);
    expect(replyLevel(7, { nesting: 'tree', maxDepth: 8 })).to.equal(8);
    expect(replyLevel(8, { nesting: 'tree', maxDepth: 8 })).to.equal(8);
    expect(replyLevel(9, { maxDepth: 2 })).to.equal(2);
    expect(replyLevel(1, { nesting: 'one-level' })).to.equal(1);
    expect(replyLevel(1, { nesting: 'flat' })).to.equal(0);
  });
});

describe('the effect of a removal', () => {
  it('depends on the replies and the features', () => {
    const effect = (hasReplies: boolean, features = {}) => removalOf({ isOwn: true, hasReplies, features }).effect;
    expect(effect(false)).to.equal('gone');
    expect(effect(true)).to.equal('tombstone');
    expect(effect(true, { removal: 'subtree' })).to.equal('subtree');
    expect(effect(false, { removal: 'subtree' })).to.equal('gone');
  });
});
