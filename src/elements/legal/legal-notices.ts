/** Loaded when a reader chooses a reason that requires a notice, or has sent one: its fields, checks and receipt. */
import { html, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import { defineOnce } from '../define-once.js';
import { legalReceipt, NoticeCopy, type NoticeSection, noticeText, receiptSentence } from './legal-receipt.js';
import { adoptLegalStyles } from './legal.styles.js';
import { type NoticeDraft, type NoticeForm, NoticePart } from './notice-part.js';
import { saveAddress, savedAddress } from './saved-notices.js';

/** What the report form needs for notices. */
export interface Notices {
  readonly messages: LegalMessages;
  /** Adds a notice to a form. `draft`: what was saved of it. */
  createPart(form: NoticeForm, draft: NoticeDraft): NoticePart;
  renderReceipt(record: ReportRecord, comment: CommentId): TemplateResult;
  /** Saves where the decision will be, for the next visit. Returns the receipt in one or two sentences, to be announced. */
  accept(record: ReportRecord, comment: CommentId): string;
  /** The record of the report of a comment, with the saved address of the decision. Undefined if there is none. */
  recall(comment: CommentId): ReportRecord | undefined;
  /** Removes the saved address. */
  forget(comment: CommentId): void;
  /** Renders the button that copies the notice. `reason`: the reason's label. */
  renderCopy(record: ReportRecord, reason: string): TemplateResult;
}

/**
 * Registers what renders notices in a section.
 *
 * @csspart notice-copy - The copy of the notice that was sent.
 */
export function createNotices(section: NoticeSection): Notices {
  adoptLegalStyles(section.root);
  defineOnce('article-comments-notice-copy', NoticeCopy);
  return {
    get messages() {
      return section.messages.legal;
    },
    createPart: (form, draft) => new NoticePart(form, draft, () => section.messages.legal),
    renderReceipt: (record, comment) => legalReceipt(record, comment, section),
    accept(record, comment) {
      saveAddress(record.statusUrl, comment, section);
      return receiptSentence(record, section);
    },
    recall(comment) {
      const statusUrl = savedAddress(comment, section);
      const record = section.store.state.reports.get(comment);
      return statusUrl ? { sent: 'earlier', statusUrl, ...record } : record;
    },
    forget: (comment) => saveAddress(undefined, comment, section),
    renderCopy: (record, reason) => html`
      <article-comments-notice-copy
        part="notice-copy"
        class="start"
        .section=${section}
        .text=${noticeText(record, reason, section)}
      ></article-comments-notice-copy>
    `,
  };
}
