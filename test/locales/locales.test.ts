import { expect } from '@open-wc/testing';
import type { LaterWords, Messages, WordsOf } from '../../src/i18n/messages.js';
import ar from '../../src/locales/ar.js';
import arLegal from '../../src/locales/ar/legal.js';
import arModeration from '../../src/locales/ar/moderation.js';
import de from '../../src/locales/de.js';
import deLegal from '../../src/locales/de/legal.js';
import deModeration from '../../src/locales/de/moderation.js';
import en from '../../src/locales/en.js';
import enLegal from '../../src/locales/en/legal.js';
import enModeration from '../../src/locales/en/moderation.js';

/** A language with the words that are fetched later. */
type Whole = Omit<Messages, LaterWords> & { readonly [Name in LaterWords]: WordsOf<Name> };

const english: Whole = { ...en, legal: enLegal, moderation: enModeration };
const german: Whole = { ...de, legal: deLegal, moderation: deModeration };
const arabic: Whole = { ...ar, legal: arLegal, moderation: arModeration };
const locales: readonly Whole[] = [english, german, arabic];
const counts = [0, 1, 2, 3, 11, 100];

type Leaf = string | ((...values: unknown[]) => string);

/** All messages of a locale by path, for example `causes.network`. */
function leaves(value: object, path = ''): Map<string, Leaf> {
  const found = new Map<string, Leaf>();
  for (const [name, item] of Object.entries(value) as [string, object | Leaf][]) {
    if (typeof item === 'object') leaves(item, `${path}${name}.`).forEach((leaf, at) => found.set(at, leaf));
    else found.set(`${path}${name}`, item);
  }
  return found;
}

/** All results of a message: for a function, with each count, with text, and without optional arguments. */
function results(leaf: Leaf, name: string): string[] {
  if (typeof leaf === 'string') return [leaf];
  if (name === 'withReference') return [leaf('A cause.', 'K3F9QZ')];
  const optional = ['heading', 'policy', 'rejected', 'reportSent', 'legal.sent'].includes(name) ? [leaf()] : [];
  const counted = leaf.length > 1 ? counts.map((count) => leaf(count, String(count))) : [];
  return [...optional, ...counted, ...(leaf.length > 1 ? [] : counts.map((count) => leaf(String(count))))];
}

describe('the locales', () => {
  for (const messages of locales) {
    describe(messages.lang, () => {
      it('has the same messages as English, of the same types', () => {
        const kinds = (locale: Whole) => [...leaves(locale)].map(([path, leaf]) => `${path}: ${typeof leaf}`).sort();
        expect(kinds(messages)).to.deep.equal(kinds(english));
      });

      it('has no message that is empty or contains "undefined"', () => {
        for (const [path, leaf] of leaves(messages)) {
          for (const result of results(leaf, path)) {
            expect(result.trim(), path).to.be.a('string').that.is.not.empty;
            expect(result, path).not.to.match(/undefined|null|NaN|\[object|=>/);
          }
        }
      });

      it('includes every argument in the result', () => {
        for (const [path, leaf] of leaves(messages)) {
          // "Load them" only agrees with the number beside it, and the policy depends on a yes or no.
          if (typeof leaf === 'function' && leaf.length === 1 && !['loadBetween', 'policy'].includes(path))
            expect(leaf('§7§'), path).to.contain('§7§');
          // Small numbers may be spelled out; large ones may not.
          if (typeof leaf === 'function' && leaf.length === 2 && path !== 'withReference')
            expect(leaf(1234, '§1234§'), path).to.contain('§1234§');
        }
      });

      it('keeps a reference together where the writing runs the other way', () => {
        const [before, after] = messages.dir === 'rtl' ? ['\u2068', '\u2069'] : ['', ''];
        expect(messages.reportSent('R-1001')).to.contain(`${before}R-1001${after}`);
        expect(messages.withReference('A cause.', 'R-1001')).to.contain(`${before}R-1001${after}`);
      });

      it('has a whole sentence for each cause, from capital letter to full stop', () => {
        const causes = Object.entries(messages.causes);
        expect(causes).to.have.length.at.least(20);
        for (const [kind, cause] of causes) {
          expect(cause, kind).to.match(/^[^.:]+\.$/);
          expect(cause[0], kind).to.equal(cause[0]?.toLocaleUpperCase(messages.lang));
        }
      });

      it('reads as sentences where a cause stands in another message', () => {
        const taking = [...leaves(messages)].filter(([name]) => /Failed$|Uncertain$|^postedBefore$/.test(name));
        expect(taking).to.have.length.at.least(20);
        for (const [name, leaf] of taking) {
          if (typeof leaf === 'string') continue;
          for (const cause of Object.values(messages.causes)) expect(leaf(cause), name).to.match(/[^.:]\.$/);
          expect(leaf('Wait!'), name).to.contain('Wait!').and.not.to.match(/![.,]/);
        }
      });

      it('puts the reference into the sentence of the cause', () => {
        const text = messages.withReference(messages.causes.unavailable, 'K3F9QZ');
        expect(text).to.contain('K3F9QZ').and.contain(messages.causes.unavailable.slice(0, -1));
        expect(text).to.match(/^[^.]+\.$/);
      });

      it('calls what the backend already holds posted', () => {
        const cause = messages.causes.duplicate;
        expect(messages.postedBefore(cause)).not.to.contain(messages.postFailed('').trim());
      });
    });
  }

  it('translates every message', () => {
    const known = leaves(english);
    // Identical in German.
    const shared = new Set(['guestName', 'guestWebsite', 'formatting.link', 'dir']);
    for (const messages of [german, arabic]) {
      for (const [path, leaf] of leaves(messages)) {
        if (typeof leaf === 'string' && !shared.has(path))
          expect(leaf, `${messages.lang} ${path}`).not.to.equal(known.get(path));
      }
    }
  });

  it('has a language Intl supports and a direction', () => {
    for (const { lang } of locales) expect(Intl.PluralRules.supportedLocalesOf(lang)).to.deep.equal([lang]);
    expect(locales.map(({ lang, dir }) => [lang, dir])).to.deep.equal([
      ['en', 'ltr'],
      ['de', 'ltr'],
      ['ar', 'rtl'],
    ]);
  });

  it('uses all six plural forms in Arabic', () => {
    const withoutNumber = (count: number) => ar.loadedMore(count, '#').replace('#', '');
    const forms = [0, 1, 2, 3, 11, 100].map(withoutNumber);
    expect(new Set(forms).size).to.equal(6);
    expect(withoutNumber(10), 'few').to.equal(withoutNumber(3));
    expect(withoutNumber(99), 'many').to.equal(withoutNumber(11));
    expect(withoutNumber(103), 'few again').to.equal(withoutNumber(3));
    expect(ar.loadedMore(1, '1'), 'one without a digit').not.to.contain('1');
    expect(ar.loadedMore(2, '2'), 'two without a digit').not.to.contain('2');
    for (const message of [ar.charactersLeft, ar.charactersOver, ar.bodyTooShort]) {
      expect(new Set([1, 2, 3, 11, 100].map((count) => message(count, '#'))).size).to.equal(5);
    }
  });

  it('distinguishes one from many in German and English', () => {
    for (const { loadedMore } of [en, de]) {
      expect(loadedMore(1, '1')).not.to.equal(loadedMore(2, '2').replace('2', '1'));
      expect(loadedMore(2, '#')).to.equal(loadedMore(100, '#'));
    }
  });
});
