import type { FastifyInstance } from 'fastify';
import { addressBlock } from '../rules/address-block.js';
import type { RequestPace } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';

/** Makes the requests of an address wait for their turn. Comes before everything that costs more. */
export function addPacing(app: FastifyInstance, pace: RequestPace): void {
  const pacer = new RequestPacer(pace);
  app.addHook('onRequest', (request, reply, done) => {
    const delay = pacer.delay(addressBlock(request.ip), performance.now());
    if (delay === 0) return done();
    if (delay !== undefined) return void setTimeout(done, delay);
    void reply.header('connection', 'close');
    done(tooMany(pace.longestWait));
  });
}

const tooMany = (retryAfter: number): Problem =>
  new Problem('rate-limited', 'Too many requests from your network. Please wait a moment.', { retryAfter });

/** Milliseconds between two searches for idle addresses. */
const sweepInterval = 10_000;

/**
 * Spreads the requests of one address over time, so that a flood takes no more of the server than its pace, whatever comes of
 * the requests. Counts in this instance only.
 */
export class RequestPacer {
  readonly #interval: number;
  readonly #burst: number;
  readonly #longest: number;
  /** When the next request would be due if there were no burst, in milliseconds. */
  readonly #due = new Map<string, number>();
  #lastSweep = 0;

  constructor({ burst, perSecond, longestWait }: RequestPace) {
    this.#interval = 1000 / perSecond;
    this.#burst = burst;
    this.#longest = longestWait * 1000;
  }

  /** Milliseconds that a request has to wait; undefined if that is too long. `now` is in milliseconds. */
  delay(block: string, now: number): number | undefined {
    const due = Math.max(this.#due.get(block) ?? 0, now);
    const wait = Math.max(0, due - now - (this.#burst - 1) * this.#interval);
    if (wait > this.#longest) return undefined;
    this.#due.set(block, due + this.#interval);
    if (now - this.#lastSweep > sweepInterval) this.#forgetIdle(now);
    return wait;
  }

  #forgetIdle(now: number): void {
    this.#lastSweep = now;
    for (const [block, due] of this.#due) if (due <= now) this.#due.delete(block);
  }
}
