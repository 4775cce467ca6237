import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import type { Bus } from './bus.js';
import type { Log } from './data.js';
import type { Tables } from './tables.js';

const channel = 'article_comments';

/** Milliseconds before a lost connection is reopened. */
const reconnectDelay = 1000;

/** A bus over LISTEN and NOTIFY, with one dedicated connection per instance. */
export class PostgresBus implements Bus {
  readonly #url: string;
  readonly #database: Kysely<Tables>;
  readonly #log: Log;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #state: 'new' | 'started' | 'stopped' = 'new';
  #onChange: (discussion?: string) => void = () => undefined;

  constructor(url: string, database: Kysely<Tables>, log: Log) {
    this.#url = url;
    this.#database = database;
    this.#log = log;
  }

  async start(onChange: (discussion?: string) => void): Promise<void> {
    this.#onChange = onChange;
    this.#state = 'started';
    await this.#connect();
  }

  /** Runs outside the transaction of the change, because PostgreSQL serialises the commits of transactions that notify. */
  async publish(discussion: string): Promise<void> {
    try {
      await sql`select pg_notify(${channel}, ${discussion})`.execute(this.#database);
    } catch (err) {
      this.#log.error({ err }, 'Failed to notify other instances of a change. They will find it when they poll.');
      this.#onChange(discussion);
    }
  }

  async stop(): Promise<void> {
    this.#state = 'stopped';
    clearTimeout(this.#timer);
    await this.#client?.end();
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    this.#client = client;
    client.on('notification', ({ payload }) => this.#onChange(payload));
    client.on('error', () => this.#reconnect(client));
    client.on('end', () => this.#reconnect(client));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      this.#reconnect(client);
      return;
    }
    // Changes may have been published while disconnected.
    this.#onChange();
  }

  #reconnect(broken: pg.Client): void {
    if (this.#state !== 'started' || this.#client !== broken) return;
    this.#client = undefined;
    void broken.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#connect(), reconnectDelay);
  }
}
