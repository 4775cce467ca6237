/** Loaded with the first form whose text may be formatted: the toolbar, the form for a link, and the preview. */
import { defineOnce } from '../define-once.js';
import { FormattingToolbar } from './formatting-toolbar.js';
import { LinkForm } from './link-form.js';
import { TextPreview } from './text-preview.js';

export function defineFormatting(): void {
  defineOnce('article-comments-toolbar', FormattingToolbar);
  defineOnce('article-comments-link-form', LinkForm);
  defineOnce('article-comments-preview', TextPreview);
}
