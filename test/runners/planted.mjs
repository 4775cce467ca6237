/** Files with planted faults, for the tests of the runners. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';

/** Inside the repository, where the files find its packages and the test server finds them, and outside of `test`. */
const parent = join(import.meta.dirname, '..', '..', 'node_modules', '.cache');

/**
 * Writes the files into a folder, runs `work` with their paths, and removes the folder again.
 *
 * @template Result
 * @param {Readonly<Record<string, string>>} contents By name.
 * @param {(paths: readonly string[]) => Promise<Result>} work
 */
export async function withPlanted(contents, work) {
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'planted-'));
  // Node does not look for the type of a package above `node_modules`, and would give CommonJS copies of the packages of its own.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  try {
    const paths = Object.entries(contents).map(([name, content]) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    });
    return await work(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes what a runner prints, so that its failures are not read as those of these tests. */
export const nowhere = () => new PassThrough().resume();

/** What a count says, without the folder of the planted files. */
export const lines = ({ failures }) => failures.map((line) => line.replace(/node_modules\/\.cache\/planted-\w+\//, ''));
