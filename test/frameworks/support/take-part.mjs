/** What a reader does in each app. The app has its adapter, its words and its listener if all of this works. */
import assert from 'node:assert/strict';

/**
 * Opens a page of the app in a browser context of its own, posts a comment and reads what the app says of it. Fails if anything is
 * warned of in the console.
 *
 * @param {import('playwright-core').Browser} browser
 */
export async function takePart(browser, address) {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const faults = [];
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('console', (message) => ['warning', 'error'].includes(message.type()) && faults.push(message.text()));
    await page.goto(address);
    await page.getByText('1 comment', { exact: true }).waitFor();
    await page.getByRole('article').getByText('The pier was there before the road.').waitFor();
    await page.getByRole('textbox', { name: 'Your comment' }).fill('So it was.');
    await page.getByRole('button', { name: 'Send letter' }).click();
    await page.getByRole('article').getByText('So it was.').waitFor();
    // A framework draws what it has heard in its own time, which may be after the comment.
    await page.locator('output', { hasText: /^published$/ }).waitFor();
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}
