/** The configuration, read from environment variables and validated. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { type Hold, holds, isHold } from './hold.js';
import { isPublicAddress } from './public-address.js';
import { type OutgoingPolicy, type Receiver, secretPrefix } from './receiver.js';

export interface ServerConfig {
  /** Address of this machine to listen on. Default `localhost`, which only this machine reaches. */
  readonly host?: string;
  /** Port to listen on; 0 picks a free one. */
  readonly port: number;
  readonly database: DatabaseConfig;
  /** How instances learn of changes: `listen` uses LISTEN/NOTIFY, `poll` polls, `local` is for a single instance. */
  readonly bus: 'listen' | 'poll' | 'local';
  /** Other origins whose pages may use the API. `localhost`: every port of this machine. */
  readonly origins: readonly string[] | 'localhost';
  /** Public origin of the server. Absent: taken from the request. */
  readonly publicUrl?: string;
  /** Key that signs cursors and forms. Absent: generated once and stored in the database. */
  readonly secret?: string;
  /** Days after which a removed comment and the text of a handled report are erased for good; 0: at once. */
  readonly retentionDays: number;
  /** Calendar months after a decision on illegal content when it and the notice are erased for good. */
  readonly noticeMonths: number;
  /** Calendar months after which the words and the sender of a report or notice that is still open are erased for good. */
  readonly openMonths: number;
  /** Which comments are held. Takes precedence over the house rules. */
  readonly hold?: Hold;
  /** Whether moderators have to give reasons. Takes precedence over the house rules. */
  readonly requireReasons?: boolean;
  /** Whether guests send a proof of work by ALTCHA with each comment. */
  readonly requireAltcha?: boolean;
  /** Number of trusted proxies that set `X-Forwarded-*` headers. */
  readonly proxies: number;
  /** How readers sign in. */
  readonly identities: IdentityConfig;
  /** Which keys of discussions count. Default: every key is a public discussion. */
  readonly keys?: KeyConfig;
  /** Other software that the server calls. Default: none. */
  readonly outgoing?: OutgoingConfig;
  /** How mails are sent. Absent: they wait in the outbox. */
  readonly mail?: MailConfig;
  /** Address of the publisher's comment policy. Takes precedence over the house rules. */
  readonly policyUrl?: string;
  /** Where people contest a decision, `mailto:…` or a web address. Takes precedence over the house rules. */
  readonly contact?: string;
  /** What a program that reads `/metrics` sends. Absent: only this machine may read them. */
  readonly metricsToken?: string;
  /** From which level on the log is written. `info` has each request. */
  readonly logLevel?: LogLevel;
}

export interface MailConfig {
  /** `smtp://user:password@host:587` or `smtps://…`. With `ignoreTLS=true`, mails travel without encryption. */
  readonly url: string;
  /** Sender of the mails, such as `Comments <comments@news.example>`. */
  readonly from: string;
}

const logLevels = ['error', 'warn', 'info'] as const;

export type LogLevel = (typeof logLevels)[number];

export interface OutgoingConfig {
  readonly policy: OutgoingPolicy;
  /** Receivers of events. */
  readonly webhooks: readonly Receiver[];
  /** Judges texts before others read them. */
  readonly judge?: Receiver;
}

export interface KeyConfig {
  /** The publisher signs keys with it. Absent: keys have no signature. */
  readonly secret?: string;
  /** What a key without a stored discussion stands for: a new discussion, or none. */
  readonly unknown: 'open' | 'missing';
  /** Keys of private discussions, or the beginnings of keys followed by an asterisk. */
  readonly private: readonly string[];
}

export type DatabaseConfig =
  | { readonly kind: 'postgres'; readonly url: string }
  /** PostgreSQL inside this process; in memory if there is no folder. */
  | { readonly kind: 'pglite'; readonly folder?: string };

export type IdentityConfig =
  /** Nobody can sign in: all readers are guests. */
  | { readonly kind: 'guests' }
  /** Anybody can sign in as any of the demo's people, moderators too, without a password. */
  | { readonly kind: 'demo' }
  | JwtConfig;

/** Readers bring a JSON Web Token that the publisher has signed. */
export interface JwtConfig {
  readonly kind: 'jwt';
  /** What verifies the signature: the secret that publisher and server share, or the publisher's public keys. */
  readonly key: { readonly secret: string } | { readonly jwksUrl: string };
  /** Required values of the claims `iss` and `aud`. Absent: any. */
  readonly issuer?: string;
  readonly audience?: string;
  /** Name of the publisher's cookie that carries the token as well. Absent: tokens come in a header only. */
  readonly cookie?: string;
  /** URL of the publisher's sign-in page; `{return}` in it stands for the URL to return to. */
  readonly signInUrl?: string;
}

/** An unusable setting. The message names it and how to correct it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment, defaultPort: number): ServerConfig {
  const database = readDatabase(env);
  const publicUrl = env['PUBLIC_URL'] ? readOrigin('PUBLIC_URL', env['PUBLIC_URL']) : undefined;
  const secret = readSecret(env['SESSION_SECRET']);
  const hold = readHold(env['HOLD']);
  const proxies = readNumber('TRUST_PROXY', env['TRUST_PROXY'], { min: 0, max: 10, fallback: 0 });
  if (proxies > 0 && publicUrl === undefined)
    throw new ConfigError(
      `TRUST_PROXY=${proxies} needs PUBLIC_URL, such as https://news.example: the X-Forwarded-Host of a request may come from its sender.`,
    );
  const mail = readMail(env, publicUrl);
  const { HOST: host, POLICY_URL: policyUrl, CONTACT: contact, METRICS_TOKEN: metricsToken } = env;
  return {
    ...(host && { host }),
    port: readNumber('PORT', env['PORT'], { min: 0, max: 65535, fallback: defaultPort }),
    database,
    bus: readBus(env['BUS'], database),
    origins: readOrigins(env['ORIGINS'], publicUrl),
    ...(publicUrl !== undefined && { publicUrl }),
    ...(secret !== undefined && { secret }),
    retentionDays: readNumber('RETENTION_DAYS', env['RETENTION_DAYS'], { min: 0, max: 3650, fallback: 30 }),
    noticeMonths: readNumber('NOTICE_MONTHS', env['NOTICE_MONTHS'], { min: 6, max: 120, fallback: 6 }),
    openMonths: readNumber('OPEN_MONTHS', env['OPEN_MONTHS'], { min: 1, max: 120, fallback: 12 }),
    ...(hold !== undefined && { hold }),
    requireReasons: readSwitch('REQUIRE_REASONS', env['REQUIRE_REASONS']),
    requireAltcha: readSwitch('REQUIRE_ALTCHA', env['REQUIRE_ALTCHA']),
    proxies,
    identities: readIdentities(env, { publicUrl, host }),
    keys: readKeys(env),
    outgoing: readOutgoing(env),
    ...(mail && { mail }),
    ...(policyUrl && { policyUrl: readWebUrl('POLICY_URL', policyUrl) }),
    ...(contact && { contact: readContact(contact) }),
    ...(metricsToken && { metricsToken: readMetricsToken(metricsToken) }),
    logLevel: readLogLevel(env['LOG_LEVEL']),
  };
}

/** What the address of the mail server may set. Others write mails to the log, or take files of this machine. */
const smtpOptions: readonly string[] = ['ignoreTLS', 'name'];

/** The messages leave the address of the mail server out: it may contain a password. */
function readMail(
  { SMTP_URL: url, MAIL_FROM: from }: Environment,
  publicUrl: string | undefined,
): MailConfig | undefined {
  if (!url && from) throw new ConfigError('MAIL_FROM needs SMTP_URL. Set it, or unset MAIL_FROM.');
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol) || new URL(url).hostname === '')
    throw new ConfigError(
      'SMTP_URL is not a URL like smtp://user:password@mail.news.example:587 or smtps://…:465. Correct or unset it.',
    );
  if (publicUrl === undefined)
    throw new ConfigError(
      'SMTP_URL needs PUBLIC_URL, such as https://comments.news.example: the mails have links to this server.',
    );
  const [unknown] = [...new URL(url).searchParams.keys()].filter((name) => !smtpOptions.includes(name));
  if (unknown !== undefined)
    throw new ConfigError(
      `SMTP_URL has an option that is none of: ${smtpOptions.join(', ')}. Leave it out; a "?" in a password is written as %3F.`,
    );
  const ignored = new URL(url).searchParams.get('ignoreTLS');
  if (ignored !== null && ignored !== 'true')
    throw new ConfigError('SMTP_URL has ignoreTLS with another value than "true". Correct it, or leave it out.');
  if (!from)
    throw new ConfigError(
      'SMTP_URL needs MAIL_FROM, the sender of the mails, such as Comments <comments@news.example>.',
    );
  // Outside quotes, a comma or a semicolon would separate two senders.
  if (!/^(("[^"\\\r\n]*"|[^<>@,;:"\r\n]*)\s*<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(from))
    throw new ConfigError(
      `MAIL_FROM is "${from}". Use an address, alone or with a name: Comments <comments@news.example>. Put a name with ",", ";", ":" or "@" into quotation marks.`,
    );
  return { url, from };
}

function readContact(value: string): string {
  if (/^https?:/.test(value)) return readWebUrl('CONTACT', value);
  const address = value.replace(/^mailto:/, '');
  if (/^[^\s<>@,]+@[^\s<>@,]+$/.test(address)) return `mailto:${address}`;
  throw new ConfigError(
    `CONTACT is "${value}". Use an email address, or the web address of a form: it is where people contest a decision.`,
  );
}

/** The message leaves the value out. */
function readMetricsToken(value: string): string {
  if (/^[\w.~+/=-]{16,}$/.test(value)) return value;
  throw new ConfigError(
    'METRICS_TOKEN needs at least 16 letters, digits or characters of "._~+/=-". Generate one with: openssl rand -base64 32',
  );
}

function readLogLevel(value: string | undefined): LogLevel {
  const level = logLevels.find((known) => known === (value || 'warn'));
  if (level !== undefined) return level;
  throw new ConfigError(`LOG_LEVEL is "${value}". Use one of: ${logLevels.join(', ')}.`);
}

function readOutgoing(env: Environment): OutgoingConfig {
  const policy: OutgoingPolicy = {
    allowsHttp: readSwitch('OUTGOING_HTTP', env['OUTGOING_HTTP']),
    allowsPrivate: readSwitch('OUTGOING_PRIVATE', env['OUTGOING_PRIVATE']),
  };
  const urls = listOf(env['WEBHOOK_URL']);
  const secrets = listOf(env['WEBHOOK_SECRET']);
  if (urls.length !== secrets.length)
    throw new ConfigError(
      `WEBHOOK_URL has ${urls.length} values and WEBHOOK_SECRET has ${secrets.length}. Set one secret for each URL, separated by commas.`,
    );
  const twice = urls.find((url, index) => urls.indexOf(url) !== index);
  if (twice !== undefined)
    throw new ConfigError(`WEBHOOK_URL contains an address at ${originOf(twice)} twice. Leave one of them out.`);
  const { JUDGE_URL: judge, JUDGE_SECRET: judgeSecret } = env;
  if (judge && !judgeSecret)
    throw new ConfigError(
      `JUDGE_URL needs JUDGE_SECRET. Generate one with: echo "${secretPrefix}$(openssl rand -base64 32)"`,
    );
  if (judgeSecret && !judge) throw new ConfigError('JUDGE_SECRET needs JUDGE_URL. Set it, or unset JUDGE_SECRET.');
  return {
    policy,
    ...(judge && judgeSecret && { judge: readReceiver('JUDGE', judge, judgeSecret, policy) }),
    webhooks: urls.map((url, index) => readReceiver('WEBHOOK', url, secrets[index] ?? '', policy)),
  };
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : 'one place');

const listOf = (value: string | undefined): readonly string[] =>
  value ? value.split(',').map((part) => part.trim()) : [];

/** `name`: the beginning of the names of its settings. */
function readReceiver(name: string, value: string, secrets: string, policy: OutgoingPolicy): Receiver {
  const { href, protocol, hostname } = new URL(readWebUrl(`${name}_URL`, value));
  if (protocol === 'http:' && !policy.allowsHttp)
    throw new ConfigError(
      `${name}_URL leads to ${protocol}//${hostname}. Use https, or set OUTGOING_HTTP=1 to send comments over http, which others can read on the way.`,
    );
  const address = hostname.replace(/^\[|\]$/g, '');
  if (!policy.allowsPrivate && (isThisMachine({ hostname }) || (isIP(address) > 0 && !isPublicAddress(address))))
    throw new ConfigError(
      `${name}_URL leads to ${hostname}, which is not a public address. Set OUTGOING_PRIVATE=1 if the service is in your own network.`,
    );
  return { url: href, secrets: secrets.split(' ').map((secret) => readSharedSecret(`${name}_SECRET`, secret)) };
}

/** Bytes of a secret of Standard Webhooks. */
const sharedSecretBytes = { min: 24, max: 64 };

/** The message leaves the value out. */
function readSharedSecret(name: string, value: string): string {
  const { min, max } = sharedSecretBytes;
  const encoded = value.startsWith(secretPrefix) ? value.slice(secretPrefix.length) : '';
  const bytes = Buffer.from(encoded, 'base64').length;
  if (!/^[A-Za-z0-9+/]+=*$/.test(encoded) || bytes < min || bytes > max)
    throw new ConfigError(
      `${name} has to be "${secretPrefix}" and ${min} to ${max} bytes in base64. Generate one with: echo "${secretPrefix}$(openssl rand -base64 32)"`,
    );
  return value;
}

function readKeys({ KEY_SECRET: secret, UNKNOWN_KEYS: unknown, PRIVATE_KEYS: patterns }: Environment): KeyConfig {
  if (secret && secret.length < 32)
    throw new ConfigError(
      `KEY_SECRET has ${secret.length} characters and needs at least 32. Generate one with: openssl rand -base64 32`,
    );
  if (unknown && unknown !== 'open' && unknown !== 'missing')
    throw new ConfigError(`UNKNOWN_KEYS must be "open" or "missing", not "${unknown}".`);
  return {
    ...(secret && { secret }),
    unknown: unknown === 'missing' ? 'missing' : 'open',
    private: patterns ? patterns.split(',').map((pattern) => pattern.trim()) : [],
  };
}

function readOrigins(value: string | undefined, publicUrl: string | undefined): ServerConfig['origins'] {
  if (value) return value.split(',').map((origin) => readOrigin('ORIGINS', origin.trim()));
  // A published server must not trust whatever runs on its reader's machine.
  return publicUrl !== undefined && !isThisMachine(new URL(publicUrl)) ? [] : 'localhost';
}

function readIdentities(
  env: Environment,
  { publicUrl, host = '' }: { readonly publicUrl: string | undefined; readonly host: string | undefined },
): IdentityConfig {
  const key = readKey(env);
  const isDemo = readSwitch('DEMO_SIGN_IN', env['DEMO_SIGN_IN']);
  if (isDemo && key)
    throw new ConfigError(
      'DEMO_SIGN_IN=1 lets anybody sign in as a moderator, which JWT_SECRET and JWKS_URL are there to prevent. Unset DEMO_SIGN_IN, or both of them.',
    );
  if (isDemo && publicUrl !== undefined && !isThisMachine(new URL(publicUrl)))
    throw new ConfigError(
      `DEMO_SIGN_IN=1 lets anybody sign in as a moderator, and PUBLIC_URL=${publicUrl} is not this machine. Unset DEMO_SIGN_IN, and set JWT_SECRET or JWKS_URL.`,
    );
  if (isDemo && publicUrl === undefined && host !== '' && !isThisMachine({ hostname: host }))
    throw new ConfigError(
      `DEMO_SIGN_IN=1 lets anybody sign in as a moderator, and HOST=${host} lets other machines reach this server. Unset one of them, or set PUBLIC_URL=http://localhost:8010 if the port is open to this machine only.`,
    );
  if (key) return { kind: 'jwt', key, ...readJwtOptions(env) };
  for (const name of ['JWT_ISSUER', 'JWT_AUDIENCE', 'JWT_COOKIE', 'SIGN_IN_URL'])
    if (env[name]) throw new ConfigError(`${name} needs JWT_SECRET or JWKS_URL. Set one of them, or unset ${name}.`);
  return { kind: isDemo ? 'demo' : 'guests' };
}

/** Minimum length of JWT_SECRET in bytes: that of the hash in HS256 (RFC 7518, section 3.2). */
const jwtSecretBytes = 32;

function readKey({ JWT_SECRET: secret, JWKS_URL: jwksUrl }: Environment): JwtConfig['key'] | undefined {
  if (secret && jwksUrl) throw new ConfigError('JWT_SECRET and JWKS_URL are both set. Unset one of them.');
  if (secret) {
    const bytes = Buffer.byteLength(secret);
    if (bytes < jwtSecretBytes)
      throw new ConfigError(
        `JWT_SECRET has ${bytes} bytes and needs at least ${jwtSecretBytes}. Generate one with: openssl rand -base64 32`,
      );
    return { secret };
  }
  if (!jwksUrl) return undefined;
  const url = readWebUrl('JWKS_URL', jwksUrl);
  // Whoever can change the response can sign in as a moderator.
  if (new URL(url).protocol === 'http:' && !isThisMachine(new URL(url)))
    throw new ConfigError(
      `JWKS_URL begins with http:. Use https: keys that arrive over http can be replaced on the way.`,
    );
  return { jwksUrl: url };
}

function readJwtOptions({
  JWT_ISSUER: issuer,
  JWT_AUDIENCE: audience,
  JWT_COOKIE: cookie,
  SIGN_IN_URL: signInUrl,
}: Environment): Omit<JwtConfig, 'kind' | 'key'> {
  // Also with the prefix that the server adds with HTTPS.
  if (cookie && (!/^[\w.-]+$/.test(cookie) || /^(__Host-|__Secure-)?(guest|account)$/i.test(cookie)))
    throw new ConfigError(
      `JWT_COOKIE is "${cookie}". Use another name of letters, digits, "_", "-" and "."; "guest" and "account" are the server's own.`,
    );
  return {
    ...(issuer && { issuer }),
    ...(audience && { audience }),
    ...(cookie && { cookie }),
    ...(signInUrl && { signInUrl: readWebUrl('SIGN_IN_URL', signInUrl) }),
  };
}

function readDatabase({ DATABASE_URL: url, DATA_DIR: folder }: Environment): DatabaseConfig {
  if (!url) return { kind: 'pglite', folder: resolve(folder || 'data') };
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

function readHold(value: string | undefined): Hold | undefined {
  if (!value) return undefined;
  if (isHold(value)) return value;
  throw new ConfigError(`HOLD is "${value}". Use one of: ${holds.join(', ')}.`);
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

/** Addresses without secrets. Others are left out of messages. */
const forReaders = ['POLICY_URL', 'SIGN_IN_URL', 'CONTACT'];

function readWebUrl(name: string, value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol))
    throw new ConfigError(
      `${name} ${forReaders.includes(name) ? `is "${value}", which is` : 'is'} not a web address. Use one like https://news.example/path.`,
    );
  const { username, password } = new URL(value);
  if (username !== '' || password !== '')
    throw new ConfigError(
      `${name} has a user or a password in it, which browsers and this server refuse. Leave them out.`,
    );
  return value;
}

/** Whether a URL leads to the machine that opens it. */
export const isThisMachine = ({ hostname }: Pick<URL, 'hostname'>): boolean =>
  /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(hostname);

function readSwitch(name: string, value: string | undefined): boolean {
  if (value === undefined || value === '' || value === '0') return false;
  if (value === '1') return true;
  throw new ConfigError(`${name} must be 1 (on) or 0 (off), not "${value}".`);
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
