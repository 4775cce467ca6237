/** How much of a reason fits. What was found may be a whole page. */
const LENGTH = 300;

/**
 * A failure in one line, for the end of a run: `Failed: file: title (reason)`. `.ci/run` looks for its beginning.
 * `error`: what the test has thrown.
 */
export function failureLine(file, title, error) {
  const reason = String(error?.message ?? error ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = reason.length > LENGTH ? `${reason.slice(0, LENGTH)}…` : reason;
  return `Failed: ${file}: ${title}${short && ` (${short})`}`;
}
