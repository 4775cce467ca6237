/** Today the section draws new forms for another article. The text must not depend on that: this form stays. */
import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { DraftController } from '../../src/elements/forms/draft-controller.js';
import type { Viewer } from '../../src/model/adapter.js';
import type { DraftKey } from '../../src/model/drafts/draft.js';
import { pageStorage } from '../../src/model/drafts/draft-storage.js';
import { DraftStore } from '../../src/model/drafts/draft-store.js';
import { unmountAll } from '../support/comments-page.js';
import { ada } from './changeable.js';

class StayingForm extends LitElement {
  text = '';
  readonly autosave = new DraftController(this, {
    read: () => (this.text === '' ? undefined : { body: this.text }),
    fill: ({ body }) => (this.text = body),
  });
  readonly #drafts = new DraftStore(pageStorage);

  write(text: string): void {
    this.text = text;
    this.autosave.touch();
  }

  turnTo(discussion: string, viewer: Viewer): void {
    this.autosave.moveTo({ discussion, viewer } satisfies DraftKey, this.#drafts, false);
  }
}
customElements.define('staying-form', StayingForm);

describe('a form that stays while its section turns to another article', () => {
  let form: StayingForm;
  beforeEach(() => document.body.append((form = new StayingForm())));
  afterEach(() => {
    form.remove();
    unmountAll();
  });

  for (const [who, viewer] of [
    ['a guest', { state: 'anonymous' }],
    ['an account', ada],
  ] satisfies [string, Viewer][])
    it(`leaves the text of ${who} with the article for which it was written`, () => {
      form.turnTo('pier', viewer);
      form.write('About the pier.');
      form.turnTo('harbour', viewer);
      expect(form.text).to.equal('');
      form.write('About the harbour.');
      form.turnTo('pier', viewer);
      expect(form.text).to.equal('About the pier.');
      form.turnTo('harbour', viewer);
      expect(form.text).to.equal('About the harbour.');
    });

  it('leaves the text of a guest there also where the guest signs in for the other article', () => {
    form.turnTo('pier', { state: 'anonymous' });
    form.write('About the pier.');
    form.turnTo('harbour', ada);
    expect(form.text).to.equal('');
  });
});
