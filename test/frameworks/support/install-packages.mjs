/** Installs the frameworks in the versions that `package.json` and the date in `.npmrc` determine, and this package from the tarball that would be published. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..');
const root = join(folder, '..', '..');

const npm = (cwd, ...parameters) =>
  execFileSync('npm', [...parameters, '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
  });

/** Where npm keeps what it has installed last. */
const installed = join(folder, 'node_modules', '.package-lock.json');

const areCurrent = () =>
  existsSync(installed) &&
  ['package.json', '.npmrc'].every((name) => statSync(installed).mtimeMs > statSync(join(folder, name)).mtimeMs);

export function installPackages() {
  if (!areCurrent()) {
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    npm(folder, 'install');
  }
  const target = join(folder, 'node_modules', '.cache');
  mkdirSync(target, { recursive: true });
  const [{ filename }] = JSON.parse(npm(root, 'pack', '--json', '--pack-destination', target));
  // npm leaves alone what it has installed under the same name and version before.
  rmSync(join(folder, 'node_modules', 'article-comments'), { recursive: true, force: true });
  npm(folder, 'install', '--no-save', join(target, filename));
}
