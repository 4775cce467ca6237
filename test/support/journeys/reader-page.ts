import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Browser, Locator, Page } from 'playwright-core';
import { countAssertion } from '../assertions.mjs';
import { eventually } from '../eventually.js';

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
    const reader = await ReaderPage.visit(browser, address);
    await reader.textBox.waitFor();
    return reader;
  }

  /** The same where there may be nothing to write in. `signIn`: an address that signs this window in, and is opened before. */
  static async visit(browser: Browser, address: string, signIn?: string): Promise<ReaderPage> {
    const context = await browser.newContext({ baseURL: address });
    const reader = new ReaderPage(await context.newPage());
    if (signIn !== undefined) await reader.page.goto(signIn);
    await reader.page.goto(address);
    // It loads nothing before a reader comes near.
    await reader.section.scrollIntoViewIfNeeded();
    await reader.section.getByRole('heading', { name: /^Comments/ }).waitFor();
    return reader;
  }

  get textBox(): Locator {
    return this.section.getByRole('textbox', { name: 'Your comment' });
  }

  /** The button that brings what others have written meanwhile. */
  newComments(count: number): Locator {
    return this.section.getByRole('button', {
      name: count === 1 ? 'View 1 new comment' : `View ${count} new comments`,
      exact: true,
    });
  }

  /** The texts of all comments on the page, in its order, and of those that are on their way. */
  async texts(): Promise<string[]> {
    // Not their inner text: the browser skips rows far out of sight (`content-visibility`), and that text is empty there.
    const bodies = await this.section.locator(':is([part~=comment], [part~=outgoing]) [part~=body]').allTextContents();
    return bodies.map((text) => text.trim());
  }

  /**
   * Waits until these are the texts on the page, in this order. The heading tells how many comments there are before the
   * last of them is drawn.
   */
  async shows(...texts: readonly string[]): Promise<void> {
    await eventually(
      () => this.texts(),
      (shown) => isDeepStrictEqual(shown, texts),
    );
    countAssertion();
  }

  /** The same in any order. */
  async showsInAnyOrder(...texts: readonly string[]): Promise<void> {
    const expected = [...texts].sort();
    await eventually(
      async () => (await this.texts()).sort(),
      (shown) => isDeepStrictEqual(shown, expected),
    );
    countAssertion();
  }

  comment(text: string): Locator {
    return this.section.getByRole('article').filter({ hasText: text });
  }

  /** What stands in the section about the state of the discussion, or of what was just done. Waits until it is there. */
  async reads(words: string | RegExp): Promise<void> {
    await this.section.getByText(words).first().waitFor();
    countAssertion();
  }

  /** Presses a button of the comment with this text. `button`: how its name begins; it goes on with whose comment it is. */
  async pressAt(text: string, button: RegExp): Promise<void> {
    await this.comment(text).last().getByRole('button', { name: button }).click();
  }

  /** Answers a comment, and waits until the answer stands in the discussion. `as`: the name that a guest gives. */
  async answers(text: string, answer: string, as?: string): Promise<void> {
    await this.pressAt(text, /^Reply/);
    await this.section.getByRole('textbox', { name: /^Your reply to/ }).fill(answer);
    if (as !== undefined) await this.comment(text).last().getByRole('textbox', { name: /^Name/ }).fill(as);
    await this.section.getByRole('button', { name: 'Post reply' }).click();
    await this.comment(answer).last().waitFor();
  }

  /** Changes the text of one's own comment, and waits until the new one stands there: `shown`, where that is not what was typed. */
  async edits(text: string, newText: string, shown = newText): Promise<void> {
    await this.pressAt(text, /^Edit/);
    await this.section.getByRole('textbox', { name: 'Edit your comment' }).fill(newText);
    await this.section.getByRole('button', { name: 'Save' }).click();
    await this.comment(shown).last().waitFor();
  }

  /** Deletes one's own comment, and waits until the section says so. */
  async deletes(text: string): Promise<void> {
    await this.pressAt(text, /^Delete/);
    await this.section
      .getByRole('group', { name: 'Delete this comment?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await this.reads('You deleted this comment.');
  }

  /** Reports a comment for the first of the reasons, and waits for what is said then. */
  async reports(text: string): Promise<void> {
    await this.pressAt(text, /^Report as abuse/);
    const send = this.section.getByRole('button', { name: 'Send report' });
    // Then the reasons are there, too.
    await send.waitFor();
    const reason = this.section.getByRole('radio').first();
    if (await reason.count()) await reason.check();
    await send.click();
    await this.reads(/^Thank you\. We’ve received your report/);
    await this.comment(text)
      .last()
      .getByRole('button', { name: /^Reported/ })
      .waitFor();
  }

  /** Enters a name, for which the form asks from the first character of the text on. */
  async signAs(name: string): Promise<void> {
    if ((await this.textBox.inputValue()) === '') await this.textBox.fill(' ');
    await this.section.getByRole('textbox', { name: /^Name/ }).fill(name);
  }

  async write(text: string): Promise<void> {
    await this.textBox.fill(text);
  }

  /** Presses the button of the form, and waits for what comes of it. */
  async post(): Promise<Outcome> {
    await this.press();
    return this.outcome();
  }

  /** Writes and posts what must arrive at the first press. */
  async posts(text: string): Promise<void> {
    await this.write(text);
    assert.deepEqual(await this.post(), { type: 'posted' }, text);
  }

  /** Presses the button of the form, as soon as it is ready to be pressed. */
  async press(): Promise<void> {
    await this.#form.locator('[type=submit]:not([aria-disabled=true])').click();
  }

  /** Waits for what comes of the last press. */
  async outcome(): Promise<Outcome> {
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
