import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { addressFailure } from '../../src/elements/address-failure.js';
import { LazyPart } from '../../src/elements/lazy-part.js';
import en from '../../src/locales/en.js';
import { waitFor } from './comments-page.js';

describe('what it takes to follow the address of a comment', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('may not be fetched at first, which is said; trying again goes on, and the focus is not lost', async () => {
    history.replaceState(null, '', '#comment-7');
    const root = document.createElement('div');
    root.innerHTML = '<h2 tabindex="-1">Comments</h2><div></div>';
    document.body.append(root);
    const draw = (): void => {
      browsing.wanted();
      render(addressFailure(browsing, en, host), root.lastElementChild as HTMLElement);
    };
    const host = {
      renderRoot: root,
      requestUpdate: draw,
      updateComplete: Promise.resolve(true),
      addController() {},
      removeController() {},
    };
    let attempts = 0;
    const browsing = new LazyPart(host, async () => {
      if (++attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return {};
    });
    draw();
    await waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).to.contain(en.moreFailed('no connection')));
    const button = root.querySelector('button');
    button?.focus();
    button?.click();
    await waitFor(() => expect(browsing.module).to.deep.equal({}));
    expect(document.activeElement?.localName).to.equal('h2');
    expect(root.querySelector('[role=alert]') === null).to.equal(true);
    root.remove();
  });
});
