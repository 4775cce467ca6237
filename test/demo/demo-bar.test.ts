import { expect } from '@open-wc/testing';
import { tags } from '../../src/cdn-locales.js';
import { waitFor } from '../support/comments-page.js';

let frame: HTMLIFrameElement;

/** Opens a page in the frame. Its modules are compiled when they are first requested, so loading takes longer than a reader would wait. */
async function open(address: string, width = 320): Promise<HTMLSelectElement> {
  Object.assign(frame.style, { inlineSize: `${width}px`, blockSize: '900px' });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.src = address;
  document.body.append(frame);
  await loaded;
  return waitFor(() => {
    const select = frame.contentDocument?.querySelector<HTMLSelectElement>('select[name=language]');
    if (!select || select.options.length < 2) throw new Error('The languages are not loaded.');
    return select;
  });
}

/** What is shown of the bar. */
const shown = (selector: string): readonly HTMLElement[] =>
  [...frame.contentDocument!.querySelectorAll<HTMLElement>(`demo-bar ${selector}`)].filter(
    (one) => one.getClientRects().length > 0,
  );

const button = (): HTMLButtonElement => frame.contentDocument!.querySelector('demo-bar button')!;

beforeEach(() => {
  frame = document.createElement('iframe');
});
afterEach(() => {
  frame.remove();
  localStorage.clear();
});

describe('the bar of the demo', () => {
  it('is one button on a phone, which shows all pages in groups, each with a line about it', async () => {
    await open('/demo/states.html?state=empty');
    const bar = frame.contentDocument!.querySelector('demo-bar')!;
    expect(bar.getBoundingClientRect().height).to.be.at.most(60);
    expect(shown('a:not(.skip), select')).to.deep.equal([]);
    expect(button().getAttribute('aria-expanded')).to.equal('false');
    button().click();
    expect(button().getAttribute('aria-expanded')).to.equal('true');
    expect(shown('h2').map(({ textContent }) => textContent)).to.deep.equal([
      'For readers',
      'Ways to embed',
      'Backends',
    ]);
    const entries = shown('.groups li');
    expect(entries).to.have.length(17);
    for (const entry of entries) expect(entry.querySelector('span')?.textContent, entry.textContent).to.match(/.{15}/);
    expect(shown('select')).to.have.length(2);
    expect(frame.contentDocument!.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('folds with Escape, which leaves the focus on the button', async () => {
    await open('/demo/states.html?state=empty');
    button().click();
    const [link] = shown('.groups a');
    link!.focus();
    link!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(shown('.groups a')).to.deep.equal([]);
    expect(frame.contentDocument!.activeElement).to.equal(button());
  });

  it('has the three pages that are wanted most in it on a wide screen, and the choices', async () => {
    await open('/demo/states.html?state=empty', 1000);
    expect(shown('a:not(.skip)').map(({ textContent }) => textContent)).to.deep.equal(['Front page', 'States', 'Docs']);
    expect(shown('[aria-current=page]').map(({ textContent }) => textContent)).to.deep.equal(['States']);
    expect(shown('select')).to.have.length(2);
  });
});

describe('the choice of a language in the demo', () => {
  it('offers all languages by their own names, in a menu that fits on a phone', async () => {
    const select = await open('/demo/states.html?state=empty&lang=de');
    const offered = [...select.options].map(({ value }) => value);
    expect(offered.toSorted()).to.deep.equal(['en', ...tags].toSorted());
    expect(select.selectedOptions[0]?.text).to.equal('Deutsch');
    const names = Object.fromEntries([...select.options].map(({ value, text }) => [value, text]));
    expect(names).to.include({ ar: 'العربية', cs: 'Čeština', 'pt-PT': 'Português (Portugal)' });
    button().click();
    expect(select.getBoundingClientRect().right).to.be.within(1, 320);
  });

  it('shows the section in the language that is chosen', async () => {
    const select = await open('/demo/states.html?state=empty&lang=en');
    select.value = 'th';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    const page = frame.contentDocument!;
    expect(page.documentElement.lang).to.equal('th');
    await waitFor(() => {
      const section = page.querySelector('article-comments')?.shadowRoot?.querySelector('section');
      expect(section?.textContent).to.match(/\p{Script=Thai}/u);
    });
  });
});
