import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './run.js';
import { Unavailable } from './unavailable.js';

/**
 * The folder to install a server from npm in: below `BACKENDS_DIR`, by default a temporary folder. It is kept, because
 * installing takes minutes.
 */
export function packageFolder(name: string, version: string): string {
  const folder = join(process.env.BACKENDS_DIR ?? join(tmpdir(), 'article-comments-backends'), `${name}-${version}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Compiles a native package unless `file` exists. Prebuilt binaries are on hosts that a build machine may not reach; the
 * headers come with Node.
 */
export async function compile(folder: string, file: string): Promise<void> {
  if (existsSync(join(folder, file))) return;
  const headers = dirname(dirname(realpathSync(process.execPath)));
  const globalModules = (await run('npm', ['root', '-g'], { cwd: folder })).trim();
  const gyp = join(globalModules, 'npm/node_modules/node-gyp/bin/node-gyp.js');
  await run(process.execPath, [gyp, 'rebuild', '--release', `--nodedir=${headers}`, '-j', '2'], { cwd: folder }).catch(
    (error: unknown) => {
      throw new Unavailable(`${String(error)}\nIt needs a compiler: apt-get install g++ make python3`);
    },
  );
}
