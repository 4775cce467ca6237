/**
 * A plug-in for rollup that gives each adapter a copy of what adapters share, and each language one of what languages share. A page uses
 * one of each: this way it is one file, with nothing in it that only the others need. An adapter is 1.5 to 2.4 kB less than with a shared
 * file, and a language is one request. Nothing that is shared has any state.
 */
import { relative, resolve } from 'node:path';

/** The modules that are copied, and the folder of those that get a copy. Modules elsewhere use the original. */
const SHARED = [
  { modules: resolve('src/adapters/shared'), into: resolve('src/adapters') },
  // The element loads it for a response that breaks the contract.
  { modules: resolve('src/model/contract'), into: resolve('src/adapters') },
  { modules: resolve('src/i18n/plural.ts'), into: resolve('src/locales') },
];

export const copySharedModules = {
  name: 'copy-shared-modules',
  async resolveId(source, importer = '', options) {
    const resolved = await this.resolve(source, importer.replace(/\?.*/, ''), { ...options, skipSelf: true });
    const shared = SHARED.find(({ modules }) => resolved?.id.startsWith(modules));
    // `importer` is a file of the adapter or language, another copy, or elsewhere.
    if (!shared || !(importer.includes('?') || importer.startsWith(shared.into))) return resolved;
    const [, copy = relative(shared.into, importer).replace(/[/.].*/, '')] = importer.split('?');
    return { ...resolved, id: `${resolved.id}?${copy}` };
  },
  async load(id) {
    const [file, copy] = id.split('?');
    return copy === undefined ? null : (await this.load({ id: file })).code;
  },
};
