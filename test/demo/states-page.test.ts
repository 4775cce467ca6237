import { expect } from '@open-wc/testing';
import { states } from '../../demo/states/states.js';
import { steps } from '../../demo/states/steps.js';
import { waitFor } from '../support/comments-page.js';

describe('the page of all states', () => {
  let frame: HTMLIFrameElement;

  beforeEach(() => {
    frame = document.createElement('iframe');
    Object.assign(frame.style, { inlineSize: '1000px', blockSize: '900px' });
  });
  afterEach(() => {
    frame.remove();
    localStorage.clear();
  });

  /** Opens a page in the frame. Its modules are compiled when they are first requested, so loading takes longer than a reader would wait. */
  async function open(address: string): Promise<Document> {
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    frame.src = address;
    document.body.append(frame);
    await loaded;
    return waitFor(() => {
      const page = frame.contentDocument;
      if (!page?.querySelector('.lead')) throw new Error('The page is not loaded.');
      return page;
    });
  }

  it('says for every state what to press and what to expect', () => {
    expect(Object.keys(steps).sort()).to.deep.equal(states.map(({ name }) => name).sort());
  });

  it('shows them below the title of a state', async () => {
    const page = await open('/demo/states.html?state=empty');
    const texts = [...page.querySelectorAll('.try :is(dt, dd)')].map(({ textContent }) => textContent);
    expect(texts).to.deep.equal(['Press', steps['empty']?.press, 'Expect', steps['empty']?.expect]);
  });

  it('finds states by all words that are typed, wherever they stand', async () => {
    const page = await open('/demo/states.html');
    const box = page.querySelector<HTMLInputElement>('input[type=search]')!;
    const listed = (): readonly (string | null)[] =>
      [...page.querySelectorAll<HTMLElement>('.contents a')]
        .filter((link) => link.getClientRects().length > 0)
        .map(({ textContent }) => textContent);
    expect(box.labels?.[0]?.textContent?.trim()).to.equal('Find a state');
    expect(listed()).to.have.length(states.length);
    const type = (text: string): void => {
      box.value = text;
      box.dispatchEvent(new InputEvent('input'));
    };
    type('CAPTCHA');
    expect(listed()).to.include('Captcha').and.have.length.below(5);
    expect(page.querySelector('[role=status]')?.textContent).to.equal(`${listed().length} of ${states.length} states`);
    type('undo deleting');
    expect(listed()).to.deep.equal(['Deleting']);
    type('');
    expect(listed()).to.have.length(states.length);
    expect(page.querySelector('[role=status]')?.textContent).to.equal('');
  });

  it('begins each column of its list at the same height', async () => {
    const page = await open('/demo/states.html');
    const tops = [...page.querySelectorAll('.contents h2')].map((one) => one.getBoundingClientRect());
    const byColumn = new Map<number, number>();
    for (const { left, top } of tops) byColumn.set(left, Math.min(top, byColumn.get(left) ?? Infinity));
    expect(byColumn.size).to.be.above(2);
    expect(new Set([...byColumn.values()].map(Math.round)).size).to.equal(1);
  });
});
