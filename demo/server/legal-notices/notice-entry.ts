import type { ReportNotice, ReportReason } from '../../../src/model/adapter.js';
import { normalizeLine, normalizeText } from '../discussion/normalize-text.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';

/** What a notice says, as stored. Lengths are limited by the contract's schema. */
export interface NoticeEntry {
  readonly reason: string;
  readonly explanation: string;
  readonly law: string | null;
  readonly urls: readonly string[];
  readonly name: string | null;
  readonly email: string | null;
}

/** Returns what is stored. Throws a `Problem` that names the field, and what to do about it. */
export function validateNotice(reasonId: string, notice: ReportNotice, { reasons }: HouseRules): NoticeEntry {
  const reason = requireNoticeReason(reasonId, reasons);
  const explanation = normalizeText(notice.explanation).trim();
  if (explanation === '') throw new Problem('invalid', 'Please explain why the content is illegal.', { field: 'body' });
  const law = normalizeLine(notice.law ?? '');
  return {
    reason: reason.id,
    explanation,
    law: law === '' ? null : law,
    urls: notice.urls.map((url) => requireAddress(url)),
    ...validateSender(notice, reason),
  };
}

function requireNoticeReason(id: string, reasons: readonly ReportReason[]): ReportReason {
  const taken = reasons.filter(({ form }) => form === 'notice');
  const reason = taken.find((one) => one.id === id);
  if (reason) return reason;
  const ids = taken.map((one) => `"${one.id}"`).join(', ');
  throw new Problem('invalid', `The reason "${id}" takes no notice. Leave "notice" out, or use one of: ${ids}.`);
}

function requireAddress(url: string): string {
  const address = normalizeLine(url);
  if (URL.canParse(address) && /^https?:$/.test(new URL(address).protocol)) return address;
  throw new Problem('invalid', `“${address}” is not a web address. Copy it from the browser, with https:// before it.`);
}

function validateSender(
  notice: ReportNotice,
  { anonymous = false }: ReportReason,
): Pick<NoticeEntry, 'name' | 'email'> {
  const name = normalizeLine(notice.name ?? '');
  const email = normalizeLine(notice.email ?? '');
  if (name === '' && !anonymous) throw new Problem('invalid', 'Please enter your name.', { field: 'name' });
  if (email === '' && !anonymous) throw new Problem('invalid', 'Please enter your email address.', { field: 'email' });
  if (email !== '' && !/^[^\s@]+@[^\s@]+$/u.test(email))
    throw new Problem('invalid', 'This is not a valid email address. Write it like name@example.com.', {
      field: 'email',
    });
  // Its type says so, but it comes from a browser.
  if (!(notice.goodFaith as boolean))
    throw new Problem('invalid', 'Please confirm that what you say is accurate and complete, as far as you know.');
  return { name: name === '' ? null : name, email: email === '' ? null : email };
}
