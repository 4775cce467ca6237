/**
 * Readers of a newspaper with accounts of its own: its page, with a script tag and a strict policy, says who they are by the property
 * `token`, and the comments server takes its word.
 */
import assert from 'node:assert/strict';
import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, describe, it } from 'node:test';
import { chromium, type Browser, type Request } from 'playwright-core';
import { forwardTo, startPages } from '../../demo/pages-server.mjs';
import { createPgliteDatabase, type TestDatabase } from '../support/demo-server/pglite-database.js';
import { TestServer } from '../support/demo-server/test-server.js';
import { findChromium } from '../support/find-chromium.mjs';
import { ReaderPage } from '../support/journeys/reader-page.js';
import { startSignInSite, type SignInSite } from '../support/journeys/sign-in-site.js';

const secret = 'a secret that publisher and server share';

describe('a reader who is signed in at the newspaper', () => {
  let database: TestDatabase;
  let server: TestServer;
  let site: SignInSite;
  let browser: Browser;

  before(async () => {
    database = await createPgliteDatabase();
    server = await TestServer.start(database.config, { identities: { kind: 'jwt', key: { secret } } });
    site = await startSignInSite({ src: server.address, secret });
    browser = await chromium.launch({ ...(await findChromium()), headless: true });
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  after(async () => {
    await browser?.close();
    await site?.close();
    await server?.close();
    await database?.drop();
  });

  const open = (): Promise<ReaderPage> => ReaderPage.open(browser, `${site.origin}/pier`);
  const press = ({ page }: ReaderPage, name: string): Promise<void> => page.getByRole('button', { name }).click();

  /** The page's own buttons have been pressed, and the section knows who is there. */
  async function logIn(reader: ReaderPage, name: 'Ada' | 'Bo'): Promise<void> {
    await press(reader, `Log in as ${name}`);
    await reader.textBox.focus();
    await reader.reads(new RegExp(`Posting as ${name}`));
  }

  it('takes what was written before along, and posts it as that reader', async () => {
    const reader = await open();
    await reader.textBox.focus();
    await reader.write('Written before I signed in');
    await logIn(reader, 'Ada');
    assert.equal(await reader.textBox.inputValue(), 'Written before I signed in');
    assert.deepEqual(await reader.post(), { type: 'posted' });
    const comment = reader.comment('Written before I signed in');
    await comment.getByText('Ada Okafor').first().waitFor();
    await comment.getByRole('button', { name: /^Edit/ }).waitFor();
    await reader.page.locator('comment-count').getByText('1 comment').waitFor();
  });

  it('is known again on the next visit, and posts on after the token has expired, asking for one fresh token', async () => {
    const reader = await open();
    await logIn(reader, 'Ada');
    await reader.page.reload();
    await reader.textBox.focus();
    await reader.reads(/Posting as Ada/);
    const { fresh } = site.asked;
    server.advanceClock(20);
    await reader.posts('Written for a long time');
    assert.equal((await reader.texts()).filter((text) => text === 'Written for a long time').length, 1);
    assert.ok(site.asked.fresh > fresh, 'the page was asked for a fresh token');
    // The section and the count each have a function of their own making.
    assert.ok(site.asked.fresh <= fresh + 2, `${site.asked.fresh - fresh} fresh tokens`);
    server.advanceClock(-20);
  });

  it('finds what they have written after somebody else has read', async () => {
    const reader = await open();
    await logIn(reader, 'Ada');
    await reader.write('Half a thought of Ada');
    await logIn(reader, 'Bo');
    assert.equal(await reader.textBox.inputValue(), '');
    await reader.posts('A whole one of Bo');
    await reader.comment('A whole one of Bo').getByText('Bo Lind').first().waitFor();
    await logIn(reader, 'Ada');
    await reader.page.waitForFunction(
      `document.querySelector('article-comments').shadowRoot.querySelector('textarea').value === 'Half a thought of Ada'`,
    );
    const others = reader.comment('A whole one of Bo');
    assert.equal(await others.getByRole('button', { name: /^Edit/ }).count(), 0);
  });

  it('is a guest after having signed out', async () => {
    const reader = await open();
    await logIn(reader, 'Ada');
    await reader.posts('The last one of Ada');
    await press(reader, 'Log out');
    await reader.section.getByRole('textbox', { name: /^Name/ }).waitFor();
    assert.equal(await reader.section.getByText('Posting as').count(), 0);
    await reader.comment('The last one of Ada').waitFor();
    await reader.comment('The last one of Ada').getByRole('button', { name: /^Edit/ }).waitFor({ state: 'detached' });
  });

  it('has a token that reaches the server alone, and stays out of the page, its storage and its console', async () => {
    const context = await browser.newContext();
    const sent: Request[] = [];
    const logged: string[] = [];
    context.on('request', (request) => sent.push(request));
    context.on('console', (message) => logged.push(message.text()));
    const page = await context.newPage();
    await page.goto(`${site.origin}/pier`);
    await page.getByRole('button', { name: 'Log in as Ada' }).click();
    await page.locator('article-comments').getByRole('textbox', { name: 'Your comment' }).focus();
    await page.locator('article-comments').getByText('Posting as Ada').waitFor();
    const signed = await Promise.all(
      sent.map(async (request) => ({ url: request.url(), headers: await request.allHeaders() })),
    );
    const bearers = signed.filter(({ headers }) => headers.authorization);
    assert.ok(bearers.length > 0);
    assert.deepEqual([...new Set(bearers.map(({ url }) => new URL(url).origin))], [new URL(server.address).origin]);
    const everything = await page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        ...[...document.querySelectorAll('*')].map(({ shadowRoot }) => shadowRoot?.innerHTML ?? ''),
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
      ].join('\n'),
    );
    const watched = await page.evaluate(() => Reflect.get(window, 'watched') as unknown);
    for (const token of site.tokens) {
      assert.ok(!everything.includes(token), 'in the page');
      assert.ok(!logged.join('\n').includes(token), 'in the console');
      assert.ok(!signed.some(({ url }) => url.includes(token)), 'in an address');
    }
    assert.deepEqual(watched, { violations: [], errors: [] });
  });
});

describe('a server that redirects to another origin', () => {
  it('does not have the reader’s token sent there', async () => {
    const seen: IncomingHttpHeaders[] = [];
    let arrive!: () => void;
    const hasArrived = new Promise<void>((resolve) => (arrive = resolve));
    const allow = (origin = '*') => ({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-headers': 'authorization, content-type',
    });
    const elsewhere = createServer((request, response) => {
      seen.push(request.headers);
      if (request.url?.startsWith('/signed/')) arrive();
      response.writeHead(200, { ...allow(request.headers.origin), 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const other = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`;
    let redirected: string | undefined;
    const backend = createServer((request, response) => {
      const headers = allow(request.headers.origin);
      if (request.method === 'OPTIONS') return void response.writeHead(204, headers).end();
      const { authorization } = request.headers;
      redirected ??= authorization;
      // The page asks before the reader has logged in, too.
      const folder = authorization === undefined ? '/guest' : '/signed';
      return void response.writeHead(307, { ...headers, location: `${other}${folder}${request.url}` }).end();
    });
    await new Promise<void>((resolve) => backend.listen(0, '127.0.0.1', resolve));
    const src = `http://127.0.0.1:${(backend.address() as AddressInfo).port}/api`;
    const site = await startSignInSite({ src, secret, allowed: [other] });
    const browser = await chromium.launch({ ...(await findChromium()), headless: true });
    try {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/pier`);
      await page.getByRole('button', { name: 'Log in as Ada' }).click();
      await page.waitForFunction(() =>
        document.querySelector('article-comments')?.shadowRoot?.querySelector('[role=alert]'),
      );
      await hasArrived;
      assert.match(redirected ?? '', /^Bearer /, 'what the backend itself got');
      assert.deepEqual(
        seen.map(({ authorization }) => authorization),
        seen.map(() => undefined),
      );
    } finally {
      await browser.close();
      await site.close();
      for (const one of [backend, elsewhere]) {
        one.closeAllConnections();
        one.close();
      }
    }
  });
});

describe('the demo page "Single sign-on"', () => {
  it('signs its people in and out, with nothing blocked', async () => {
    const database = await createPgliteDatabase();
    const server = await TestServer.start(database.config);
    const pages = await startPages({ port: 0, middleware: [passTo(server.address)] });
    const browser = await chromium.launch({ ...(await findChromium()), headless: true });
    try {
      const reader = await ReaderPage.open(browser, `${pages.origin}/demo/single-sign-on.html`);
      for (const name of ['Ada Okafor', 'Maren Voss']) {
        const option = await reader.page.getByRole('option', { name: new RegExp(name) }).getAttribute('value');
        await reader.page.getByRole('combobox', { name: 'Signed in at the newspaper' }).selectOption(option);
        await reader.textBox.focus();
        await reader.reads(`Posting as ${name}`);
        await reader.posts(`A comment by ${name}`);
        await reader.comment(`A comment by ${name}`).getByText(name).first().waitFor();
      }
      await reader.page.getByRole('combobox', { name: 'Signed in at the newspaper' }).selectOption('');
      await reader.section.getByRole('textbox', { name: /^Name/ }).waitFor();
      assert.equal(await reader.page.locator('#violations').innerText(), 'none');
    } finally {
      await browser.close();
      await pages.stop();
      await server.close();
      await database.drop();
    }
  });
});

/** Passes requests below `/api/` on to the server, so that page and server share one origin. */
function passTo(address: string): ReturnType<typeof forwardTo> {
  const { hostname, port } = new URL(address);
  const pass = (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url: path, headers } = request;
    const outgoing = send({ hostname, port, method, path, headers }, (incoming) => {
      response.writeHead(incoming.statusCode ?? 502, incoming.headers);
      incoming.pipe(response);
    });
    response.once('close', () => outgoing.destroy());
    request.pipe(outgoing.on('error', () => response.destroy()));
  };
  return forwardTo(pass, (path) => path.startsWith('/api/'));
}
