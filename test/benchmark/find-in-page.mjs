/**
 * Runs in the page. Returns how many comments find-in-page misses: those not rendered, or at least one if the browser does
 * not find the end of the last comment.
 */
export function missedByFind() {
  const endOf = ({ body }) => body.value.split('\n\n').at(-1);
  const { comments } = window.backend;
  // Checks presence and not text, because live events have edited some.
  const isRendered = ({ id }) =>
    window.live.find(`#comment-${id} .body`)?.checkVisibility({ visibilityProperty: true });
  const missed = comments.filter((comment) => !isRendered(comment)).length;
  const isCaseSensitive = true;
  return missed || Number(!window.find(endOf(comments.at(-1)), isCaseSensitive));
}
