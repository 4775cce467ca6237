/** The words of the section name things by their words, for readers who see neither shape nor place nor colour. */
import { expect } from 'chai';
import en from '../support/english.js';
import { textsOf } from '../support/texts-of.js';

const sensory = [
  /\b(above|beneath|beside|left|right|top|bottom|corner|opposite)\b|\bnext to\b|-hand\b/i,
  /\b(round|circle|square|triangle|arrow|icon|symbol|shape|large|small)\b/i,
  /\b(red|green|blue|gr[ae]y|yellow|orange|black|white|dark|bright|colou?r|highlighted)\b/i,
  /\b(beep|sound|ring|hear)\b/i,
  /\bbelow\b/i,
];

/** The same words with another meaning. */
const meant: Readonly<Record<string, RegExp>> = {
  '.charactersLeft': /characters left$/,
  '.timeLeft': / left to edit$/,
  '.removedForNow': /right afterwards/,
  '.refusals.banned': /right now/,
  '.unavailable': /right now/,
  '.causes.unavailable': /right now/,
  '.causes.blocked': /right now/,
  // What happens to a comment, not where a button is.
  '.pin': /^Pin to the top$/,
  // The fields come next in the order of reading, and not only on the screen.
  '.legal.opened': /fields below\.$/,
};

it('refers to nothing by shape, place, colour or sound in English', async () => {
  const texts = await textsOf(en, ['Zzyzx', '4711']);
  expect(texts.length).to.be.greaterThan(300);
  const found = texts.filter(([place, text]) => {
    const others = text.replace(meant[place] ?? '', '');
    return sensory.some((words) => words.test(others));
  });
  expect(found).to.deep.equal([]);
});
