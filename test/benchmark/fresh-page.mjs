/** A page in a browser context that has never seen anything, and ways to ask it that cost it next to nothing. */
import { setTimeout as sleep } from 'node:timers/promises';
import { installProbe } from './probe.mjs';

/** Milliseconds after which a page that does not show its comments is given up. */
const patience = 60_000;

export const viewport = { width: 1280, height: 720 };

/** Evaluates by the protocol itself, because playwright's own evaluation brings a script that would count in the heap. */
export async function evaluate(client, expression) {
  const { result, exceptionDetails } = await client.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/**
 * Milliseconds of the page's main thread so far: `TaskDuration` as a clock on the wall sees it, `ThreadTime` without what
 * other programs took of the processor meanwhile.
 */
export async function timeSpent(client, metric) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === metric).value * 1_000;
}

export async function allVisible(client, count) {
  // The timer must not keep the program alive once the benchmark is done.
  const visible = await Promise.race([evaluate(client, 'benchmark.visible'), sleep(patience, undefined, { ref: false })]);
  if (visible !== undefined) return visible;
  const shown = await evaluate(client, 'benchmark.shownCount()');
  throw new Error(`${shown} of ${count} comments are shown after ${patience / 1_000} seconds, or the last one lacks its text.`);
}

/** `scripts`: sources that run in the page before its own, besides the probe. */
export async function withPage(browser, { address, count, lastText, throttle = 1, scripts = [] }, use) {
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
    const probe = `(${installProbe})(${JSON.stringify({ count, lastText })});`;
    for (const source of [probe, ...scripts]) await client.send('Page.addScriptToEvaluateOnNewDocument', { source });
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
