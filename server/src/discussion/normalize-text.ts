/** An import normalises the comments of another system by the same rules. */
export { normalizeLine, normalizeText } from 'article-comments/rules.js';
