/** The caller of a request, and what follows from their identity. */
import type { Author, Decision, PostingRefusal, Viewer, Warning } from 'article-comments/rules.js';

/** What tells who a guest without a cookie may be. */
export interface Traces {
  /** The account that last wrote in this browser. */
  readonly account?: string | undefined;
  /** HMAC of the address. */
  readonly address?: string | undefined;
}

export interface Caller {
  /** Owner of the caller's comments: `person:…` or `guest:…`. Absent for guests who have not posted yet. */
  readonly identity?: string;
  readonly person?: Person;
  /** Of a guest. */
  readonly traces?: Traces;
  /** A moderator has banned the caller, until a time or for good; or, if it is not their own, somebody who has written from the same address. */
  readonly ban?: { readonly until: Date | null; readonly isOwn: boolean; readonly decision?: Decision | undefined };
  /** A moderator's warning that the caller has not acknowledged yet. */
  readonly warning?: Warning;
}

/** A caller who writes. */
export interface Writer extends Caller {
  readonly identity: string;
  /** The secret of a guest who has none yet. `remember` hands it out. */
  readonly newSecret?: string;
}

export const anonymous: Caller = {};

export const isModerator = ({ person }: Caller): boolean => person?.isModerator ?? false;

/** Whether the owner of something is a guest. */
export const isGuest = (identity: string | null): boolean => identity?.startsWith('guest:') ?? false;

export const isOwn = ({ identity }: Caller, row: { readonly owner: string | null }): boolean =>
  identity !== undefined && identity === row.owner;

/** Why the caller may not post; undefined if they may. */
export const refusalOf = ({ person, ban }: Caller): PostingRefusal | undefined =>
  ban
    ? {
        reason: 'banned',
        message: ban.isOwn
          ? 'A moderator has banned you from commenting.'
          : 'Guests cannot comment from your internet address at the moment.',
        ...(ban.until && { until: ban.until.toISOString() }),
        ...(ban.isOwn && ban.decision && { decision: ban.decision }),
      }
    : person?.refusal;

export function viewerOf({ person, warning }: Caller): Viewer {
  const viewer = warning && { warning };
  if (!person) return { state: 'anonymous', ...viewer };
  return { state: 'signed-in', author: person.author, ...(person.isModerator && { moderator: true }), ...viewer };
}

/** The author shown on a comment. */
export const authorOf = ({ person }: Caller, guest: { readonly name: string; readonly website?: string }): Author =>
  person?.author ?? { name: guest.name, ...(guest.website !== undefined && { url: guest.website }), badges: ['guest'] };

/** A signed-in reader. */
export interface Person {
  readonly id: string;
  readonly author: Author & { readonly id: string };
  readonly isModerator: boolean;
  readonly refusal?: PostingRefusal;
  /** Keys of the private discussions that the person may read, or the beginnings of keys followed by an asterisk. */
  readonly reads?: readonly string[];
}
