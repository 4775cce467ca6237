/** One tab of the reader's browser, used as a reader does. */
import type { BrowserContext, ElementHandle, Page } from 'puppeteer-core';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from './backend/model-backend.js';
import type { JourneySite } from './backend/journey-site.js';
import type { Article, Parent, Reader, TabId } from './cast.js';
import type { PageView } from './tab-view.js';

/** Milliseconds between two looks at a page that is to come to rest. */
const LOOK = 15;
/** Milliseconds after which a page that has not come to rest never will. */
const PATIENCE = 8000;

type BrowserStorage = 'localStorage' | 'sessionStorage';

export class Tab {
  /** What the page's own scripts let fail. */
  readonly errors: string[] = [];
  #page: Page;

  private constructor(
    readonly id: TabId,
    readonly site: JourneySite,
    page: Page,
  ) {
    this.#page = page;
    this.#listen();
  }

  static async open(context: BrowserContext, site: JourneySite, id: TabId, article: Article): Promise<Tab> {
    const tab = new Tab(id, site, await context.newPage());
    await tab.visit(article);
    return tab;
  }

  /** Loads the page of an article. */
  async visit(article: Article): Promise<void> {
    await this.#page.goto(this.#addressOf(article));
  }

  /** Whether the tab's address is that article's. A link to it then adds nothing to the history. */
  isAt(article: Article): boolean {
    return this.#page.url() === this.#addressOf(article);
  }

  /** Leaves the newspaper's site: no page of it is alive in this tab any more. */
  async leave(): Promise<void> {
    await this.#page.goto('about:blank');
  }

  async reload(): Promise<void> {
    await this.#page.reload();
  }

  async goBack(): Promise<void> {
    await this.#page.goBack();
  }

  /** Closes the tab and opens another one, with a session storage of its own. */
  async reopen(context: BrowserContext, article: Article): Promise<void> {
    await this.#page.close({ runBeforeUnload: false });
    this.#page = await context.newPage();
    this.#listen();
    await this.visit(article);
  }

  /** Closes the tab and opens a duplicate of another one, which begins with a copy of that one's session storage. */
  async duplicate(other: Tab, article: Article): Promise<void> {
    await this.#page.close({ runBeforeUnload: false });
    const opened = new Promise<Page | null>((resolve) => other.#page.once('popup', resolve));
    await other.#page.evaluate(`void open(${JSON.stringify(`/${this.id}/${article}`)})`);
    const page = await opened;
    if (!page) throw new Error('The browser has opened no duplicate.');
    this.#page = page;
    this.#listen();
    await this.reload();
  }

  async bringToFront(): Promise<void> {
    await this.#page.bringToFront();
  }

  async view(): Promise<PageView> {
    return (await this.#page.evaluate('reading.read()')) as PageView;
  }

  /** Waits until nothing is under way and nothing changes any more, and returns how the page is then. */
  async rest(): Promise<PageView> {
    const end = Date.now() + PATIENCE;
    let before = '';
    for (;;) {
      const view = await this.view();
      const now = JSON.stringify(view);
      if (view.underWay === 0 && !this.#isGettingCode(view) && now === before) return view;
      if (Date.now() > end) throw new Error(`The page does not come to rest: ${view.underWay} calls, ${view.said}`);
      before = now;
      await pause(LOOK);
    }
  }

  /** Writes at the end of what stands in a box, or in its place. */
  async type(parent: Parent, text: string, replacing: boolean): Promise<void> {
    const box = await this.#find(`reading.textBox(${JSON.stringify(parent)})`);
    await box?.evaluate((element, all) => {
      const textarea = element as HTMLTextAreaElement;
      textarea.focus();
      textarea.setSelectionRange(all ? 0 : textarea.value.length, textarea.value.length);
    }, replacing);
    await this.#page.keyboard.sendCharacter(text);
    await box?.dispose();
  }

  /** Fills in a field of a form. */
  async fill(parent: Parent, name: string, value: string): Promise<void> {
    const field = await this.#find(`reading.field(${JSON.stringify(parent)}, ${JSON.stringify(name)})`);
    await field?.evaluate((element) => (element as HTMLInputElement).select());
    await this.#page.keyboard.sendCharacter(value);
    await field?.dispose();
  }

  /** Presses the button of a form that has this part. False: there is none. */
  async press(parent: Parent, part: string, count = 1): Promise<boolean> {
    return this.#click(`reading.button(${JSON.stringify(parent)}, ${JSON.stringify(part)})`, count);
  }

  async pressKeys(parent: Parent): Promise<void> {
    const box = await this.#find(`reading.textBox(${JSON.stringify(parent)})`);
    await box?.focus();
    await this.#page.keyboard.down('Control');
    await this.#page.keyboard.press('Enter');
    await this.#page.keyboard.up('Control');
    await box?.dispose();
  }

  showKept(parent: Parent): Promise<boolean> {
    return this.#click(`reading.offer(${JSON.stringify(parent)})`);
  }

  /** Ticks "Remember me on this device", or takes the tick away. */
  rememberMe(parent: Parent): Promise<boolean> {
    return this.#click(`reading.rememberMe(${JSON.stringify(parent)})`);
  }

  /** Presses "Try again" beside something that could not be loaded. */
  retry(): Promise<boolean> {
    return this.#click('reading.retryButton()');
  }

  toggleReply(comment: string): Promise<boolean> {
    return this.#click(`reading.rowButton(${JSON.stringify(comment)}, 'reply')`);
  }

  /** Signs in or out outside the section. */
  async become(reader: Reader): Promise<void> {
    await this.#page.evaluate(`journey.become(${JSON.stringify(reader)})`);
  }

  /** Shows another discussion without a page load. */
  async setDiscussion(article: Article): Promise<void> {
    await this.#page.evaluate(`reading.section().discussion = ${JSON.stringify(article)}`);
  }

  async detach(): Promise<void> {
    await this.#page.evaluate('void (detached = reading.section()).remove()');
  }

  async attach(): Promise<void> {
    await this.#page.evaluate('document.body.append(detached)');
  }

  async move(): Promise<void> {
    await this.#page.evaluate('document.body.append(reading.section())');
  }

  /** Gives the response to a call that was held. A page that has gone does not hear it. */
  async answer(number: number, answer: Answer): Promise<void> {
    const response = answer === 'cut' ? { thrown: 'Failed to fetch' } : answer;
    await this.#page.evaluate(`journey.answer(${number}, ${JSON.stringify(response)})`);
  }

  /** Fills a storage to the last byte. */
  async fillStorage(name: BrowserStorage): Promise<void> {
    await this.#page.evaluate(`reading.fill(${JSON.stringify(name)})`);
  }

  async emptyStorage(name: BrowserStorage): Promise<void> {
    await this.#page.evaluate(`reading.empty(${JSON.stringify(name)})`);
  }

  /** Code is on its way, or will be asked for in a moment because somebody has written something. */
  #isGettingCode({ boxes, canRetry }: PageView): boolean {
    const { isLoadingCode, code } = this.site;
    return isLoadingCode || (code === 'ok' && !canRetry && boxes.some(({ text, isReady }) => text !== '' && !isReady));
  }

  #addressOf(article: Article): string {
    return `${this.site.origin}/${this.id}/${article}`;
  }

  #listen(): void {
    this.#page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  async #find(expression: string): Promise<ElementHandle<Element> | undefined> {
    const handle = await this.#page.evaluateHandle(expression);
    const element = handle.asElement() as ElementHandle<Element> | null;
    if (element) return element;
    await handle.dispose();
    return undefined;
  }

  async #click(expression: string, count = 1): Promise<boolean> {
    const element = await this.#find(expression);
    if (!element) return false;
    try {
      await element.click({ count });
      return true;
    } catch (error) {
      // The page has drawn another one in its place while the reader went for it.
      if (/detached|not clickable/i.test(String(error))) return false;
      throw error;
    } finally {
      await element.dispose();
    }
  }
}
