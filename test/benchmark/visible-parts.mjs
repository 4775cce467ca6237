/**
 * The visible texts of a discussion, shared so that all pages show the same. They are the widget's English strings; the
 * report warns if the widget has other buttons.
 */
export const visibleParts = {
  heading: 'Comments',
  policy: 'Comments should add to the story. If one is abusive or off topic, report it and an editor will take a look.',
  composerLabel: 'Your comment',
  post: 'Post comment',
  /** The buttons of a comment in the widget's order. The first one follows the count. */
  recommend: 'Recommend',
  reply: 'Reply',
  /** Only on comments with replies. */
  hideReplies: 'Hide replies',
  more: 'More',
  /** Beside the time. */
  report: 'Report as abuse',
};

/** All buttons that a comment can have: here a moderator may edit and remove what others wrote. */
export const everyAction = [
  visibleParts.recommend,
  visibleParts.reply,
  'Edit',
  'Remove',
  visibleParts.hideReplies,
  visibleParts.more,
  visibleParts.report,
];

/** A label without its count. */
export const withoutCount = (label) => label.replace(/^\d+ /, '');
