import type { FastifyInstance } from 'fastify';

/** The fields of a submitted form, each with all its values. */
export type Form = Readonly<Record<string, readonly string[]>>;

/** Makes the app read forms, and nothing else. */
export function acceptFormsOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    const fields = new URLSearchParams(String(body));
    const form: Form = Object.fromEntries([...new Set(fields.keys())].map((name) => [name, fields.getAll(name)]));
    done(null, form);
  });
}

/** The only value of a field; an empty string if there is none. */
export const valueOf = (form: Form, name: string): string => (Object.hasOwn(form, name) ? (form[name]?.[0] ?? '') : '');

export const valuesOf = (form: Form, name: string): readonly string[] =>
  Object.hasOwn(form, name) ? (form[name] ?? []) : [];
