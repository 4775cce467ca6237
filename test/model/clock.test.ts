import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { comment, opened, writerOf } from './model-fixture.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };

describe('the backend’s clock', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  /** Posts a comment that gets this time, and answers how far the clocks are apart then, in seconds. */
  async function offsetAfter(createdAt: string, { now, uncertainSince }: { readonly now?: string; readonly uncertainSince?: number } = {}) {
    const answer = { outcome: 'published', comment: comment('mine', { createdAt }) };
    const { store } = await opened({ answers: { open: { state: 'open', now }, submit: answer }, features: { idempotency: 'key' } });
    await writerOf(store).submit({ ...draft, uncertainSince });
    const offset = (store.now - clock.now) / 1000;
    store.close();
    return offset;
  }

  it('is learned from a comment that it has just given its time', async () => {
    expect(await offsetAfter('2013-06-07T12:10:00Z')).to.equal(600);
    expect(await offsetAfter('2013-06-07T11:59:29Z')).to.equal(-31);
  });

  it('is not set by the time that an answer takes, nor by a time that is none', async () => {
    expect(await offsetAfter('2013-06-07T12:00:30Z')).to.equal(0);
    expect(await offsetAfter('just now')).to.equal(0);
  });

  it('is not learned where the backend has told it', async () => {
    expect(await offsetAfter('2013-06-07T12:10:00Z', { now: '2013-06-07T12:01:00Z' })).to.equal(60);
  });

  it('is not learned from a comment of an earlier try', async () => {
    expect(await offsetAfter('2013-06-07T11:00:00Z', { uncertainSince: Date.parse('2013-06-07T11:00:00Z') })).to.equal(0);
  });
});
