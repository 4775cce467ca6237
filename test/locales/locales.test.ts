import { expect } from '@open-wc/testing';
import type { Messages } from '../../src/i18n/messages.js';
import ar from '../../src/locales/ar.js';
import de from '../../src/locales/de.js';
import en from '../../src/locales/en.js';

const locales: readonly Messages[] = [en, de, ar];
const counts = [0, 1, 2, 3, 11, 100];

type Leaf = string | ((...values: unknown[]) => string);

/** Every word of a locale by its path, `causes.network` for one. */
function leaves(value: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, item] of Object.entries(value) as [string, object | Leaf][]) {
    if (typeof item === 'object') leaves(item, `${path}${name}.`).forEach((leaf, at) => found.set(at, leaf));
    else found.set(`${path}${name}`, item);
  }
  return found;
}

/** Everything that a word can become: for functions, with each count, with text, and without what may be absent. */
function sayings(leaf: Leaf, name: string): string[] {
  if (typeof leaf === 'string') return [leaf];
  const optional = ['heading', 'rejected', 'reportSent'].includes(name) ? [leaf()] : [];
  const counted = leaf.length > 1 ? counts.map((count) => leaf(count, String(count))) : [];
  return [...optional, ...counted, ...(leaf.length > 1 ? [] : counts.map((count) => leaf(String(count))))];
}

describe('the locales', () => {
  for (const messages of locales) {
    describe(messages.lang, () => {
      it('has the same words as English, functions where English has functions', () => {
        const kinds = (locale: Messages) => [...leaves(locale)].map(([path, leaf]) => `${path}: ${typeof leaf}`).sort();
        expect(kinds(messages)).to.deep.equal(kinds(en));
      });

      it('never says nothing, and never says "undefined"', () => {
        for (const [path, leaf] of leaves(messages)) {
          for (const saying of sayings(leaf, path)) {
            expect(saying.trim(), path).to.be.a('string').that.is.not.empty;
            expect(saying, path).not.to.match(/undefined|null|NaN|\[object|=>/);
          }
        }
      });

      it('says every value it is given', () => {
        for (const [path, leaf] of leaves(messages)) {
          if (typeof leaf === 'function' && leaf.length === 1) expect(leaf('§7§'), path).to.contain('§7§');
          // Small numbers may be words; large ones cannot.
          if (typeof leaf === 'function' && leaf.length === 2) expect(leaf(1234, '§1234§'), path).to.contain('§1234§');
        }
      });

      it('puts causes after a colon, so they do not end with a full stop', () => {
        const causes = [...leaves(messages)].filter(([path]) => /causes\./i.test(path));
        expect(causes).to.have.length.at.least(20);
        for (const [path, cause] of causes) expect(cause, path).to.match(/[^.!:\s]$/);
      });
    });
  }

  it('translates every sentence', () => {
    const english = leaves(en);
    // Words that are the same in German.
    const shared = new Set(['guestName', 'guestWebsite', 'dir']);
    for (const messages of [de, ar]) {
      for (const [path, leaf] of leaves(messages)) {
        if (typeof leaf === 'string' && !shared.has(path)) expect(leaf, `${messages.lang} ${path}`).not.to.equal(english.get(path));
      }
    }
  });

  it('names a language that Intl knows, and its direction', () => {
    for (const { lang } of locales) expect(Intl.PluralRules.supportedLocalesOf(lang)).to.deep.equal([lang]);
    expect(locales.map(({ lang, dir }) => [lang, dir])).to.deep.equal([
      ['en', 'ltr'],
      ['de', 'ltr'],
      ['ar', 'rtl'],
    ]);
  });

  it('counts in Arabic with all six forms', () => {
    const withoutNumber = (count: number) => ar.loadedMore(count, '#').replace('#', '');
    const forms = [0, 1, 2, 3, 11, 100].map(withoutNumber);
    expect(new Set(forms).size).to.equal(6);
    expect(withoutNumber(10), 'few').to.equal(withoutNumber(3));
    expect(withoutNumber(99), 'many').to.equal(withoutNumber(11));
    expect(withoutNumber(103), 'few again').to.equal(withoutNumber(3));
    expect(ar.loadedMore(1, '1'), 'one is said without a number').not.to.contain('1');
    expect(ar.loadedMore(2, '2'), 'two is said without a number').not.to.contain('2');
    for (const say of [ar.charactersLeft, ar.charactersOver, ar.bodyTooShort]) {
      expect(new Set([1, 2, 3, 11, 100].map((count) => say(count, '#'))).size).to.equal(5);
    }
  });

  it('counts in German and English with one and many', () => {
    for (const { loadedMore } of [en, de]) {
      expect(loadedMore(1, '1')).not.to.equal(loadedMore(2, '2').replace('2', '1'));
      expect(loadedMore(2, '#')).to.equal(loadedMore(100, '#'));
    }
  });
});
