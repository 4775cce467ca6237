/** Everything that only comes with writing and reporting, in one file to fetch when somebody turns to it. */
import { CommentComposer } from './comment-composer.js';
import { defineOnce } from './define-once.js';
import { EditForm } from './edit-form.js';
import { RemoveForm } from './remove-form.js';
import { ReportForm } from './report-form.js';

export { writing as words } from '../locales/en/writing.js';
export { DiscussionWriter } from '../model/discussion-writer.js';
export { DraftStore } from '../model/draft-store.js';
export { outgoingRows } from './outgoing-rows.js';
export { refusalNotice } from './refusal-notice.js';
export { panel } from './panels.js';
export { RowActions } from './row-actions.js';
export { writingStyles as styles } from './writing.styles.js';

/** Registers the elements of this file. */
export function define(): void {
  defineOnce('article-comments-composer', CommentComposer);
  defineOnce('article-comments-edit-form', EditForm);
  defineOnce('article-comments-remove-form', RemoveForm);
  defineOnce('article-comments-report-form', ReportForm);
}
