import { expect } from 'chai';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';

describe('commentCount', () => {
  for (const { lang, dir, commentCount } of [en, de, ar]) {
    it(`includes large numbers in ${lang}, a language Intl supports`, () => {
      expect(commentCount(1234, '§1234§')).to.contain('§1234§');
      expect(Intl.PluralRules.supportedLocalesOf(lang)).to.deep.equal([lang]);
      expect(dir).to.equal(lang === 'ar' ? 'rtl' : 'ltr');
    });

    it(`describes zero without a digit in ${lang}`, () => expect(commentCount(0, '0')).not.to.contain('0'));
  }

  it('distinguishes one from many in English and German', () => {
    expect([1, 2].map((count) => en.commentCount(count, String(count)))).to.deep.equal(['1 comment', '2 comments']);
    expect([1, 2].map((count) => de.commentCount(count, String(count)))).to.deep.equal(['1 Kommentar', '2 Kommentare']);
  });

  it('uses all six plural forms in Arabic', () => {
    const forms = [0, 1, 2, 3, 11, 100].map((count) => ar.commentCount(count, '#').replace('#', ''));
    expect(new Set(forms).size).to.equal(6);
    expect(ar.commentCount(103, '#'), 'few again').to.equal(ar.commentCount(3, '#'));
  });
});
