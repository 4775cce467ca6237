/** The time that a text takes grows no faster than the text, whatever a reader writes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseCommonMark } from '../../src/content/markdown.js';
import { parseText } from '../../src/content/text.js';
import { expectLinear } from '../support/linear-growth.js';
import { longMarkdown, longPlainTexts } from '../support/long-texts.js';
import { timeOn, processorTime } from '../support/processor-time.js';
import { randomFrom } from '../support/random-from.js';

describe('processor time', () => {
  const judge = (work: (text: string) => unknown): unknown =>
    expectLinear(
      (size) => {
        const text = '('.repeat(size);
        return () => work(text);
      },
      'planted',
      processorTime,
    );

  it('grows with the text for a single search', () => {
    judge((text) => /\)/.exec(text));
  });

  it('grows with the text for a loop', () => {
    judge((text) => [...text].filter((character) => character === ')'));
  });

  it('shows a search to the end of the text from each character', () => {
    const search = (text: string) => {
      let found = 0;
      for (let index = 0; index < text.length; index++) found += text.indexOf(')', index);
      return found;
    };
    assert.throws(() => judge(search), /planted: \d+ costs [\d.]+ times as much/);
  });

  it('shows a regular expression that tries again at each character', () => {
    assert.throws(() => judge((text) => /\([^)]*\)/.exec(text)), /planted: \d+ costs [\d.]+ times as much/);
  });

  it('is compared by the best samples', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const random = randomFrom(seed);
      let time = 0;
      // Something else in the process takes up to as much time again.
      const takes = (duration: (size: number) => number) => (size: number) => () => {
        time += duration(size) * (1 + random());
      };
      const cost = timeOn(() => time);
      expectLinear(
        takes((size) => size / 10_000),
        `linear, seed ${seed}`,
        cost,
      );
      const quadratic = takes((size) => size ** 2 / 1e10);
      assert.throws(() => expectLinear(quadratic, `quadratic, seed ${seed}`, cost));
    }
  });
});

describe('Markdown is parsed in linear time', () => {
  for (const [name, textOf] of longMarkdown)
    it(`parses 100 kB of ${name} as Markdown in linear time`, () => {
      const prepare = (length: number) => {
        const text = textOf(length);
        return () => parseCommonMark(text);
      };
      expectLinear(prepare, name, processorTime);
    });
});

describe('plain text is parsed in linear time', () => {
  for (const [name, textOf] of longPlainTexts)
    it(`parses 100 kB of ${name} as plain text in linear time`, () => {
      const prepare = (length: number) => {
        const text = textOf(length);
        return () => parseText(text);
      };
      expectLinear(prepare, name, processorTime);
    });
});
