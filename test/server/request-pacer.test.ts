import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RequestPacer } from '../../demo/server/http/request-pacer.js';

/** The waits of so many requests that arrive at the same time. */
const waits = (pacer: RequestPacer, count: number, now: number, address = 'a'): readonly (number | undefined)[] =>
  Array.from({ length: count }, () => pacer.delay(address, now));

describe('the pace of requests', () => {
  const pace = { burst: 3, perSecond: 10, longestWait: 0.4 };

  it('takes a burst at once, then one after another, and refuses what would wait too long', () => {
    const pacer = new RequestPacer(pace);
    assert.deepEqual(waits(pacer, 9, 5000), [0, 0, 0, 100, 200, 300, 400, undefined, undefined]);
    assert.deepEqual(waits(pacer, 2, 5000, 'b'), [0, 0], 'others do not wait');
  });

  it('goes on with the pace while the flood lasts, and takes a burst again after it', () => {
    const pacer = new RequestPacer(pace);
    waits(pacer, 9, 5000);
    assert.deepEqual(waits(pacer, 2, 5100), [400, undefined]);
    assert.deepEqual(waits(pacer, 2, 5500), [100, 200]);
    assert.deepEqual(waits(pacer, 4, 9000), [0, 0, 0, 100]);
  });

  it('lets a client that keeps the pace through for ever', () => {
    const pacer = new RequestPacer(pace);
    for (let now = 0; now < 60_000; now += 100) assert.equal(pacer.delay('a', now), 0);
  });

  it('forgets addresses that are idle, and no others', () => {
    const pacer = new RequestPacer(pace);
    waits(pacer, 7, 20_000, 'idle');
    waits(pacer, 7, 30_000, 'busy');
    assert.equal(pacer.delay('another', 30_001), 0);
    assert.deepEqual(waits(pacer, 2, 30_100, 'busy'), [400, undefined]);
    assert.deepEqual(waits(pacer, 4, 30_100, 'idle'), [0, 0, 0, 100]);
  });
});
