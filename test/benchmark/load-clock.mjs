/** One clock for all threads of the load test, and comments that say when they were sent. */

/** Milliseconds since a moment that is the same in all threads. */
export const clock = () => Number(process.hrtime.bigint()) / 1e6;

export const withTime = (text) => `${text} Sent at ${clock().toFixed(3)}.`;

/** When the comment in a text was sent; undefined if it does not say. */
export function sentAt(text) {
  const [, time] = /Sent at ([\d.]+)\./.exec(text) ?? [];
  return time && Number(time);
}
