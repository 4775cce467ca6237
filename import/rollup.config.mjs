/** The command and its thread, with what they use of the element, and an entry for the server. Packages stay imports. */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import typescript from '@rollup/plugin-typescript';

const folder = import.meta.dirname;
const dist = join(folder, 'dist');
const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

export default {
  input: {
    cli: join(folder, 'src/main.ts'),
    index: join(folder, 'src/index.ts'),
    'sqlite-worker': join(folder, 'src/sqlite-worker.js'),
  },
  external: [/^node:/, ...Object.keys(dependencies)],
  plugins: [
    { name: 'clean', buildStart: () => rmSync(dist, { recursive: true, force: true }) },
    typescript({ tsconfig: join(folder, 'tsconfig.build.json') }),
  ],
  output: { dir: dist, format: 'es', chunkFileNames: '[name].js' },
};
