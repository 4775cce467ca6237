/** Messages with two values, or with one that may be absent, say which is which. */
import { expect } from 'chai';
import { loadLocales } from './load-locale.js';

const locales = await loadLocales();

/** In these languages, the person who is answered comes first: "to Tom, by Ada". */
const parentFirst = new Set(['fi', 'hi']);

/** In these languages, the whole comes first: "of 12, 5". */
const totalFirst = new Set(['hi', 'ja', 'ko']);

describe('the values in messages', () => {
  for (const [tag, { replyBy, loadedSoFar, signedInAs }] of locales) {
    it(`names who replies and who is answered in ${tag}`, () => {
      const text = replyBy('Ada', 'Tom');
      expect(text).to.match(parentFirst.has(tag) ? /Tom.+Ada/ : /Ada.+Tom/);
    });

    it(`distinguishes the number of loaded comments from the total in ${tag}`, () => {
      expect(loadedSoFar('5', '12')).to.match(totalFirst.has(tag) ? /12.+5/ : /5.+12/);
      expect(loadedSoFar('5'))
        .to.contain('5')
        .and.not.to.match(/undefined|\d.*\d/);
    });

    it(`has a text for an account without a name in ${tag}`, () => {
      expect(signedInAs('Ada')).to.contain('Ada');
      expect(signedInAs('')).not.to.equal(signedInAs('Ada').replace('Ada', ''));
      expect(signedInAs('')).not.to.match(/\s[\s.]/);
    });
  }
});
