import { chromium } from 'playwright-core';
import { findChromium } from './find-chromium.mjs';

/** A browser for tests and measurements that run in Node. */
export async function launchChromium() {
  const { headless, ...options } = await findChromium();
  return chromium.launch({ ...options, headless: Boolean(headless) });
}
