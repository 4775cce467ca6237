/** What has just been posted, sent, held or refused is where the reader looks. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import en from '../support/english.js';
import { AdapterError } from '../../src/model/adapter.js';
import { countAssertion } from '../support/assertions.mjs';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { describeIn } from '../support/media.js';
import { comment, comments } from '../support/fake-backend.js';
import { setViewport } from '../support/viewport.js';

/** Height of the page's sticky header, in pixels. */
const HEADER = 90;

/** Whether all of it can be seen: below the header, above the end of the window. */
function isWhollySeen(element: Element | null | undefined): boolean {
  const { top, bottom, height } = element?.getBoundingClientRect() ?? new DOMRect();
  return height > 0 && top >= HEADER && bottom <= innerHeight;
}

async function seen(find: () => Element | null | undefined): Promise<void> {
  await waitFor(() => {
    const element = find();
    if (!isWhollySeen(element))
      throw new Error(`Not in view: ${element?.textContent ?? 'nothing'} ${element?.getBoundingClientRect().top}`);
  });
  countAssertion();
}

/** A section on a long page. */
async function open(options: MemoryOptions, attributes: Readonly<Record<string, string>> = {}): Promise<CommentsPage> {
  const page = await CommentsPage.open(memoryAdapter(options), attributes);
  putOnLongPage(page);
  return page;
}

function putOnLongPage({ element }: CommentsPage): void {
  element.style.setProperty('--article-comments-sticky-offset', `${HEADER}px`);
  element.style.marginBlock = '1500px';
  // Not all browsers keep in place what a reader sees.
  element.style.overflowAnchor = 'none';
}

/** Scrolls until an element is just below the header, with all that is above it out of view. */
function scrollJustTo(element: Element): void {
  scrollBy({ top: element.getBoundingClientRect().top - HEADER, behavior: 'instant' });
}

/** Scrolls until an element is at the end of the window, with all that is below it out of view. */
function scrollJustBefore(element: Element): void {
  scrollBy({ top: element.getBoundingClientRect().bottom - innerHeight, behavior: 'instant' });
}

async function post(page: CommentsPage, text: string, scroll = scrollJustTo): Promise<void> {
  await page.turnToForm();
  await page.write(text);
  await page.says(en.draftSaved);
  scroll(page.get('button', 'Post comment'));
  await page.press('Post comment');
}

for (const width of [1100, 360]) {
  describe(`${width} pixels wide, in view`, () => {
    before(() => setViewport({ width, height: 640 }));
    afterEach(unmountAll);
    after(() => setViewport({ width: 800, height: 600 }));

    it('is the receipt of a report', async () => {
      const page = await open({ comments: comments(3), features: { report: { detail: true } } });
      await page.startReport('Comment 2');
      await page.choose(en.reasons.spam);
      // Where the sentence will be, the header is. The buttons below it are in view.
      scrollJustTo(page.get('group', en.reportReason));
      scrollBy({ top: 45, behavior: 'instant' });
      await page.press(en.sendReport);
      await page.says('Thank you. We’ve received your report');
      await seen(() => page.section.querySelector('[part=receipt]'));
      expect(isWhollySeen(page.focused)).to.equal(true);
    });

    it('is the sentence about a comment that lands at the end of the list, and it leads there', async () => {
      const page = await open({ comments: comments(40) }, { 'page-size': '20' });
      await page.find('button', en.loadMore);
      await post(page, 'At the end.', scrollJustBefore);
      await page.says(en.published);
      await seen(() => page.section.querySelector('[part=outcome]'));
      expect(page.heard.filter((said) => said.startsWith(en.published))).to.have.length(1);
      await page.press('Show it');
      await seen(() => page.all('article').find((article) => article.textContent?.includes('At the end.')));
    });

    it('is the new comment itself where the newest come first, and the focus stays', async () => {
      const page = await open({ comments: comments(40), features: { sorts: ['newest', 'oldest'] } });
      await page.comment('Comment 40');
      await post(page, 'On top.', scrollJustBefore);
      await page.says(en.published);
      await seen(() => page.all('article').find((article) => article.textContent?.includes('On top.')));
      expect(page.textBox.form?.contains(page.focused)).to.equal(true);
    });

    it('is a comment that is held', async () => {
      const page = await open({ moderate: () => ({ outcome: 'pending', reason: 'Links are read first.' }) });
      await post(page, 'With a link.', scrollJustBefore);
      await page.says(en.held);
      await seen(() => page.section.querySelector('[part=outcome]'));
    });

    for (const [what, options] of [
      ['a refusal', { moderate: () => ({ outcome: 'rejected', reason: 'No telephone numbers, please. '.repeat(8) }) }],
      ['a failure', { faults: ({ method }) => (method === 'submit' ? new AdapterError('network') : undefined) }],
      ['that one has to sign in elsewhere', { info: { posting: { who: 'signed-in' } } }],
    ] satisfies [string, MemoryOptions][]) {
      it(`is ${what}`, async () => {
        const { signIn: _none, ...adapter } = memoryAdapter(options);
        const page = await CommentsPage.open(adapter);
        putOnLongPage(page);
        await page.turnToForm();
        await page.write('Call 0123.');
        const button = await page.find('button', /^(Post comment|Sign in to post)$/);
        scrollJustTo(button);
        await page.press(/^(Post comment|Sign in to post)$/);
        await page.alert();
        await seen(() => page.get('alert'));
      });
    }

    it('is one’s own reply', async () => {
      const page = await open({ comments: [comment('Hello.'), ...comments(30)] });
      await page.press('Reply', await page.comment('Hello.'));
      await page.write('To Tom.', await page.find('textbox', en.yourReply('Tom')));
      await page.press('Post reply');
      await page.comment('To Tom.');
      await seen(() => page.all('article').find((article) => article.textContent?.includes('To Tom.')));
    });
  });
}

describeIn('less motion', 'for a reader who prefers reduced motion', () => {
  afterEach(() => {
    document.documentElement.style.scrollBehavior = '';
    unmountAll();
  });

  it('scrolls to a receipt at once with reduced motion, even on a page that scrolls smoothly', async () => {
    document.documentElement.style.scrollBehavior = 'smooth';
    const page = await open({ comments: comments(3) });
    await page.startReport('Comment 2');
    await page.choose(en.reasons.spam);
    scrollJustTo(page.get('button', en.sendReport));
    const before = scrollY;
    await page.press(en.sendReport);
    await page.says('Thank you. We’ve received your report');
    await waitFor(() => expect(scrollY).not.to.equal(before));
    expect(isWhollySeen(page.section.querySelector('[part=receipt]'))).to.equal(true);
  });
});
