/** Problems for requests that do not match the contract's schemas. */
import type { FastifyError } from 'fastify';
import { Problem, type ProblemInfo } from '../http/problem.js';

type Field = NonNullable<ProblemInfo['field']>;

/** Form fields by JSON pointer, with the words readers know them by. */
const fields: Readonly<Record<string, readonly [Field, string]>> = {
  '/body': ['body', 'text'],
  '/guest/name': ['name', 'name'],
  '/guest/email': ['email', 'email address'],
  '/guest/website': ['website', 'website address'],
  '/notice/explanation': ['body', 'explanation'],
  '/notice/name': ['name', 'name'],
  '/notice/email': ['email', 'email address'],
};

/** Texts that readers write. Other values that are too long are invalid. */
const texts: readonly string[] = ['/body', '/detail', '/notice/explanation', '/notice/law'];

const parts: Readonly<Record<string, string>> = { querystring: 'parameter', params: 'parameter', body: 'member' };

export function validationProblem({ validation, validationContext = 'body' }: FastifyError): Problem {
  const [first] = validation ?? [];
  if (!first) return new Problem('invalid', 'The request is malformed.');
  const missing = first.keyword === 'required' ? `/${String(first.params['missingProperty'])}` : '';
  const pointer = `${first.instancePath}${missing}`;
  const complaint = missing ? 'is missing' : (first.message ?? 'is not valid');
  const { detail, info } = invalidValueProblem(pointer, validationContext, complaint);
  return new Problem(first.keyword === 'maxLength' && texts.includes(pointer) ? 'too-long' : 'invalid', detail, info);
}

/** `pointer` is a JSON pointer into the part of the request that `context` names, in Fastify's terms. */
export function invalidValueProblem(pointer: string, context: string, complaint: string): Problem {
  const [field, word] = (context === 'body' && fields[pointer]) || [];
  if (field !== undefined) return new Problem('invalid', `The ${word} ${complaint}.`, { field });
  const name = pointer.slice(1).replaceAll('/', '.');
  return new Problem(
    'invalid',
    name === '' ? `The ${context} ${complaint}.` : `The ${parts[context] ?? 'value'} "${name}" ${complaint}.`,
  );
}
