/** What the features say of themselves in their comments: the parts that they render, and the actions that they report. */
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

/**
 * The lines ` * @tag name - description` in the files of a folder.
 * @param {string} tag
 * @param {string} folder
 * @returns {{ name: string, description: string, file: string }[]} In the order of the files.
 */
export function readTags(tag, folder = 'src/elements') {
  const line = new RegExp(`^ \\* @${tag} (?<name>[\\w-]+) - (?<description>.+)$`, 'gm');
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.ts'));
  return files
    .sort()
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(line)].map(({ groups }) => ({ ...groups, file })));
}

/** Throws if a name is described twice: each would be half of the truth. */
export function requireOnce(tags) {
  const first = new Map();
  for (const { name, file } of tags) {
    if (first.has(name))
      throw new Error(`${name} is described in ${first.get(name)} and in ${file}. Describe it once.`);
    first.set(name, file);
  }
  return tags;
}

/** Adds the parts that the features of a section render to those of the element. */
export function featureParts() {
  return {
    name: 'feature-parts',
    packageLinkPhase({ customElementsManifest: { modules } }) {
      const section = modules
        .flatMap(({ declarations }) => declarations)
        .find(({ name }) => name === 'ArticleComments');
      // Other elements describe their own.
      const analyzed = new Set(modules.map(({ path }) => path));
      const ofFeatures = readTags('csspart').filter(({ file }) => !analyzed.has(file));
      const own = section.cssParts.map(({ name }) => ({ name, file: 'src/elements/properties.ts' }));
      requireOnce([...own, ...ofFeatures]);
      section.cssParts.push(...ofFeatures.map(({ name, description }) => ({ name, description })));
    },
  };
}
