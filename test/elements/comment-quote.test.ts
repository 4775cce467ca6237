import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { CommentQuote } from '../../src/elements/quote/comment-quote.js';
import ar from '../../src/locales/ar.js';
import fr from '../../src/locales/fr.js';
import { AdapterError, type Comment, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, held, watched } from '../support/fake-backend.js';
import { waitFor, within } from '../support/comments-page.js';
import { expectConsoleError } from '../support/console-error.js';
import { sendKeys } from '../support/keys.js';
import { neverHappens } from '../support/never-happens.js';

const shown = new Set<Element>();

/** Puts a quote on the page, with a fallback in it. */
function put(set: Partial<CommentQuote>): CommentQuote {
  const element = document.createElement('comment-quote');
  element.innerHTML = '<blockquote>The words as they were printed.</blockquote>';
  Object.assign(element, { discussion: 'pier', comment: '1', ...set });
  document.body.append(element);
  shown.add(element);
  return element;
}

/** A backend with one comment. */
const backendWith = (own: Partial<Comment> = {}) => {
  const found = {
    ...comment('1'),
    body: { format: 'text', value: 'A swan has nested there.' },
    ...own,
  } satisfies Comment;
  return watched({ ...memoryAdapter(), get: async () => found });
};

const failing = (kind: 'not-found' | 'unavailable'): CommentsAdapter => ({
  ...memoryAdapter(),
  get: async () => Promise.reject(new AdapterError(kind, 'Down.')),
});

const part = (element: CommentQuote, name: string): HTMLElement | null | undefined =>
  element.shadowRoot?.querySelector<HTMLElement>(`[part~=${name}]`);

/** What a screen reader finds in the quote. */
const inside = ({ shadowRoot }: CommentQuote) => within(shadowRoot as unknown as HTMLElement);

/** Whether the reader sees what the page has put into the element. */
const showsFallback = (element: CommentQuote): boolean => element.shadowRoot?.querySelector('slot') !== null;

const reads = (element: CommentQuote, name: string, text: string): Promise<void> =>
  waitFor(() => void expect(part(element, name)?.textContent?.trim()).to.equal(text));

describe('a comment quoted in another article', () => {
  before(() => {
    if (!customElements.get('comment-quote')) customElements.define('comment-quote', CommentQuote);
  });

  afterEach(() => {
    for (const element of shown) element.remove();
    shown.clear();
    document.documentElement.lang = 'en';
  });

  it('has its text, its author, its date and a link to it', async () => {
    const { adapter } = backendWith({ author: { name: 'Ada' }, createdAt: '2013-06-21T12:00:00Z' });
    const element = put({ adapter, href: '/articles/42', timeZone: 'UTC' });
    await reads(element, 'body', 'A swan has nested there.');
    expect(part(element, 'author')?.textContent).to.equal('Ada');
    expect(part(element, 'time')?.textContent).to.contain('2013');
    const link = part(element, 'permalink') as HTMLAnchorElement;
    expect(link.textContent).to.equal('Go to the comment');
    expect(link.href).to.equal(new URL('/articles/42#comment-1', location.href).href);
    expect(element.shadowRoot?.querySelector('figure blockquote + figcaption')).to.exist;
    await expect(element).to.be.accessible();
  });

  it('is a figure with the name of its author, and its link says whose comment it leads to', async () => {
    const { adapter } = backendWith({ author: { name: 'Ada' } });
    const element = put({ adapter, href: '/articles/42' });
    await reads(element, 'body', 'A swan has nested there.');
    const figure = inside(element).getByRole('figure', { name: 'Ada' });
    const quotation = within(figure).getByRole('blockquote');
    expect(quotation.textContent?.trim()).to.equal('A swan has nested there.');
    within(figure).getByRole('link', { name: 'Go to the comment: Ada’s comment' });
  });

  it('can be followed with the keyboard', async () => {
    const before = document.body.appendChild(document.createElement('button'));
    shown.add(before);
    const element = put({ adapter: backendWith().adapter, href: '#' });
    await reads(element, 'permalink', 'Go to the comment');
    before.focus();
    await sendKeys({ press: 'Tab' });
    expect(element.shadowRoot?.activeElement?.part.value).to.equal('permalink');
  });

  it('has a link as high as a finger where type is small', async () => {
    const element = put({ adapter: backendWith().adapter, href: '/articles/42' });
    element.style.font = '10px/1.4 serif';
    await reads(element, 'permalink', 'Go to the comment');
    expect(part(element, 'permalink')?.getBoundingClientRect().height).to.be.at.least(24);
  });

  it('marks what its author quotes, so that nobody takes it for their own words', async () => {
    const { adapter } = backendWith({ body: { format: 'markdown', value: '> It will last.\n\nIt did not.' } });
    const element = put({ adapter });
    await waitFor(() => expect(part(element, 'body')?.querySelector('blockquote')).to.exist);
    const inner = part(element, 'body')!.querySelector('blockquote')!;
    expect(parseFloat(getComputedStyle(inner).borderInlineStartWidth)).to.be.greaterThan(0);
  });

  it('breaks the lines of code that are too long', async () => {
    const value = '```\n' + 'eleven degrees '.repeat(30) + '\n```';
    const element = put({ adapter: backendWith({ body: { format: 'markdown', value } }).adapter });
    element.style.inlineSize = '300px';
    await waitFor(() => expect(part(element, 'body')?.querySelector('pre')).to.exist);
    const { scrollWidth, clientWidth } = part(element, 'body')!.querySelector('pre')!;
    expect(scrollWidth).to.equal(clientWidth);
  });

  it('links to the backend where the page names no article, and nowhere if neither has an address', async () => {
    const elsewhere = put({ adapter: backendWith({ permalink: 'https://a.example/c/1' }).adapter });
    await reads(elsewhere, 'permalink', 'Go to the comment');
    expect(part(elsewhere, 'permalink')?.getAttribute('href')).to.equal('https://a.example/c/1');
    const unlinked = put({ adapter: backendWith({ permalink: 'javascript:alert(1)' }).adapter });
    await reads(unlinked, 'body', 'A swan has nested there.');
    expect(part(unlinked, 'permalink')).to.equal(null);
  });

  it('is read by the rules for its format', async () => {
    const { adapter } = backendWith({ body: { format: 'markdown', value: '# A *swan* <b>' } });
    const element = put({ adapter });
    await reads(element, 'body', 'A swan <b>');
    expect(part(element, 'body')?.querySelector('strong em')?.textContent).to.equal('swan');
  });

  it('is asked for once, and another one when its id changes', async () => {
    const { adapter, to } = backendWith();
    const element = put({ adapter });
    await reads(element, 'body', 'A swan has nested there.');
    element.comment = '2';
    await waitFor(() => expect(to('get').map(({ args }) => args[1])).to.deep.equal(['1', '2']));
  });

  it('is not asked for while it is far away', async () => {
    const { adapter, to } = backendWith();
    const far = put({ adapter });
    const spacer = document.createElement('div');
    spacer.style.height = '5000px';
    far.before(spacer);
    shown.add(spacer);
    const near = backendWith();
    const first = put({ adapter: near.adapter });
    spacer.before(first);
    await reads(first, 'body', 'A swan has nested there.');
    expect(to('get')).to.have.length(0);
    far.scrollIntoView();
    await reads(far, 'body', 'A swan has nested there.');
  });

  for (const [status, text] of [
    ['deleted', 'This comment was deleted by its author.'],
    ['hidden', 'This comment was removed by the editors.'],
    ['rejected', 'This comment wasn’t published.'],
    ['pending', 'This comment is no longer there.'],
  ] as const) {
    it(`is not shown when it is ${status}, and neither is the fallback`, async () => {
      const element = put({ adapter: backendWith({ status }).adapter });
      await reads(element, 'notice', text);
      expect([part(element, 'body'), showsFallback(element)]).to.deep.equal([null, false]);
    });
  }

  it('is said to be gone where the backend does not know it', async () => {
    const element = put({ adapter: failing('not-found') });
    await reads(element, 'notice', 'This comment is no longer there.');
    expect(showsFallback(element)).to.equal(false);
  });

  it('leaves the fallback where it cannot be fetched, and tells the page', async () => {
    const kinds: string[] = [];
    const element = document.createElement('comment-quote');
    element.addEventListener('comments-error', ({ action, error }) => kinds.push(action, error.kind));
    Object.assign(element, { comment: '1', adapter: failing('unavailable') });
    document.body.append(element);
    shown.add(element);
    await waitFor(() => expect(kinds).to.deep.equal(['get', 'unavailable']));
    expect(showsFallback(element)).to.equal(true);
  });

  it('leaves the fallback and tells the developer where the adapter cannot fetch one comment', async () => {
    const { get: _get, ...adapter } = memoryAdapter();
    const element = await expectConsoleError('The adapter has no get()', async () => put({ adapter }));
    expect(showsFallback(element)).to.equal(true);
  });

  it('is in the language of the page, and in its direction', async () => {
    document.documentElement.lang = 'ar';
    CommentQuote.locales = { ar: () => import('../../src/locales/ar.js') };
    const element = put({ adapter: backendWith({ author: { name: 'Ada' } }).adapter, href: '/articles/42' });
    await reads(element, 'permalink', 'الانتقال إلى التعليق');
    const caption = part(element, 'caption');
    expect([caption?.lang, caption?.dir]).to.deep.equal(['ar', 'rtl']);
    expect(part(element, 'body')?.dir).to.equal('auto');
    const gone = put({ adapter: backendWith({ status: 'deleted' }).adapter });
    await waitFor(() => expect(part(gone, 'notice')).to.exist);
    expect([part(gone, 'notice')?.lang, part(gone, 'notice')?.dir]).to.deep.equal(['ar', 'rtl']);
    CommentQuote.locales = {};
  });

  it('is in the language that the page has now, whichever arrives last', async () => {
    const arabic = held();
    let isAsked = false;
    CommentQuote.locales = {
      ar: () => {
        isAsked = true;
        return arabic.promise.then(() => ar);
      },
      fr: async () => fr,
    };
    document.documentElement.lang = 'ar';
    const element = put({ adapter: backendWith().adapter, href: '/articles/42' });
    await waitFor(() => expect(isAsked).to.equal(true));
    document.documentElement.lang = 'fr';
    await reads(element, 'permalink', 'Aller au commentaire');
    arabic.release();
    await neverHappens(() => (part(element, 'caption')?.lang === 'fr' ? [] : [part(element, 'caption')?.lang]));
    CommentQuote.locales = {};
  });

  it('has a name in Latin letters at the right of a page from right to left, also where it takes two lines', async () => {
    document.documentElement.lang = 'ar';
    CommentQuote.locales = { ar: () => import('../../src/locales/ar.js') };
    const element = put({ adapter: backendWith({ author: { name: 'Wilma Haverkamp-Zimmermannsdotter' } }).adapter });
    element.style.inlineSize = '200px';
    await reads(element, 'body', 'A swan has nested there.');
    const range = document.createRange();
    range.selectNodeContents(part(element, 'author')!);
    const lines = [...range.getClientRects()];
    expect(lines.length).to.be.at.least(2);
    const edge = part(element, 'caption')!.getBoundingClientRect().right;
    for (const { right } of lines) expect(right).to.be.closeTo(edge, 1);
    CommentQuote.locales = {};
  });
});
