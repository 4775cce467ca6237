import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { listStyles } from '../../src/elements/list/list-commands.styles.js';
import { comment, held } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor, within } from '../support/comments-page.js';

/** A selector without what depends on the pointer, the focus and generated content. */
const inEveryState = (selector: string): string =>
  selector.replaceAll(/:not\(:focus\)|::[\w-]+|:(hover|focus|focus-visible|active)\b/g, '');

describe('the first picture, before the browser is idle', () => {
  const { requestIdleCallback } = globalThis;
  beforeEach(() => {
    globalThis.requestIdleCallback = () => 0;
  });
  afterEach(() => {
    globalThis.requestIdleCallback = requestIdleCallback;
    unmountAll();
  });

  const open = (): Promise<CommentsPage> =>
    CommentsPage.open(
      memoryAdapter({
        comments: [comment('One.', { id: '1' }), comment('Two.', { parentId: '1' }), comment('Three.')],
      }),
    );

  it('is not what the styles are about that come then: those of all rows would be computed again', async () => {
    const page = await open();
    await page.comment('Three.');
    const rules = [...(listStyles.styleSheet?.cssRules ?? [])].filter((rule) => rule instanceof CSSStyleRule);
    expect(rules).not.to.be.empty;
    for (const { selectorText } of rules)
      expect(page.element.shadowRoot?.querySelectorAll(inEveryState(selectorText)).length, selectorText).to.equal(0);
  });

  it('has times, and not yet the whole dates in their titles, for which the first formatter of a page takes long', async () => {
    const page = await open();
    const time = (await page.comment('One.')).querySelector('time');
    expect(time?.textContent).not.to.equal('');
    expect(time?.dateTime).not.to.equal('');
    expect(time?.title).to.equal('');
  });

  it('carries out presses in their order, also one that comes when the code for them is being rendered', async () => {
    const page = await open();
    const [one, three] = [await page.comment('One.'), await page.comment('Three.')];
    const more = (row: HTMLElement): HTMLElement => within(row).getByRole('button', { name: /^More/ });
    const rendering = held();
    // The titles come with the code.
    new MutationObserver(() => rendering.release()).observe(one, { subtree: true, attributeFilter: ['title'] });
    const pressed = rendering.promise.then(() => more(three).click());
    more(one).click();
    await pressed;
    await waitFor(() => expect(more(three).getAttribute('aria-expanded')).to.equal('true'));
    expect(more(one).getAttribute('aria-expanded')).to.equal('false');
  });
});
