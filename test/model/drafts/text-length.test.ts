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

  it('counts at least one grapheme for each 32 bytes', () => {
    expect(textLength(`a${'\u0301'.repeat(100_000)}`, 'graphemes')).to.equal(6251);
    expect(textLength(family.repeat(8), 'graphemes')).to.equal(8);
    expect(textLength('བོད་ཡིག क्ष्म्य', 'graphemes')).to.equal(7);
  });
});
