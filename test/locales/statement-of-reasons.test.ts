/** What the author of a restricted comment reads in each language (Article 17(4) of Regulation (EU) 2022/2065). */
import { expect } from 'chai';
import { loadLocales } from './load-locale.js';

const languages = await loadLocales();

/** Thai ends sentences with a space. */
const sentenceIn = (tag: string): RegExp => (tag === 'th' ? /[\p{L}\p{M}\p{N}]$/u : /[.。।]$/);

describe('Article 17(4): a statement of reasons', () => {
  for (const [tag, { legal }] of languages) {
    const { decision } = legal;
    const statements = {
      measure: Object.values(decision.measures),
      'territory and duration': [decision.scope(), decision.scope('Utopia'), decision.scope('Utopia', '2027-01-31')],
      ground: Object.values(decision.grounds),
      'what led to it': Object.values(decision.basis),
      'use of automated means': [decision.byPerson, decision.automated, decision.detected],
    };

    for (const [what, sentences] of Object.entries(statements))
      it(`states the ${what} in whole sentences, of which no two are alike (${tag})`, () => {
        for (const sentence of sentences)
          expect(sentence)
            .to.match(sentenceIn(tag))
            .and.not.match(/undefined|null|NaN/);
        expect(new Set(sentences).size).to.equal(sentences.length);
      });

    it(`names the territory and the end (${tag})`, () => {
      const scope = decision.scope('Utopia', '2027-01-31');
      expect(scope).to.include('Utopia');
      expect(scope).to.include('2027-01-31');
    });

    it(`has a label of its own for each of its parts, and for the way to contest it (${tag})`, () => {
      const { title, measure, ground, rule, facts, means, decidedAt, redress } = decision;
      const labels = [title, measure, ground, rule, facts, means, decidedAt, redress, legal.contest];
      expect(labels.every((label) => label.trim() !== '')).to.equal(true);
      expect(new Set(labels).size).to.equal(labels.length);
    });
  }
});
