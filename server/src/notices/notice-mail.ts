/** What the sender of a notice is told by mail: that it has arrived (Article 16(4)), and what was decided (Article 16(5)). */
import type { Decision } from 'article-comments/rules.js';
import type { LegalNoticeRow } from '../database/tables.js';
import type { Mail } from '../rules/mail.js';
import { meansOf, measureOf } from './status-page.js';
import { type StatusWords, statusWords, utcTime } from './status-words.js';

/** The confirmation of receipt. Undefined if the sender has left no address. */
export async function confirmationMail(notice: LegalNoticeRow): Promise<Mail | undefined> {
  const words = await statusWords(notice.language ?? undefined);
  const { legal } = words;
  return mailTo(notice, words, [legal.sent(utcTime(notice.received_at, words)), legal.status]);
}

/** The decision, with its reasons and the ways to contest it. Undefined if the sender has left no address. */
export async function decisionMail(notice: LegalNoticeRow, decision: Decision): Promise<Mail | undefined> {
  const words = await statusWords(notice.language ?? undefined);
  const { measure, ground, rule, facts, decidedAt, redress } = decision;
  const labels = words.legal.decision;
  return mailTo(notice, words, [
    measureOf(decision, words),
    lines([
      decidedAt !== undefined && `${labels.decidedAt}: ${utcTime(new Date(decidedAt), words)}`,
      measure !== 'kept' && `${labels.ground}: ${labels.grounds[ground]}`,
      rule !== undefined && `${labels.rule}: ${rule}`,
      facts !== undefined && `${labels.facts}: ${facts}`,
      `${labels.means}: ${meansOf(decision, words)}`,
    ]),
    redress && lines([`${labels.redress}:`, redress.message, redress.href]),
  ]);
}

function mailTo(
  { email, reference, status_url: statusUrl }: LegalNoticeRow,
  { legal }: StatusWords,
  paragraphs: readonly (string | undefined)[],
): Mail | undefined {
  if (email === null) return undefined;
  return {
    to: email,
    subject: `${legal.copyLabel} (${reference})`,
    text: [...paragraphs, statusUrl].filter((paragraph) => paragraph).join('\n\n'),
  };
}

const lines = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n');
