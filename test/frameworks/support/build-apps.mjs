/** Builds an app as its framework's users do, into a folder below `node_modules`, where Node finds the packages for a server. */
import { execFileSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { build } from 'vite';

const home = join(import.meta.dirname, '..');
const target = (...names) => join(home, 'node_modules', '.cache', ...names);

/** Runs a program of one of the packages. Throws with what it has printed if it fails. */
export function runPackage(program, parameters) {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
  const options = { cwd: home, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  try {
    execFileSync(join(home, 'node_modules', '.bin', program), parameters, options);
  } catch (cause) {
    throw new Error(`${program} ${parameters.join(' ')}\n${cause.stdout}${cause.stderr}`, { cause });
  }
}

/** For a browser. `mode: 'development'`: the framework warns of what it finds wrong. Returns the folder with `index.html`. */
export async function buildWithVite(app, { mode = 'production' } = {}) {
  const outDir = target('apps', mode, app);
  const define = { 'process.env.NODE_ENV': JSON.stringify(mode) };
  await build({
    root: join(home, app),
    base: './',
    mode,
    define,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}

/** For Node. Returns the module with the function `render`. */
export async function buildForServer(app, entry) {
  const outDir = target('servers', app);
  await build({ root: join(home, app), logLevel: 'warn', build: { ssr: entry, outDir, emptyOutDir: true } });
  return join(outDir, 'server.js');
}

/** Angular's compiler checks the templates and writes modules, which esbuild bundles. */
export async function buildWithAngular(app) {
  runPackage('ngc', ['-p', app]);
  const outdir = target('apps', app);
  await esbuild.build({
    entryPoints: [target('angular-modules', app, 'main.js')],
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    target: 'es2022',
    outdir,
    logLevel: 'warning',
  });
  copyFileSync(join(home, app, 'index.html'), join(outdir, 'index.html'));
  return outdir;
}

/** Astro renders its pages, and builds their scripts with a Vite of its own. */
export function buildWithAstro(app) {
  const outDir = target('apps', app);
  runPackage('astro', ['build', '--root', app, '--outDir', outDir]);
  return outDir;
}
