/**
 * A WordPress to test with: Debian's package, copied, on a database and a web server of its own, both on the loopback
 * interface and gone with `stop`. `npm run demo:wordpress` shows one to people.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, freePort, startInBackground, type BackgroundProcess } from '../background-process.js';

/** A daemon is not in everybody's path. */
const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };

const packaged = '/usr/share/wordpress';
const here = import.meta.dirname;
const plugin = join(import.meta.dirname, '..', '..', '..', 'demo', 'wordpress', 'article-comments.php');
/** What a publisher puts beside the plugin. */
const built = join(import.meta.dirname, '..', '..', '..', 'dist', 'cdn');

/** What may be otherwise from one request to the next. */
export interface Switches {
  /** The filter that lets guests comment. Default true. */
  readonly guests?: boolean;
  /** The wait of 15 seconds between two comments of one person. Default false. */
  readonly flood?: boolean;
  /** Lets two comments that come at one moment meet where WordPress has looked for a repeat and stored neither. Default false. */
  readonly together?: boolean;
  /** Settings by their names in the database, such as `comment_moderation`. */
  readonly options?: Readonly<Record<string, string>>;
}

export interface WordPressSite {
  /** Without a slash at the end. */
  readonly url: string;
  /** Ids of the articles, by their slugs. */
  readonly posts: Readonly<Record<string, number>>;
  /** Application passwords of `admin`, `writer` and `reader`; to sign in, their passwords are `admin-password` and so on. */
  readonly passwords: Readonly<Record<string, string>>;
  readonly version: string;
  /** Sets what is named, and everything else back to its default. */
  set(switches: Switches): void;
  /** Runs PHP inside the site, and answers what it prints. */
  run(php: string): Promise<string>;
  /** Mails that the site would have sent, the oldest first. */
  mails(): readonly { readonly to: string; readonly subject: string }[];
  stop(): Promise<void>;
}

/** Why WordPress cannot be started here, with the remedy; undefined where it can. */
export function missingForWordPress(): string | undefined {
  const missing = [
    ...['php', 'mariadbd', 'mariadb-install-db', 'mariadb'].filter(
      (program) => spawnSync(program, ['--version'], { env }).error !== undefined,
    ),
    ...(existsSync(packaged) ? [] : [packaged]),
  ];
  if (missing.length === 0) return undefined;
  return `needs ${missing.join(', ')}: apt-get install wordpress php-cli php-mysql php-curl php-gd php-xml php-mbstring mariadb-server`;
}

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

async function startDatabase(folder: string): Promise<{ readonly socket: string; readonly database: BackgroundProcess }> {
  const [data, socket] = [join(folder, 'database'), join(folder, 'db.sock')];
  const user = execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--user=${user}`, `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db'],
    { stdio: 'pipe' },
  );
  const ask = (sql: string): void =>
    void execFileSync('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', sql], { stdio: 'pipe' });
  const database = await startInBackground({
    command: 'mariadbd',
    args: [
      ...['--no-defaults', `--user=${user}`, `--datadir=${data}`, `--socket=${socket}`, `--pid-file=${join(folder, 'db.pid')}`],
      ...['--skip-networking', '--skip-log-bin', '--innodb-buffer-pool-size=64M', '--innodb-flush-log-at-trx-commit=0'],
    ],
    env,
    log: join(folder, 'database.log'),
    isReady: async () => (ask('SELECT 1'), true),
  });
  ask('CREATE DATABASE wp CHARACTER SET utf8mb4');
  return { socket, database };
}

/** With `plugin`, the one of demo/wordpress is there and switched on. */
export async function startWordPress({ plugin: wantsPlugin }: { readonly plugin: 'on' | 'off' }): Promise<WordPressSite> {
  const folder = mkdtempSync(join(tmpdir(), 'wordpress-'));
  const running: BackgroundProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const one of running.toReversed()) await one.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [port, word] = [await freePort(), randomUUID()];
    const url = `http://127.0.0.1:${port}`;
    const root = join(folder, 'www');
    const extra = join(root, 'wp-content', 'mu-plugins');
    // Debian's package links to libraries of other packages, and the copy shall hold them.
    execFileSync('cp', ['-rL', packaged, root], { stdio: 'pipe' });
    mkdirSync(extra, { recursive: true });
    // Debian packs WordPress's themes apart, and a theme of the tests' own stays as it is.
    cpSync(join(here, 'themes'), join(root, 'wp-content', 'themes'), { recursive: true });
    copyFileSync(join(here, 'switches.php'), join(extra, 'switches.php'));
    copyFileSync(join(here, 'run.php'), join(root, 'run.php'));
    if (wantsPlugin === 'on') {
      copyFileSync(plugin, join(extra, 'article-comments.php'));
      if (existsSync(built)) cpSync(built, join(extra, 'article-comments'), { recursive: true });
    }
    const set = ({ guests = true, flood = false, together = false, options = {} }: Switches): void => {
      rmSync(join(root, 'wp-content', 'meeting'), { force: true });
      // In one step, because a request may be reading it.
      writeFileSync(join(extra, 'switches.new'), JSON.stringify({ guests, flood, together, options }));
      renameSync(join(extra, 'switches.new'), join(extra, 'switches.json'));
    };
    set({});

    const { socket, database } = await startDatabase(folder);
    running.push(database);
    rmSync(join(root, 'wp-config.php'), { force: true });
    writeFileSync(join(root, 'wp-config.php'), config(socket, url));
    const printed = execFileSync('php', ['-d', 'display_errors=0', join(here, 'install.php'), root, `127.0.0.1:${port}`], {
      encoding: 'utf8',
    });
    const made = JSON.parse(printed.slice(printed.lastIndexOf('\n'))) as Pick<WordPressSite, 'posts' | 'passwords' | 'version'>;

    running.push(
      await startInBackground({
        command: 'php',
        args: ['-d', 'display_errors=0', '-d', 'variables_order=EGPCS', '-S', `127.0.0.1:${port}`, '-t', root, join(here, 'router.php')],
        // The built-in server answers one request at a time unless it is told to fork.
        env: { PHP_CLI_SERVER_WORKERS: '4', RUN_WORD: word },
        log: join(folder, 'php.log'),
        isReady: () => answers(`${url}/wp-json/`),
      }),
    );
    const run = async (php: string): Promise<string> => {
      const response = await fetch(`${url}/run.php`, { method: 'POST', headers: { 'x-word': word }, body: php });
      const printed = await response.text();
      if (!response.ok) throw new Error(`${php}\n${printed}`);
      return printed;
    };
    const mailbox = join(root, 'wp-content', 'mails.jsonl');
    const mails = (): readonly { to: string; subject: string }[] =>
      existsSync(mailbox)
        ? readFileSync(mailbox, 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as { to: string; subject: string })
        : [];
    return { url, ...made, set, run, mails, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
