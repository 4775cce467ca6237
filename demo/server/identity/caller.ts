/** The caller of a request, and what follows from their identity. */
import type { Author, Viewer } from '../../../src/model/adapter.js';
import type { Person } from './person.js';

export interface Caller {
  /** Owner of the caller's comments: `person:…` or `guest:…`. Absent for guests who have not posted yet. */
  readonly identity?: string;
  readonly person?: Person;
}

export const anonymous: Caller = {};

export const isModerator = ({ person }: Caller): boolean => person?.isModerator ?? false;

export const isOwn = ({ identity }: Caller, row: { readonly owner: string | null }): boolean =>
  identity !== undefined && identity === row.owner;

export function viewerOf({ person }: Caller): Viewer {
  if (!person) return { state: 'anonymous' };
  return { state: 'signed-in', author: person.author, ...(person.isModerator && { moderator: true }) };
}

/** The author shown on a comment. */
export const authorOf = ({ person }: Caller, guest: { readonly name: string; readonly website?: string }): Author =>
  person?.author ?? { name: guest.name, ...(guest.website !== undefined && { url: guest.website }), badges: ['guest'] };
