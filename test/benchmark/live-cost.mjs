/**
 * Main-thread cost of a live event, by kind. The widget batches events for a quarter of a second, so they are sent further
 * apart than that. Counts CPU time at full speed, because an event costs little compared with other programs.
 */
import { allVisible, evaluate, timeSpent, withPage } from './fresh-page.mjs';
import { installLiveEvents } from './live-events.mjs';

export const kindsOfEvents = ['added', 'reply', 'changed'];
/** The sizes to compare. */
export const liveSizes = { short: 100, long: 1_000, longest: 5_000 };

/** Those to measure if pages of `sizes` are. No other page has the largest. */
export const liveSizesFor = (sizes) =>
  Object.values(liveSizes).filter((size) => sizes.includes(size === liveSizes.longest ? liveSizes.long : size));

const warmUp = 3;
const counted = 8;
/** Milliseconds between two events. */
const pause = 300;

/** CPU milliseconds of the main thread per event of each kind. */
export function takeLiveCosts(browser, target) {
  const scripts = [`(${installLiveEvents})();`];
  return withPage(browser, { ...target, scripts }, async ({ client }) => {
    await allVisible(client, target.count);
    await evaluate(client, 'live.ready()');
    const costs = {};
    for (const kind of kindsOfEvents) {
      const send = (count) => evaluate(client, `live.send(['${kind}'], ${count}, ${pause})`);
      await send(warmUp);
      const before = await timeSpent(client, 'ThreadTime');
      await send(counted);
      await evaluate(client, 'benchmark.twoFrames()');
      costs[kind] = ((await timeSpent(client, 'ThreadTime')) - before) / counted;
    }
    return costs;
  });
}
