import { expect } from 'chai';
import { FakeClock } from '../../support/fake-clock.js';
import { comment, opened, writerOf } from '../support/fixtures.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };

describe('the backend’s clock', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  /** Posts a comment that the backend dates so. Returns the clock offset afterwards, in seconds. */
  async function offsetAfter(
    createdAt: string,
    { now, uncertainSince }: { readonly now?: string; readonly uncertainSince?: number } = {},
  ) {
    const response = { outcome: 'published', comment: comment('mine', { createdAt }) };
    const { store } = await opened({
      responses: { open: { state: 'open', now }, submit: response },
      features: { idempotency: 'key' },
    });
    await writerOf(store).submit({ ...draft, uncertainSince });
    const offset = (store.now - clock.now) / 1000;
    store.close();
    return offset;
  }

  it('is derived from the time of a comment just posted', async () => {
    expect(await offsetAfter('2013-06-07T12:10:00Z')).to.equal(600);
    expect(await offsetAfter('2013-06-07T11:59:29Z')).to.equal(-31);
  });

  it('is not derived from a difference within latency, nor from an unparsable date', async () => {
    expect(await offsetAfter('2013-06-07T12:00:30Z')).to.equal(0);
    expect(await offsetAfter('just now')).to.equal(0);
  });

  it('is not derived when open has reported it', async () => {
    expect(await offsetAfter('2013-06-07T12:10:00Z', { now: '2013-06-07T12:01:00Z' })).to.equal(60);
  });

  it('is not derived from a comment of an earlier attempt', async () => {
    expect(await offsetAfter('2013-06-07T11:00:00Z', { uncertainSince: Date.parse('2013-06-07T11:00:00Z') })).to.equal(
      0,
    );
  });
});
