/**
 * The server as JavaScript, a file for each source, with what it uses of the element. Packages stay imports. Everything that is no TypeScript
 * lies beside the files that read it, as in `src/`.
 */
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import typescript from '@rollup/plugin-typescript';

const folder = import.meta.dirname;
const source = join(folder, 'src');
const dist = join(folder, 'dist');
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const files = {
  name: 'files',
  buildStart: () => rmSync(dist, { recursive: true, force: true }),
  writeBundle() {
    cpSync(source, dist, { recursive: true, filter: (path) => !path.endsWith('.ts') });
    cpSync(join(folder, '..', 'src/adapters/http/openapi.yaml'), join(dist, 'http/openapi.yaml'));
  },
};

export default {
  // Languages are loaded by computed names.
  input: readdirSync(source, { recursive: true })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(source, name)),
  external: [/^node:/, ...Object.keys(dependencies).map((name) => new RegExp(`^${name}(/|$)`))],
  plugins: [files, typescript({ tsconfig: join(folder, 'tsconfig.build.json') })],
  output: { dir: dist, format: 'es', preserveModules: true, preserveModulesRoot: source },
};
