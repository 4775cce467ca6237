import { expect } from 'chai';
import { textLength } from '../../../src/model/drafts/text-length.js';

const family = '👨‍👩‍👧';

describe('textLength', () => {
  it('counts UTF-16 code units, bytes or graphemes', () => {
    expect(textLength('Größe', 'chars')).to.equal(5);
    expect(textLength('Größe', 'bytes')).to.equal(7);
    expect(textLength('Größe', 'graphemes')).to.equal(5);
    expect(textLength(family, 'chars')).to.equal(8);
    expect(textLength(family, 'bytes')).to.equal(18);
    expect(textLength(family, 'graphemes')).to.equal(1);
    expect(textLength('e\u0301', 'graphemes'), 'a letter and its accent').to.equal(1);
  });

  it('is zero for an empty text', () => {
    for (const unit of ['chars', 'bytes', 'graphemes'] as const) expect(textLength('', unit)).to.equal(0);
  });

  it('counts code points without a segmenter', () => {
    const property = Object.getOwnPropertyDescriptor(Intl, 'Segmenter');
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(textLength(`a${family}`, 'graphemes')).to.equal(6);
    } finally {
      if (property) Object.defineProperty(Intl, 'Segmenter', property);
    }
  });

  it('counts graphemes that cross the border of what is segmented at once', () => {
    const graphemes = [family, '🇩🇪', 'e\u0301', '각', 'क्षि', '\r\n', '👩🏽‍🚀'];
    for (const grapheme of graphemes)
      for (let before = 240; before <= 260; before++)
        expect(
          textLength(`${'a'.repeat(before)}${grapheme.repeat(300)}b`, 'graphemes'),
          `${before} ${grapheme}`,
        ).to.equal(before + 301);
  });

  it('is exact up to twice the limit, and counts the code points of the rest', () => {
    expect(textLength(family.repeat(200), 'graphemes', 100)).to.equal(200);
    expect(textLength(`${family.repeat(2000)}${'x'.repeat(50_000)}`, 'graphemes', 1000)).to.equal(52_000);
    expect(textLength(family.repeat(2000), 'graphemes', 100)).to.be.within(2000, 10_000);
    expect(textLength('x'.repeat(60_000), 'graphemes', 5000)).to.equal(60_000);
  });

  it('counts at least one grapheme for each 32 bytes', () => {
    expect(textLength(`a${'\u0301'.repeat(100_000)}`, 'graphemes')).to.equal(6251);
    expect(textLength(family.repeat(8), 'graphemes')).to.equal(8);
    expect(textLength('བོད་ཡིག क्ष्म्य', 'graphemes')).to.equal(7);
  });
});
