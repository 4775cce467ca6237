/** Everything that only comes with writing and reporting, in one file to fetch when somebody turns to it. */
import { CommentComposer } from './comment-composer.js';
import { defineOnce } from './define-once.js';
import { ReportForm } from './report-form.js';

export { writing as words } from '../locales/en/writing.js';
export { DiscussionWriter } from '../model/discussion-writer.js';
export { DraftStore } from '../model/draft-store.js';
export { outgoingRows } from './outgoing-rows.js';
export { refusalNotice } from './refusal-notice.js';
export { castVote } from './cast-vote.js';
export { panel } from './panels.js';
export { writingStyles as styles } from './writing.styles.js';

/** Registers the elements of this file. */
export function define(): void {
  defineOnce('article-comments-composer', CommentComposer);
  defineOnce('article-comments-report-form', ReportForm);
}
