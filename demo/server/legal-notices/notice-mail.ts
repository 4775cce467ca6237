/** What the sender of a notice is told by mail: that it has arrived (Article 16(4)), and what was decided (Article 16(5)). */
import type { Decision } from '../../../src/model/adapter.js';
import type { LegalNoticeRow } from '../database/tables.js';
import type { Mail } from '../outbox/mail.js';
import { type StatusWords, statusWords, utcTime } from './status-words.js';

/** The confirmation of receipt. Undefined if the sender has left no address. */
export function confirmationMail(notice: LegalNoticeRow): Mail | undefined {
  const words = statusWords(notice.language ?? undefined);
  return mailTo(notice, words, [words.waiting, facts(notice, words)]);
}

/** The decision, with its reasons and the ways to contest it. Undefined if the sender has left no address. */
export function decisionMail(notice: LegalNoticeRow, decision: Decision): Mail | undefined {
  const words = statusWords(notice.language ?? undefined);
  const { measure, ground, rule, facts: circumstances, automated = false, decidedAt, redress } = decision;
  const reasons = [
    decidedAt !== undefined && `${words.decided}: ${utcTime(new Date(decidedAt), words)}`,
    `${words.ground}: ${words.grounds[ground]}`,
    rule !== undefined && `${words.rule}: ${rule}`,
    circumstances !== undefined && `${words.facts}: ${circumstances}`,
    `${words.automation}: ${automated ? words.automated : words.notAutomated}`,
  ];
  return mailTo(notice, words, [
    words.measures[measure],
    `${facts(notice, words)}\n${lines(reasons)}`,
    redress && lines([words.redress, redress.message, redress.href]),
  ]);
}

function mailTo(
  { email, reference, status_url: statusUrl }: LegalNoticeRow,
  words: StatusWords,
  paragraphs: readonly (string | undefined)[],
): Mail | undefined {
  if (email === null) return undefined;
  const page = statusUrl === null ? undefined : `${words.page}\n${statusUrl}`;
  return {
    to: email,
    subject: `${words.title} (${reference})`,
    text: [...paragraphs, page].filter((paragraph) => paragraph !== undefined).join('\n\n'),
  };
}

const facts = ({ reference, received_at: receivedAt }: LegalNoticeRow, words: StatusWords): string =>
  lines([`${words.reference}: ${reference}`, `${words.received}: ${utcTime(receivedAt, words)}`]);

const lines = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('\n');
