import { html, type TemplateResult } from 'lit';
import type { Panel } from '../list/comment-row.js';
import type { ReportForm } from './report-form.js';
import { reportPanel } from './report-panel.js';

export type PanelSurroundings = Pick<
  ReportForm,
  'store' | 'writer' | 'comment' | 'messages' | 'formats' | 'drafts' | 'announce' | 'onClose'
>;

/** What opens below a comment, other than a reply. */
export function panel(kind: Exclude<Panel, 'reply' | 'more'>, surroundings: PanelSurroundings): TemplateResult {
  switch (kind) {
    case 'report':
      return reportPanel(surroundings);
    case 'edit':
      return editPanel(surroundings);
    case 'remove':
      return removePanel(surroundings);
  }
}

function editPanel({ store, writer, comment, messages, formats, drafts, announce, onClose }: PanelSurroundings): TemplateResult {
  return html`<article-comments-edit-form
    part="edit-form"
    class="panel small"
    .store=${store}
    .writer=${writer}
    .snapshot=${store.state}
    .comment=${comment}
    .messages=${messages}
    .formats=${formats}
    .drafts=${drafts}
    .announce=${announce}
    .onClose=${onClose}
  ></article-comments-edit-form>`;
}

function removePanel({ store, writer, comment, messages, announce, onClose }: PanelSurroundings): TemplateResult {
  return html`<article-comments-remove-form
    part="remove-form"
    class="panel small"
    .store=${store}
    .writer=${writer}
    .comment=${comment}
    .messages=${messages}
    .announce=${announce}
    .onClose=${onClose}
  ></article-comments-remove-form>`;
}
