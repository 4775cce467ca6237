import { expect } from '@open-wc/testing';
import { render } from 'lit';
import { AddressFollower } from '../../src/elements/address-follower.js';
import { LazyPart } from '../../src/elements/lazy-part.js';
import type { LocaleController } from '../../src/elements/locale-controller.js';
import en from '../../src/locales/en.js';
import { opened } from '../model/model-fixture.js';
import { waitFor } from './comments-page.js';

describe('what it takes to follow the address of a comment', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('may not be fetched at first, which is said; trying again goes on, and the focus is not lost', async () => {
    history.replaceState(null, '', '#comment-7');
    const { store } = await opened();
    const root = document.createElement('div');
    root.innerHTML = '<h2 tabindex="-1">Comments</h2><div></div>';
    document.body.append(root);
    const draw = (): void => {
      render(follower.render(), root.lastElementChild as HTMLElement);
      void follower.follow();
    };
    const host = {
      renderRoot: root,
      requestUpdate: draw,
      updateComplete: Promise.resolve(true),
      addController() {},
      removeController() {},
    };
    const followed: string[] = [];
    let attempts = 0;
    const browsing = new LazyPart(host, async () => {
      if (++attempts === 1) throw new TypeError('Failed to fetch dynamically imported module');
      return { followAddress: (id: string) => followed.push(id) };
    });
    const follower = new AddressFollower(host, { store, words: { messages: en } as LocaleController, browsing });
    draw();
    await waitFor(() => expect(root.querySelector('[role=alert]')?.textContent).to.contain(en.moreFailed('no connection')));
    const button = root.querySelector('button');
    button?.focus();
    button?.click();
    await waitFor(() => expect(followed).to.deep.equal(['7']));
    expect(document.activeElement?.localName).to.equal('h2');
    expect(root.querySelector('[role=alert]') === null).to.equal(true);
    store.close();
    root.remove();
  });
});
