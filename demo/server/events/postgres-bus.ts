import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from '../database/tables.js';
import type { Bus } from './bus.js';

const channel = 'article_comments';

/** Milliseconds until a connection that broke is made again. */
const patience = 1000;

/** Wakes through LISTEN and NOTIFY, with one connection of its own for all streams of this instance. */
export class PostgresBus implements Bus {
  readonly #url: string;
  readonly #database: Kysely<Tables>;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #state: 'new' | 'started' | 'stopped' = 'new';
  #onNews: (discussion?: string) => void = () => undefined;

  constructor(url: string, database: Kysely<Tables>) {
    this.#url = url;
    this.#database = database;
  }

  async start(onNews: (discussion?: string) => void): Promise<void> {
    this.#onNews = onNews;
    this.#state = 'started';
    await this.#connect();
  }

  /** Not within the transaction of the change: PostgreSQL lets those that notify commit one after the other only. */
  async announce(discussion: string): Promise<void> {
    try {
      await sql`select pg_notify(${channel}, ${discussion})`.execute(this.#database);
    } catch (error) {
      console.error('Other instances were not told of a change and will find it by themselves.', error);
      this.#onNews(discussion);
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
    client.on('notification', ({ payload }) => this.#onNews(payload));
    client.on('error', () => this.#connectLater(client));
    client.on('end', () => this.#connectLater(client));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch {
      this.#connectLater(client);
      return;
    }
    // Whatever was said while nobody listened.
    this.#onNews();
  }

  #connectLater(broken: pg.Client): void {
    if (this.#state !== 'started' || this.#client !== broken) return;
    this.#client = undefined;
    void broken.end().catch(() => undefined);
    this.#timer = setTimeout(() => void this.#connect(), patience);
  }
}
