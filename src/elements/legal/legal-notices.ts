/** Loaded when a reader chooses a reason that asks for a notice, or has sent one: its fields, its checks and its receipt. */
import { html, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { ReportNotice } from '../../model/adapter.js';
import { defineOnce } from '../define-once.js';
import { adoptLegalStyles } from './adopt-legal-styles.js';
import { legalReceipt, type ReceiptView, receiptSentence } from './legal-receipt.js';
import { NoticeCopy } from './notice-copy.js';
import { entriesAfter, type NoticeEntries, type NoticeInput, noticeOf } from './notice-entries.js';
import { noticeFields } from './notice-fields.js';
import type { NoticeView } from './notice-view.js';
import { EXPLANATION_LIMIT, type NoticeProblem, noticeProblems } from './notice-problems.js';
import { noticeText } from './notice-text.js';

/** What the form of a report needs for notices. */
export interface Notices {
  readonly words: LegalMessages;
  readonly explanationLimit: typeof EXPLANATION_LIMIT;
  problems(input: NoticeInput): readonly NoticeProblem[];
  entriesAfter(target: HTMLInputElement, before: NoticeInput): NoticeEntries;
  noticeOf(input: NoticeInput): ReportNotice;
  renderFields(view: NoticeView): TemplateResult;
  renderReceipt(view: ReceiptView): TemplateResult;
  /** The receipt in a sentence or two, to be announced. */
  receiptSentence(view: Omit<ReceiptView, 'id'>): string;
  /** The button to copy the notice. `reason`: in words. */
  renderCopy(view: ReceiptView, reason: string, announce: (text: string) => void): TemplateResult;
}

export function createNotices(root: ShadowRoot, words: LegalMessages): Notices {
  adoptLegalStyles(root);
  defineOnce('article-comments-notice-copy', NoticeCopy);
  return {
    words,
    explanationLimit: EXPLANATION_LIMIT,
    problems: noticeProblems,
    entriesAfter,
    noticeOf,
    renderFields: (view) => noticeFields(view, words),
    renderReceipt: (view) => legalReceipt(view, words),
    receiptSentence: (view) => receiptSentence(view, words),
    renderCopy: ({ record, messages, formats }, reason, announce) => html`
      <article-comments-notice-copy
        part="notice-copy"
        class="start"
        .text=${noticeText(record, { words, messages, formats, reason })}
        .words=${words}
        .messages=${messages}
        .announce=${announce}
      ></article-comments-notice-copy>
    `,
  };
}
