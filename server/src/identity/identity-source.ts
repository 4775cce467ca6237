import { Problem } from '../http/problem.js';
import type { Person } from './person.js';

/** A cookie that carries the token in browsers. */
export interface TokenCookie {
  readonly name: string;
  /** Whether this server sets it, with the prefix that fits. Otherwise the publisher does, with exactly this name. */
  readonly isOwn: boolean;
}

/** Knows whose token a request carries. */
export interface IdentitySource {
  /** Absent: tokens come in the header `Authorization` only. */
  readonly cookie?: TokenCookie;
  /** The person. Throws `session-expired` for a token that does not count. */
  find(token: string): Promise<Person>;
  /** Ends a token before it expires. Absent where only the publisher can. */
  end?(token: string): Promise<void>;
}

/** `code` says why the token does not count, for developers. */
export const sessionExpired = (code?: string): Problem =>
  new Problem('session-expired', 'Your session has expired. Please sign in again.', code === undefined ? {} : { code });

/** For a server at which nobody can sign in. */
export const noIdentities: IdentitySource = {
  find: async () => {
    throw sessionExpired('no-sign-in');
  },
};
