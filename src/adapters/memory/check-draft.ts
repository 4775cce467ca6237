import { AdapterError, type Draft, type GuestField, type Posting, type Viewer } from '../../model/adapter.js';
import { textLength } from '../../model/text-length.js';

const guestFields: readonly GuestField[] = ['name', 'email', 'website'];

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

const invalid = (message: string, field: GuestField | 'body') => new AdapterError('invalid', message, { stored: 'no', field });

/** Holds a draft against the posting rules. Throws the `AdapterError` of the first rule that it breaks. */
export function checkDraft({ body, guest = {} }: Draft, posting: Posting, viewer: Viewer): void {
  const signedIn = viewer.state === 'signed-in';
  if (posting.who === 'signed-in' && !signedIn) throw new AdapterError('sign-in-required', 'Sign in to post a comment.', { stored: 'no' });
  if (posting.refusal !== undefined) {
    const kind = posting.refusal.reason === 'banned' ? 'blocked' : 'forbidden';
    throw new AdapterError(kind, posting.refusal.message ?? 'You may not post here.', { stored: 'no', code: posting.refusal.reason });
  }

  const { min = 1, max } = posting;
  if (body.trim().length < min) throw invalid(`Write at least ${min} character${min === 1 ? '' : 's'}.`, 'body');
  if (max !== undefined && textLength(body, max.unit) > max.value) {
    const unit = max.unit === 'bytes' ? 'bytes' : 'characters';
    throw new AdapterError('too-long', `A comment may have ${max.value} ${unit}.`, { stored: 'no', field: 'body' });
  }

  if (signedIn) return;
  for (const field of guestFields) {
    const value = guest[field]?.trim() ?? '';
    if (value === '' && posting.guest?.[field]?.required) throw invalid(`The ${field} is missing.`, field);
    if (value === '') continue;
    if (field === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) throw invalid('This is not an email address.', field);
    if (field === 'website' && !isWebAddress(value)) throw invalid('This is not the address of a website.', field);
  }
}
