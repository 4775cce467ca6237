/** What the type checker refuses in a template. Svelte has no comment that expects an error there. */
import 'article-comments/define.js';
import type { SvelteHTMLElements } from 'svelte/elements';

type Tag = SvelteHTMLElements['article-comments'];

// @ts-expect-error It is no adapter.
export const adapter: Tag = { adapter: 42 };
// @ts-expect-error It loads at no such moment.
export const loading: Tag = { loading: 'sometimes' };
// @ts-expect-error The event has no such field.
export const listener: Tag = { 'oncomments-submit': (event) => event.votes };
