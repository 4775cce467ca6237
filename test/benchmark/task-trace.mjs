/**
 * Main-thread tasks from the browser's trace. Unlike the `longtask` observer, it includes short tasks, and CPU time as
 * well as wall time.
 */
const categories = ['-*', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const prefix = 'benchmark-step:';

/** Code that marks the start of a step. */
export const markOf = (step) => `performance.mark('${prefix}${step}')`;

/** @param {string[]} [recorded] Categories of events. */
export const startTrace = (browser, recorded = categories) => browser.startTracing(undefined, { categories: recorded });

/** The events since `startTrace`. */
export const stopTrace = async (browser) => JSON.parse(await browser.stopTracing()).traceEvents;

/** The longest task of each step in milliseconds: `wall` time, and `processor` time without other programs. */
export async function longestTasks(browser) {
  const traceEvents = await stopTrace(browser);
  const marks = traceEvents.filter(({ name }) => name.startsWith(prefix));
  const isOfPage = ({ name, pid, tid }) => name === 'RunTask' && pid === marks[0].pid && tid === marks[0].tid;
  const tasks = traceEvents.filter(isOfPage);
  return marks.map((mark, index) => {
    const end = marks[index + 1]?.ts ?? Infinity;
    const own = tasks.filter(({ ts, dur }) => ts >= mark.ts && ts < end && dur !== undefined);
    const longest = (key) => Math.max(0, ...own.map((task) => task[key] ?? 0)) / 1_000;
    return { step: mark.name.slice(prefix.length), wall: longest('dur'), processor: longest('tdur') };
  });
}
