import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { browsingFailure } from '../../src/elements/section/browsing-failure.js';
import { LazyModule } from '../../src/elements/section/lazy-module.js';
import en from '../../src/locales/en.js';
import { waitFor } from '../support/comments-page.js';

describe('what reacts in the list', () => {
  it('may not be fetched at first, which is said; trying again goes on, and the focus is not lost', async () => {
    const root = document.createElement('div');
    root.innerHTML = '<h2 tabindex="-1">Comments</h2><div></div>';
    document.body.append(root);
    const draw = (): void => {
      browsing.wanted();
      render(browsingFailure(browsing, en, host), root.lastElementChild as HTMLElement);
    };
    const host = {
      renderRoot: root,
      requestUpdate: draw,
      updateComplete: Promise.resolve(true),
      addController() {},
      removeController() {},
    };
    let attempts = 0;
    const browsing = new LazyModule(host, async () => {
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
    await waitFor(() => expect(root.querySelector('[role=alert]') === null).to.equal(true));
    root.remove();
  });
});
