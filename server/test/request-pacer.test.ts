import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RequestPacer } from '../src/http/pacing.js';

/** The waits of so many requests that arrive at the same time. */
const waits = (pacer: RequestPacer, count: number, now: number, address = 'a'): readonly (number | undefined)[] =>
  Array.from({ length: count }, () => pacer.delay(address, now));

describe('RequestPacer', () => {
  const pace = { burst: 3, perSecond: 10, longestWait: 0.4 };

  it('handles a burst at once, then one request after another, and refuses those that would wait too long', () => {
    const pacer = new RequestPacer(pace);
    assert.deepEqual(waits(pacer, 9, 5000), [0, 0, 0, 100, 200, 300, 400, undefined, undefined]);
    assert.deepEqual(waits(pacer, 2, 5000, 'b'), [0, 0], 'others do not wait');
  });

  it('keeps the pace during a flood, and allows a burst again afterwards', () => {
    const pacer = new RequestPacer(pace);
    waits(pacer, 9, 5000);
    assert.deepEqual(waits(pacer, 2, 5100), [400, undefined]);
    assert.deepEqual(waits(pacer, 2, 5500), [100, 200]);
    assert.deepEqual(waits(pacer, 4, 9000), [0, 0, 0, 100]);
  });

  it('never delays a client that keeps the pace', () => {
    const pacer = new RequestPacer(pace);
    for (let now = 0; now < 60_000; now += 100) assert.equal(pacer.delay('a', now), 0);
  });

  it('forgets only idle addresses', () => {
    const pacer = new RequestPacer(pace);
    waits(pacer, 7, 20_000, 'idle');
    waits(pacer, 7, 30_000, 'busy');
    assert.equal(pacer.delay('another', 30_001), 0);
    assert.deepEqual(waits(pacer, 2, 30_100, 'busy'), [400, undefined]);
    assert.deepEqual(waits(pacer, 4, 30_100, 'idle'), [0, 0, 0, 100]);
  });
});
