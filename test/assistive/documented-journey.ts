/** What `docs/accessibility.md` says that a screen reader says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'accessibility.md'), 'utf8');

/** The lists below the heading of a journey, as their lines. Throws where there is no such journey. */
export function documentedJourney(name: string): readonly [readonly string[], ...(readonly string[])[]] {
  const [, section] = new RegExp(`^### ${name}\\n([^]*?)(?=^##|(?![^]))`, 'm').exec(text) ?? [];
  const [first, ...others] = [...(section ?? '').matchAll(/^```text\n([^]*?)\n```$/gm)].map(([, lines = '']) =>
    lines.split('\n'),
  );
  if (!first) throw new Error(`docs/accessibility.md has no list below the heading "${name}".`);
  return [first, ...others];
}
