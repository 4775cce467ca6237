/** Says in words what a request that breaks the contract's schemas got wrong. */
import type { FastifyError } from 'fastify';
import { Problem, type ProblemInfo } from '../http/problem.js';

type Field = NonNullable<ProblemInfo['field']>;

/** What readers fill in, by its place in a request, and what they call it. */
const fields: Readonly<Record<string, readonly [Field, string]>> = {
  '/body': ['body', 'text'],
  '/guest/name': ['name', 'name'],
  '/guest/email': ['email', 'email address'],
  '/guest/website': ['website', 'address of the website'],
};

const parts: Readonly<Record<string, string>> = { querystring: 'parameter', params: 'parameter', body: 'member' };

export function invalidRequest({ validation, validationContext = 'body' }: FastifyError): Problem {
  const [first] = validation ?? [];
  if (!first) return new Problem('invalid', 'The request cannot be read.');
  const missing = first.keyword === 'required' ? `/${String(first.params['missingProperty'])}` : '';
  return invalidValue(`${first.instancePath}${missing}`, validationContext, missing ? 'is missing' : (first.message ?? 'is not valid'));
}

/** `place` is a JSON pointer into the part of the request that `context` names as Fastify does. */
export function invalidValue(place: string, context: string, what: string): Problem {
  const [field, word] = (context === 'body' && fields[place]) || [];
  if (field !== undefined) return new Problem('invalid', `The ${word} ${what}.`, { field });
  const name = place.slice(1).replaceAll('/', '.');
  return new Problem('invalid', name === '' ? `The ${context} ${what}.` : `The ${parts[context] ?? 'value'} "${name}" ${what}.`);
}
