/**
 * Serves the test files from one esbuild bundle: all files of a run share their chunks, so that a page loads a handful of files and not
 * hundreds of modules. A dynamic `import()` of the source remains a chunk of its own, loaded when it is called.
 */
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';

/** Chunks lie here. The server answers for the folder, so it exists nowhere on disk. */
const FOLDER = '/__bundled-tests__/';

/** Loaded before each file, in the page of each file. */
const SETUP = 'test/support/fail-on-unnoticed-errors.ts';

/** @param {readonly string[]} entryPoints Absolute paths of the test files. The bundle is built once: files that change later are not noticed. */
export function bundledTestsPlugin(rootDir, entryPoints) {
  /** Text of the files by their path below `FOLDER`. */
  let outputs;
  return {
    name: 'bundled-tests',

    async serverStart() {
      const { outputFiles } = await build({
        entryPoints: [join(rootDir, SETUP), ...entryPoints],
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        tsconfig: join(rootDir, 'tsconfig.json'),
        // The build that readers get. Lit's development build warns on the console of every test.
        conditions: ['production'],
        // The runner's own modules.
        external: ['/__web-dev-server__*'],
        outbase: rootDir,
        outdir: join(rootDir, FOLDER),
        chunkNames: 'chunks/[name]-[hash]',
        sourcemap: 'inline',
        write: false,
        // `sideEffects` of package.json speaks of `dist`.
        ignoreAnnotations: true,
        logLevel: 'warning',
      });
      outputs = new Map(
        outputFiles.map(({ path, text }) => [relative(join(rootDir, FOLDER), path).replaceAll(sep, '/'), text]),
      );
    },

    serve({ path }) {
      if (path.startsWith(FOLDER)) return { body: outputs.get(path.slice(FOLDER.length)), type: 'js' };
      const name = path.slice(1).replace(/\.ts$/, '.js');
      if (!path.endsWith('.ts') || !outputs.has(name)) return undefined;
      const imports = [SETUP.replace(/\.ts$/, '.js'), name].map((file) => `import '${FOLDER}${file}';\n`);
      return { body: imports.join(''), type: 'js' };
    },
  };
}
