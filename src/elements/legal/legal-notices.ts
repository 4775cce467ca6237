/** Loaded when a reader chooses a reason that requires a notice, or has sent one: its fields, checks and receipt. */
import { html, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { ReportNotice } from '../../model/adapter.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import { defineOnce } from '../define-once.js';
import type { Section } from '../section.js';
import { legalReceipt, NoticeCopy, noticeText, receiptSentence } from './legal-receipt.js';
import { adoptLegalStyles } from './legal.styles.js';
import {
  entriesAfter,
  EXPLANATION_LIMIT,
  type NoticeEntries,
  type NoticeInput,
  noticeOf,
  type NoticeProblem,
  noticeProblems,
} from './notice.js';
import { noticeFields, type NoticeView } from './notice-fields.js';

/** What the report form needs for notices. */
export interface Notices {
  readonly messages: LegalMessages;
  readonly explanationLimit: typeof EXPLANATION_LIMIT;
  problems(input: NoticeInput): readonly NoticeProblem[];
  entriesAfter(target: HTMLInputElement, before: NoticeInput): NoticeEntries;
  noticeOf(input: NoticeInput): ReportNotice;
  renderFields(view: NoticeView): TemplateResult;
  /** `id`: for the sentence that labels the receipt. */
  renderReceipt(record: ReportRecord, id: string): TemplateResult;
  /** The receipt in one or two sentences, to be announced. */
  receiptSentence(record: ReportRecord): string;
  /** Renders the button that copies the notice. `reason`: the reason's label. */
  renderCopy(record: ReportRecord, reason: string): TemplateResult;
}

export function createNotices(section: Section, legal: LegalMessages): Notices {
  adoptLegalStyles(section.root);
  defineOnce('article-comments-notice-copy', NoticeCopy);
  return {
    messages: legal,
    explanationLimit: EXPLANATION_LIMIT,
    problems: noticeProblems,
    entriesAfter,
    noticeOf,
    renderFields: (view) => noticeFields(view, legal),
    renderReceipt: (record, id) => legalReceipt(record, id, section, legal),
    receiptSentence: (record) => receiptSentence(record, section, legal),
    renderCopy: (record, reason) => html`
      <article-comments-notice-copy
        part="notice-copy"
        class="start"
        .section=${section}
        .text=${noticeText(record, reason, section, legal)}
        .legal=${legal}
      ></article-comments-notice-copy>
    `,
  };
}
