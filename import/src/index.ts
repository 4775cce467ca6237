/** What the server uses, whose command reads and writes the same formats. No public API: a minor version may change it. */
export type { Article } from './addresses.js';
export { WORK } from './archive-folder.js';
export { type Collection, collect, type CollectOptions, type Discussion } from './collect.js';
export { importOptions, isExpected } from './command.js';
export { Report } from './report.js';
export type { SourceComment, SourceStatus } from './source.js';
export { thread } from './thread.js';
export { writeArchives } from './write-archives.js';
