import { html, type TemplateResult } from 'lit';
import type { ReportForm } from './report-form.js';

/** The report form of one comment, with what it works with. */
export function reportPanel(
  form: Pick<ReportForm, 'store' | 'writer' | 'comment' | 'messages' | 'formats' | 'drafts' | 'announce' | 'onClose'>,
): TemplateResult {
  const { store, writer, comment, messages, formats, drafts, announce, onClose } = form;
  return html`<article-comments-report-form
    part="report-form"
    class="panel small"
    .store=${store}
    .writer=${writer}
    .record=${store.state.reports.get(comment.id)}
    .viewer=${store.state.viewer}
    .comment=${comment}
    .messages=${messages}
    .formats=${formats}
    .drafts=${drafts}
    .announce=${announce}
    .onClose=${onClose}
  ></article-comments-report-form>`;
}
