/** Which entries of the lock file run at a newspaper: with the element, the server and the import, but not with the tools of this repository. */
import { readFileSync, readdirSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * What newspapers run beside the element. Of its packages, `package.json` may list some as development dependencies, because the element
 * does not need them. So they are found by the imports.
 */
const programs = ['demo/server'];

/** The name of the package that a specifier such as `@fastify/cookie/types.js` imports from. */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/**
 * The packages that the modules of these folders import, and the modules that those import. Types do not count.
 *
 * @param {string} root The folder of the repository.
 * @param {readonly string[]} folders
 * @returns {Promise<readonly string[]>}
 */
export async function importedPackages(root, folders) {
  const entryPoints = folders.flatMap((folder) => {
    const modules = readdirSync(join(root, folder), { recursive: true }).filter((name) => /(?<!\.d)\.ts$/.test(name));
    if (modules.length === 0)
      throw new Error(`${folder} has no TypeScript. Correct the list of programs in scripts/runtime-packages.mjs.`);
    return modules.map((name) => join(root, folder, name));
  });
  const { metafile } = await build({
    entryPoints,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outdir: join(root, 'unused'),
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  const specifiers = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external).map(({ path }) => path),
  );
  // A computed path, such as that of a language, is no package.
  const isPackage = (specifier) => !isBuiltin(specifier) && !specifier.startsWith('.');
  return [...new Set(specifiers.filter(isPackage).map(packageOf))].sort();
}

/** What the commands of `package.json` that start a program load before it: `node --import tsx demo/server/main.ts`. */
const preloadedPackages = (scripts, folders) =>
  Object.values(scripts)
    .filter((command) => folders.some((folder) => command.includes(`${folder}/`)))
    .flatMap((command) => [...command.matchAll(/--import[= ](\S+)/g)].map(([, specifier]) => packageOf(specifier)));

/** The entry that Node finds for a package, from the folder of another entry upwards. */
function entryFor(packages, from, name) {
  for (let folder = from; ; folder = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '') {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    // A package of this repository is a link to its folder.
    if (packages[path]) return packages[path].link ? packages[path].resolved : path;
    if (folder === '') return undefined;
  }
}

/** What an entry loads: `[name, whether it may be missing]`. */
function requirementsOf({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }) {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [
    ...[...Object.keys(dependencies ?? {}), ...peers].map((name) => [name, false]),
    ...Object.keys(optionalDependencies ?? {}).map((name) => [name, true]),
  ];
}

/**
 * The paths of the packages with these names, of the dependencies of the repository's own packages, and of all that these need.
 *
 * @param {Record<string, object>} packages The member `packages` of a lock file.
 * @param {readonly string[]} names
 * @returns {Set<string>}
 */
export function withDependencies(packages, names) {
  const isOwn = (path) => !path.includes('node_modules/');
  const found = new Set();
  const follow = (from, name, mayBeMissing) => {
    const path = entryFor(packages, from, name);
    if (path === undefined) {
      if (mayBeMissing) return;
      throw new Error(`package-lock.json has no ${name}, which ${from || 'this repository'} needs. Run npm install.`);
    }
    if (found.has(path)) return;
    found.add(path);
    for (const [next, optional] of requirementsOf(packages[path])) follow(path, next, optional);
  };
  for (const [path, { dependencies, optionalDependencies }] of Object.entries(packages).filter(([path]) => isOwn(path)))
    for (const [name, optional] of requirementsOf({ dependencies, optionalDependencies })) follow(path, name, optional);
  for (const name of names) follow('', name, false);
  return found;
}

/**
 * The packages that the server and the import load by themselves.
 *
 * @param {string} root The folder of the repository.
 */
export async function programPackages(root) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return [...(await importedPackages(root, programs)), ...preloadedPackages(scripts, programs)];
}

/**
 * The paths in the lock file of what newspapers run, such as `node_modules/fastify`.
 *
 * @param {string} root The folder of the repository.
 */
export async function runtimePackages(root) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return withDependencies(packages, await programPackages(root));
}
