import type { Draft } from '../../../src/model/adapter.js';
import { textLength } from '../../../src/model/drafts/text-length.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { cleanLine, cleanText } from './clean-text.js';

/** The text of a comment as it is stored. Throws a `Problem` when it is empty or too long. */
export function checkText(body: string, { text: { value, unit } }: HouseRules): string {
  const text = cleanText(body);
  if (text.trim() === '') throw new Problem('invalid', 'Please write something first.', { field: 'body' });
  if (textLength(text, unit) > value) throw new Problem('too-long', `A comment may have ${value} characters.`, { field: 'body' });
  return text;
}

export interface Guest {
  readonly name: string;
  readonly website?: string;
}

/** Characters of a guest's name. */
const nameLength = 60;

/** What a guest says of themselves; nothing is asked of who is signed in. The address for mail is checked and not kept: nothing here sends any. */
export function checkGuest({ person }: Caller, given: Draft['guest'] = {}): Guest {
  if (person) return { name: '' };
  const name = cleanLine(given.name ?? '');
  const email = cleanLine(given.email ?? '');
  const website = cleanLine(given.website ?? '');
  if (name === '') throw new Problem('invalid', 'Please enter a name.', { field: 'name' });
  if (textLength(name, 'graphemes') > nameLength)
    throw new Problem('invalid', `A name may have ${nameLength} characters.`, { field: 'name' });
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/u.test(email)) throw new Problem('invalid', 'This is not an email address.', { field: 'email' });
  if (website === '') return { name };
  if (!URL.canParse(website) || !/^https?:$/.test(new URL(website).protocol))
    throw new Problem('invalid', 'This is not the address of a website. It begins with https://', { field: 'website' });
  return { name, website: new URL(website).href };
}
