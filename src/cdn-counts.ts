/**
 * The script for pages that show numbers of comments and no discussion, such as lists of articles. It is one file: it shares none with the
 * script for a discussion, which would load four times as much there.
 */
import { connectCounts } from './adapters/http/counts-alone.js';
import { CommentCount } from './elements/count/comment-count.js';
import { defineOnce } from './elements/define-once.js';
import { backends } from './cdn-backends.js';

export { AdapterError } from './cdn-adapter-error.js';
export { adapters } from './cdn-backends.js';
export { registerLocale } from './i18n/locale-registry.js';

Object.assign(CommentCount, {
  backends: { ...backends, http: connectCounts },
  locales: async () => (await import('./cdn-locales.js')).locales,
});
defineOnce('comment-count', CommentCount);
