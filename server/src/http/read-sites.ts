/** The sites of a server, from environment variables and the JSON files that SITES and RULES name. */
import { readFileSync } from 'node:fs';
import { ConfigError, type Environment, type JwtConfig, readConfig, type ServerConfig } from '../rules/config.js';
import { defaultRules, type HouseRules } from '../rules/house-rules.js';
import { onlySite, type Site } from '../rules/site.js';
import { readRules } from './site-rules.js';

/** Path below which the sites are. */
export const sitesPath = '/sites';

/** Settings of the server, which its sites share. */
const ofServer = [
  ...['SITES', 'HOST', 'PORT', 'DATABASE_URL', 'DATA_DIR', 'BUS', 'PUBLIC_URL', 'TRUST_PROXY', 'SESSION_SECRET'],
  ...['SMTP_URL', 'MAIL_FROM', 'METRICS_TOKEN', 'LOG_LEVEL'],
];

/** Settings of a site, of which `PUBLIC_URL` and `MAIL_FROM` may also be those of the server. They have the names and values of the environment variables of a server with one site. */
const ofSite = [
  'PUBLIC_URL',
  'MAIL_FROM',
  'POLICY_URL',
  'CONTACT',
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

/** Throws a `ConfigError` for what cannot be used. */
export function readSites(env: Environment, defaultPort: number, defaults: HouseRules = defaultRules): ServerWithSites {
  const { SITES: path, RULES: file } = env;
  if (path) return readSeveral(path, env, { defaultPort, defaults });
  const config = readConfig(env, defaultPort);
  const rules = file ? readRules(readObject('RULES', file), { place: file, defaults }) : defaults;
  return { config, sites: [onlySite(config, rules)] };
}

function readSeveral(
  path: string,
  env: Environment,
  { defaultPort, defaults }: Pick<Context, 'defaultPort' | 'defaults'>,
): ServerWithSites {
  const misplaced = [...ofSite, 'DEMO_SIGN_IN', 'RULES'].find((name) => env[name] && !ofServer.includes(name));
  if (misplaced !== undefined)
    throw new ConfigError(
      misplaced === 'DEMO_SIGN_IN'
        ? 'DEMO_SIGN_IN=1 lets everyone moderate all sites. Unset DEMO_SIGN_IN, or SITES.'
        : misplaced === 'RULES'
          ? `RULES has the rules of one site. Move them to the "rules" of a site in ${path}, or unset SITES.`
          : `${misplaced} is a setting of one site. Move it to the "settings" of a site in ${path}, or unset SITES.`,
    );
  const server = Object.fromEntries(ofServer.map((name) => [name, env[name]]));
  const entries = Object.entries(readObject('SITES', path));
  if (entries.length === 0) throw new ConfigError(`${path} has no site. Add one, such as "gazette": { … }.`);
  const sites = entries.map(([id, entry]) => readSite(id, entry, { path, server, defaultPort, defaults }));
  requireSeparate(sites, path);
  // Each site has a sender of its mails, and the server none.
  // Nor does it need an address for links behind a proxy.
  const own = { ...server, SMTP_URL: undefined, MAIL_FROM: undefined, TRUST_PROXY: undefined };
  const proxies = sites[0]?.config.proxies ?? 0;
  return { config: { ...readConfig(own, defaultPort), proxies }, sites };
}

/** `setting`: names the file. */
function readObject(setting: string, path: string): Readonly<Record<string, unknown>> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new ConfigError(
      `${setting} is "${path}", which cannot be read (${(error as Error).message}). Correct the path.`,
    );
  }
  try {
    return requireObject(JSON.parse(text), path);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    // The message of the parser repeats what is there, which may be a secret.
    const [, position] = /position (\d+)/.exec((error as Error).message) ?? [];
    const line = position === undefined ? '' : `, from line ${text.slice(0, Number(position)).split('\n').length} on`;
    throw new ConfigError(`${path} is not JSON${line}. Correct it there.`);
  }
}

interface Context {
  readonly path: string;
  readonly server: Environment;
  readonly defaultPort: number;
  /** What a site leaves out of its rules. */
  readonly defaults: HouseRules;
}

function readSite(id: string, value: unknown, { path, server, defaultPort, defaults }: Context): Site {
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
    rules: readRules(requireObject(changes, `${place} › rules`), { place: `${place} › rules`, defaults }),
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

/** Throws a `ConfigError` for sites between which comments, tokens or keys would not be separate. */
export function requireSeparate(sites: readonly Site[], path: string): void {
  for (const [index, first] of sites.entries())
    for (const second of sites.slice(index + 1)) {
      const both = `${path}: "${first.id}" and "${second.id}"`;
      if (first.schema === second.schema)
        throw new ConfigError(`${both} have the schema "${first.schema}". Give each site its own.`);
      const [one, other] = [first.config.identities, second.config.identities];
      if (one.kind === 'jwt' && other.kind === 'jwt' && acceptSameTokens(one, other))
        throw new ConfigError(
          `${both} accept the same tokens: a moderator of one would moderate the other. Give each its own JWT_SECRET or JWKS_URL, or its own JWT_AUDIENCE.`,
        );
      const { secret } = first.config.keys ?? {};
      if (secret !== undefined && secret === second.config.keys?.secret)
        throw new ConfigError(`${both} have the same KEY_SECRET. Give each site its own.`);
    }
}

/** The same for two sites whose tokens are verified with the same key. */
const keyOf = ({ key }: JwtConfig): string => ('secret' in key ? key.secret : addressOf(key.jwksUrl));

/** An address without what makes no difference to the response. `URL` has written the host, the port and the path in one way. */
function addressOf(url: string): string {
  const { protocol, hostname, port, pathname, search } = new URL(url);
  // Of unreserved characters, which mean the same (RFC 3986, section 6.2.2).
  const path = `${pathname}${search}`.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : code.toUpperCase();
  });
  return `${protocol}//${hostname.replace(/\.$/, '')}:${port}${path}`;
}

function acceptSameTokens(one: JwtConfig, other: JwtConfig): boolean {
  const differ = (name: 'issuer' | 'audience'): boolean =>
    one[name] !== undefined && other[name] !== undefined && one[name] !== other[name];
  return keyOf(one) === keyOf(other) && !differ('issuer') && !differ('audience');
}
