/** Two demo servers on one database, and a newspaper page for each: `/north/pier` shows the discussion `pier` of the server `north`. */
import pg from 'pg';
import { chromium, type Browser } from 'playwright-core';
import { ServerProcess } from '../demo-server/server-process.js';
import { createPostgresDatabase } from '../demo-server/test-server.js';
import { findChromium } from '../find-chromium.mjs';
import { startPublisherSite, type PublisherSite } from './publisher-site.js';
import { ReaderPage } from './reader-page.js';

export class TwoServers {
  private constructor(
    readonly north: ServerProcess,
    readonly south: ServerProcess,
    readonly database: pg.Client,
    readonly site: PublisherSite,
    readonly browser: Browser,
    readonly close: () => Promise<void>,
  ) {}

  /** Starts everything. What has been started when something fails is ended again. */
  static async start(): Promise<TwoServers> {
    const ends: (() => Promise<unknown>)[] = [];
    const close = async (): Promise<void> => {
      for (let end = ends.pop(); end; end = ends.pop()) await end();
    };
    try {
      const { config, drop } = await createPostgresDatabase();
      ends.push(drop);
      const url = config.kind === 'postgres' ? config.url : '';
      const [north, south] = [new ServerProcess({ DATABASE_URL: url }), new ServerProcess({ DATABASE_URL: url })];
      for (const server of [north, south]) ends.push(() => server.kill());
      await Promise.all([north.start(), south.start()]);
      const database = new pg.Client({ connectionString: url });
      await database.connect();
      ends.push(() => database.end());
      const site = await startPublisherSite((path) => {
        const [, server, discussion] = path.split('/');
        const { address } = server === 'north' ? north : south;
        return `<article-comments loading="eager" src="${address}" discussion="${discussion}"></article-comments>`;
      });
      ends.push(() => site.close());
      const browser = await chromium.launch({ ...(await findChromium()), headless: true });
      ends.push(() => browser.close());
      return new TwoServers(north, south, database, site, browser, close);
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Opens a page such as `north/pier` as a reader who is known by this name. */
  async open(path: string, name: string): Promise<ReaderPage> {
    const reader = await ReaderPage.open(this.browser, `${this.site.origin}/${path}`);
    await reader.signAs(name);
    return reader;
  }

  /** How many comments with this text are in the database. */
  async stored(text: string): Promise<number> {
    return (await this.database.query('select 1 from comments where body = $1', [text])).rows.length;
  }
}
