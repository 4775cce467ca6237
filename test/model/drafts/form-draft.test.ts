/** Today the section draws new forms for another article. The text must not depend on that: this form stays. */
import { expect } from 'chai';
import type { Viewer } from '../../../src/model/adapter.js';
import { DraftStorage } from '../../../src/model/drafts/draft-storage.js';
import { DraftStore } from '../../../src/model/drafts/draft-store.js';
import { FormDraft } from '../../../src/model/drafts/form-draft.js';
import { FakeStorage } from '../../support/fake-storage.js';
import { ada, anonymous } from '../support/fixtures.js';

class StayingForm {
  text = '';
  readonly draft: FormDraft;

  constructor(drafts: DraftStore) {
    const read = () => (this.text === '' ? undefined : { body: this.text });
    this.draft = new FormDraft({ read, fill: ({ body }) => (this.text = body) }, drafts);
  }

  write(text: string): void {
    this.text = text;
    this.draft.touch();
  }

  turnTo(discussion: string, viewer: Viewer, { hasExpired = false } = {}): void {
    this.draft.moveTo({ discussion, viewer }, hasExpired);
  }
}

describe('a form that stays while its section turns to another article', () => {
  let drafts: DraftStore;
  let form: StayingForm;
  beforeEach(() => {
    drafts = new DraftStore(new DraftStorage(new FakeStorage().get, new FakeStorage().get));
    form = new StayingForm(drafts);
  });
  afterEach(() => form.draft.disconnect());

  for (const [who, viewer] of [
    ['a guest', anonymous],
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
    form.turnTo('pier', anonymous);
    form.write('About the pier.');
    form.turnTo('harbour', ada);
    expect(form.text).to.equal('');
  });

  it('keeps the text of an expired session in the form, saved for its writer alone', () => {
    form.turnTo('pier', ada);
    form.write('As Ada.');
    form.turnTo('pier', anonymous, { hasExpired: true });
    expect(form.text).to.equal('As Ada.');
    form.write('As Ada, still.');
    form.draft.flush();
    expect(drafts.list({ discussion: 'pier', viewer: anonymous })).to.deep.equal([]);
    form.turnTo('pier', ada);
    expect(form.text).to.equal('As Ada, still.');
    expect(form.draft.record?.key.viewer).to.equal(ada);
  });
});
