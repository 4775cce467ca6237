/**
 * The script for pages that show numbers of comments and no discussion, such as lists of articles: a fifth of what the script for a
 * discussion would load there.
 */
import { CommentCount } from './elements/count/comment-count.js';
import { defineOnce } from './elements/define-once.js';
import { backends } from './cdn-backends.js';
import { locales } from './cdn-locales.js';

export { adapters } from './cdn-backends.js';
export { registerLocale } from './i18n/locale-registry.js';
export { AdapterError } from './model/adapter.js';

Object.assign(CommentCount, { backends, locales });
defineOnce('comment-count', CommentCount);
