/** Options of all public events. */
export const PUBLIC = { bubbles: true, composed: true };

/** Sent to a section by a new `<comment-count>`. The section answers with `comments-count` if it knows the number. */
export const COUNT_WANTED = 'comments-count-wanted';
