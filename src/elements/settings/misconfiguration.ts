/** Tells developers what is wrong with the way their page uses the element. Fetched only when something is. */
import { html, nothing, type ReactiveControllerHost, type ReactiveElement, type TemplateResult } from 'lit';
import { registeredLocales } from '../../i18n/locale-registry.js';
import { AdapterError, type CommentsAdapter, type Token } from '../../model/adapter.js';
import { features, reportReason } from '../../model/contract/contract-shapes.js';
import { inspect } from '../../model/contract/inspect.js';
import { list } from '../../model/contract/shape.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { fallbacksOf } from '../locale/language-of.js';
import { type MisspeltAttribute, misspeltAttributes } from './misspelt-attributes.js';
import { tellMissingWords } from './missing-words.js';
import { remedies, slotNames } from './remedies.js';
import { readSettings, type TokenAttribute, type UnusableSetting } from './settings.js';

/** A mistake in the set-up of a page. */
export type Mistake =
  | { readonly mistake: 'no-adapter' }
  | { readonly mistake: 'no-method'; readonly adapter: Partial<CommentsAdapter> }
  | { readonly mistake: 'no-counts' }
  | { readonly mistake: 'no-comment' }
  | { readonly mistake: 'no-get' }
  /** The page's own adapter takes no token. */
  | { readonly mistake: 'token' }
  | { readonly mistake: 'unknown-backend'; readonly name: string; readonly known: readonly string[] }
  | UnusableSetting
  | TokenAttribute
  /** An attribute that is nearly a known one. */
  | ({ readonly mistake: 'attribute' } & MisspeltAttribute)
  /** What is in the page's markup for a slot that does not exist. */
  | { readonly mistake: 'slot'; readonly name: string }
  /** `messages` has something in this place that cannot be used. */
  | { readonly mistake: 'message'; readonly path: string }
  /** The words of a language, which the page registered or loaded, have something in this place that cannot be used. */
  | { readonly mistake: 'word'; readonly path: string; readonly lang: string }
  /** There are no words for the language. `loadable`: the tags of those that the element can fetch. */
  | { readonly mistake: 'language'; readonly tag: string; readonly loadable: readonly string[] }
  /** The element has opened discussions so often that it may be the fault of a template. */
  | { readonly mistake: 'openings'; readonly openings: readonly Opening[] }
  /** What the adapter does not accept, or what is wrong with its responses. */
  | { readonly mistake: 'problem'; readonly problem: string };

type Host = HTMLElement & ReactiveControllerHost;

/** When a discussion was opened, with which adapter and for whom. */
export interface Opening {
  readonly adapter: CommentsAdapter | undefined;
  readonly token: Token | undefined;
  /** In milliseconds since the page was opened. */
  readonly time: number;
}

/** Openings within this time, in milliseconds, are too many for a reader to have caused them. */
const SHORT_TIME = 5000;

/** Host names of pages in development. */
const DEVELOPMENT = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.(localhost|local|test))?$/;

const NO_SUCH_MESSAGE =
  'cannot be used: there is no such message, or it is of another type. See docs/words.md, or the type Messages.';

/** The mistake, and how to correct it. Empty if it is none. */
function explain(mistake: Mistake, host: HTMLElement): string {
  switch (mistake.mistake) {
    case 'no-adapter':
      return 'There is no adapter: set the attributes backend and src, or the property adapter.';
    case 'no-method':
      return `The adapter has no ${missingMethods(mistake.adapter)}(): an adapter needs open() and list().`;
    case 'no-counts':
      return 'The adapter has no counts(), so the numbers of comments stay unknown.';
    case 'no-comment':
      return 'There is nothing to quote: set the attribute comment to the id of a comment.';
    case 'no-get':
      return 'The adapter has no get(), so it cannot fetch one comment, and the quote shows what is in it.';
    case 'unknown-backend':
      return mistake.known.length > 0
        ? `backend="${mistake.name}" is not known. Use one of: ${mistake.known.join(', ')}.`
        : `backend="${mistake.name}" needs the script-tag build. With the npm package, set the property adapter instead.`;
    case 'setting': {
      const problem = mistake.name === 'timeZone' ? 'is not known to this browser' : 'cannot be used';
      return `${written(mistake, host)} ${problem}. ${remedies[mistake.name]}`;
    }
    case 'message':
      return `messages.${mistake.path} ${NO_SUCH_MESSAGE}`;
    case 'word':
      return `In the words for lang="${mistake.lang}", ${mistake.path} ${NO_SUCH_MESSAGE}`;
    case 'language':
      // A script of the page may have registered the words while this code was on its way.
      if (fallbacksOf(mistake.tag).some((tag) => registeredLocales.has(tag))) return '';
      return (
        `There are no words for lang="${mistake.tag}", so the element is in English. ` +
        `There are words for: ${knownLanguages(mistake.loadable)}. Add others with registerLocale().`
      );
    case 'token':
      return (
        'The adapter takes no token, so the property token has no effect. ' +
        'Make the adapter with the token, or give it a method setToken().'
      );
    case 'token-attribute':
      return (
        'The attribute token has no effect, and everything on the page can read it. ' +
        'Remove it, and set the property token from a script.'
      );
    case 'attribute':
      return `There is no attribute ${mistake.name}, so it has no effect. Is it meant to be ${mistake.meant}?`;
    case 'slot':
      return `There is no slot ${mistake.name}, so what is in it is not shown. Use one of: ${slotNames.join(', ')}.`;
    case 'openings':
      if (
        areOfOneTemplate(
          mistake.openings,
          ({ adapter }) => adapter?.open,
          ({ adapter }) => adapter,
        )
      )
        return (
          'The property adapter is set to a new object again and again, and each opens the discussion anew. ' +
          'Create the adapter once, outside of the function that renders.'
        );
      if (areOfOneTemplate(mistake.openings, ({ token }) => token))
        return (
          'The property token is set to a new function again and again, and each is another reader. ' +
          'Create the function once, outside of the function that renders.'
        );
      return '';
    case 'problem':
      return mistake.problem;
  }
}

/** Whether the adapters, or the functions, are different ones made within a short time by the same code. */
function areOfOneTemplate(
  openings: readonly Opening[],
  codeOf: (opening: Opening) => unknown,
  valueOf: (opening: Opening) => unknown = codeOf,
): boolean {
  const times = openings.map(({ time }) => time);
  return (
    new Set(openings.map(valueOf)).size === openings.length &&
    new Set(openings.map((opening) => String(codeOf(opening)))).size === 1 &&
    Math.max(...times) - Math.min(...times) < SHORT_TIME
  );
}

function missingMethods(adapter: Partial<CommentsAdapter>): string {
  return (['open', 'list'] as const).filter((method) => typeof adapter[method] !== 'function').join('() and no ');
}

function knownLanguages(loadable: readonly string[]): string {
  return [...new Set(['en', ...loadable, ...registeredLocales.keys()])].join(', ');
}

/** The setting as it is written in the page: as an attribute where it is one, otherwise as a property. */
function written({ name, value }: UnusableSetting, host: HTMLElement): string {
  // What is meant as a token is a secret, whatever it is.
  if (name === 'token') return `The property token, of type ${typeof value},`;
  const attribute = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const text = host.getAttribute(attribute);
  const isAttribute = text !== null && (text === value || Object.is(Number(text), value));
  return isAttribute ? `${attribute}="${text}"` : `The property ${name} with the value ${inspect(value, 80)}`;
}

/** What nobody looks for before something else is wrong, or `debug` asks for it. */
function furtherMistakes(host: Host): readonly Mistake[] {
  const { observedAttributes } = host.constructor as typeof ReactiveElement;
  const { adapter } = host as Partial<{ adapter: CommentsAdapter }>;
  const { reportReasons } = readSettings(host).settings;
  const problems = [
    ...features(adapter?.features ?? {}, 'adapter.features'),
    ...list(reportReason)(reportReasons ?? [], 'reportReasons'),
  ];
  return [
    ...misspeltAttributes(host, observedAttributes).map((found) => ({ mistake: 'attribute' as const, ...found })),
    ...unknownSlots(host).map((name) => ({ mistake: 'slot' as const, name })),
    ...problems.map((problem) => ({ mistake: 'problem' as const, problem })),
  ];
}

/** What a server has rendered for the element is in the slot `replaced` once that has drawn its own. */
function unknownSlots(host: Host): readonly string[] {
  const names = [...host.children].map(({ slot }) => slot).filter((slot) => slot !== '' && slot !== 'replaced');
  return names.filter((name) => !slotNames.includes(name));
}

/** By element: what has been told. */
const told = new WeakMap<HTMLElement, Set<string>>();

/** Languages without words that have been told: the language is the page's, and a page may have many counts. */
const toldLanguages = new Set<string>();

/** Elements that are drawn again once their page has loaded. */
const waiting = new WeakSet<HTMLElement>();

/** Whether a script of the page may still come and register words. If so, the element is drawn again afterwards. */
function isStillLoading(host: Host): boolean {
  if (document.readyState === 'complete') return false;
  if (!waiting.has(host)) addEventListener('load', () => host.requestUpdate(), { once: true });
  waiting.add(host);
  return true;
}

/**
 * Reports mistakes to the developer, each once: in the console, by an event and, in development, on the page. Returns what the page
 * shows.
 */
export function tell(host: Host, mistakes: readonly Mistake[]): TemplateResult | typeof nothing {
  const { debug } = host as Partial<{ debug: boolean }>;
  if (debug) tellMissingWords(host);
  const toldOfHost = told.get(host) ?? new Set();
  told.set(host, toldOfHost);
  const texts = new Set<string>();
  for (const mistake of [...mistakes, ...furtherMistakes(host)]) {
    const text = explain(mistake, host);
    if (!text) continue;
    const isLanguage = mistake.mistake === 'language';
    if (isLanguage && isStillLoading(host)) continue;
    const before = isLanguage ? toldLanguages : toldOfHost;
    texts.add(text);
    // An element that has been removed reports nothing: its last update may find other settings than it had.
    if (before.has(text) || !host.isConnected) continue;
    before.add(text);
    // Readers of a published page see one quiet sentence, if any, so the console is where its developer will look.
    console.error(`<${host.localName}>: ${text}`);
    host.dispatchEvent(new CommentsErrorEvent(new AdapterError('invalid', text), 'setup'));
  }
  if (texts.size === 0) return nothing;
  if (DEVELOPMENT.test(location.hostname))
    return developerNote([...texts, 'Readers of the published page do not see this note.']);
  return debug ? developerNote([...texts, 'This note is here because of the attribute debug.']) : nothing;
}

/** A panel with the remedies. */
function developerNote(texts: readonly string[]): TemplateResult {
  return html`
    <div part="developer-note" class="notice" lang="en" dir="ltr" role="alert">
      <strong>article-comments: this page needs a correction.</strong>
      ${texts.map((text) => html`<p>${text}</p>`)}
    </div>
  `;
}
