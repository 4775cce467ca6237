import { expect, waitUntil } from '@open-wc/testing';
import { pseudoLocales } from '../../demo/states/pseudo-locale.js';
import en from '../../src/locales/en.js';
import { textsOf } from '../support/texts-of.js';

/** What stands in for names, counts and causes. Neither occurs in the words. */
const values = ['Zzyzx', '4711'];

const withoutSettings = (texts: readonly [string, string][]): readonly [string, string][] =>
  texts.filter(([place]) => place !== '.lang' && place !== '.dir');

const occurrences = (text: string, value: string): number => text.split(value).length - 1;

/** What a reader sees: the marks that turn a word round have no width. */
const visible = (text: string): string => text.replaceAll(/[\u202C\u202E]/g, '');

for (const locale of pseudoLocales) {
  describe(`the pseudo-locale ${locale.lang}`, () => {
    let english: readonly [string, string][];
    let pseudo: Map<string, string>;

    before(async () => {
      english = withoutSettings(await textsOf(en, values));
      pseudo = new Map(withoutSettings(await textsOf(locale, values)));
    });

    it('has every text of English, those that are fetched later included', () => {
      expect([...pseudo.keys()]).to.deep.equal(english.map(([place]) => place));
      expect([...pseudo.keys()]).to.include('.legal.goodFaith');
    });

    it('puts each text in brackets and leaves no English letter but in what was put in', () => {
      const wrong = [...pseudo].filter(
        ([, text]) => !/^\[[^]*\]$/.test(text) || /[a-z]/i.test(text.replaceAll(/zzyzx/gi, '')),
      );
      expect(wrong).to.deep.equal([]);
    });

    it('keeps what is put into a text', () => {
      for (const [place, text] of english) {
        for (const value of [...values, 'zzyzx'])
          expect(occurrences(pseudo.get(place) ?? '', value), `${value} in ${place}`).to.equal(
            occurrences(text, value),
          );
      }
    });

    it('is about 40 per cent longer than English', () => {
      const length = (texts: Iterable<string>): number =>
        [...texts].reduce((sum, text) => sum + visible(text).length, 0);
      const ratio = length(pseudo.values()) / length(english.map(([, text]) => text));
      expect(ratio).to.be.within(1.3, 1.5);
    });

    it('shows no mark of its own', () => {
      expect([...pseudo.values()].join('')).not.to.match(/\p{Co}/u);
    });
  });
}

it('turns the words of ar-XB round, letter by letter', () => {
  const [, mirrored] = pseudoLocales;
  expect(mirrored?.dir).to.equal('rtl');
  expect(mirrored?.reply).to.equal('[\u202EŔééþļý\u202C]');
});

it('is what the page of a state shows when its address asks for it', async () => {
  const frame = document.createElement('iframe');
  frame.src = '/demo/states.html?state=empty&lang=ar-XB';
  document.body.append(frame);
  try {
    const headingOf = (): string | null | undefined =>
      frame.contentDocument?.querySelector('article-comments')?.shadowRoot?.querySelector('[part=heading]')
        ?.textContent;
    await waitUntil(() => headingOf(), 'The heading does not come.', { timeout: 10000 });
    expect(headingOf()?.trim()).to.match(/^\[\u202EÇ/);
    expect(frame.contentDocument?.documentElement.dir).to.equal('rtl');
  } finally {
    frame.remove();
    localStorage.clear();
  }
});
