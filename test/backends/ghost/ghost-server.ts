import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '../../support/eventually.js';
import { isPortInUse, onFreePort, PortInUse } from '../servers/on-free-port.js';
import { compile, packageFolder } from '../servers/package-folder.js';
import { run } from '../servers/run.js';

/** The last version for Node 20. */
const VERSION = '5.130.6';

const themeFolder = join(import.meta.dirname, 'theme');
const built = join(import.meta.dirname, '..', '..', '..', 'dist', 'cdn');

/** A local Ghost blog. */
export interface Ghost {
  /** URL of the blog. */
  readonly url: string;
  /** Publishes a post and returns its id. */
  createPost(title: string): Promise<string>;
  /** URL of a post. */
  addressOf(postId: string): Promise<string>;
  /** Creates a member and returns their session cookie. */
  createMember(name: string): Promise<{ readonly id: string; readonly cookie: string }>;
  /** The sign-in link that Ghost would email to a member. */
  signInAddress(memberId: string): Promise<string>;
  /** Sets who may comment on the blog. */
  setComments(enabled: 'all' | 'paid' | 'off'): Promise<void>;
  /** Hides a comment, as an editor. */
  hide(commentId: string): Promise<void>;
  stop(): Promise<void>;
}

interface PackageFile {
  readonly dependencies: Record<string, string>;
  readonly resolutions?: Record<string, string>;
  devDependencies?: unknown;
  overrides?: Record<string, string>;
}

/**
 * Adapts the package for npm: turns yarn's `resolutions` into `overrides`, and replaces a git dependency by its release in
 * the registry.
 */
function forNpm({ resolutions = {}, devDependencies: _unused, ...about }: PackageFile): PackageFile {
  const pinned = Object.entries({ ...resolutions, 'mock-knex': '0.4.13' })
    .filter(([name]) => name !== '@tryghost/i18n')
    .map(([name, version]) => [name, about.dependencies[name] ?? version]);
  return { ...about, overrides: Object.fromEntries(pinned) as Record<string, string> };
}

async function install(): Promise<string> {
  const folder = packageFolder('ghost', VERSION);
  const ghost = join(folder, 'package');
  if (!existsSync(join(ghost, 'node_modules/.package-lock.json'))) {
    rmSync(ghost, { recursive: true, force: true });
    await run('npm', ['pack', '--silent', `ghost@${VERSION}`], { cwd: folder });
    await run('tar', ['xzf', `ghost-${VERSION}.tgz`], { cwd: folder });
    const path = join(ghost, 'package.json');
    writeFileSync(path, JSON.stringify(forNpm(JSON.parse(readFileSync(path, 'utf8')) as PackageFile)));
    const options = ['--omit=dev', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--silent'];
    await run('npm', ['install', ...options], { cwd: ghost });
  }
  await compile(join(ghost, 'node_modules/sqlite3'), 'build/Release/node_sqlite3.node');
  return ghost;
}

/** Settings for a blog that keeps its data in `folder` and makes no outgoing requests. */
const settings = (folder: string, url: string, port: number): object => ({
  url,
  server: { host: '127.0.0.1', port },
  process: 'local',
  database: { client: 'sqlite3', connection: { filename: join(folder, 'ghost.db') }, useNullAsDefault: true },
  mail: { transport: 'stub' },
  logging: { transports: ['stdout'], level: 'error' },
  paths: { contentPath: join(folder, 'content/') },
  privacy: { useUpdateCheck: false, useGravatar: false, useRpcPing: false, useTinfoil: true },
  security: { staffDeviceVerification: false },
  caching: { commentsCountAPI: { maxAge: 0 } },
  spam: { user_login: { freeRetries: 500 }, member_login: { freeRetries: 500 } },
});

/** Settings as environment variables in Ghost's format, such as `server__port`. */
function asVariables(values: object, prefix = ''): Record<string, string> {
  const variables = Object.entries(values).map(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? asVariables(value, `${prefix}${name}__`)
      : { [prefix + name]: typeof value === 'string' ? value : JSON.stringify(value) },
  );
  return Object.assign({}, ...variables) as Record<string, string>;
}

/** A client of Ghost's admin API, signed in as the owner by cookie. */
class Owner {
  readonly #url: string;
  #cookie = '';

  constructor(url: string) {
    this.#url = url;
  }

  async request<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.#url}/ghost/api/admin${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: this.#url, cookie: this.#cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} failed with ${response.status}: ${text}`);
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) this.#cookie = cookiesIn(response);
    return (text.startsWith('{') ? JSON.parse(text) : text) as T;
  }
}

const cookiesIn = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

export interface GhostSettings {
  /** `gazette`: a theme with the built comments section below each post. Default: none. */
  readonly theme?: 'gazette';
  /** Public URL of the blog behind a proxy. Default: its own. */
  readonly address?: string;
}

/** Starts Ghost on a free loopback port with a temporary database. Takes half a minute once installed. */
export const startGhost = (settings: GhostSettings = {}): Promise<Ghost> =>
  onFreePort((port) => startOn(port, settings));

async function startOn(port: number, { theme, address }: GhostSettings): Promise<Ghost> {
  const ghost = await install();
  const folder = mkdtempSync(join(tmpdir(), 'ghost-'));
  const url = `http://127.0.0.1:${port}`;
  for (const name of ['data', 'images', 'media', 'files', 'logs', 'public', 'settings', 'themes', 'adapters'])
    mkdirSync(join(folder, 'content', name), { recursive: true });
  if (theme) {
    const installed = join(folder, 'content/themes', theme);
    cpSync(themeFolder, installed, { recursive: true });
    cpSync(built, join(installed, 'assets/article-comments'), { recursive: true });
  }
  const server = spawn(process.execPath, [join(ghost, 'index.js')], {
    // Ghost must run in its own folder, so the settings are passed by environment.
    cwd: ghost,
    env: { ...process.env, NODE_ENV: 'development', ...asVariables(settings(folder, address ?? url, port)) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  // Its libraries log many warnings. The output is only shown if Ghost exits.
  let output = '';
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (data: Buffer) => (output = (output + data.toString()).slice(-2000)));
  // By its own word, because the blog that answers on the port may be another.
  let isReady = false;
  server.on('message', (message: { readonly ready?: boolean }) => (isReady ||= message.ready === true));
  const stop = async (): Promise<void> => {
    if (server.exitCode === null) {
      server.kill('SIGKILL');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true });
  };
  const isUp = async (): Promise<boolean> =>
    isReady &&
    fetch(`${url}/ghost/api/admin/site/`).then(
      ({ ok }) => ok,
      () => false,
    );
  try {
    await eventually(isUp, (up) => up || server.exitCode !== null, { seconds: 120 });
    if (server.exitCode !== null) {
      const about = `Ghost exited during start-up:\n${output}`;
      throw isPortInUse(output) ? new PortInUse(about) : new Error(about);
    }
    const owner = new Owner(url);
    const account = { email: 'owner@example.test', password: 'correct horse 42 staple' };
    await owner.request('POST', '/authentication/setup/', {
      setup: [{ name: 'Owner', blogTitle: 'The blog', ...account }],
    });
    await owner.request('POST', '/session/', { username: account.email, password: account.password });
    const setComments = (value: string): Promise<void> =>
      owner.request('PUT', '/settings/', { settings: [{ key: 'comments_enabled', value }] });
    await setComments('all');
    if (theme) await owner.request('PUT', `/themes/${theme}/activate/`);
    const signInAddress = async (memberId: string): Promise<string> => {
      const { member_signin_urls: links } = await owner.request<{ member_signin_urls: [{ url: string }] }>(
        'GET',
        `/members/${memberId}/signin_urls/`,
      );
      return links[0].url;
    };
    return {
      url,
      async createPost(title) {
        const post = { title, status: 'published', html: '<p>An article.</p>' };
        const { posts } = await owner.request<{ posts: [{ id: string }] }>('POST', '/posts/?source=html', {
          posts: [post],
        });
        return posts[0].id;
      },
      async addressOf(postId) {
        const { posts } = await owner.request<{ posts: [{ url: string }] }>('GET', `/posts/${postId}/`);
        return posts[0].url;
      },
      async createMember(name) {
        const { members } = await owner.request<{ members: [{ id: string }] }>('POST', '/members/', {
          members: [{ name, email: `${name}@example.test` }],
        });
        const { id } = members[0];
        const { pathname, search } = new URL(await signInAddress(id));
        const response = await fetch(url + pathname + search, { redirect: 'manual' });
        return { id, cookie: cookiesIn(response) };
      },
      signInAddress,
      setComments,
      hide: (commentId) =>
        owner.request('PUT', `/comments/${commentId}/`, { comments: [{ id: commentId, status: 'hidden' }] }),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

if (process.argv[1] === import.meta.filename && process.argv[2] === 'install') await install();
