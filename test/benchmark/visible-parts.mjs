/**
 * What a reader sees of a discussion, stated once so that all pages show the same. The words are the widget's English
 * ones; the report says so when the widget's comments have other buttons than these.
 */
export const visibleParts = {
  heading: 'Comments',
  policy: 'Comments should add to the story. If one is abusive or off topic, report it and an editor will look.',
  composerLabel: 'Your comment',
  post: 'Post comment',
  /** The buttons of a comment, in the order of the widget; how many recommend it stands behind the first one. */
  recommend: 'Recommend',
  reply: 'Reply',
  more: 'More',
  /** Only where there are some. */
  hideReplies: 'Hide replies',
  report: 'Report as abuse',
};

/** All that a comment of the reader's own can have, where the backend allows everything. */
export const everyAction = [
  visibleParts.recommend,
  visibleParts.reply,
  'Edit',
  'Delete',
  visibleParts.more,
  visibleParts.hideReplies,
  visibleParts.report,
];

/** A label without the number behind it. */
export const withoutCount = (label) => label.replace(/ · \d+$/, '');
