/** The browser that readers come with to the backends of others. */
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../find-chromium.mjs';
import type { ReaderPage } from './reader-page.js';

/** Folder for pictures of what was seen; empty: none are taken. */
const pictures = process.env.PICTURES ?? '';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ ...(await findChromium()), headless: true });
}

export async function picture({ page }: ReaderPage, name: string): Promise<void> {
  if (pictures) await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
