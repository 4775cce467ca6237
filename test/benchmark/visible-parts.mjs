/**
 * What a reader sees of a discussion, stated once so that all pages show the same. The words are the widget's English
 * ones; `run.mjs` says so when the widget's comments have other buttons than these.
 */
export const visibleParts = {
  heading: 'Comments',
  policy: 'Comments should add to the story. If one is abusive or off topic, report it and an editor will look.',
  composerLabel: 'Your comment',
  post: 'Post comment',
  /** The buttons of each comment, in the order of the widget. */
  actions: ['Report as abuse'],
};
