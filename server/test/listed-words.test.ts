/** Which words of a list a text contains, for readers who see through disguises, and what the longest texts cost. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { listedWords, screenText } from '../src/rules/screen-text.js';
import { houseRules } from '../../demo/house-rules.js';

const found = (text: string, word: string): boolean => listedWords(text, [word]).length === 1;

describe('listedWords', () => {
  for (const [name, text] of [
    ['capitals', 'VERMIN'],
    ['full-width letters', 'ｖｅｒｍｉｎ'],
    ['letters in circles', 'ⓥⓔⓡⓜⓘⓝ'],
    ['mathematical letters', '𝓿𝓮𝓻𝓶𝓲𝓷'],
    ['a soft hyphen', 'ver\u00admin'],
    ['a combining accent', 'vermi\u0301n'],
    ['a letter with an accent', 'vèrmin'],
    ['a grapheme joiner', 'ver\u034fmin'],
    ['a Hangul filler', 'ver\u3164min'],
    ['a half-width Hangul filler', 'ver\uffa0min'],
    ['a Hangul choseong filler', 'ver\u115fmin'],
    ['a variation selector', 'ver\ufe0fmin'],
    ['a Khmer vowel that is not shown', 'ver\u17b4min'],
    ['a tag', 'ver\u{e0061}min'],
    ['an invisible plus', 'ver\u2064min'],
  ] as const)
    it(`finds a word with ${name}`, () => assert.ok(found(`You ${text}!`, 'vermin')));

  for (const [language, word, other] of [
    ['German', 'müll', 'mull'],
    ['French', 'crétin', 'cretin'],
    ['Vietnamese', 'chó', 'cho'],
    ['Korean', '바보', '바보들'],
    ['Japanese', 'バカ', 'ハカ'],
    ['Hindi', 'मूर्ख', 'मरख'],
    ['Arabic', 'غبي', 'غبية'],
    ['Greek', 'βλάκας', 'βλακας'],
  ] as const)
    it(`finds a word in ${language}, composed or not, and not another one`, () => {
      assert.ok(found(`x ${word}, y`, word), 'as listed');
      assert.ok(found(word.normalize('NFD'), word), 'decomposed text');
      assert.ok(found(word, word.normalize('NFD')), 'decomposed list');
      assert.ok(found(`${word}\u0332`, word), 'with one more mark');
      assert.equal(found(other, word), false);
    });

  it('finds no word in a part of another one, nor in the letters of several', () => {
    for (const text of ['vermins', 'averminb', 'ver min', 've.rmin', 'vermn', 'vermiin', ''])
      assert.equal(found(text, 'vermin'), false, text);
  });

  it('names each listed word once, in the order of the list', () => {
    assert.deepEqual(listedWords('B a, müll b MÜLL', ['müll', 'a', 'c', 'b']), ['müll', 'a', 'b']);
  });
});

describe('screenText', () => {
  it('finds a word among 100,000 characters that grow eighteenfold', () => {
    const grown = 'ﷺ'.repeat(50_000);
    assert.equal(screenText(`${grown} vermin ${grown}`, houseRules).outcome, 'rejected');
    assert.equal(screenText(`${grown} casino ${grown}`, houseRules).outcome, 'pending');
    assert.equal(screenText(`${grown}${grown}`, houseRules).outcome, 'published');
  });

  // Per text of 100,000 characters, the longest that a request can have: as much as of plain letters, or grown as NFKD grows it.
  for (const [name, text] of [
    ['of 18 letters each', 'ﷺ'],
    ['of 18 letters each, as words', 'ﷺ '],
    ['that are syllables', '바'],
    ['with a mark each', 'a\u0301'],
    ['that are marks', '\u0301'],
    ['that are joiners', '\u200b'],
    ['that are different words', undefined],
  ] as const)
    it(`takes two seconds at most for 100,000 characters ${name}`, () => {
      const long =
        text === undefined
          ? Array.from({ length: 20_000 }, (_, index) => `é${index.toString(36)}`).join(' ')
          : text.repeat(100_000 / text.length);
      const before = process.cpuUsage();
      screenText(long, houseRules);
      const { user, system } = process.cpuUsage(before);
      assert.ok(user + system < 2_000_000, `${(user + system) / 1000} ms of CPU time`);
    });
});
