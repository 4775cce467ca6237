import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { prefix } from '../../../server/src/http/app.js';
import type { DatabaseConfig } from '../../../server/src/rules/config.js';
import { readSites } from '../../../server/src/http/read-sites.js';
import { startSites, type SitesServer as Running } from '../../../server/src/http/start-server.js';
import type { Store } from '../../../server/src/discussion/store.js';
import { quickRules } from './quick-rules.js';
import { Reader } from './reader.js';

type Claims = Readonly<Record<string, unknown>> & { readonly id: string };

/** The entry of a site in the file of SITES. */
export interface SiteEntry {
  readonly schema?: string;
  readonly settings: Readonly<Record<string, string>> & { readonly JWT_SECRET: string };
  readonly rules?: object;
}

/** A server with several sites, as `npm run server` starts it with SITES. Votes are limited, unlike other actions. */
export class SitesServer {
  readonly #running: Running;
  readonly #entries: Readonly<Record<string, SiteEntry>>;
  readonly origin: string;

  private constructor(running: Running, entries: Readonly<Record<string, SiteEntry>>, origin: string) {
    this.#running = running;
    this.#entries = entries;
    this.origin = origin;
  }

  static async start(
    database: DatabaseConfig,
    entries: Readonly<Record<string, SiteEntry>>,
    env: Readonly<Record<string, string>> = {},
  ): Promise<SitesServer> {
    const rules = { ...quickRules, rateLimits: { ...quickRules.rateLimits, vote: { burst: 2, secondsEach: 3600 } } };
    const folder = await mkdtemp(join(tmpdir(), 'article-comments-sites-'));
    const file = join(folder, 'sites.json');
    await writeFile(file, JSON.stringify(entries));
    const { config, sites } = readSites({ ...env, SITES: file }, 0, rules);
    await rm(folder, { recursive: true });
    const bus = database.kind === 'postgres' ? 'listen' : 'local';
    const running = await startSites({ ...config, database, bus }, sites, { rules });
    return new SitesServer(running, entries, await running.app.listen({ port: 0, host: '127.0.0.1' }));
  }

  store(site: string): Store {
    return this.#running.stores.get(site)!;
  }

  addressOf(site: string): string {
    return `${this.origin}/sites/${site}`;
  }

  guest(site: string, headers: Readonly<Record<string, string>> = {}): Reader {
    return new Reader(() => `${this.addressOf(site)}${prefix}`, headers);
  }

  /** A reader with a token of a site. `at`: the site that they use. */
  async person(site: string, claims: Claims, at = site): Promise<Reader> {
    return this.guest(at, { authorization: `Bearer ${await this.token(site, claims)}` });
  }

  moderator(site: string, at = site): Promise<Reader> {
    return this.person(site, { id: 'mara', moderator: true }, at);
  }

  /** The moderation pages, for somebody with a token of the first site. */
  async pages(site: string, claims: Claims = { id: 'mara', moderator: true }, at = site): Promise<Reader> {
    const authorization = `Bearer ${await this.token(site, claims)}`;
    return new Reader(() => this.addressOf(at), { authorization, origin: this.origin });
  }

  token(site: string, claims: Claims): Promise<string> {
    return new SignJWT({ name: `Name of ${claims.id}`, ...claims, jti: randomUUID() })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('10 minutes')
      .sign(new TextEncoder().encode(this.#entries[site]!.settings.JWT_SECRET));
  }

  close(): Promise<void> {
    return this.#running.close();
  }
}
