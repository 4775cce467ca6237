/** The configuration, read from environment variables and validated. */
import { join } from 'node:path';

export interface ServerConfig {
  /** Port to listen on; 0 picks a free one. */
  readonly port: number;
  readonly database: DatabaseConfig;
  /** How instances learn of changes: `listen` uses LISTEN/NOTIFY, `poll` polls, `local` is for a single instance. */
  readonly bus: 'listen' | 'poll' | 'local';
  /** Other origins whose pages may use the API. `localhost`: every port of this machine. */
  readonly origins: readonly string[] | 'localhost';
  /** Public origin of the server. Absent: taken from the request. */
  readonly publicUrl?: string;
  /** Key that signs cursors, guest cookies and forms. Absent: generated once and stored in the database. */
  readonly secret?: string;
  /** Days after which a removed comment and the text of a handled report are erased for good; 0: at once. */
  readonly retentionDays: number;
  /** Number of trusted proxies that set `X-Forwarded-*` headers. */
  readonly proxies: number;
}

export type DatabaseConfig =
  | { readonly kind: 'postgres'; readonly url: string }
  /** PostgreSQL inside this process; in memory if there is no folder. */
  | { readonly kind: 'pglite'; readonly folder?: string };

/** An unusable setting. The message names it and how to correct it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment, defaultPort: number): ServerConfig {
  const database = readDatabase(env);
  const publicUrl = env['PUBLIC_URL'] ? readOrigin('PUBLIC_URL', env['PUBLIC_URL']) : undefined;
  const secret = readSecret(env['SESSION_SECRET']);
  return {
    port: readNumber('PORT', env['PORT'], { min: 0, max: 65535, fallback: defaultPort }),
    database,
    bus: readBus(env['BUS'], database),
    origins: env['ORIGINS']
      ? env['ORIGINS'].split(',').map((origin) => readOrigin('ORIGINS', origin.trim()))
      : 'localhost',
    ...(publicUrl !== undefined && { publicUrl }),
    ...(secret !== undefined && { secret }),
    retentionDays: readNumber('RETENTION_DAYS', env['RETENTION_DAYS'], { min: 0, max: 3650, fallback: 30 }),
    proxies: readNumber('TRUST_PROXY', env['TRUST_PROXY'], { min: 0, max: 10, fallback: 0 }),
  };
}

function readDatabase({ DATABASE_URL: url, DATA_DIR: folder }: Environment): DatabaseConfig {
  if (!url) return { kind: 'pglite', folder: folder || join(import.meta.dirname, '.data') };
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    // The message leaves the value out: it may contain a password.
    throw new ConfigError(
      'DATABASE_URL is not a URL like postgres://user:password@host:5432/database. Correct or unset it.',
    );
  return { kind: 'postgres', url };
}

function readBus(value: string | undefined, { kind }: DatabaseConfig): ServerConfig['bus'] {
  if (kind === 'pglite') return 'local';
  if (value === undefined || value === '' || value === 'listen') return 'listen';
  if (value === 'poll') return 'poll';
  throw new ConfigError(`BUS must be "listen", or "poll" for a database without LISTEN, not "${value}".`);
}

function readSecret(value: string | undefined): string | undefined {
  if (!value) return undefined;
  if (value.length < 32)
    throw new ConfigError(
      `SESSION_SECRET has ${value.length} characters and needs at least 32. Generate one with: openssl rand -base64 32`,
    );
  return value;
}

function readOrigin(name: string, value: string): string {
  if (
    !URL.canParse(value) ||
    !/^https?:$/.test(new URL(value).protocol) ||
    new URL(value).origin !== value.replace(/\/$/, '')
  )
    throw new ConfigError(
      `${name} contains "${value}", which is not an origin. Use scheme, host and port only, like https://news.example.`,
    );
  return new URL(value).origin;
}

function readNumber(
  name: string,
  value: string | undefined,
  { min, max, fallback }: { readonly min: number; readonly max: number; readonly fallback: number },
): number {
  if (value === undefined || value === '') return fallback;
  const number = Number(value);
  // Digits only: `Number` reads a space as 0 and `1e2` as 100.
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
  return number;
}
