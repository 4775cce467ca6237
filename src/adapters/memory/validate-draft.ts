import type { Draft, GuestField, Posting, Viewer } from '../../model/adapter.js';
import { textLength } from '../../model/drafts/text-length.js';
import { parseUrl } from '../shared/urls.js';
import { refusal } from './errors.js';

const GUEST_FIELDS: readonly GuestField[] = ['name', 'email', 'website'];

function isWebAddress(text: string): boolean {
  return /^https?:$/.test(parseUrl(text)?.protocol ?? '');
}

const invalid = (message: string, field: GuestField | 'body') => refusal('invalid', message, { field });

/** @throws AdapterError unless the viewer may post. */
export function requirePostingRights({ who, refusal: refused }: Posting, { state, warning }: Viewer): void {
  if (who === 'signed-in' && state !== 'signed-in') throw refusal('sign-in-required', 'Sign in to take part.');
  if (refused !== undefined) {
    const kind = refused.reason === 'banned' ? 'blocked' : 'forbidden';
    throw refusal(kind, refused.message ?? 'You cannot post here.', { code: refused.reason });
  }
  if (warning) throw refusal('forbidden', 'First read what the editors have written to you.', { code: 'warned' });
}

/** @throws AdapterError if the text breaks a posting rule. */
export function validateBody(body: string, { min = 1, max }: Posting = {}): void {
  if (body.trim().length < min) throw invalid(`Write at least ${min} character${min === 1 ? '' : 's'}.`, 'body');
  if (max !== undefined && textLength(body, max.unit) > max.value) {
    const unit = max.unit === 'bytes' ? 'bytes' : 'characters';
    throw refusal('too-long', `A comment may have at most ${max.value} ${unit}.`, { field: 'body' });
  }
}

/** @throws AdapterError for the first posting rule that the draft breaks. */
export function validateDraft({ body, guest = {} }: Draft, posting: Posting, viewer: Viewer): void {
  requirePostingRights(posting, viewer);
  validateBody(body, posting);
  if (viewer.state === 'signed-in') return;
  for (const field of GUEST_FIELDS) {
    const value = guest[field]?.trim() ?? '';
    if (value === '' && posting.guest?.[field]?.required) throw invalid(`The ${field} is missing.`, field);
    if (value === '') continue;
    if (field === 'email' && !/^[^\s@]+@[^\s@]+$/.test(value)) throw invalid('This is not an email address.', field);
    if (field === 'website' && !isWebAddress(value)) throw invalid('This is not a web address.', field);
  }
}
