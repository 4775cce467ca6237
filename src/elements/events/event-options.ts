/** Options of all public events. */
export const PUBLIC = { bubbles: true, composed: true };

/**
 * Sent to a section by a new `<comment-count>`. The section answers with `comments-count` as soon as it knows the number. If it has loaded
 * and does not know it, it cancels the event.
 */
export const COUNT_WANTED = 'comments-count-wanted';
