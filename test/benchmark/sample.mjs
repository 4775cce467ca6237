/** Measures one page once, in a fresh browser context. */
import { setTimeout as sleep } from 'node:timers/promises';
import { allVisible, evaluate, heapInUse, timeSpent, viewport, withPage } from './fresh-page.mjs';
import { goToComposer, typeKeys } from './typing.mjs';

/** Milliseconds for follow-up work once the comments are visible. */
const settling = 1_000;

/** Keys typed before measuring. The first ones compile code, enable buttons and start a draft. */
const warmUpKeys = 8;

const wheelSteps = 12;

/** Main-thread milliseconds per key in the composer. */
async function timeOfOneKey(page, client, count) {
  await goToComposer(page, client);
  await typeKeys(page, warmUpKeys);
  await evaluate(client, 'benchmark.twoFrames()');

  const before = await timeSpent(client, 'TaskDuration');
  await typeKeys(page, count);
  await evaluate(client, 'benchmark.twoFrames()');
  const after = await timeSpent(client, 'TaskDuration');

  const typed = await evaluate(client, 'benchmark.typed()');
  if (typed.length !== warmUpKeys + count)
    throw new Error(`The composer holds "${typed}" after ${warmUpKeys + count} keys.`);
  return (after - before) / count;
}

/** Layout shift while scrolling through the first comments, when those skipped by the first layout are laid out. */
async function layoutShiftWhileScrolling(page, client) {
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
    const firstComment = await evaluate(client, 'benchmark.firstComment()');
    const painted = await evaluate(client, 'benchmark.allComments()');
    const longTasksAfter = await evaluate(client, `benchmark.longTasksSince(${visible})`);
    const heap = await heapInUse(client);
    const weight = await evaluate(client, 'benchmark.weighComments()');
    const key = await timeOfOneKey(page, client, keys);
    const scrollShift = await layoutShiftWhileScrolling(page, client);
    const actions = await evaluate(client, 'benchmark.actions()');
    return {
      visible,
      painted,
      firstComment,
      busy,
      layoutShift,
      scrollShift,
      longTasksAfter,
      heap,
      key,
      actions,
      ...weight,
    };
  });
}

/** Milliseconds until a press on "Reply" has opened its form. */
export function takeReply(browser, target) {
  return withPage(browser, target, ({ client }) => evaluate(client, 'benchmark.replyWorks()'));
}

/** Counts elements only, for the page with every action. */
export function takeWeight(browser, target) {
  return withPage(browser, target, async ({ client }) => {
    await allVisible(client, target.count);
    return {
      actions: await evaluate(client, 'benchmark.actions()'),
      ...(await evaluate(client, 'benchmark.weighComments()')),
    };
  });
}
