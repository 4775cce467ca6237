/** The parts of the section by where they are drawn, for the table in docs/theming.md. */
import assert from 'node:assert/strict';

/** Where a file of `src/` draws, in words for those who style a page. The longest beginning counts. */
const PLACES = {
  'content/': 'Comments and the policy',
  'elements/article-comments.ts': 'Frame of the section',
  'elements/compose/': 'Form for comments and replies',
  'elements/count/': '`<comment-count>`',
  'elements/forms/': 'Forms below a comment',
  'elements/forms/discarded-text.ts': 'Forms, after a draft is discarded',
  'elements/forms/edit-form.ts': 'Form for editing',
  'elements/forms/kept-texts.ts': 'Forms, where another draft is kept',
  'elements/forms/remove-form.ts': 'Form for removing',
  'elements/forms/report-form.ts': 'Form for reports',
  'elements/forms/unsendable-text.ts': 'Forms, where nothing can be posted any more',
  'elements/forms/vote-form.ts': 'Question before a vote',
  'elements/list/': 'Comment',
  'elements/list/comment-list.ts': 'List of comments',
  'elements/list/gaps.ts': 'List, before a linked comment',
  'elements/list/more-menu.ts': '"More" at a comment',
  'elements/list/outgoing-rows.ts': 'Comment on its way',
  'elements/live/': 'New comments that wait',
  'elements/permalink/': 'Notice about a linked comment',
  'elements/section/': 'Frame of the section',
  'elements/section/failure.ts': 'Failures',
  'elements/section/load-more.ts': 'Below the list',
  'elements/section/misconfiguration.ts': 'Note for the developer',
  'elements/section/moderation.ts': 'Closing and reopening',
  'elements/section/shortcuts.ts': 'List of shortcuts',
  'elements/section/skip-links.ts': 'Ways past the form and the list',
};

/** @param {string} file Of `src/`, such as `elements/list/gaps.ts`. */
export function placeOf(file) {
  const beginnings = Object.keys(PLACES).filter((beginning) => file.startsWith(beginning));
  assert.ok(beginnings.length > 0, `${file} draws a part: add its place to PLACES in ${import.meta.filename}`);
  return PLACES[beginnings.reduce((longest, one) => (one.length > longest.length ? one : longest))];
}
