import type { ServerConfig } from './config.js';
import type { HouseRules } from './house-rules.js';

/** A publication with readers, moderators, rules and comments of its own. Several can share a server and a database. */
export interface Site {
  /** Names it in addresses. Empty: the only site of the server. */
  readonly id: string;
  /** What moderators read above their pages. */
  readonly name?: string;
  /** The beginning of its addresses: `/sites/gazette`; empty for the only site. */
  readonly path: string;
  /** PostgreSQL schema with its tables. Absent: that of the connection. */
  readonly schema?: string;
  /** Its own settings, and those of the server. */
  readonly config: ServerConfig;
  readonly rules: HouseRules;
}

/** The site of a server that has one. */
export const onlySite = (config: ServerConfig, rules: HouseRules): Site => ({ id: '', path: '', config, rules });
