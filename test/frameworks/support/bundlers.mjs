/** The bundlers whose output is measured, each with the settings that its users begin with, but for the names of files. */
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { build as buildWithVite } from 'vite';
import webpack from 'webpack';

const require = createRequire(import.meta.url);
const versionOf = (name) => require(`${name}/package.json`).version;

/** Each writes `main.js` and its chunks into a folder that is served below `base`. */
export const bundlers = {
  [`Vite ${versionOf('vite')}`]: (entry, outDir, base) =>
    buildWithVite({
      configFile: false,
      base,
      logLevel: 'warn',
      build: {
        outDir,
        emptyOutDir: true,
        rollupOptions: {
          input: entry,
          output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    }),

  [`webpack ${versionOf('webpack')}`]: async (entry, path, publicPath) => {
    const output = { path, publicPath, filename: 'main.js', module: true, chunkFormat: 'module' };
    const compiler = webpack({
      mode: 'production',
      entry,
      output,
      target: ['web', 'es2022'],
      experiments: { outputModule: true },
    });
    const stats = await promisify(compiler.run.bind(compiler))();
    await promisify(compiler.close.bind(compiler))();
    if (stats.hasErrors()) throw new Error(stats.toString('errors-only'));
  },

  [`esbuild ${versionOf('esbuild')}`]: (entry, outdir) =>
    esbuild.build({
      entryPoints: [entry],
      outdir,
      bundle: true,
      format: 'esm',
      splitting: true,
      minify: true,
      target: 'es2022',
      logLevel: 'warning',
    }),
};
