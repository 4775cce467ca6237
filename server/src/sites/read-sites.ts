/** Several sites on one server, from the JSON file that the environment variable SITES names. */
import { readFileSync } from 'node:fs';
import { ConfigError, type Environment, readConfig, type ServerConfig } from '../config.js';
import { houseRules, type HouseRules } from '../house-rules.js';
import { requireSeparate } from './require-separate.js';
import type { Site } from './site.js';
import { readRules } from './site-rules.js';

/** Path below which the sites are. */
export const sitesPath = '/sites';

/** Settings of the server, which its sites share. */
const ofServer = ['SITES', 'PORT', 'DATABASE_URL', 'DATA_DIR', 'BUS', 'PUBLIC_URL', 'TRUST_PROXY', 'SESSION_SECRET'];

/** Settings of a site, of which `PUBLIC_URL` may also be that of the server. They have the names and values of the environment variables of a server with one site. */
const ofSite = [
  'PUBLIC_URL',
  'ORIGINS',
  'RETENTION_DAYS',
  'NOTICE_MONTHS',
  'OPEN_MONTHS',
  'HOLD',
  'REQUIRE_REASONS',
  'REQUIRE_ALTCHA',
  'JWT_SECRET',
  'JWKS_URL',
  'JWT_ISSUER',
  'JWT_AUDIENCE',
  'JWT_COOKIE',
  'SIGN_IN_URL',
  'KEY_SECRET',
  'UNKNOWN_KEYS',
  'PRIVATE_KEYS',
  'WEBHOOK_URL',
  'WEBHOOK_SECRET',
  'JUDGE_URL',
  'JUDGE_SECRET',
  'OUTGOING_HTTP',
  'OUTGOING_PRIVATE',
];

export interface ServerWithSites {
  /** Of the server. */
  readonly config: ServerConfig;
  readonly sites: readonly Site[];
}

/** Undefined without SITES: the server has one site. Throws a `ConfigError` for what cannot be used. */
export function readSites(
  env: Environment,
  defaultPort: number,
  rules: HouseRules = houseRules,
): ServerWithSites | undefined {
  const { SITES: path } = env;
  if (!path) return undefined;
  const misplaced = [...ofSite, 'DEMO_SIGN_IN'].find((name) => env[name] && !ofServer.includes(name));
  if (misplaced !== undefined)
    throw new ConfigError(
      misplaced === 'DEMO_SIGN_IN'
        ? 'DEMO_SIGN_IN=1 lets everyone moderate all sites. Unset DEMO_SIGN_IN, or SITES.'
        : `${misplaced} is a setting of one site. Move it to the "settings" of a site in ${path}, or unset SITES.`,
    );
  const server = Object.fromEntries(ofServer.map((name) => [name, env[name]]));
  const entries = Object.entries(readObject(path));
  if (entries.length === 0) throw new ConfigError(`${path} has no site. Add one, such as "gazette": { … }.`);
  const sites = entries.map(([id, entry]) => readSite(id, entry, { path, server, defaultPort, rules }));
  requireSeparate(sites, path);
  return { config: readConfig(server, defaultPort), sites };
}

function readObject(path: string): object {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(`SITES is "${path}", which cannot be read (${(error as Error).message}). Correct the path.`);
  }
  try {
    return requireObject(JSON.parse(text), path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(`${path} is not JSON: ${(error as Error).message}. Correct it there.`);
  }
}

interface Context {
  readonly path: string;
  readonly server: Environment;
  readonly defaultPort: number;
  readonly rules: HouseRules;
}

function readSite(id: string, value: unknown, { path, server, defaultPort, rules }: Context): Site {
  const { sendMail } = rules;
  const place = `${path} › ${id}`;
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(id))
    throw new ConfigError(
      `${path} has a site "${id}". Use up to 40 lower-case letters, digits and "-", and a letter first: the id is in addresses.`,
    );
  const entry = requireObject(value, place);
  requireKnown(entry, ['name', 'schema', 'settings', 'rules'], place);
  const { name = id, schema = `site_${id.replaceAll('-', '_')}`, settings = {}, rules: changes = {} } = entry;
  if (typeof name !== 'string' || name.trim() === '')
    throw new ConfigError(`${place} › name is ${JSON.stringify(name)}. Use the name of the site, as text.`);
  if (
    typeof schema !== 'string' ||
    !/^[a-z_][a-z0-9_]{0,62}$/.test(schema) ||
    /^(pg_|information_schema$)/.test(schema)
  )
    throw new ConfigError(
      `${place} › schema is ${JSON.stringify(schema)}. Use the name of a PostgreSQL schema: lower-case letters, digits and "_".`,
    );
  const environment = readSettings(settings, `${place} › settings`);
  return {
    id,
    name,
    path: `${sitesPath}/${id}`,
    schema,
    config: at(place, () => readConfig({ ...server, ...environment }, defaultPort)),
    rules: {
      ...readRules(rules, requireObject(changes, `${place} › rules`), `${place} › rules`),
      sendMail: sendMail && ((mail) => sendMail({ ...mail, site: id })),
    },
  };
}

function readSettings(value: unknown, place: string): Environment {
  const settings = requireObject(value, place);
  const shared = Object.keys(settings).find((name) => ofServer.includes(name) && !ofSite.includes(name));
  if (shared !== undefined)
    throw new ConfigError(`${place} has ${shared}, which all sites share. Set it in the environment of the server.`);
  requireKnown(settings, ofSite, place);
  for (const [name, setting] of Object.entries(settings))
    if (typeof setting !== 'string')
      throw new ConfigError(`${place} › ${name} is not text. Put the value into quotation marks.`);
  return settings as Environment;
}

function requireKnown(value: object, known: readonly string[], place: string): void {
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new ConfigError(`${place} has no setting "${unknown}". Use one of: ${known.join(', ')}.`);
}

function requireObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new ConfigError(`${place} has to be an object: { … }.`);
}

/** Adds the place to the message of a `ConfigError`. */
function at<Result>(place: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof ConfigError ? new ConfigError(`${place}: ${error.message}`) : error;
  }
}
