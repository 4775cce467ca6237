import { expect } from '@open-wc/testing';
import { tags } from '../../src/cdn-locales.js';
import { waitFor } from '../support/comments-page.js';

describe('the choice of a language in the demo', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    frame = document.createElement('iframe');
    Object.assign(frame.style, { inlineSize: '320px', blockSize: '900px' });
  });
  afterEach(() => {
    frame.remove();
    localStorage.clear();
  });

  /** Opens a page in the frame. Its modules are compiled when they are first requested, so loading takes longer than a reader would wait. */
  const open = async (address: string): Promise<HTMLSelectElement> => {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = address;
    document.body.append(frame);
    await loaded;
    return waitFor(() => {
      const select = frame.contentDocument?.querySelector<HTMLSelectElement>('select[name=language]');
      if (!select || select.options.length < 2) throw new Error('The languages are not loaded.');
      return select;
    });
  };

  it('offers all languages by their own names, in a menu that fits on a phone', async () => {
    const select = await open('/demo/states.html?state=empty&lang=de');
    const offered = [...select.options].map(({ value }) => value);
    expect(offered.toSorted()).to.deep.equal(['en', ...tags].toSorted());
    expect(select.selectedOptions[0]?.text).to.equal('Deutsch');
    const names = Object.fromEntries([...select.options].map(({ value, text }) => [value, text]));
    expect(names).to.include({ ar: 'العربية', cs: 'Čeština', 'pt-PT': 'Português (Portugal)' });
    expect(select.getBoundingClientRect().right).to.be.at.most(320);
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
