/**
 * A plug-in for rollup that gives each adapter a copy of what adapters share, and each file of a language one of what languages and its own
 * files share. A page uses one adapter and one language: this way, each is one file, with nothing in it that only the others need. An
 * adapter is 1.5 to 2.4 kB less than with a shared file, and a file of a language is one request. Nothing that is shared has any state.
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
  // The scripts for discussions and for counts have them in common, and the first one imports nothing.
  ...['cdn-backends', 'cdn-locales', 'elements/define-once'].map((name) => ({
    modules: resolve('src', `${name}.ts`),
    into: resolve('src/cdn-counts.ts'),
    isFile: true,
  })),
  // The script tag's file imports nothing.
  ...['model/adapter', 'elements/page/near'].map((name) => ({
    modules: resolve('src', `${name}.ts`),
    into: resolve('src/loader.ts'),
    isFile: true,
  })),
];

export const copySharedModules = {
  name: 'copy-shared-modules',
  async resolveId(source, importer = '', options) {
    const resolved = await this.resolve(source, importer.replace(/\?.*/, ''), { ...options, skipSelf: true });
    const shared = SHARED.find(({ modules }) => resolved?.id.startsWith(modules));
    // `importer` is a file of the adapter or language, another copy, or elsewhere.
    const isCopy = importer.includes('?') && !shared?.isFile;
    if (!shared || !(isCopy || importer.startsWith(shared.into))) return resolved;
    const importing = relative(shared.into, importer);
    const [, copy = importing.replace(shared.perFile ? /\.ts$/ : /[/.].*/, '')] = importer.split('?');
    return { ...resolved, id: `${resolved.id}?${copy}` };
  },
  async load(id) {
    const [file, copy] = id.split('?');
    return copy === undefined ? null : (await this.load({ id: file })).code;
  },
};
