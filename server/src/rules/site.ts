import type { ServerConfig } from './config.js';
import { withHold } from './hold.js';
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
  /** As the publisher has written them. `rulesInForce` has the settings as well. */
  readonly rules: HouseRules;
}

/** The site of a server that has one. */
export const onlySite = (config: ServerConfig, rules: HouseRules): Site => ({ id: '', path: '', config, rules });

/** The house rules of a site with the settings that take precedence over them. */
export function rulesInForce({ config, rules }: Pick<Site, 'config' | 'rules'>): HouseRules {
  const { hold, requireReasons = false, policyUrl, contact } = config;
  return withHold(
    {
      ...rules,
      decisions: { ...rules.decisions, required: rules.decisions.required || requireReasons },
      redress: { ...rules.redress, ...(contact !== undefined && { href: contact }) },
      policy: { ...rules.policy, ...(policyUrl !== undefined && { url: policyUrl }) },
    },
    hold,
  );
}
