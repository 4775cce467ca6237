/** Each language counts as its readers do: each plural form stands beside the numbers that CLDR assigns to it. */
import { expect } from 'chai';
import { countedNames, countedWords, type CountedName, type Forms } from './counted-words.js';
import { loadLocales } from './load-locale.js';

const locales = await loadLocales();

/** Numbers of every category: up to 112 a language repeats itself, and some have a form for millions, or for parts. */
const numbers = [...Array(113).keys(), 200, 1000, 1001, 1_000_000, 1.5];

/** Their messages with a number are written out in `decisive-messages.test.ts`. */
const literal = new Set(['en', 'pl', 'ar', 'lt']);

/** The numbers that a message can be asked for. None at all is said without a number. */
const numbersOf = (name: CountedName): readonly number[] =>
  name === 'commentCount' ? numbers.filter((number) => number !== 0) : numbers;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the longest of all forms in a text, as whole words. */
function finderOf(forms: Forms): (text: string) => string | undefined {
  const all = Object.values(forms).flatMap((form) => form.split('|'));
  const longestFirst = all.sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}])`, 'u');
  return (text) => pattern.exec(text)?.[0];
}

describe('the plural forms', () => {
  for (const [tag, messages] of locales) {
    describe(tag, () => {
      const rules = new Intl.PluralRules(tag);
      /** The texts of a message by category, with `#` in place of the number. */
      const textsOf = (name: CountedName): ReadonlyMap<string, ReadonlySet<string>> => {
        const texts = new Map<string, Set<string>>();
        for (const number of numbersOf(name)) {
          const category = rules.select(number);
          texts.set(category, (texts.get(category) ?? new Set()).add(messages[name](number, '#')));
        }
        return texts;
      };

      it('tries a number of each plural category', () => {
        const reached = new Set(numbers.map((number) => rules.select(number)));
        expect([...reached]).to.have.members(rules.resolvedOptions().pluralCategories);
      });

      it('uses the same plural form for all numbers of a category', () => {
        for (const name of countedNames)
          for (const [category, texts] of textsOf(name)) expect([...texts], `${name}, ${category}`).to.have.length(1);
      });

      it('shows the number in each plural form that stands for more than one number', () => {
        for (const name of countedNames) {
          for (const [category, texts] of textsOf(name)) {
            const sharing = numbers.filter((number) => rules.select(number) === category);
            const [text] = texts;
            if (sharing.length > 1)
              expect(text, `${name}, ${category}`)
                .to.contain('#')
                .and.not.to.match(/\p{Nd}/u);
            else expect(text?.match(/\p{Nd}+/u)?.[0] ?? String(sharing[0]), name).to.equal(String(sharing[0]));
          }
        }
      });

      if (literal.has(tag)) return;
      const words = countedWords[tag] ?? [];

      for (const [names, forms] of words) {
        it(`uses the plural forms ${Object.values(forms).join(', ')} in ${names.join(', ')}`, () => {
          expect(Object.keys(forms)).to.have.members(rules.resolvedOptions().pluralCategories);
          const find = finderOf(forms);
          for (const name of names) {
            for (const number of numbersOf(name)) {
              const text = messages[name](number, '#');
              expect(forms[rules.select(number)]?.split('|'), text).to.include(find(text));
            }
          }
        });
      }

      it('lists each message whose plural forms differ in the table', () => {
        const tabled = new Set(words.flatMap(([names]) => names));
        const differing = countedNames.filter((name) => {
          const texts = [...textsOf(name).values()].flatMap((all) => [...all].map((text) => text.replace('1', '#')));
          return new Set(texts).size > 1;
        });
        expect([...tabled]).to.include.members(differing);
      });
    });
  }
});
