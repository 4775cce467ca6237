import type { FastifyInstance } from 'fastify';
import { Problem } from '../rules/problem.js';

/** The fields of a submitted form, each with all its values. */
export type Form = Readonly<Record<string, readonly string[]>>;

/** Fields of a form. The longest one is that of a page of a queue with all its comments selected. */
const maxFields = 500;

/** Makes the app read forms, and nothing else. */
export function acceptFormsOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: unknown, body: string | Buffer) => readForm(String(body)),
  );
}

/** Reads the fields in one pass. Throws a `Problem` if there are too many. */
export function readForm(body: string): Form {
  const form = new Map<string, string[]>();
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1;
    if (count > maxFields)
      throw new Problem(
        'too-long',
        `The form has more than ${maxFields} fields. Select fewer comments, and send it again.`,
      );
    const values = form.get(name);
    if (values) values.push(value);
    else form.set(name, [value]);
  }
  return Object.fromEntries(form);
}

/** The only value of a field; an empty string if there is none. */
export const valueOf = (form: Form, name: string): string => (Object.hasOwn(form, name) ? (form[name]?.[0] ?? '') : '');

export const valuesOf = (form: Form, name: string): readonly string[] =>
  Object.hasOwn(form, name) ? (form[name] ?? []) : [];
