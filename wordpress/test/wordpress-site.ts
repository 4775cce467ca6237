/**
 * A WordPress for tests: a copy of the Debian package with its own database and web server on the loopback interface.
 * `stop` deletes it. `npm run demo:wordpress` uses it as well.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { skipWithout } from '../../test/support/skip-without.mjs';
import { answers, startInBackground, type BackgroundProcess } from '../../test/backends/background-process.js';

/** The database server may not be in the user's path. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

const packaged = '/usr/share/wordpress';
const here = import.meta.dirname;
const plugin = join(import.meta.dirname, '..', 'article-comments');
/** The built section, which a publisher copies into the plugin. */
const built = join(import.meta.dirname, '..', '..', 'dist', 'cdn');

/** Settings that tests can change at any time. */
export interface Switches {
  /** Lets guests comment through the REST API. Default true. */
  readonly guests?: boolean;
  /** Enforces 15 seconds between two comments of one person. Default false. */
  readonly flood?: boolean;
  /** Makes two comments race: both are checked for duplicates before either is stored. Default false. */
  readonly together?: boolean;
  /** Makes `wp_mail()` fail. Default false. */
  readonly mailFails?: boolean;
  /** WordPress options by name, such as `comment_moderation`. */
  readonly options?: Readonly<Record<string, string>>;
  /** Constants of the plugin by name, without `ARTICLE_COMMENTS_`. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
}

/** An email that the site would have sent. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly message: string;
}

export interface WordPressSite {
  /** Without a trailing slash. */
  readonly url: string;
  /** Ids of the articles by slug. */
  readonly posts: Readonly<Record<string, number>>;
  /** Application passwords of `admin`, `writer` and `reader`. Their login passwords are `admin-password` and so on. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly version: string;
  /** Sets the given switches, and resets all others. */
  set(switches: Switches): void;
  /**
   * Sends every second comment to another web server of the same site. The workers of one server share their connections: the one that handles a
   * request may have accepted the next as well, which then waits for it.
   */
  readonly alternatingFetch: typeof fetch;
  /** Runs PHP in the site and returns its output. */
  run(php: string): Promise<string>;
  /** Emails that the site would have sent, oldest first. */
  mails(): readonly Mail[];
  stop(): Promise<void>;
}

/** Why WordPress cannot be started here, and how to fix it; undefined if it can. */
export function missingForWordPress(): string | undefined {
  const missing = [
    ...['php', 'mariadbd', 'mariadb-install-db', 'mariadb'].filter(
      (program) => spawnSync(program, ['--version'], { env }).error !== undefined,
    ),
    ...(existsSync(packaged) ? [] : [packaged]),
  ];
  if (missing.length === 0) return undefined;
  return `WordPress needs ${missing.join(', ')}: apt-get install wordpress php-cli php-mysql php-curl php-gd php-xml php-mbstring mariadb-server`;
}

/** The option `skip` of suites that start WordPress. */
export const skipWithoutWordPress = (): string | false => skipWithout(missingForWordPress());

/** The option `skip` of suites that run PHP alone. */
export const skipWithoutPhp = (): string | false =>
  skipWithout(spawnSync('php', ['--version']).error && 'PHP is missing: apt-get install php-cli');

const config = (socket: string, url: string): string => `<?php
define( 'DB_NAME', 'wp' ); define( 'DB_USER', 'root' ); define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${socket}' ); define( 'DB_CHARSET', 'utf8mb4' ); define( 'DB_COLLATE', '' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) { define( $name . '_KEY', "key $name" ); define( $name . '_SALT', "salt $name" ); }
$table_prefix = 'wp_';
define( 'WP_HOME', '${url}' ); define( 'WP_SITEURL', '${url}' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true ); define( 'DISABLE_WP_CRON', true ); define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_ENVIRONMENT_TYPE', 'local' ); define( 'WP_DEBUG', true ); define( 'WP_DEBUG_DISPLAY', false ); define( 'WP_DEBUG_LOG', true );
if ( ! defined( 'ABSPATH' ) ) { define( 'ABSPATH', __DIR__ . '/' ); }
require_once ABSPATH . 'wp-settings.php';
`;

const ACTIVATE = `
  require_once ABSPATH . 'wp-admin/includes/plugin.php';
  $refusal = activate_plugin( 'article-comments/article-comments.php' );
  if ( is_wp_error( $refusal ) ) { http_response_code( 500 ); echo $refusal->get_error_message(); }`;

async function startDatabase(
  folder: string,
): Promise<{ readonly socket: string; readonly database: BackgroundProcess }> {
  const [data, socket] = [join(folder, 'database'), join(folder, 'db.sock')];
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  execFileSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--user=${user}`,
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { stdio: 'pipe' },
  );
  const query = (sql: string): void =>
    void execFileSync('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', sql], { stdio: 'pipe' });
  const database = await startInBackground({
    command: 'mariadbd',
    args: [
      ...[
        '--no-defaults',
        `--user=${user}`,
        `--datadir=${data}`,
        `--socket=${socket}`,
        `--pid-file=${join(folder, 'db.pid')}`,
      ],
      ...['--skip-networking', '--skip-log-bin', '--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=0'],
    ],
    env,
    log: join(folder, 'database.log'),
    isReady: async () => (query('SELECT 1'), true),
  });
  query('CREATE DATABASE wp CHARACTER SET utf8mb4');
  return { socket, database };
}

/** Starts PHP's own web server on a port of the system's choice, which it prints. */
async function startWebServer(
  folder: string,
  root: string,
  word: string,
  log: string,
): Promise<{ readonly host: string; readonly web: BackgroundProcess }> {
  let host: string | undefined;
  const web = await startInBackground({
    command: 'php',
    args: [
      ...['-d', 'display_errors=0', '-d', 'variables_order=EGPCS'],
      ...['-S', '127.0.0.1:0', '-t', root, join(here, 'router.php')],
    ],
    // PHP's built-in server handles one request at a time unless it forks.
    env: { PHP_CLI_SERVER_WORKERS: '4', RUN_WORD: word },
    log: join(folder, log),
    isReady: async (output) => {
      [, host] = /Development Server \(http:\/\/([\d.:]+)\) started/.exec(output) ?? [];
      return host !== undefined;
    },
  });
  if (host === undefined) throw new Error('PHP has not printed its address.');
  return { host, web };
}

/** Starts a site. With `plugin: 'on'` it has the companion plugin. */
export async function startWordPress({
  plugin: wantsPlugin,
}: {
  readonly plugin: 'on' | 'off';
}): Promise<WordPressSite> {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const running: BackgroundProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const one of running.toReversed()) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const word = randomUUID();
    const root = join(folder, 'www');
    const extra = join(root, 'wp-content', 'mu-plugins');
    // Follows symbolic links: the package links to libraries of other packages.
    execFileSync('cp', ['-rL', packaged, root], { stdio: 'pipe' });
    mkdirSync(extra, { recursive: true });
    // Debian packages the themes separately, and the tests need stable ones.
    cpSync(join(here, 'themes'), join(root, 'wp-content', 'themes'), { recursive: true });
    copyFileSync(join(here, 'switches.php'), join(extra, 'switches.php'));
    copyFileSync(join(here, 'run.php'), join(root, 'run.php'));
    if (wantsPlugin === 'on') {
      const installed = join(root, 'wp-content', 'plugins', 'article-comments');
      cpSync(plugin, installed, { recursive: true });
      if (existsSync(built)) cpSync(built, join(installed, 'assets'), { recursive: true });
    }
    const set = ({
      guests = true,
      flood = false,
      together = false,
      mailFails = false,
      options = {},
      settings = {},
    }: Switches): void => {
      rmSync(join(root, 'wp-content', 'meeting'), { force: true });
      // Atomic, because a request may be reading the file.
      writeFileSync(
        join(extra, 'switches.new'),
        JSON.stringify({ guests, flood, together, mailFails, options, settings }),
      );
      renameSync(join(extra, 'switches.new'), join(extra, 'switches.json'));
    };
    set({});

    const { socket, database } = await startDatabase(folder);
    running.push(database);
    const { host, web } = await startWebServer(folder, root, word, 'php.log');
    running.push(web);
    const other = await startWebServer(folder, root, word, 'other-php.log');
    running.push(other.web);
    const url = `http://${host}`;
    rmSync(join(root, 'wp-config.php'), { force: true });
    writeFileSync(join(root, 'wp-config.php'), config(socket, url));
    const printed = execFileSync('php', ['-d', 'display_errors=0', join(here, 'install.php'), root, host], {
      encoding: 'utf8',
    });
    const made = JSON.parse(printed.slice(printed.lastIndexOf('\n'))) as Pick<
      WordPressSite,
      'posts' | 'passwords' | 'version'
    >;
    if (!(await answers(`${url}/wp-json/`))) throw new Error(`WordPress does not answer at ${url}.`);
    const run = async (php: string): Promise<string> => {
      const response = await fetch(`${url}/run.php`, { method: 'POST', headers: { 'x-word': word }, body: php });
      const printed = await response.text();
      if (!response.ok) throw new Error(`${php}\n${printed}`);
      return printed;
    };
    if (wantsPlugin === 'on') await run(ACTIVATE);
    const mailbox = join(root, 'wp-content', 'mails.jsonl');
    const mails = (): readonly Mail[] =>
      existsSync(mailbox)
        ? readFileSync(mailbox, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as Mail)
        : [];
    let sent = 0;
    const alternatingFetch: typeof fetch = (input, init) => {
      const address = input instanceof Request ? input.url : String(input);
      const isOther = init?.method === 'POST' && sent++ % 2 === 1;
      return fetch(isOther ? address.replace(url, `http://${other.host}`) : input, init);
    };
    return { url, ...made, set, alternatingFetch, run, mails, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
