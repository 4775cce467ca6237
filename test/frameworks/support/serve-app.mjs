/** Serves a built app. `transform` may change the page on its way, as a server that renders does. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

export async function serveApp(folder, transform = (html) => html) {
  const server = createServer(async ({ url }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = pathname === '/' ? '/index.html' : normalize(pathname);
    const type = types[extname(file)] ?? 'application/octet-stream';
    try {
      const body = await readFile(join(folder, file));
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
      response.end(type === 'text/html' ? transform(body.toString()) : body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
