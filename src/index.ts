/** Everything the package offers to a program. Importing it registers nothing. */
export { ArticleComments } from './elements/article-comments.js';
export { CommentCount } from './elements/comment-count.js';
export type { BackendLoader } from './elements/discussion-controller.js';
export * from './elements/events.js';
export * from './elements/writing-events.js';
export type { LocaleLoader } from './elements/locale-controller.js';
export type { BrowsingMessages, CountMessages, Messages, ModeratingMessages, ReadingMessages, WritingMessages } from './i18n/messages.js';
export type { Access } from './model/access.js';
export * from './model/adapter.js';
export type { DiscussionState, Outgoing, Progress, ReportRecord } from './model/discussion-state.js';
export { commentsInOrder } from './model/discussion-state.js';
export { type DiscussionOptions, DiscussionStore, type Outcome } from './model/discussion-store.js';
export { DiscussionExplorer } from './model/discussion-explorer.js';
export { DiscussionWriter } from './model/discussion-writer.js';
export { LiveDiscussion } from './model/live.js';
export type { Intent, SubmitOutcome } from './model/submission.js';
