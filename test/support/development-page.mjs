/** A page with the npm modules and Lit's development build, as a developer has them: names are kept, and Lit warns. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';

const root = join(import.meta.dirname, '..', '..');

/** Bundles a script that imports from `article-comments`. */
async function bundle(script) {
  const entry = {
    name: 'entry',
    resolveId: (id) => {
      if (id.startsWith('article-comments')) return fileURLToPath(import.meta.resolve(id));
      return id === 'entry' ? id : null;
    },
    load: (id) => (id === 'entry' ? script : null),
  };
  const resolver = nodeResolve({ browser: true, exportConditions: ['development'], rootDir: root });
  const build = await rollup({ input: 'entry', plugins: [entry, resolver] });
  const { output } = await build.generate({ format: 'es', inlineDynamicImports: true });
  await build.close();
  return output[0].code;
}

/**
 * Serves a page with the given markup and module script.
 *
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serveDevelopmentPage({ markup, script }) {
  const code = await bundle(script);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>The ferry pier</title>
<link rel="icon" href="data:,">${markup}<script type="module" src="/script.js"></script></html>`;
  const server = createServer(({ url }, response) => {
    const [type, body] = url === '/script.js' ? ['text/javascript', code] : ['text/html', html];
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
