import { ConfigError, type JwtConfig } from '../config.js';
import type { Site } from './site.js';

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
