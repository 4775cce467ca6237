/**
 * A plug-in for rollup that gives each adapter a copy of what adapters share, and each file of a language one of what languages and its own
 * files share. A page uses one adapter and one language: this way, each is one file, with nothing in it that only the others need. An
 * adapter is 1.5 to 2.4 kB less than with a shared file, and a file of a language is one request. For the same reason, the two scripts that
 * a page names have a copy of all that they import. No state is shared by a module: what all elements of a page have in common, such as the
 * registered languages, belongs to the page.
 */
import { readdirSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const countedNouns = readdirSync('src/locales/parts')
  .filter((name) => name.endsWith('-counted-nouns.ts'))
  .map((name) => ({ modules: resolve('src/locales/parts', name), into: resolve('src/locales'), perFile: true }));

/** The modules that are copied, and the folder of those that get a copy: one for each adapter or, with `perFile`, for each file. */
const SHARED = [
  { modules: resolve('src/adapters/shared'), into: resolve('src/adapters') },
  // The element loads it for a response that breaks the contract.
  { modules: resolve('src/model/contract'), into: resolve('src/adapters') },
  { modules: resolve('src/i18n/plural.ts'), into: resolve('src/locales'), perFile: true },
  ...countedNouns,
  { modules: resolve('src/model/drafts/text-length.ts'), into: resolve('src/adapters') },
  { modules: resolve('src/model/rules.ts'), into: resolve('src/adapters') },
];

/**
 * Modules in `src/` whose files import nothing statically, because they have a copy of all that they import. The translation of counts would
 * otherwise load the section, which has most of it.
 */
const WHOLE = ['loader', 'cdn-counts', 'elements/count/translation'];

export const copySharedModules = {
  name: 'copy-shared-modules',
  async resolveId(source, importer = '', options) {
    const [file, known] = importer.split('?');
    const resolved = await this.resolve(source, file, { ...options, skipSelf: true });
    const whole = WHOLE.find((name) => name === known || resolve('src', `${name}.ts`) === file);
    if (whole) return { ...resolved, id: `${resolved.id}?${whole}` };
    const shared = SHARED.find(({ modules }) => resolved?.id.startsWith(modules));
    // `importer` is a file of the adapter or language, another copy, or elsewhere.
    if (!shared || !(known || importer.startsWith(shared.into))) return resolved;
    const importing = relative(shared.into, importer);
    const copy = known ?? importing.replace(shared.perFile ? /\.ts$/ : /[/.].*/, '');
    return { ...resolved, id: `${resolved.id}?${copy}` };
  },
  /** What is loaded later is the same file for all, without a copy. */
  async resolveDynamicImport(source, importer) {
    return typeof source === 'string' ? this.resolve(source, importer.replace(/\?.*/, ''), { skipSelf: true }) : null;
  },
  async load(id) {
    const [file, copy] = id.split('?');
    return copy === undefined ? null : (await this.load({ id: file })).code;
  },
};
