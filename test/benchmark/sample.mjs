/** Measures one page once, in a browser context that has never seen anything. */
import { setTimeout as sleep } from 'node:timers/promises';
import { installProbe } from './probe.mjs';
import { visibleParts } from './visible-parts.mjs';

/** Milliseconds after which a page that does not show its comments is given up. */
const patience = 60_000;

/** Milliseconds for what a page does after its comments are there, and for a form that is fetched on focus. */
const settling = 1_000;

/** Keys before the ones that count: the first ones compile code, enable buttons and begin a draft. */
const warmUpKeys = 8;

/** Milliseconds between two keys; a fast typist's pace, so that each key has its own frame and savers have their pauses. */
const keyPause = 60;

const viewport = { width: 1280, height: 720 };
const wheelSteps = 12;
const letters = 'the ferry ran until the storm ';

/** Evaluates by the protocol itself, because playwright's own evaluation brings a script that would count in the heap. */
async function evaluate(client, expression) {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Milliseconds that the page's main thread has been busy so far. */
async function mainThreadTime(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000;
}

/** Bytes of JavaScript objects that are still in use. The second collection takes what the first one's finalisers let go. */
async function heapInUse(client) {
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.send('HeapProfiler.disable');
  return usedSize;
}

async function allVisible(client, count) {
  // The timer must not keep the program alive once the benchmark is done.
  const visible = await Promise.race([evaluate(client, 'benchmark.visible'), sleep(patience, undefined, { ref: false })]);
  if (visible !== undefined) return visible;
  const shown = await evaluate(client, 'benchmark.shownCount()');
  throw new Error(`${shown} of ${count} comments are shown after ${patience / 1_000} seconds, or the last one lacks its text.`);
}

async function typeKeys(page, count) {
  for (let index = 0; index < count; index++) {
    const letter = letters[index % letters.length];
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await sleep(keyPause);
  }
}

/** Milliseconds of main thread for one key in the composer. */
async function timeOfOneKey(page, client, count) {
  await page.getByLabel(visibleParts.composerLabel).click();
  await sleep(settling);
  await typeKeys(page, warmUpKeys);
  await evaluate(client, 'benchmark.twoFrames()');

  const before = await mainThreadTime(client);
  await typeKeys(page, count);
  await evaluate(client, 'benchmark.twoFrames()');
  const after = await mainThreadTime(client);

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

async function withPage(browser, { address, count, lastText, throttle = 1 }, use) {
  const context = await browser.newContext({ viewport });
  try {
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const client = await context.newCDPSession(page);
    await client.send('Page.enable');
    await client.send('Runtime.enable');
    await client.send('Performance.enable');
    await client.send('Emulation.setCPUThrottlingRate', { rate: throttle });
    await client.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${installProbe})(${JSON.stringify({ count, lastText })});` });
    const atStart = await mainThreadTime(client);
    await page.goto(address, { waitUntil: 'commit' });
    try {
      return await use({ page, client, atStart });
    } catch (error) {
      throw new Error([`${address}: ${error.message}`, ...errors].join('\n  '), { cause: error });
    }
  } finally {
    await context.close();
  }
}

export function takeSample(browser, { keys, ...target }) {
  return withPage(browser, target, async ({ page, client, atStart }) => {
    const visible = await allVisible(client, target.count);
    const busy = (await mainThreadTime(client)) - atStart;
    await sleep(settling);
    const layoutShift = await evaluate(client, 'benchmark.layoutShift()');
    const longTasksAfter = await evaluate(client, `benchmark.longTasksSince(${visible})`);
    const actions = await evaluate(client, 'benchmark.actions()');
    const heap = await heapInUse(client);
    const weight = await evaluate(client, 'benchmark.weighComments()');
    const key = await timeOfOneKey(page, client, keys);
    const scrollShift = await layoutShiftOfScrolling(page, client);
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
