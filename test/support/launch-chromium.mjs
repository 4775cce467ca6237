import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/**
 * A browser for tests and measurements that run in Node.
 *
 * @param {string[]} [flags] Further command-line arguments.
 */
export async function launchChromium(flags = []) {
  const { headless, args, ...options } = await findChromium();
  return chromium.launch({ ...options, args: [...args, ...flags], headless: Boolean(headless) });
}
