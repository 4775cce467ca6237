/**
 * What one live event costs the main thread, by kind. The events are so far apart that the widget, which collects them
 * for a quarter of a second, meets each by itself. Counted is the thread's own time at full speed, because events are
 * small and a busy machine's other programs are not.
 */
import { allVisible, evaluate, timeSpent, withPage } from './fresh-page.mjs';
import { installLiveEvents } from './live-events.mjs';

export const kindsOfEvents = ['added', 'reply', 'changed'];
/** The sizes that are compared. */
export const liveSizes = { short: 100, long: 1_000 };

const warmUp = 3;
const counted = 8;
/** Milliseconds between two events. */
const pause = 300;

/** Milliseconds of main thread for one event of each kind. */
export function takeLiveCosts(browser, target) {
  const scripts = [`(${installLiveEvents})();`];
  return withPage(browser, { ...target, scripts }, async ({ client }) => {
    await allVisible(client, target.count);
    await evaluate(client, 'live.ready()');
    const costs = {};
    for (const kind of kindsOfEvents) {
      const tell = (count) => evaluate(client, `live.tellOf(['${kind}'], ${count}, ${pause})`);
      await tell(warmUp);
      const before = await timeSpent(client, 'ThreadTime');
      await tell(counted);
      await evaluate(client, 'benchmark.twoFrames()');
      costs[kind] = ((await timeSpent(client, 'ThreadTime')) - before) / counted;
    }
    return costs;
  });
}
