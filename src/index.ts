/** The classes, the store and the types, for programs. Importing it registers nothing. */
export { ArticleComments } from './elements/article-comments.js';
export { CommentCount } from './elements/count/comment-count.js';
export { CommentQuote } from './elements/quote/comment-quote.js';
export type { BackendLoader, BackendSettings } from './elements/opening/backend-loader.js';
export * from './elements/events.js';
export type { LocaleLoader } from './elements/locale/find-locale.js';
export { registerLocale } from './i18n/locale-registry.js';
export type { Cause, Language, MessageOverrides, Messages } from './i18n/messages.js';
export type { Access } from './model/state/access.js';
export * from './model/adapter.js';
export type { DiscussionState, Outgoing, Progress, ReportRecord, Sorting } from './model/state/discussion-state.js';
export { commentsInOrder } from './model/state/discussion-state.js';
export { type DiscussionOptions, DiscussionStore } from './model/discussion/discussion-store.js';
export { DiscussionExplorer } from './model/discussion/discussion-explorer.js';
export { DiscussionWriter } from './model/discussion/discussion-writer.js';
export { LiveDiscussion } from './model/live/live-discussion.js';
export type { Outcome } from './model/outcome.js';
export type { Intent, SubmitOutcome } from './model/posting/submit-outcome.js';
