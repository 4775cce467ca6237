import type { Browser, Locator, Page } from 'playwright-core';

/** What became of one press of the button. */
export type Outcome =
  | { readonly type: 'posted' }
  /** `words`: what stands beside the form. */
  | { readonly type: 'failed'; readonly words: string };

/** One reader's window with a comments section in it, used as a reader does. */
export class ReaderPage {
  readonly section: Locator;
  /** The form below the article, not that of a reply. */
  readonly #form: Locator;

  private constructor(readonly page: Page) {
    this.section = page.locator('article-comments');
    this.#form = this.section.locator('article-comments-composer').first();
  }

  /** Opens a window of its own, with nothing remembered, and waits for the text box. */
  static async open(browser: Browser, address: string): Promise<ReaderPage> {
    const context = await browser.newContext({ baseURL: address });
    const reader = new ReaderPage(await context.newPage());
    await reader.page.goto(address);
    await reader.textBox.waitFor();
    return reader;
  }

  get textBox(): Locator {
    return this.section.getByRole('textbox', { name: 'Your comment' });
  }

  comment(text: string): Locator {
    return this.section.getByRole('article').filter({ hasText: text });
  }

  async signAs(name: string): Promise<void> {
    await this.textBox.focus();
    await this.section.getByRole('textbox', { name: /^Name/ }).fill(name);
  }

  async write(text: string): Promise<void> {
    await this.textBox.fill(text);
  }

  /** Presses the button of the form, which must be ready to be pressed, and waits for what comes of it. */
  async post(): Promise<Outcome> {
    const button = this.#form.locator('[type=submit]:not([aria-disabled=true])');
    await button.click();
    const form = await this.#form.elementHandle();
    const outcome = await this.page.waitForFunction((form) => {
      const alert = form?.querySelector('[role=alert]');
      // A countdown keeps the button from being pressed, too; then there is an alert beside it.
      if (alert) return `failed:${alert.textContent?.trim() ?? ''}`;
      if (form?.querySelector('[type=submit]')?.getAttribute('aria-disabled') === 'true') return '';
      return form?.querySelector('textarea')?.value === '' ? 'posted' : '';
    }, form);
    const said = await outcome.jsonValue();
    return said === 'posted' ? { type: 'posted' } : { type: 'failed', words: said.slice('failed:'.length) };
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
