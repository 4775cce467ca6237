/** A newspaper's own site: pages that hold the section as a publisher pastes it, and the built files beside them. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

const built = join(import.meta.dirname, '..', '..', '..', 'dist');

/** The files for script tags, and those of the package with the adapters, which import nothing that a browser would have to look up. */
const FILE = /^\/(?:article-comments\/([\w.-]+\.(?:js|css))|package\/([\w/.-]+\.js))$/;

export interface PublisherSite {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

export interface SiteOptions {
  /** The content security policy of the pages. None by default. */
  readonly policy?: string;
  /** Lines before the script tag. */
  readonly head?: string;
  /** Answers what the newspaper has besides pages; returns false for anything else. */
  readonly respond?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** `tag`: the lines below the article. */
const page = (tag: string, head: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>The pier</title>
    <link rel="icon" href="data:," />
    ${head}
    <script type="module" src="/article-comments/article-comments.js"></script>
  </head>
  <body><article><h1>The pier</h1></article>${tag}</body>
</html>`;

/**
 * Each path that is not a built file is a page with `tagOf(path)` in it. The files of the package are there below `/package/`, for
 * pages that make an adapter themselves. Listens on a free port.
 */
export async function startPublisherSite(
  tagOf: (path: string) => string,
  { policy, head = '', respond }: SiteOptions = {},
): Promise<PublisherSite> {
  const pageHeaders = { 'content-type': 'text/html', ...(policy && { 'content-security-policy': policy }) };
  const server = createServer((request, response) => {
    if (respond?.(request, response)) return undefined;
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [path, script, module = ''] = FILE.exec(pathname) ?? [];
    if (path === undefined) return void response.writeHead(200, pageHeaders).end(page(tagOf(pathname), head));
    readFile(script === undefined ? join(built, module) : join(built, 'cdn', script)).then(
      (code) =>
        response
          .writeHead(200, { 'content-type': pathname.endsWith('.css') ? 'text/css' : 'text/javascript' })
          .end(code),
      () => response.writeHead(404).end(),
    );
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
