/** What the commands that go through the states are asked for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const locales = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'locales'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

/** The languages that the grid shows, and the pseudo-locales. */
export const USUAL_LANGUAGES = ['en', 'de', 'ar', 'ja', 'en-XA', 'ar-XB'];

/** Comma-separated. Undefined where the option is absent. */
const listOf = (text) => text?.split(',').filter(Boolean);

/** Throws an error that names the values, if some are unknown. */
export function chosen(option, values, known) {
  const unknown = values?.filter((value) => !known.includes(value)) ?? [];
  if (unknown.length > 0) throw new Error(`--${option} names ${unknown.join(', ')}. Known are: ${known.join(', ')}.`);
  return values ?? known;
}

/**
 * What is named is undefined where nothing is.
 *
 * @param {Record<string, { type: 'string' }>} [more] options of one command only
 */
export function readOptions(more = {}) {
  const { values } = parseArgs({ options: { only: { type: 'string' }, languages: { type: 'string' }, ...more } });
  const languages = listOf(values.languages);
  const known = [...new Set([...USUAL_LANGUAGES, ...locales])];
  return { ...values, only: listOf(values.only), languages: languages && chosen('languages', languages, known) };
}
