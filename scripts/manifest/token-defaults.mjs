/** Gives each custom property its default, from the style sheets: `var(--name, default)`. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The text from `start` to the bracket that closes it. */
function upToClosing(text, start) {
  let depth = 0;
  for (let end = start; end < text.length; end++) {
    if (text[end] === '(') depth++;
    else if (text[end] === ')' && depth-- === 0) return text.slice(start, end);
  }
  throw new Error(`Nothing closes: ${text.slice(start, start + 80)}`);
}

/** The custom properties in the style sheets of a folder, with their defaults. The first counts: single rules may have another. */
export function readTokenDefaults(folder) {
  const defaults = new Map();
  for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.styles.ts'))) {
    const css = readFileSync(join(folder, file), 'utf8');
    for (const { 1: name, 0: match, index } of css.matchAll(/var\((--article-comments-[\w-]+),\s*/g))
      if (!defaults.has(name)) defaults.set(name, upToClosing(css, index + match.length));
  }
  return defaults;
}

export function tokenDefaults(folder = 'src') {
  return {
    name: 'token-defaults',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const defaults = readTokenDefaults(folder);
      for (const { cssProperties = [] } of modules.flatMap(({ declarations }) => declarations))
        for (const property of cssProperties) property.default = defaults.get(property.name);
    },
  };
}
