/** Leaves out of a build the declarations that no entry leads to: those of inner modules, four fifths of all, which no program reads. */
import { posix } from 'node:path';
import ts from 'typescript';

/**
 * A Rollup plugin for a build with `declaration`.
 *
 * @param {readonly string[]} entries Names of the modules that programs import, without an extension, such as `adapters/http`.
 * @returns {import('rollup').Plugin}
 */
export function publicDeclarations(entries) {
  return {
    name: 'public-declarations',
    generateBundle(_options, bundle) {
      const reached = new Set(entries.map((name) => `${name}.d.ts`));
      // A set goes on to what is added while it is read.
      for (const name of reached) {
        const file = bundle[name];
        if (!file) this.error(`There is no declaration ${name}.`);
        for (const { fileName } of ts.preProcessFile(String(file.source)).importedFiles)
          if (fileName.startsWith('.'))
            reached.add(posix.join(posix.dirname(name), fileName).replace(/(\.js)?$/, '.d.ts'));
      }
      for (const name of Object.keys(bundle)) if (name.endsWith('.d.ts') && !reached.has(name)) delete bundle[name];
    },
  };
}
