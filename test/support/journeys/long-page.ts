/** An article that is longer than the window, with its comments and a footer below: where a reader's place can be lost. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

export interface LongPageOptions {
  /** The comments of the discussion. */
  readonly count: number;
  readonly attributes?: string;
  /** How long each request takes, in milliseconds. */
  readonly delay?: number;
  /** Leaves the section out until `putSection` puts it on the page, as a framework may after the page has loaded. */
  readonly isLate?: boolean;
  /** The comments that are gone. */
  readonly gone?: readonly number[];
  /** Methods that the adapter lacks. */
  readonly without?: readonly string[];
}

/** The lines below the article, for `startPublisherSite`. */
export function longPage({
  count,
  attributes = '',
  delay = 50,
  isLate,
  gone = [],
  without = [],
}: LongPageOptions): string {
  return `
    <style>
      body { margin: 0; font: 16px/1.5 sans-serif }
      .article { block-size: 2400px; background: #eee }
      footer { block-size: 900px; background: #ccc }
    </style>
    <div class="article"></div>
    <div id="place"></div>
    <footer id="footer">The footer</footer>
    <script type="module">
      import { memoryAdapter } from '/package/adapters/memory.js';
      const comment = (number) => ({
        id: 'c' + number,
        author: { name: 'Tom' },
        // Of different lengths, so that no height can be guessed.
        body: { format: 'text', value: 'Comment ' + number + '. ' + 'Words and more words. '.repeat((number * 7) % 40) },
        createdAt: new Date(Date.UTC(2026, 10, 24, 10, number)).toISOString(),
      });
      const gone = ${JSON.stringify(gone)};
      const numbers = Array.from({ length: ${count} }, (_, index) => index + 1).filter((number) => !gone.includes(number));
      const element = document.createElement('article-comments');
      for (const [name, value] of new URLSearchParams(${JSON.stringify(attributes)})) element.setAttribute(name, value);
      element.setAttribute('discussion', 'pier');
      element.adapter = memoryAdapter({
        comments: numbers.map(comment),
        delay: ${delay},
        without: ${JSON.stringify(without)},
      });
      const put = () => document.querySelector('#place').append(element);
      if (${Boolean(isLate)}) globalThis.putSection = put;
      else put();
    </script>`;
}

/** Puts the section of a late page on it. */
export const putSection = (page: Page): Promise<unknown> => page.evaluate('putSection()');

/** What was to be seen in each frame since the page began: the top of the comments, and whether the footer was in view. */
interface Frame {
  readonly tops: Readonly<Record<string, number>>;
  readonly isFooterInView: boolean;
}

/** Notes what each frame shows, from the beginning of every page of the window. */
export async function watchFrames(page: Page): Promise<void> {
  // As text: what is compiled here may lean on helpers that the page lacks.
  await page.addInitScript(`
    globalThis.frames = [];
    const note = () => {
      // A new observer reports what the frame is painted with. Asking an element would have it laid out before its time.
      const observer = new IntersectionObserver((entries) => {
        observer.disconnect();
        const tops = Object.fromEntries(entries.map(({ target, boundingClientRect }) => [target.id, boundingClientRect.top]));
        frames.push({ tops, isFooterInView: tops.footer < innerHeight });
      });
      const rows = document.querySelector('article-comments')?.shadowRoot?.querySelectorAll('li[id^=comment-]') ?? [];
      for (const element of [...document.querySelectorAll('#footer'), ...rows]) observer.observe(element);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  `);
}

/** The frames of the present page so far. */
export function framesOf(page: Page): Promise<readonly Frame[]> {
  return page.evaluate(() => (globalThis as unknown as { frames: Frame[] }).frames);
}

/** The top of a comment in the window, in pixels; undefined while it is not on the page. */
export function topOf(page: Page, number: number): Promise<number | undefined> {
  return page.evaluate(
    (id) => document.querySelector('article-comments')?.shadowRoot?.getElementById(id)?.getBoundingClientRect().top,
    `comment-c${number}`,
  );
}

/** Scrolls as a reader does, until a comment is so far below the top of the window. */
export async function scrollTo(page: Page, number: number, offset: number): Promise<void> {
  const section = page.locator('article-comments');
  // Comments begin to load when the reader comes near them.
  await section.scrollIntoViewIfNeeded();
  await section.locator(`#comment-c${number}`).waitFor({ state: 'attached' });
  // The place is kept by the code for reading, which comes when the browser is idle, and brings this link.
  await section.locator('[part~=skip]').first().waitFor({ state: 'attached' });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 2, height / 2);
  for (let attempt = 0; attempt < 100; attempt++) {
    const distance = ((await topOf(page, number)) ?? 0) - offset;
    if (Math.abs(distance) < 0.6) return;
    await page.mouse.wheel(0, distance);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  assert.fail(`Comment ${number} cannot be reached.`);
}

/** The top of the section in the window, for `evaluate`. */
export const SECTION_TOP = 'document.querySelector("article-comments").getBoundingClientRect().top';

/** Resolves when the window has shown a good many frames: rows in view have their real height then, and lazy code has come. */
export async function settled(page: Page): Promise<void> {
  const { length } = await framesOf(page);
  await page.waitForFunction(
    (count) => (globalThis as unknown as { frames: Frame[] }).frames.length > count,
    length + 30,
  );
}

/** Waits until a comment stands at this offset from the top of the window, and checks that it stays there. */
export async function stands(page: Page, number: number, offset: number): Promise<void> {
  await page.locator('article-comments').locator(`#comment-c${number}`).waitFor({ state: 'attached' });
  await settled(page);
  const top = (await topOf(page, number)) ?? Infinity;
  assert.ok(Math.abs(top - offset) <= 1, `comment ${number} stands at ${top}, not at ${offset}`);
}

/** The same, and no frame showed it elsewhere, nor the footer before it. */
export async function isBackAt(page: Page, number: number, offset: number): Promise<void> {
  await stands(page, number, offset);
  const frames = await framesOf(page);
  const tops = frames.flatMap(({ tops }) => tops[`comment-c${number}`] ?? []);
  assert.ok(tops.length > 0, 'no frame shows the comment');
  const elsewhere = tops.filter((top) => Math.abs(top - offset) > 1);
  assert.deepEqual(elsewhere, [], `comment ${number} is to stand at ${offset} in every frame`);
  const before = frames.filter(({ tops }) => tops[`comment-c${number}`] === undefined);
  assert.ok(!before.some(({ isFooterInView }) => isFooterInView), 'the footer must not come first');
}
