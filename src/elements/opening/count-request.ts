/** Sent to a section by a new `<comment-count>`. The section sends `comments-count` in return, where it knows the number. */
export const COUNT_WANTED = 'comments-count-wanted';
