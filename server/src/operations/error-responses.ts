/** Sends every error as a problem of the contract. Details of internal errors go to the log only. */
import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../rules/problem.js';
import { validationProblem } from '../rules/valid-text.js';

export function addErrorHandlers(app: FastifyInstance): void {
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((request, reply) =>
    sendProblem(reply, new Problem('not-found', `There is no ${request.method} route here.`)),
  );
}

export const sendError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, toProblem(error, request));

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { retryAfter } = problem.info;
  if (retryAfter !== undefined) void reply.header('retry-after', String(Math.ceil(retryAfter)));
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

export function toProblem(error: FastifyError, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return validationProblem(error);
  // Fastify's own errors: invalid JSON, unsupported content types, malformed URLs.
  if (error.statusCode === 413) return new Problem('too-long', 'The request is too large.');
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500)
    return new Problem('invalid', `The request is malformed: ${error.code ?? error.statusCode}.`);
  const code = randomUUID();
  request.log.error({ err: error, code }, 'A request failed.');
  return new Problem('unavailable', 'Something went wrong on our side. Please try again later.', {
    code,
    stored: 'maybe',
  });
}
