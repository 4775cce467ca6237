import type { Formats } from '../../i18n/formats.js';
import type { LegalMessages, Messages } from '../../i18n/messages.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';

interface NoticeTextOptions {
  readonly words: LegalMessages;
  readonly messages: Messages;
  readonly formats: Formats;
  /** The reason in words. */
  readonly reason: string;
}

/** A copy of a notice for its sender: all that was sent, with reference and time. Plain text, a paragraph for each field. */
export function noticeText(record: ReportRecord, { words, messages, formats, reason }: NoticeTextOptions): string {
  const { reference, receivedAt } = record;
  const notice = record.report?.notice;
  if (!notice) return '';
  const received = Date.parse(receivedAt ?? '');
  const fields: readonly (readonly [label: string, value: string | undefined])[] = [
    ['', reference && words.reference(reference)],
    [words.received, received ? `${formats.absolute(received)} (${receivedAt})` : undefined],
    [words.reason, reason],
    [words.address, notice.urls.join('\n')],
    [words.explanation, notice.explanation],
    [words.law, notice.law],
    [messages.guestName, notice.name],
    [messages.guestEmail, notice.email],
    ['', words.goodFaith],
  ];
  return fields
    .filter(([, value]) => value)
    .map(([label, value]) => (label ? `${label}\n${value}` : value))
    .join('\n\n');
}
