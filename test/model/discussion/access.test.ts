import { expect } from '@open-wc/testing';
import { accessAt, nextAccessChange } from '../../../src/model/discussion/access.js';
import type { DiscussionInfo } from '../../../src/model/adapter.js';

const noon = '2013-06-07T12:00:00Z';
const at = Date.parse(noon);
const byBackend = { now: at, closedByPublisher: false };
const byPublisher = { now: at, closedByPublisher: true };

describe('access to a discussion', () => {
  it('is unknown until the backend has said something, unless the publisher closed the page', () => {
    expect(accessAt(undefined, byBackend)).to.deep.equal({ state: 'unknown' });
    expect(accessAt(undefined, byPublisher)).to.deep.equal({ state: 'closed' });
  });

  it('is what the backend says', () => {
    const said = { stateMessage: 'As of today' };
    expect(accessAt({ state: 'open' }, byBackend)).to.deep.equal({ state: 'open', closesAt: undefined });
    expect(accessAt({ state: 'closed', closedAt: noon, ...said }, byBackend)).to.deep.equal({
      state: 'closed',
      message: 'As of today',
      closedAt: at,
      opensAt: undefined,
    });
    expect(accessAt({ state: 'disabled', ...said }, byBackend)).to.deep.equal({ state: 'disabled', message: 'As of today' });
    expect(accessAt({ state: 'missing', ...said }, byBackend)).to.deep.equal({ state: 'missing', message: 'As of today' });
  });

  it('is disabled for a state of a newer backend', () => {
    const newer = { state: 'members-only', stateMessage: 'Members only' } as unknown as DiscussionInfo;
    expect(accessAt(newer, byBackend)).to.deep.equal({ state: 'disabled', message: 'Members only' });
    expect(accessAt(newer, byPublisher).state).to.equal('disabled');
  });

  it('ends at the moment of a timed close and not before', () => {
    const info: DiscussionInfo = { state: 'open', closesAt: noon, stateMessage: 'Two weeks are over' };
    expect(accessAt(info, { now: at - 1, closedByPublisher: false })).to.deep.equal({ state: 'open', closesAt: at });
    expect(accessAt(info, byBackend)).to.deep.equal({ state: 'closed', message: 'Two weeks are over', closedAt: at });
  });

  it('begins at the moment of a timed opening and not before', () => {
    const info: DiscussionInfo = { state: 'closed', opensAt: noon };
    expect(accessAt(info, { now: at - 1, closedByPublisher: false })).to.include({ state: 'closed', opensAt: at });
    expect(accessAt(info, byBackend)).to.deep.equal({ state: 'open' });
  });

  it("is closed by the publisher's word, which no timed opening ends", () => {
    expect(accessAt({ state: 'open', closesAt: noon }, byPublisher)).to.deep.equal({ state: 'closed' });
    const opening: DiscussionInfo = { state: 'closed', opensAt: noon };
    expect(accessAt(opening, byPublisher)).to.include({ state: 'closed', opensAt: undefined });
    expect(accessAt(opening, { now: at - 1, closedByPublisher: true })).to.include({ state: 'closed', opensAt: undefined });
  });

  it('is not opened by the publisher where the backend takes nothing', () => {
    expect(accessAt({ state: 'disabled' }, byPublisher).state).to.equal('disabled');
    expect(accessAt({ state: 'missing' }, byPublisher).state).to.equal('missing');
  });

  it('takes a time that cannot be read for none', () => {
    expect(accessAt({ state: 'open', closesAt: 'soon' }, byBackend)).to.deep.equal({ state: 'open', closesAt: undefined });
    expect(accessAt({ state: 'closed', closedAt: '', opensAt: 'never' }, byBackend)).to.include({
      closedAt: undefined,
      opensAt: undefined,
    });
  });
});

describe('the next change of access', () => {
  it('is the timed close of an open discussion, the timed opening of a closed one', () => {
    expect(nextAccessChange({ state: 'open', closesAt: noon, opensAt: '2013-06-07T11:00:00Z' }, at - 1)).to.equal(at);
    expect(nextAccessChange({ state: 'closed', opensAt: noon, closesAt: '2013-06-07T11:00:00Z' }, at - 1)).to.equal(at);
  });

  it('is none once the moment has come', () => {
    expect(nextAccessChange({ state: 'open', closesAt: noon }, at)).to.equal(undefined);
    expect(nextAccessChange({ state: 'closed', opensAt: noon }, at + 1)).to.equal(undefined);
  });

  it('is none without a time that can be read', () => {
    expect(nextAccessChange(undefined, at)).to.equal(undefined);
    expect(nextAccessChange({ state: 'open', closesAt: 'soon' }, at)).to.equal(undefined);
    expect(nextAccessChange({ state: 'disabled', closesAt: '2099-01-01T00:00:00Z', opensAt: '2099-01-01T00:00:00Z' }, at)).to.equal(
      undefined,
    );
    expect(nextAccessChange({ state: 'missing' }, at)).to.equal(undefined);
  });

  it('is the moment at which the answer differs', () => {
    for (const info of [{ state: 'open', closesAt: noon } as const, { state: 'closed', opensAt: noon } as const]) {
      const change = nextAccessChange(info, at - 5000) ?? 0;
      const stateAt = (now: number) => accessAt(info, { now, closedByPublisher: false }).state;
      expect(stateAt(change - 1)).to.equal(info.state);
      expect(stateAt(change)).not.to.equal(info.state);
    }
  });
});
