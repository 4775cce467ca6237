/** Everything the package offers to a program. Importing it registers nothing and runs on a server too. */
export * from './model/adapter.js';
export type { Messages } from './i18n/messages.js';
