import type { FastifyError, FastifyRequest } from 'fastify';
import { Problem, type ProblemInfo } from './problem.js';

/** PostgreSQL cannot store NUL, and a lone surrogate has no encoding. */
const malformed = /\0|\p{Surrogate}/u;

export const isMalformed = (text: string): boolean => malformed.test(text);

/** Rejects a request with such a character in any parameter, key or value. */
export function rejectMalformedText({ query, params, body }: FastifyRequest): void {
  for (const [context, part] of Object.entries({ querystring: query, params, body })) {
    const pointer = findMalformedText(part);
    if (pointer !== undefined)
      throw invalidValueProblem(pointer, context, 'contains an invalid character; please type it again');
  }
}

/** The JSON pointer of a malformed text. Iterative, because the body limit allows nesting deeper than the stack. */
function findMalformedText(part: unknown): string | undefined {
  const queue: (readonly [pointer: string, value: unknown])[] = [['', part]];
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [pointer, value] = next;
    if (typeof value === 'string' && isMalformed(value)) return pointer;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (isMalformed(name)) return pointer;
      queue.push([`${pointer}/${name}`, member]);
    }
  }
  return undefined;
}

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
