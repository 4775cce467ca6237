/** A page in a fresh browser context, and ways to query it with almost no overhead. */
import { setTimeout as sleep } from 'node:timers/promises';
import { installProbe } from './probe.mjs';
import { visibleParts } from './visible-parts.mjs';

/** Milliseconds to wait for the comments of a page. */
const patience = 60_000;

export const viewport = { width: 1280, height: 720 };

/** A slow line: 1.6 Mbit/s, and 150 ms until an answer begins. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** Evaluates through the DevTools protocol, because Playwright's `evaluate` injects a script that would count in the heap. */
export async function evaluate(client, expression) {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Main-thread milliseconds so far: `TaskDuration` is wall time, `ThreadTime` CPU time without other programs. */
export async function timeSpent(client, metric) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === metric).value * 1_000;
}

/** Bytes of live JavaScript objects. The second collection frees what the finalisers of the first released. */
export async function heapInUse(client) {
  await client.send('HeapProfiler.enable');
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');
  await client.send('HeapProfiler.disable');
  return usedSize;
}

export async function allVisible(client, count) {
  // Unreferenced, so that the timer does not keep the process alive.
  const visible = await Promise.race([
    evaluate(client, 'benchmark.visible'),
    sleep(patience, undefined, { ref: false }),
  ]);
  if (visible !== undefined) return visible;
  const shown = await evaluate(client, 'benchmark.shownCount()');
  throw new Error(
    `Only ${shown} of ${count} comments are shown after ${patience / 1_000} seconds, or the last one lacks its text.`,
  );
}

/**
 * `row` is the id of a row that the probe follows. `scripts` are sources to run before the page's own, after the probe. `prepare` is called
 * before the page is opened.
 */
export async function withPage(
  browser,
  { address, count, lastText, throttle = 1, isSlowLine = false, isList = false, row, scripts = [], prepare },
  use,
) {
  // The server signs its own certificate.
  const context = await browser.newContext({ viewport, ignoreHTTPSErrors: true });
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
    if (isSlowLine) await client.send('Network.enable');
    if (isSlowLine) await client.send('Network.emulateNetworkConditions', slowLine);
    const probe = `(${installProbe})(${JSON.stringify({ count, lastText, reply: visibleParts.reply, isList, row })});`;
    for (const source of [probe, ...scripts]) await client.send('Page.addScriptToEvaluateOnNewDocument', { source });
    await prepare?.(client);
    const atStart = await timeSpent(client, 'TaskDuration');
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
