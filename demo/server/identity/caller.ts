/** Who is asking, and what follows from it alone. */
import type { Author, Viewer } from '../../../src/model/adapter.js';
import type { Person } from '../people.js';

export interface Caller {
  /** Owner of what the caller writes: `person:…` or `guest:…`. Absent for guests who have not written yet. */
  readonly identity?: string;
  readonly person?: Person;
}

export const nobody: Caller = {};

export const isModerator = ({ person }: Caller): boolean => person?.isModerator ?? false;

export const isOwn = ({ identity }: Caller, row: { readonly owner: string | null }): boolean =>
  identity !== undefined && identity === row.owner;

export function viewerOf({ person }: Caller): Viewer {
  if (!person) return { state: 'anonymous' };
  return { state: 'signed-in', author: person.author, ...(person.isModerator && { moderator: true }) };
}

/** What a comment says of its author. */
export const authorOf = ({ person }: Caller, guest: { readonly name: string; readonly website?: string }): Author =>
  person?.author ?? { name: guest.name, ...(guest.website !== undefined && { url: guest.website }), badges: ['guest'] };
