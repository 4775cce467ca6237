/** Tests of pure modules share a page for each of their folders, as they share a process in Node: most of them take less time than a page. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { suitesNamed } from '../../suites.mjs';

const testsFolder = join(import.meta.dirname, '..', '..');

/** The runner takes files, so the pages are some, where Git ignores them. */
const cache = join(testsFolder, '..', 'node_modules', '.cache');

const folderOf = (file) => relative(testsFolder, file).split(sep)[0];

/** Writes a file that imports the others. */
function write(page, files) {
  writeFileSync(page, files.map((file) => `import ${JSON.stringify(file)};\n`).join(''));
  return page;
}

/**
 * The files that a page each is loaded for: tests of pure modules are replaced by files that import them, which exist until the process
 * ends.
 *
 * @param {readonly string[]} files Absolute paths of test files.
 */
export function filesOfPages(files) {
  const modules = new Set(suitesNamed(['modules']).flatMap((suite) => suite.files));
  const pure = files.filter((file) => modules.has(file));
  if (pure.length === 0) return files;
  mkdirSync(cache, { recursive: true });
  const pages = mkdtempSync(join(cache, 'pages-of-modules-'));
  process.once('exit', () => rmSync(pages, { recursive: true, force: true }));
  const folders = new Set(pure.map(folderOf));
  const shared = [...folders].map((folder) =>
    write(
      join(pages, `${folder}.ts`),
      pure.filter((file) => folderOf(file) === folder),
    ),
  );
  return [...files.filter((file) => !modules.has(file)), ...shared];
}
