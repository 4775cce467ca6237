/** A newspaper with accounts of its own, whose page tells the comments server who is reading. Its policy is strict. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { signReaderToken } from '../../../demo/examples/sign-reader-token.mjs';
import { startPublisherSite, type PublisherSite } from './publisher-site.js';

/** The newspaper's accounts. */
const readers: Readonly<Record<string, { readonly id: string; readonly name: string }>> = {
  ada: { id: 'u-7', name: 'Ada Okafor' },
  bo: { id: 'u-8', name: 'Bo Lind' },
};

const scripts: Readonly<Record<string, string>> = {
  '/watch.js': join(import.meta.dirname, '..', '..', 'pages', 'watch.js'),
  '/sign-in-page.js': join(import.meta.dirname, 'sign-in-page.js'),
};

export interface SignInSite extends PublisherSite {
  /** How often the page has asked for a token, and how often for a fresh one. */
  readonly asked: { tokens: number; fresh: number };
  /** Everything that was handed out. */
  readonly tokens: readonly string[];
}

export interface SignInSiteOptions {
  /** Address of the comments server. */
  readonly src: string;
  /** What the newspaper and the comments server share. */
  readonly secret: string;
  /** Origins besides the page's and the server's that the policy allows requests to. */
  readonly allowed?: readonly string[];
}

const page = (src: string): string => `
  <button data-reader="ada">Log in as Ada</button> <button data-reader="bo">Log in as Bo</button>
  <button data-reader="">Log out</button>
  <p><comment-count src="${src}" discussion="pier">Comments</comment-count></p>
  <article-comments loading="eager" src="${src}" discussion="pier"></article-comments>
  <script type="module" src="/sign-in-page.js"></script>`;

/** A token that outlives the clock of a server that is ahead. */
const longToken = (reader: object, secret: string): Promise<string> =>
  new SignJWT({ ...reader })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('2 hours')
    .sign(new TextEncoder().encode(secret));

export async function startSignInSite({ src, secret, allowed = [] }: SignInSiteOptions): Promise<SignInSite> {
  const asked = { tokens: 0, fresh: 0 };
  const tokens: string[] = [];

  async function respond({ url = '', method, headers }: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (scripts[pathname]) {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(await readFile(scripts[pathname]));
    } else if (method === 'POST') {
      const cookie = `reader=${searchParams.get('reader')}; HttpOnly; SameSite=Strict; Path=/`;
      response.writeHead(204, { 'set-cookie': cookie }).end();
    } else {
      const reader = readers[/\breader=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? ''];
      const isFresh = searchParams.has('refresh');
      asked.tokens++;
      if (isFresh) asked.fresh++;
      if (!reader) return void response.writeHead(401).end();
      const token = await (isFresh ? longToken(reader, secret) : signReaderToken(reader, secret));
      tokens.push(token);
      response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end(token);
    }
    return undefined;
  }

  const policy = [
    "default-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${[new URL(src).origin, ...allowed].join(' ')}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
  const site = await startPublisherSite(() => page(src), {
    policy,
    head: '<script src="/watch.js"></script>',
    respond: (request, response) => {
      const isOurs = /^\/(session|watch\.js|sign-in-page\.js)/.test(request.url ?? '');
      if (isOurs) void respond(request, response);
      return isOurs;
    },
  });
  return { ...site, asked, tokens };
}
