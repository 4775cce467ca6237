/** Measures one page once, in a browser context that has never seen anything. */
import { setTimeout as sleep } from 'node:timers/promises';
import { allVisible, evaluate, timeSpent, viewport, withPage } from './fresh-page.mjs';
import { goToComposer, typeKeys } from './typing.mjs';

/** Milliseconds for what a page does after its comments are there. */
const settling = 1_000;

/** Keys before the ones that count: the first ones compile code, enable buttons and begin a draft. */
const warmUpKeys = 8;

const wheelSteps = 12;

/** Bytes of JavaScript objects that are still in use. The second collection takes what the first one's finalisers let go. */
async function heapInUse(client) {
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.send('HeapProfiler.disable');
  return usedSize;
}

/** Milliseconds of main thread for one key in the composer. */
async function timeOfOneKey(page, client, count) {
  await goToComposer(page, client);
  await typeKeys(page, warmUpKeys);
  await evaluate(client, 'benchmark.twoFrames()');

  const before = await timeSpent(client, 'TaskDuration');
  await typeKeys(page, count);
  await evaluate(client, 'benchmark.twoFrames()');
  const after = await timeSpent(client, 'TaskDuration');

  const typed = await evaluate(client, 'benchmark.typed()');
  if (typed.length !== warmUpKeys + count) throw new Error(`The composer holds "${typed}" after ${warmUpKeys + count} keys.`);
  return (after - before) / count;
}

/** Layout shift while a reader scrolls down through the first comments, which is when comments left out of the first layout get theirs. */
async function layoutShiftOfScrolling(page, client) {
  await sleep(settling);
  const start = await evaluate(client, 'performance.now()');
  await page.mouse.move(viewport.width / 2, viewport.height / 2);
  for (let step = 0; step < wheelSteps; step++) {
    await page.mouse.wheel(0, viewport.height * 0.8);
    await evaluate(client, 'benchmark.twoFrames()');
  }
  return evaluate(client, `benchmark.layoutShift(${start})`);
}

export function takeSample(browser, { keys, ...target }) {
  return withPage(browser, target, async ({ page, client, atStart }) => {
    const visible = await allVisible(client, target.count);
    const busy = (await timeSpent(client, 'TaskDuration')) - atStart;
    await sleep(settling);
    const layoutShift = await evaluate(client, 'benchmark.layoutShift()');
    const longTasksAfter = await evaluate(client, `benchmark.longTasksSince(${visible})`);
    const heap = await heapInUse(client);
    const weight = await evaluate(client, 'benchmark.weighComments()');
    const key = await timeOfOneKey(page, client, keys);
    const scrollShift = await layoutShiftOfScrolling(page, client);
    const actions = await evaluate(client, 'benchmark.actions()');
    return { visible, busy, layoutShift, scrollShift, longTasksAfter, heap, key, actions, ...weight };
  });
}

/** Counts elements only; for the page that shows more than the others and is not compared with them. */
export function takeWeight(browser, target) {
  return withPage(browser, target, async ({ client }) => {
    await allVisible(client, target.count);
    return { actions: await evaluate(client, 'benchmark.actions()'), ...(await evaluate(client, 'benchmark.weighComments()')) };
  });
}
