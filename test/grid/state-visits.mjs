/** Opens the states of the demo in a browser, two at a time. */
/* global document, requestAnimationFrame */
import { startPages } from '../../demo/pages-server.mjs';
import { launchChromium } from '../support/launch-chromium.mjs';

/** As many as a small machine has cores. */
const TABS = 2;

/** High enough for nearly all states: rows that are out of sight are not laid out. */
const HEIGHT = 4000;

/** @typedef {{ scheme: 'light' | 'dark' | 'forced', width: number }} Look */

export const SCHEMES = ['light', 'dark', 'forced'];
export const WIDTHS = [1280, 768, 320];

/** Changes the look of a page that is open. */
export async function dress(page, { scheme, width }) {
  await page.emulateMedia({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced' ? 'active' : 'none',
  });
  await page.setViewportSize({ width, height: HEIGHT });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Shows a state in a language, and resolves once it has come to rest. */
async function open(page, { state, language }) {
  await page.goto(`/demo/states.html?state=${state}&lang=${language}`);
  await page.locator('.stage[data-acted]').waitFor();
  const elements = await page.evaluateHandle(() => [...document.querySelectorAll('article-comments, comment-quote')]);
  const rest = await page.evaluateHandle(() => import('/test/demo/at-rest.ts'));
  await page.waitForFunction(([{ isAtRest }, name, all]) => isAtRest(name, all), [rest, state, elements]);
  return elements;
}

/** A tab without anything that an earlier state has stored. */
async function newTab(browser, baseURL) {
  const page = await browser.newPage({ baseURL, reducedMotion: 'reduce' });
  page.setDefaultTimeout(20_000);
  await page.addInitScript(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return page;
}

/** The names, titles and groups of all states, as the demo lists them. */
async function listStates(page) {
  await page.goto(`/demo/states.html?state=none`);
  return page.evaluate(async () => {
    const { states } = await import('/demo/states/states.ts');
    return states.map(({ name, title, group }) => ({ name, title, group }));
  });
}

/**
 * Calls `choose` with all states, then `visit` for each of the visits that it returns.
 *
 * @param {(states: { name: string, title: string, group: string }[]) => { state: string, language: string }[]} choose
 * @param {(page: import('playwright-core').Page, visit: object, elements: object) => Promise<void>} visit `elements` is a
 *   handle of the sections and quotes in the page.
 * @param {(visit: object, error: Error) => void} fail called for a state that cannot be reached.
 */
export async function visitStates({ choose, visit, fail }) {
  const pages = await startPages({ port: 0 });
  const browser = await launchChromium();
  try {
    const first = await newTab(browser, pages.origin);
    const waiting = choose(await listStates(first));
    await first.close();
    const work = async () => {
      const page = await newTab(browser, pages.origin);
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        try {
          await dress(page, { scheme: 'light', width: WIDTHS[0] });
          await visit(page, next, await open(page, next));
        } catch (error) {
          fail(next, error);
        }
      }
    };
    await Promise.all(Array.from({ length: TABS }, work));
  } finally {
    await browser.close();
    await pages.stop();
  }
}
