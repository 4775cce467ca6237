import type { FastifyRequest } from 'fastify';
import { invalidValue } from './invalid-request.js';

/** PostgreSQL cannot store the character NUL, and half a surrogate pair is no text in any encoding. */
const broken = /\0|\p{Surrogate}/u;

/** Refuses a request that holds such a character anywhere, before it can reach anything that reads it. */
export function refuseBrokenText({ query, params, body }: FastifyRequest): void {
  for (const [context, part] of Object.entries({ querystring: query, params, body })) {
    const place = findBrokenText(part);
    if (place !== undefined) throw invalidValue(place, context, 'holds a character that is none; please type it anew');
  }
}

/** The JSON pointer of the first such text. JSON is at most as deep as the body's limit in bytes, so that a list is kept instead of recursion. */
function findBrokenText(part: unknown): string | undefined {
  const waiting: (readonly [place: string, value: unknown])[] = [['', part]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [place, value] = next;
    if (typeof value === 'string' && broken.test(value)) return place;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, member] of Object.entries(value)) {
      if (broken.test(name)) return place;
      waiting.push([`${place}/${name}`, member]);
    }
  }
  return undefined;
}
