/** Checks what people send with a comment, and returns it as it is stored. */
import {
  type Draft,
  guestProblem,
  MAX_NAME_LENGTH,
  normalizeLine,
  normalizeText,
  type Posting,
  textProblem,
} from 'article-comments/rules.js';
import type { Caller } from '../identity/caller.js';
import type { HouseRules } from '../rules/house-rules.js';
import { refuseInput } from '../rules/problem.js';

/** Returns the body as stored. Throws a `Problem` if it is empty or too long. */
export function validateBody(body: string, { text: max }: HouseRules): string {
  const text = normalizeText(body);
  refuseInput(textProblem(text, { max }), {
    'body is missing': 'Please write something first.',
    'body is too long': `A comment may have up to ${max.value} characters.`,
  });
  return text;
}

export interface Guest {
  readonly name: string;
  readonly website?: string;
}

/** The fields of the form for guests. The email address is checked but not stored: nothing sends mail. */
export const guestFields: NonNullable<Posting['guest']> = {
  name: { required: true },
  email: { required: false, neverShown: true },
  website: { required: false },
};

/** Returns the guest's details, for anonymous callers only. */
export function validateGuest({ person }: Caller, guest: Draft['guest'] = {}): Guest {
  if (person) return { name: '' };
  const name = normalizeLine(guest.name ?? '');
  const email = normalizeLine(guest.email ?? '');
  const website = normalizeLine(guest.website ?? '');
  refuseInput(guestProblem({ name, email, website }, guestFields), {
    'name is missing': 'Please enter a name.',
    'name is invalid': `A name may have up to ${MAX_NAME_LENGTH} characters.`,
    'email is invalid': 'This is not a valid email address.',
    'website is invalid': 'This is not a valid website address. Start with https://',
  });
  return { name, ...(website !== '' && { website: new URL(website).href }) };
}
