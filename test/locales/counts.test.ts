import { expect } from '@open-wc/testing';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';

describe('the words for a number of comments', () => {
  for (const { lang, dir, commentCount } of [en, de, ar]) {
    it(`say large numbers in ${lang}, a language that Intl knows`, () => {
      expect(commentCount(1234, '§1234§')).to.contain('§1234§');
      expect(Intl.PluralRules.supportedLocalesOf(lang)).to.deep.equal([lang]);
      expect(dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
    });

    it(`say in ${lang} that there are none without a number`, () => expect(commentCount(0, '0')).not.to.contain('0'));
  }

  it('tell one from many', () => {
    expect([1, 2].map((count) => en.commentCount(count, String(count)))).to.deep.equal(['1 comment', '2 comments']);
    expect([1, 2].map((count) => de.commentCount(count, String(count)))).to.deep.equal(['1 Kommentar', '2 Kommentare']);
  });

  it('have all six forms in Arabic', () => {
    const forms = [0, 1, 2, 3, 11, 100].map((count) => ar.commentCount(count, '#').replace('#', ''));
    expect(new Set(forms).size).to.equal(6);
    expect(ar.commentCount(103, '#'), 'few again').to.equal(ar.commentCount(3, '#'));
  });
});
