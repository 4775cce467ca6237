import type { TemplateResult } from 'lit';
import type { Panel } from './comment-row.js';
import type { ReportForm } from './report-form.js';
import { reportPanel } from './report-panel.js';

export type PanelSurroundings = Pick<
  ReportForm,
  'store' | 'writer' | 'comment' | 'messages' | 'formats' | 'drafts' | 'announce' | 'onClose'
>;

/** What opens below a comment, other than a reply. */
export function panel(kind: Exclude<Panel, 'reply' | 'more'>, surroundings: PanelSurroundings): TemplateResult | undefined {
  return kind === 'report' ? reportPanel(surroundings) : undefined;
}
