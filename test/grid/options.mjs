/** What the commands that go through the states are asked for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const locales = readdirSync(join(import.meta.dirname, '..', '..', 'src', 'locales'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

/** The languages that the grid shows where they have words, and the pseudo-locales. */
const usual = [...['en', 'de', 'ar', 'ja'].filter((language) => locales.includes(language)), 'en-XA', 'ar-XB'];

/** Comma-separated. Undefined where the option is absent. */
const listOf = (text) => text?.split(',').filter(Boolean);

/** Throws an error that names the values, if some are unknown. */
export function chosen(option, values, known) {
  const unknown = values?.filter((value) => !known.includes(value)) ?? [];
  if (unknown.length > 0) throw new Error(`--${option} names ${unknown.join(', ')}. Known are: ${known.join(', ')}.`);
  return values ?? known;
}

/** @returns {{ only: string[] | undefined, languages: string[] }} */
export function readOptions(args = process.argv.slice(2)) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, languages: { type: 'string' } } });
  const known = [...new Set([...usual, ...locales])];
  const languages = listOf(values.languages);
  return { only: listOf(values.only), languages: languages ? chosen('languages', languages, known) : usual };
}
