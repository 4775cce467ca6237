/**
 * Runs in the page. Answers how many comments the browser's own search cannot find: those that are not in the page or not
 * drawn, and, where it does not find the end of the last one, at least that one.
 */
export function missedByFind() {
  const endOf = ({ body }) => body.value.split('\n\n').at(-1);
  const { comments } = window.backend;
  // What was edited meanwhile has other words; its place has to be there all the same.
  const isDrawn = ({ id }) => window.live.find(`#comment-${id} .body`)?.checkVisibility({ visibilityProperty: true });
  const missed = comments.filter((comment) => !isDrawn(comment)).length;
  const isCaseSensitive = true;
  return missed || Number(!window.find(endOf(comments.at(-1)), isCaseSensitive));
}
