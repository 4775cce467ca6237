/** The newspaper's site in a journey: the pages, the built files for script tags, and the way to the backend. */
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Article, Reader, TabId } from '../cast.js';
import type { ModelBackend } from './model-backend.js';

const built = join(import.meta.dirname, '..', '..', '..', '..', 'dist', 'cdn');
const own = join(import.meta.dirname, '..', 'page');

/** What is wrong with the browser, or with the adapter's manners, at one tab. */
export interface TabSettings {
  /** Milliseconds that the tab's clock is ahead. */
  readonly ahead: number;
  /** What cannot even be looked at. */
  readonly blocked: readonly ('localStorage' | 'sessionStorage')[];
  /** The adapter goes on after it was told to stop. */
  readonly ignoresSignals: boolean;
}

/** Whether the code that is fetched for writing comes. `held`: not before the test lets it. */
export type CodeDelivery = 'ok' | 'missing' | 'held';

/** The file that is fetched when somebody begins to write. */
const WRITING = /^composer-/;

export class JourneySite {
  /** The backend of the present journey. */
  backend!: ModelBackend;
  /** Whether every change is told twice. */
  repeatsChanges = false;
  readonly settings = new Map<TabId, TabSettings>();
  #code: CodeDelivery = 'ok';
  /** Requests for code that are held. */
  readonly #waiting = new Set<() => void>();
  /** Requests for code that have not been answered and are not held. */
  #loading = 0;
  readonly #server = createServer((request, response) => {
    // A browser repeats what it has sent on a connection that was open before.
    response.setHeader('connection', 'close').setHeader('cache-control', 'no-store');
    this.#respond(request, response).catch((error: unknown) => {
      response.destroy();
      this.errors.push(error instanceof Error ? error : new Error(String(error)));
    });
  });
  readonly #files = new Map<string, Buffer>();
  /** What went wrong in the test itself. */
  readonly errors: Error[] = [];

  static async start(): Promise<JourneySite> {
    const site = new JourneySite();
    for (const name of (await readdir(built)).filter((file) => file.endsWith('.js')))
      site.#files.set(`/article-comments/${name}`, await readFile(join(built, name)));
    for (const name of await readdir(own)) site.#files.set(`/page/${name}`, await readFile(join(own, name)));
    if (![...site.#files.keys()].some((name) => WRITING.test(name.slice('/article-comments/'.length))))
      throw new Error(`No file of ${built} is named like the code for writing. Run npm run build.`);
    await new Promise<void>((resolve) => site.#server.listen(0, '127.0.0.1', resolve));
    return site;
  }

  get origin(): string {
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  get isLoadingCode(): boolean {
    return this.#loading > 0;
  }

  get code(): CodeDelivery {
    return this.#code;
  }

  /** What is held comes, or turns out to be missing, as soon as that is how code is delivered. */
  set code(code: CodeDelivery) {
    this.#code = code;
    if (code === 'held') return;
    for (const go of this.#waiting) go();
    this.#waiting.clear();
  }

  close(): Promise<void> {
    this.code = 'ok';
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    const [, first = '', second = '', third = ''] = pathname.split('/');
    switch (first) {
      case 'backend':
        return this.#answer(request, response, { tab: second as TabId, method: third });
      case 'events':
        return this.#sendEvents(response, second as TabId, third as Article);
      case 'article-comments':
      case 'page':
        return this.#sendFile(response, pathname, second);
      default:
        return void response
          .writeHead(200, { 'content-type': 'text/html' })
          .end(this.#page(first as TabId, second as Article));
    }
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    { tab, method }: { readonly tab: TabId; readonly method: string },
  ): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const call = JSON.parse(Buffer.concat(parts).toString()) as { as: Reader; args: readonly unknown[] };
    const answer = await this.backend.call(tab, method, call);
    if (answer === 'cut') return void response.destroy();
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #sendEvents(response: ServerResponse, tab: TabId, article: Article): void {
    const ended = new AbortController();
    response.once('close', () => ended.abort());
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    const send = (change: unknown): void => {
      const message = `data: ${JSON.stringify(change)}\n\n`;
      response.write(this.repeatsChanges ? message + message : message);
    };
    this.backend.subscribe(tab, article, send, ended.signal);
  }

  async #sendFile(response: ServerResponse, pathname: string, name: string): Promise<void> {
    const isWriting = WRITING.test(name);
    if (isWriting && this.#code === 'held') await new Promise<void>((resolve) => this.#waiting.add(resolve));
    const content = isWriting && this.#code === 'missing' ? undefined : this.#files.get(pathname);
    // Whoever asked for what was held may have gone.
    if (response.destroyed) return;
    if (content === undefined) return void response.writeHead(404).end();
    this.#loading++;
    response.once('close', () => this.#loading--);
    return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(content);
  }

  #page(tab: TabId, article: Article): string {
    const settings = { tab, features: this.backend.features, ...this.settings.get(tab) };
    return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>The ${article}</title>
    <link rel="icon" href="data:," />
    <script>window.journeySettings = ${JSON.stringify(settings)};</script>
    <script src="/page/settings.js"></script>
    <script src="/page/read-section.js"></script>
    <script type="module" src="/article-comments/article-comments.js"></script>
    <script type="module" src="/page/adapter.js"></script>
  </head>
  <body>
    <h1>The ${article}</h1>
    <article-comments loading="eager" discussion="${article}"></article-comments>
  </body>
</html>`;
  }
}
