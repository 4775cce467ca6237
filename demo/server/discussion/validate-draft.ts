import type { Draft } from '../../../src/model/adapter.js';
import { textLength } from '../../../src/model/drafts/text-length.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { normalizeLine, normalizeText } from './normalize-text.js';

/** Returns the body as stored. Throws a `Problem` if it is empty or too long. */
export function validateBody(body: string, { text: { value, unit } }: HouseRules): string {
  const text = normalizeText(body);
  if (text.trim() === '') throw new Problem('invalid', 'Please write something first.', { field: 'body' });
  if (textLength(text, unit) > value)
    throw new Problem('too-long', `A comment may have up to ${value} characters.`, { field: 'body' });
  return text;
}

export interface Guest {
  readonly name: string;
  readonly website?: string;
}

/** Maximum length of a guest's name, in graphemes. */
const maxNameLength = 60;

/** Returns the guest's details, for anonymous callers only. The email address is checked but not stored: nothing sends mail. */
export function validateGuest({ person }: Caller, guest: Draft['guest'] = {}): Guest {
  if (person) return { name: '' };
  const name = normalizeLine(guest.name ?? '');
  const email = normalizeLine(guest.email ?? '');
  const website = normalizeLine(guest.website ?? '');
  if (name === '') throw new Problem('invalid', 'Please enter a name.', { field: 'name' });
  if (textLength(name, 'graphemes') > maxNameLength)
    throw new Problem('invalid', `A name may have up to ${maxNameLength} characters.`, { field: 'name' });
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/u.test(email))
    throw new Problem('invalid', 'This is not a valid email address.', { field: 'email' });
  if (website === '') return { name };
  if (!URL.canParse(website) || !/^https?:$/.test(new URL(website).protocol))
    throw new Problem('invalid', 'This is not a valid website address. Start with https://', { field: 'website' });
  return { name, website: new URL(website).href };
}
