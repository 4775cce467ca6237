import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';

/** More presses of Tab than any page of the tests needs. */
const MOST_TABS = 60;

/** A page without scripts, used by keyboard only. */
export class KeyboardPage {
  private constructor(readonly page: Page) {}

  static async open(browser: Browser, address: string): Promise<KeyboardPage> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    return new KeyboardPage(page);
  }

  /** The words of the element with the focus. */
  async focused(): Promise<string> {
    const text = await this.page.locator(':focus').textContent();
    return (text ?? '').replace(/\s+/g, ' ').trim();
  }

  /** Presses Tab until the element with these words has the focus. */
  async tabTo(words: string | RegExp): Promise<void> {
    const seen: string[] = [];
    for (let presses = 0; presses < MOST_TABS; presses++) {
      await this.page.keyboard.press('Tab');
      const focus = this.page.locator(':focus');
      if ((await focus.count()) === 0) continue;
      const label = (await focus.getAttribute('id')) ?? '';
      const here = label === '' ? await this.focused() : `${await this.focused()} ${await this.#labelOf(label)}`;
      seen.push(here);
      if (typeof words === 'string' ? here.includes(words) : words.test(here)) return;
    }
    assert.fail(`Tab did not reach ${String(words)}, only: ${seen.join(' | ')}`);
  }

  /** Presses a key that leads to another page, and waits for it. */
  async follow(key = 'Enter'): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press(key)]);
    // A page puts the focus where it belongs when it is drawn for the first time. What is typed before goes elsewhere.
    if ((await this.page.locator('[autofocus]').count()) > 0)
      await this.page.locator(':focus').waitFor({ state: 'attached' });
  }

  async #labelOf(id: string): Promise<string> {
    const label = this.page.locator(`label[for="${id}"]`);
    return (await label.count()) === 0 ? '' : ((await label.first().textContent()) ?? '');
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
