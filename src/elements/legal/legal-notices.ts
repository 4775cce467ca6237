/** Loaded when a reader chooses a reason that requires a notice, or has sent one: its fields, checks and receipt. */
import { html, type TemplateResult } from 'lit';
import type { LegalMessages } from '../../i18n/messages.js';
import type { CommentId } from '../../model/adapter.js';
import type { ReportRecord } from '../../model/state/discussion-state.js';
import { defineOnce } from '../define-once.js';
import { elementId } from '../page/element-id.js';
import { legalReceipt, NoticeCopy, type NoticeSection, noticeText, receiptSentence } from './legal-receipt.js';
import { adoptLegalStyles } from './legal.styles.js';
import { type NoticeDraft, type NoticeForm, NoticePart } from './notice-part.js';

/** What the report form needs for notices. */
export interface Notices {
  readonly messages: LegalMessages;
  /** Adds a notice to a form. `draft`: what was saved of it. */
  createPart(form: NoticeForm, draft: NoticeDraft): NoticePart;
  renderReceipt(record: ReportRecord, comment: CommentId): TemplateResult;
  /** The receipt in one or two sentences, to be announced. */
  receiptSentence(record: ReportRecord): string;
  /** Renders the button that copies the notice. `reason`: the reason's label. */
  renderCopy(record: ReportRecord, reason: string): TemplateResult;
}

export function createNotices(section: NoticeSection): Notices {
  adoptLegalStyles(section.root);
  defineOnce('article-comments-notice-copy', NoticeCopy);
  return {
    get messages() {
      return section.messages.legal;
    },
    createPart: (form, draft) => new NoticePart(form, draft, () => section.messages.legal),
    renderReceipt: (record, comment) => legalReceipt(record, elementId('received', comment), section),
    receiptSentence: (record) => receiptSentence(record, section),
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
