import { randomUUID } from 'node:crypto';
import { after, before, describe } from 'node:test';
import pg from 'pg';
import { prefix } from '../../../server/src/http/app.js';
import type { DatabaseConfig, ServerConfig } from '../../../server/src/rules/config.js';
import type { LogOptions } from '../../../server/src/http/root.js';
import type { HouseRules } from '../../../server/src/rules/house-rules.js';
import type { SendMail } from '../../../server/src/rules/mail.js';
import type { Resolve } from '../../../server/src/delivery/sender.js';
import { startServer, type Server } from '../../../server/src/http/start-server.js';
import { skipWithout } from '../skip-without.mjs';
import { createPgliteDatabase, type TestDatabase } from './pglite-database.js';
import { quickRules } from './quick-rules.js';
import { Reader } from './reader.js';
import { ServerClock } from './server-clock.js';

export interface TestServerOptions extends Partial<Omit<ServerConfig, 'database' | 'port'>> {
  readonly rules?: HouseRules;
  readonly requestTimeout?: number;
  /** Finds the addresses of webhooks. Default: the DNS. */
  readonly resolve?: Resolve;
  /** Milliseconds between two deliveries of mails and events. Default 10 seconds. */
  readonly interval?: number;
  /** Default: an error in the log fails the test. */
  readonly log?: LogOptions;
  /** Default: mails go nowhere. */
  readonly sendMail?: SendMail | 'none' | 'of the settings';
  /** Shared by servers on one database. Default: a clock of its own. */
  readonly clock?: ServerClock;
}

const failingLog: LogOptions = { level: 'error', stream: { write: (line) => console.error(line) } };

/** A server on a free port with a clock that stands still until a test advances it. */
export class TestServer {
  readonly #server: Server;
  readonly #clock: ServerClock;
  readonly address: string;

  private constructor(server: Server, address: string, clock: ServerClock) {
    this.#server = server;
    this.address = address;
    this.#clock = clock;
  }

  static async start(
    database: DatabaseConfig,
    {
      rules = quickRules,
      clock = new ServerClock(),
      requestTimeout,
      resolve,
      interval,
      log = failingLog,
      sendMail = async () => undefined,
      ...config
    }: TestServerOptions = {},
  ): Promise<TestServer> {
    const bus = database.kind === 'postgres' ? 'listen' : 'local';
    const server = await startServer(
      {
        port: 0,
        database,
        bus,
        origins: 'localhost',
        retentionDays: 30,
        noticeMonths: 6,
        openMonths: 12,
        proxies: 0,
        identities: { kind: 'demo' },
        ...config,
      },
      {
        rules,
        now: clock.now,
        requestTimeout,
        resolve,
        interval,
        log,
        sendMail: typeof sendMail === 'string' ? undefined : sendMail,
      },
    );
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    return new TestServer(server, `${address}${prefix}`, clock);
  }

  get store(): Server['store'] {
    return this.#server.store;
  }

  /** The time on the server's clock. */
  get now(): Date {
    return this.#clock.now();
  }

  advanceClock(minutes: number): void {
    this.#clock.advance({ minutes });
  }

  /** A reader without an account. */
  guest(headers: Readonly<Record<string, string>> = {}): Reader {
    return new Reader(() => this.address, headers);
  }

  /** A reader signed in by token: `reader`, `author`, `moderator` or `banned`. */
  async person(id: string): Promise<Reader> {
    return new Reader(() => this.address, { authorization: `Bearer ${await this.token(id)}` });
  }

  /** A session token of the same people. */
  async token(id: string): Promise<string> {
    return (await this.guest().call<{ readonly token: string }>('POST', '/demo/token', { body: { person: id } })).token;
  }

  close(): Promise<void> {
    return this.#server.close();
  }
}

const postgresUrl = (): string | undefined => process.env['TEST_DATABASE_URL'];

/** In a run on PGlite only, suites that need PostgreSQL are not declared. */
const isPgliteOnly = process.env['TEST_DATABASE'] === 'pglite';

/** The option `skip` of suites that need PostgreSQL. */
export const skipWithoutPostgres = (): string | false =>
  skipWithout(
    postgresUrl() === undefined &&
      'PostgreSQL is missing: set TEST_DATABASE_URL, or run `npm test` where it is installed (Debian: apt-get install postgresql).',
  );

/** Declares a suite that needs PostgreSQL. */
export function describeOnPostgres(title: string, body: () => void): void {
  if (!isPgliteOnly) describe(title, { skip: skipWithoutPostgres() }, body);
}

interface PostgresDatabase extends TestDatabase {
  readonly config: Extract<DatabaseConfig, { readonly kind: 'postgres' }>;
  /** Cuts its connections and takes it `away`, or brings it `back`. */
  rename(to: 'away' | 'back'): Promise<void>;
}

/** Creates a database of its own on the test PostgreSQL. `options`: of the statement `create database`. */
export async function createPostgresDatabase(options = ''): Promise<PostgresDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: postgresUrl() });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await run(`create database ${name} ${options}`);
  const url = new URL(postgresUrl() ?? '');
  url.pathname = `/${name}`;
  // Waits up to five seconds for connections that are being closed: one that is terminated reports an error on the console.
  const drop = () => run(`drop database ${name}`).catch(() => run(`drop database ${name} with (force)`));
  const rename = async (to: 'away' | 'back'): Promise<void> => {
    const [from, target] = to === 'away' ? [name, `${name}_away`] : [`${name}_away`, name];
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${from}'`);
    await run(`alter database ${from} rename to ${target}`);
  };
  return { config: { kind: 'postgres', url: url.href }, drop, rename };
}

type ServerTests = (server: () => TestServer) => void;

/** A suite with a database and a server of its own. */
const suite =
  (createDatabase: () => Promise<TestDatabase>, tests: ServerTests, options: TestServerOptions) => (): void => {
    let running: TestServer | undefined;
    let drop: (() => Promise<void>) | undefined;
    before(async () => {
      const database = await createDatabase();
      drop = database.drop;
      running = await TestServer.start(database.config, options);
    });
    after(async () => {
      await running?.close();
      await drop?.();
    });
    tests(() => {
      if (!running) throw new Error('The server is not running yet.');
      return running;
    });
  };

/** Declares a suite that creates databases: on PostgreSQL where there is one, and on PGlite elsewhere and in `npm run test:soak`. */
export function describeOnOneDatabase(
  title: string,
  body: (createDatabase: () => Promise<TestDatabase>) => void,
): void {
  if (isPgliteOnly || skipWithoutPostgres()) describe(`${title} (PGlite)`, () => body(createPgliteDatabase));
  else describe(`${title} (PostgreSQL)`, () => body(createPostgresDatabase));
}

/** Declares a suite with a database, as `describeOnOneDatabase` chooses it, and a server of its own. */
export function onOneDatabase(title: string, tests: ServerTests, options: TestServerOptions = {}): void {
  describeOnOneDatabase(title, (createDatabase) => suite(createDatabase, tests, options)());
}
