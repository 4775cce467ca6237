/**
 * Serves the test files from one esbuild bundle: all files of a run share their chunks, so that a page loads a handful of files and not
 * hundreds of modules. A dynamic `import()` of the source remains a chunk of its own, loaded when it is called.
 */
import { join, relative, sep } from 'node:path';
import { build } from 'esbuild';

/** Chunks lie here. The server answers for the folder, so it exists nowhere on disk. */
const FOLDER = '/__bundled-tests__/';

/** Loaded before each file, in the page of each file. */
const SETUP = [
  'fail-on-unnoticed-errors.ts',
  'browser-runner/fail-without-assertion.ts',
  'browser-runner/day-of-tests.ts',
  'browser-runner/idle-at-once.ts',
].map((name) => `test/support/${name}`);

/** Tests without a section, also those on the pages of `shared-pages.mjs`, and of what happens before its code is loaded. */
const WITHOUT_LATE_CODE =
  /^(test\/(model|adapters|i18n|locales|conformance|elements\/early-typing\.test)\b|node_modules\/\.cache\/pages-of-modules-)/;

/**
 * Loads the code that a section imports when it needs it with the page, before its tests start: otherwise their patience includes
 * requests, and on a busy machine the first test of a page fails.
 */
const loadLateCode = (chunks) => `await Promise.all(${JSON.stringify(chunks)}.map((chunk) => import(chunk)));`;

/**
 * Builds the bundle once: files that change later are not noticed.
 *
 * @param {string} rootDir
 * @param {readonly string[]} entryPoints Absolute paths of the test files.
 * @returns The plugin that serves the bundle, and the paths of its files that come from no source, only from esbuild.
 */
export async function bundleTests(rootDir, entryPoints) {
  const outdir = join(rootDir, FOLDER);
  const { outputFiles, metafile } = await build({
    entryPoints: [...SETUP.map((file) => join(rootDir, file)), ...entryPoints],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: join(rootDir, 'tsconfig.json'),
    // The build that readers get. Lit's development build warns on the console of every test.
    conditions: ['production'],
    // The runner's own modules.
    external: ['/__web-dev-server__*'],
    absWorkingDir: rootDir,
    outbase: rootDir,
    outdir,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'inline',
    metafile: true,
    write: false,
    // `sideEffects` of package.json speaks of `dist`.
    ignoreAnnotations: true,
    logLevel: 'warning',
  });
  const outputs = new Map(outputFiles.map(({ path, text }) => [relative(outdir, path).replaceAll(sep, '/'), text]));
  const withoutSource = Object.entries(metafile.outputs)
    .filter(([, { inputs }]) => Object.values(inputs).every(({ bytesInOutput }) => bytesInOutput === 0))
    .map(([path]) => path);

  const lateCode = Object.entries(metafile.outputs)
    .filter(([, { entryPoint }]) => /^src\/(content|elements|model)\//.test(entryPoint ?? ''))
    .map(([path]) => `/${path}`);

  const plugin = {
    name: 'bundled-tests',
    serve({ path }) {
      const output = path.startsWith(FOLDER) && outputs.get(path.slice(FOLDER.length));
      if (output) return { body: output, type: 'js' };
      const name = path.slice(1).replace(/\.ts$/, '.js');
      if (!path.endsWith('.ts') || !outputs.has(name)) return undefined;
      const imports = [...SETUP.map((file) => file.replace(/\.ts$/, '.js')), name].map(
        (file) => `import '${FOLDER}${file}';\n`,
      );
      const late = WITHOUT_LATE_CODE.test(name) ? '' : loadLateCode(lateCode);
      return { body: imports.join('') + late, type: 'js' };
    },
  };
  return { plugin, withoutSource };
}
