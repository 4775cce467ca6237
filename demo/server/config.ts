/** What the environment says, read and checked in this one place. */
import { join } from 'node:path';

export interface ServerConfig {
  /** Port to listen at; 0 takes a free one. */
  readonly port: number;
  readonly database: DatabaseConfig;
  /** `listen`: the database wakes the other instances. `poll`: each looks again and again. `local`: there are no others. */
  readonly bus: 'listen' | 'poll' | 'local';
  /** Origins of other sites whose pages may use the server, besides its own. `localhost`: every port of this machine. */
  readonly origins: readonly string[] | 'localhost';
  /** Address that readers see, without a path. Absent: the server is asked at its own port of this machine. */
  readonly publicUrl?: string;
  /** What cursors, guests' marks and forms are signed with. Absent: made once and kept in the database. */
  readonly secret?: string;
  /** Number of proxies in front whose `X-Forwarded-*` headers are believed. */
  readonly proxies: number;
}

export type DatabaseConfig =
  | { readonly kind: 'postgres'; readonly url: string }
  /** PostgreSQL inside this process. Without a folder it lives in memory and ends with the process. */
  | { readonly kind: 'pglite'; readonly folder?: string };

/** Thrown for a value that cannot be used; the message names the value and the remedy. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment, defaultPort: number): ServerConfig {
  const database = readDatabase(env);
  const publicUrl = env['PUBLIC_URL'] ? readOrigin('PUBLIC_URL', env['PUBLIC_URL']) : undefined;
  const secret = readSecret(env['SESSION_SECRET']);
  return {
    port: readNumber('PORT', env['PORT'], { min: 0, max: 65535, standard: defaultPort }),
    database,
    bus: readBus(env['BUS'], database),
    origins: env['ORIGINS'] ? env['ORIGINS'].split(',').map((origin) => readOrigin('ORIGINS', origin.trim())) : 'localhost',
    ...(publicUrl !== undefined && { publicUrl }),
    ...(secret !== undefined && { secret }),
    proxies: readNumber('TRUST_PROXY', env['TRUST_PROXY'], { min: 0, max: 10, standard: 0 }),
  };
}

function readDatabase({ DATABASE_URL: url, DATA_DIR: folder }: Environment): DatabaseConfig {
  if (!url) return { kind: 'pglite', folder: folder || join(import.meta.dirname, '.data') };
  if (!URL.canParse(url) || !/^postgres(ql)?:$/.test(new URL(url).protocol))
    // The value itself stays unsaid: it may hold a password.
    throw new ConfigError('DATABASE_URL is not an address like postgres://user:password@host:5432/database. Correct it, or leave it away.');
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
    throw new ConfigError(`SESSION_SECRET has ${value.length} characters and needs 32, for instance from: openssl rand -base64 32`);
  return value;
}

function readOrigin(name: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol) || new URL(value).origin !== value.replace(/\/$/, ''))
    throw new ConfigError(`${name} holds "${value}", which is no origin. Write scheme, host and port only, like https://news.example.`);
  return new URL(value).origin;
}

function readNumber(
  name: string,
  value: string | undefined,
  { min, max, standard }: { readonly min: number; readonly max: number; readonly standard: number },
): number {
  if (value === undefined || value === '') return standard;
  const number = Number(value);
  if (!Number.isInteger(number) || number < min || number > max)
    throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${value}".`);
  return number;
}
