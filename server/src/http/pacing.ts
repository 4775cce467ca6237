import type { FastifyInstance } from 'fastify';
import type { RequestPace } from '../house-rules.js';
import { addressBlock } from './address-block.js';
import { Problem } from './problem.js';
import { RequestPacer } from './request-pacer.js';

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
