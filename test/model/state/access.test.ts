import { expect } from 'chai';
import { accessAt, nextAccessChange } from '../../../src/model/state/access.js';
import type { DiscussionInfo } from '../../../src/model/adapter.js';

const noon = '2013-06-07T12:00:00Z';
const at = Date.parse(noon);
const byBackend = { now: at, closedByPublisher: false };
const byPublisher = { now: at, closedByPublisher: true };

describe('accessAt', () => {
  it('is unknown before the first response, or closed if the publisher closed the discussion', () => {
    expect(accessAt(undefined, byBackend)).to.deep.equal({ state: 'unknown' });
    expect(accessAt(undefined, byPublisher)).to.deep.equal({ state: 'closed' });
  });

  it('follows the backend', () => {
    const reason = { stateMessage: 'As of today' };
    expect(accessAt({ state: 'open' }, byBackend)).to.deep.equal({ state: 'open', closesAt: undefined });
    expect(accessAt({ state: 'closed', closedAt: noon, ...reason }, byBackend)).to.deep.equal({
      state: 'closed',
      message: 'As of today',
      closedAt: at,
      opensAt: undefined,
    });
    expect(accessAt({ state: 'disabled', ...reason }, byBackend)).to.deep.equal({
      state: 'disabled',
      message: 'As of today',
    });
    expect(accessAt({ state: 'missing', ...reason }, byBackend)).to.deep.equal({
      state: 'missing',
      message: 'As of today',
    });
  });

  it('treats an unknown state as disabled', () => {
    const newer = { state: 'members-only', stateMessage: 'Members only' } as unknown as DiscussionInfo;
    expect(accessAt(newer, byBackend)).to.deep.equal({ state: 'disabled', message: 'Members only' });
    expect(accessAt(newer, byPublisher).state).to.equal('disabled');
  });

  it('is closed if the publisher closed the discussion, although the state of the backend is unknown and unexplained', () => {
    const newer = { state: 'members-only' } as unknown as DiscussionInfo;
    expect(accessAt(newer, byBackend)).to.deep.equal({ state: 'unknown' });
    expect(accessAt(newer, byPublisher)).to.deep.equal({ state: 'closed' });
  });

  it('closes at the scheduled time', () => {
    const info: DiscussionInfo = { state: 'open', closesAt: noon, stateMessage: 'Two weeks are over' };
    expect(accessAt(info, { now: at - 1, closedByPublisher: false })).to.deep.equal({ state: 'open', closesAt: at });
    expect(accessAt(info, byBackend)).to.deep.equal({ state: 'closed', message: 'Two weeks are over', closedAt: at });
  });

  it('opens at the scheduled time', () => {
    const info: DiscussionInfo = { state: 'closed', opensAt: noon };
    expect(accessAt(info, { now: at - 1, closedByPublisher: false })).to.include({ state: 'closed', opensAt: at });
    expect(accessAt(info, byBackend)).to.deep.equal({ state: 'open' });
  });

  it('stays closed while the publisher has closed it, even past a scheduled opening', () => {
    expect(accessAt({ state: 'open', closesAt: noon }, byPublisher)).to.deep.equal({ state: 'closed' });
    const opening: DiscussionInfo = { state: 'closed', opensAt: noon };
    expect(accessAt(opening, byPublisher)).to.include({ state: 'closed', opensAt: undefined });
    expect(accessAt(opening, { now: at - 1, closedByPublisher: true })).to.include({
      state: 'closed',
      opensAt: undefined,
    });
  });

  it('stays disabled or missing, even if the publisher closes it', () => {
    expect(accessAt({ state: 'disabled' }, byPublisher).state).to.equal('disabled');
    expect(accessAt({ state: 'missing' }, byPublisher).state).to.equal('missing');
  });

  it('ignores unparsable dates', () => {
    expect(accessAt({ state: 'open', closesAt: 'soon' }, byBackend)).to.deep.equal({
      state: 'open',
      closesAt: undefined,
    });
    expect(accessAt({ state: 'closed', closedAt: '', opensAt: 'never' }, byBackend)).to.include({
      closedAt: undefined,
      opensAt: undefined,
    });
  });
});

describe('nextAccessChange', () => {
  const nextChange = (info: DiscussionInfo | undefined, now: number) =>
    nextAccessChange(accessAt(info, { now, closedByPublisher: false }));

  it('is the scheduled closing of an open discussion and the scheduled opening of a closed one', () => {
    expect(nextChange({ state: 'open', closesAt: noon, opensAt: '2013-06-07T11:00:00Z' }, at - 1)).to.equal(at);
    expect(nextChange({ state: 'closed', opensAt: noon, closesAt: '2013-06-07T11:00:00Z' }, at - 1)).to.equal(at);
  });

  it('is undefined once the time has passed', () => {
    expect(nextChange({ state: 'open', closesAt: noon }, at)).to.equal(undefined);
    expect(nextChange({ state: 'closed', opensAt: noon }, at + 1)).to.equal(undefined);
  });

  it('is undefined while the publisher has closed the discussion', () => {
    expect(nextAccessChange(accessAt({ state: 'closed', opensAt: noon }, { ...byPublisher, now: at - 1 }))).to.equal(
      undefined,
    );
  });

  it('is undefined without a parsable date', () => {
    expect(nextChange(undefined, at)).to.equal(undefined);
    expect(nextChange({ state: 'open', closesAt: 'soon' }, at)).to.equal(undefined);
    expect(
      nextChange({ state: 'disabled', closesAt: '2099-01-01T00:00:00Z', opensAt: '2099-01-01T00:00:00Z' }, at),
    ).to.equal(undefined);
    expect(nextChange({ state: 'missing' }, at)).to.equal(undefined);
  });

  it('is the time at which accessAt changes', () => {
    for (const info of [{ state: 'open', closesAt: noon } as const, { state: 'closed', opensAt: noon } as const]) {
      const change = nextChange(info, at - 5000) ?? 0;
      const stateAt = (now: number) => accessAt(info, { now, closedByPublisher: false }).state;
      expect(stateAt(change - 1)).to.equal(info.state);
      expect(stateAt(change)).not.to.equal(info.state);
    }
  });
});
