import type { Report, ReportReason } from '../../model/adapter.js';
import { refusal } from './errors.js';

/** @throws AdapterError for an incomplete notice, and for a report without the notice that its reason requires. */
export function validateNotice({ notice }: Report, { form, anonymous }: Partial<ReportReason> = {}): void {
  if (!notice) {
    if (form === 'notice') throw refusal('invalid', 'This reason needs a notice.');
    return;
  }
  const { explanation, law = '', urls, name, email, goodFaith } = notice;
  if (!explanation.trim()) throw refusal('invalid', 'A notice needs an explanation.', { field: 'body' });
  if (explanation.length > 5000 || law.length > 500) throw refusal('too-long', 'The notice is too long.');
  if (!anonymous && !name?.trim()) throw refusal('invalid', 'A notice needs a name.', { field: 'name' });
  if (!anonymous && !email?.trim()) throw refusal('invalid', 'A notice needs an email address.', { field: 'email' });
  if (urls.length === 0 || !goodFaith) throw refusal('invalid', 'A notice needs an address and good faith.');
}
