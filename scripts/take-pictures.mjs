/**
 * Takes the pictures of README.md and docs/theming.md from the demo. Run it by hand, after a build:
 * `node --import tsx scripts/take-pictures.mjs`.
 */
import { join } from 'node:path';
import { startPages } from '../demo/pages-server.mjs';
import { launchChromium } from '../test/support/launch-chromium.mjs';

const root = join(import.meta.dirname, '..');
const origin = 'http://localhost:8123';

/** A piece of the page that begins at an element. Lengths are in CSS pixels. */
async function take(page, element, { path, width, height, margin = 0 }) {
  const { x, y } = await element.evaluate((found) => {
    const box = found.getBoundingClientRect();
    return { x: box.x + scrollX, y: box.y + scrollY };
  });
  const clip = { x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin };
  await page.screenshot({ path: join(root, path), clip, fullPage: true });
}

async function takeSection(browser) {
  const page = await browser.newPage({
    viewport: { width: 900, height: 900 },
    deviceScaleFactor: 1.25,
    colorScheme: 'light',
  });
  await page.goto(`${origin}/demo/?backend=memory`);
  const section = page.locator('#discussion');
  await section.scrollIntoViewIfNeeded();
  await section.getByRole('article').nth(3).waitFor();
  await take(page, section, { path: 'demo/screenshot.png', width: 656, height: 860, margin: 20 });
}

async function takeBrands(browser) {
  const page = await browser.newPage({ viewport: { width: 640, height: 900 }, colorScheme: 'light' });
  await page.goto(`${origin}/demo/theming.html`);
  for (const brand of ['tabloid', 'magazine', 'tech']) {
    const section = page.locator(`.brand.${brand}`);
    await section.scrollIntoViewIfNeeded();
    await section.getByRole('article').first().waitFor();
    await section.locator('details').evaluate((sheet) => sheet.remove());
    await take(page, section, { path: `docs/pictures/${brand}.png`, width: 640, height: 620 });
  }
}

const pages = await startPages({ port: 8123 });
const browser = await launchChromium();
try {
  await takeSection(browser);
  await takeBrands(browser);
} finally {
  await browser.close();
  await pages.stop();
}
