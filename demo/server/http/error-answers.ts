/** Makes every failure a problem of the contract. What went wrong inside is told to the log and to nobody else. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invalidRequest } from '../contract/invalid-request.js';
import { Problem } from './problem.js';

export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(reply, problemOf(error, request)));
  app.setNotFoundHandler((request, reply) => sendProblem(reply, new Problem('not-found', `There is no ${request.method} here.`)));
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfter } = problem.info;
  if (retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfter)));
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

export function problemOf(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return invalidRequest(error);
  // What Fastify refuses by itself: JSON that is none, a foreign content type, an address with a broken escape.
  if (error.statusCode === 413) return new Problem('too-long', 'This is too long.');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('invalid', `The request cannot be read: ${error.code ?? error.statusCode}.`);
  const code = randomUUID();
  request.log.error({ err: error, code }, 'A request failed.');
  return new Problem('unavailable', 'Something went wrong on our side. Please try again later.', { code, stored: 'maybe' });
}
