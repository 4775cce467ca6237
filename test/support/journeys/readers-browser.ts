/** The browser for journeys at third-party backends. */
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../find-chromium.mjs';
import type { ReaderPage } from './reader-page.js';

/** Folder for screenshots; none are taken if it is empty. */
const pictures = process.env.PICTURES ?? '';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await findChromium()), headless: true });
}

export async function picture({ page }: ReaderPage, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
