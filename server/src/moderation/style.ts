import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The style sheet of the moderation pages: colours, fonts and controls of the demo, then what is their own. */
export const readStyle = (): string =>
  [join(import.meta.dirname, '..', 'http', 'base.css'), join(import.meta.dirname, 'page.css')]
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');

/** The script that shows times in the time zone of the reader. */
export const readLocalTimes = (): string =>
  readFileSync(join(import.meta.dirname, '..', 'legal-notices', 'local-times.js'), 'utf8');

/** The scripts of the queues by name. */
export function readScripts(): ReadonlyMap<string, string> {
  const folder = join(import.meta.dirname, 'scripts');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}
