import { isWebAddress, type ReportNotice, reportProblem, type ReportReason } from 'article-comments/rules.js';
import { normalizeLine, normalizeText } from '../discussion/normalize-text.js';
import type { HouseRules } from '../house-rules.js';
import { refuseInput } from '../http/refuse.js';

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
export function validateNotice(reason: string, notice: ReportNotice, { reasons }: HouseRules): NoticeEntry {
  const line = (text = ''): string => normalizeLine(text);
  const explanation = normalizeText(notice.explanation).trim();
  const [law, name, email] = [line(notice.law), line(notice.name), line(notice.email)];
  const urls = notice.urls.map(normalizeLine);
  const sent = { reason, notice: { ...notice, explanation, law, urls, name, email } };
  refuseInput(reportProblem(sent, { reasons }) ?? (isPlain(email) ? undefined : 'email is invalid'), {
    'reason is invalid': takesNoNotice(reason, reasons),
    'notice is invalid': takesNoNotice(reason, reasons),
    'body is missing': 'Please explain why the content is illegal.',
    'address is invalid': `“${urls.find((url) => !isWebAddress(url))}” is not a web address. Copy it from the browser, with https:// before it.`,
    'name is missing': 'Please enter your name.',
    'email is missing': 'Please enter your email address.',
    'email is invalid': 'This is not a valid email address. Write it like name@example.com.',
    'good faith is missing': 'Please confirm that what you say is accurate and complete, as far as you know.',
  });
  return { reason, explanation, law: law || null, urls, name: name || null, email: email || null };
}

/** Whether an address is nothing but one: mailers read `1<a@mail.example>`, `"a"@mail.example` and `a@mail.example,1` as other addresses. */
const isPlain = (email: string): boolean => !/[<>()[\]\\,;:"]/.test(email);

function takesNoNotice(reason: string, reasons: readonly ReportReason[]): string {
  const ids = reasons.filter(({ form }) => form === 'notice').map(({ id }) => `"${id}"`);
  return `The reason "${reason}" takes no notice. Leave "notice" out, or use one of: ${ids.join(', ')}.`;
}
