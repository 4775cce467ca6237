import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './run.js';

/**
 * Where a server that comes from npm is installed: in `BACKENDS_DIR`, by default a folder among the machine's temporary
 * files. It is kept, because installing takes minutes.
 */
export function packageFolder(name: string, version: string): string {
  const folder = join(process.env.BACKENDS_DIR ?? join(tmpdir(), 'article-comments-backends'), `${name}-${version}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Compiles a native package where `file` is not there yet. Prebuilt binaries lie on hosts of their own, which a build
 * machine need not reach; the headers come with Node.
 */
export async function compile(folder: string, file: string): Promise<void> {
  if (existsSync(join(folder, file))) return;
  const headers = dirname(dirname(realpathSync(process.execPath)));
  const globalModules = (await run('npm', ['root', '-g'], { cwd: folder })).trim();
  const gyp = join(globalModules, 'npm/node_modules/node-gyp/bin/node-gyp.js');
  await run(process.execPath, [gyp, 'rebuild', '--release', `--nodedir=${headers}`, '-j', '2'], { cwd: folder });
}
