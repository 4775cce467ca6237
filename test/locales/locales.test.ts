import { expect } from 'chai';
import { loadLocales, type WholeLocale } from './load-locale.js';

const locales = await loadLocales();
const english = locales.get('en')!;

/** A number for each plural category that a language may have, and some more. */
const counts = [0, 1, 2, 3, 4, 5, 8, 11, 12, 20, 21, 22, 25, 100, 101, 102, 103, 1000, 1_000_000];

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
  if (name === 'between') return [leaf(undefined, ''), ...counts.map((count) => leaf(count, String(count)))];
  const optional = ['heading', 'policy', 'rejected', 'replyOutcomes.rejected', 'reportSent', 'legal.sent'].includes(
    name,
  )
    ? [leaf()]
    : [];
  const counted = leaf.length > 1 ? counts.map((count) => leaf(count, String(count))) : [];
  return [...optional, ...counted, ...(leaf.length > 1 ? [] : counts.map((count) => leaf(String(count))))];
}

/** What ends a sentence, if the writing has anything for that: Thai has not. */
const STOP = /[.。।]$/;

/** The simple past, in languages that do not use the perfect with a date. */
const FINISHED: Readonly<Record<string, RegExp>> = {
  ca: /^Vam rebre /,
  da: /^Vi modtog /,
  en: /^We received /,
  es: /^Recibimos /,
  fi: /^Saimme /,
  hi: / मिली: /,
  lv: /^Mēs saņēmām /,
  nb: /^Vi mottok /,
  sv: /^Vi tog emot /,
};

describe('the locales', () => {
  it('includes at least forty languages', () => expect(locales.size).to.be.at.least(40));

  for (const [tag, messages] of locales) {
    const has = { stops: tag !== 'th', capitals: messages.loading !== messages.loading.toUpperCase() };

    describe(tag, () => {
      it('has the tag of its file, one that Intl supports, and its direction', () => {
        expect(messages.lang).to.equal(tag);
        expect(Intl.PluralRules.supportedLocalesOf(tag)).to.deep.equal([tag]);
        expect(messages.dir).to.equal(/^(ar|fa|he)$/.test(tag) ? 'rtl' : 'ltr');
      });

      it('has the same messages as English, of the same types', () => {
        const kinds = (locale: WholeLocale) =>
          [...leaves(locale)].map(([path, leaf]) => `${path}: ${typeof leaf}`).sort();
        expect(kinds(messages)).to.deep.equal(kinds(english));
      });

      it('has no message that is empty or lacks a form', () => {
        for (const [path, leaf] of leaves(messages)) {
          for (const result of results(leaf, path)) {
            expect(result.trim(), path).to.be.a('string').that.is.not.empty;
            expect(result, path).not.to.match(/undefined|\bnull\b|NaN|\[object|=>/);
          }
        }
      });

      it('includes every argument in the result', () => {
        for (const [path, leaf] of leaves(messages)) {
          // The policy depends on a yes or no.
          if (typeof leaf === 'function' && leaf.length === 1 && path !== 'policy')
            expect(leaf('§7§'), path).to.contain('§7§');
          // Small numbers may be spelled out; large ones may not.
          if (typeof leaf === 'function' && leaf.length === 2 && path !== 'withReference') {
            for (const count of [21, 25, 101, 1234]) expect(leaf(count, `§${count}§`), path).to.contain(`§${count}§`);
          }
        }
      });

      it('names controls with the words that are to be seen', () => {
        for (const [name, control] of Object.entries(messages.controls))
          expect(control('§label§', 'Ada'), name).to.match(/^§label§/);
        expect(messages.legal.removeAddress('2')).to.contain(messages.legal.remove);
      });

      it('keeps a reference together where the writing runs the other way', () => {
        const [before, after] = messages.dir === 'rtl' ? ['\u2068', '\u2069'] : ['', ''];
        expect(messages.reportSent('R-1001')).to.contain(`${before}R-1001${after}`);
        expect(messages.withReference(messages.causes.network, 'R-1001')).to.contain(`${before}R-1001${after}`);
      });

      it('has a whole sentence for each cause, from its beginning to its stop', () => {
        const causes = Object.entries(messages.causes);
        expect(causes).to.have.length.at.least(20);
        for (const [kind, cause] of causes) {
          expect(cause, kind).to.match(has.stops ? /^[^.:。।]+[.。।]$/ : /^[^.:]+$/);
          expect(cause[0], kind).to.equal(cause[0]?.toLocaleUpperCase(tag));
        }
      });

      it('reads as sentences where a cause stands in another message', () => {
        const taking = [...leaves(messages)].filter(([name]) => /Failed$|Uncertain$|^postedBefore$/.test(name));
        expect(taking).to.have.length.at.least(20);
        for (const [name, leaf] of taking) {
          if (typeof leaf === 'string') continue;
          for (const cause of Object.values(messages.causes)) if (has.stops) expect(leaf(cause), name).to.match(STOP);
          expect(leaf('Wait!'), name).to.contain('Wait!').and.not.to.match(/![.,]/);
        }
      });

      it('puts the reference into the sentence of the cause', () => {
        const { unavailable } = messages.causes;
        const text = messages.withReference(unavailable, 'K3F9QZ');
        expect(text).to.contain('K3F9QZ').and.contain(unavailable.replace(STOP, ''));
        expect(text).to.match(has.stops ? /^[^.。।]+[.。।]$/ : /^[^.]+$/);
      });

      it('calls what the backend already holds posted', () => {
        const cause = messages.causes.duplicate;
        expect(messages.postedBefore(cause)).not.to.contain(messages.postFailed('').trim());
      });

      it('calls a reply by another name than a comment, in its failures as well', () => {
        const { replyOutcomes } = messages;
        for (const name of ['published', 'held', 'invisible', 'viewerChanged', 'reconsider'] as const)
          expect(replyOutcomes[name], name).not.to.equal(messages[name]);
        expect(replyOutcomes.postFailed('')).not.to.equal(messages.postFailed(''));
        expect(replyOutcomes.rejected()).not.to.equal(messages.rejected());
      });

      if (has.stops)
        it('ends with a stop where one sentence follows another', () => {
          const { premoderated, legal } = messages;
          for (const text of [premoderated, legal.status]) expect(text).to.match(STOP);
        });

      it('says none without a digit, and tells one from many where the language does', () => {
        expect(messages.commentCount(0, '0')).not.to.contain('0');
        const categories = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
        const forms = new Set(counts.map((count) => messages.charactersLeft(count, '#')));
        expect(forms.size > 1, [...forms].join(' / ')).to.equal(categories.length > 1 && !UNCOUNTED.has(tag));
      });

      if (FINISHED[tag])
        it('says in the simple past what was received at a time', () => {
          const { sent } = messages.legal;
          expect(sent()).not.to.match(FINISHED[tag]!);
          expect(sent('Nov 28')).to.match(FINISHED[tag]!);
        });

      if (tag !== 'en')
        it('has no English left', () => {
          const shared = [...leaves(messages)].filter(
            ([path, leaf]) => typeof leaf === 'string' && leaf === leaves(english).get(path) && path !== 'dir',
          );
          expect(shared.map(([path, word]) => `${path}: ${word as string}`)).to.deep.equal(SAME[tag] ?? []);
        });
    });
  }
});

/** Their word for a character does not change after a number. */
const UNCOUNTED = new Set(['hu', 'tr', 'fa', 'hi', 'ko', 'th', 'de', 'da', 'nb', 'sv']);

/** Words that are the same in English. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  da: ['badges.moderator: Moderator', 'stopLoading: Stop', 'formatting.link: Link'],
  de: ['guestName: Name', 'guestWebsite: Website', 'formatting.link: Link'],
  et: ['formatting.link: Link'],
  fr: ['legal.decision.decidedAt: Date'],
  hr: ['badges.moderator: Moderator'],
  hu: ['formatting.link: Link'],
  id: ['edit: Edit', 'badges.moderator: Moderator'],
  nb: ['badges.moderator: Moderator'],
  nl: ['badges.moderator: Moderator', 'guestWebsite: Website', 'formatting.link: Link'],
  pl: ['formatting.link: Link'],
  'pt-BR': ['formatting.link: Link'],
  ro: ['badges.moderator: Moderator', 'formatting.link: Link'],
  sl: ['badges.moderator: Moderator'],
  sv: ['badges.moderator: Moderator'],
};
