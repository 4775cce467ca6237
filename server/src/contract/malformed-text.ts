import type { FastifyRequest } from 'fastify';
import { invalidValueProblem } from './validation-problem.js';

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
