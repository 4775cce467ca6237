/** Reports configuration errors of a page to its developer. Loaded only if there is one. */
import { html, nothing, type ReactiveControllerHost, type ReactiveElement, type TemplateResult } from 'lit';
import { registeredLocales } from '../../i18n/locale-registry.js';
import { mergeMessages } from '../../i18n/merge-messages.js';
import type { LocaleMessages } from '../../i18n/messages.js';
import en from '../../locales/en.js';
import { AdapterError, type CommentsAdapter, type Token } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { features, reportReason } from '../../model/contract/contract.js';
import { offeredSortIds } from '../../model/discussion/offers.js';
import { inspect } from '../../model/contract/inspect.js';
import { problemsOf } from '../../model/contract/explain.js';
import { list } from '../../model/contract/schema.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { fallbacksOf } from '../page/language-fallbacks.js';
import { allMessages, reportMissingMessages } from './missing-words.js';
import { remedies, slotNames } from './remedies.js';
import { readSettings, type TokenAttribute, type UnusableSetting } from './settings.js';

/** Attributes that pages and frameworks put on any element. */
const ANYWHERE =
  /^(class|id|style|slot|part|role|lang|dir|is|title|hidden|inert|tabindex|nonce)$|^(on|[^a-z])|^(aria|data|hx|ng|v|x)[-:]/;

/** Maximum edit distance to a known name. For short names, a third of their letters. */
const MOST_CHANGES = 3;

interface MisspeltAttribute {
  readonly name: string;
  /** The attribute that was probably meant. */
  readonly meant: string;
}

/** The attributes of an element that are similar to a known name. Others may be the page's own. */
function misspeltAttributes(element: Element, known: readonly string[]): readonly MisspeltAttribute[] {
  const strange = element.getAttributeNames().filter((name) => !known.includes(name) && !ANYWHERE.test(name));
  return strange.flatMap((name) => {
    const changes = (other: string): number => distance(lettersOf(name), lettersOf(other));
    const [meant] = known.filter((other) => changes(other) <= allowed(other)).sort((a, b) => changes(a) - changes(b));
    return meant === undefined ? [] : [{ name, meant }];
  });
}

const lettersOf = (name: string): string => name.replaceAll(/[^a-z]/g, '');

const allowed = (name: string): number => Math.min(MOST_CHANGES, Math.floor(lettersOf(name).length / 3));

/** Edit distance of two names with insertions, deletions, substitutions and transpositions (optimal string alignment). */
function distance(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= from.length; row++) {
    const cells = [row];
    const above = rows[row - 1]!;
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const swapped = isSwapped ? rows[row - 2]![column - 2]! + 1 : Infinity;
      cells.push(Math.min(above[column]! + 1, cells[column - 1]! + 1, above[column - 1]! + (isSame ? 0 : 1), swapped));
    }
    rows.push(cells);
  }
  return rows[from.length]![to.length]!;
}

/** A configuration error of a page. */
export type Mistake =
  | { readonly mistake: 'no-adapter' }
  | { readonly mistake: 'no-method'; readonly adapter: Partial<CommentsAdapter> }
  | { readonly mistake: 'no-counts' }
  /** The adapter does not offer the order of the page. */
  | { readonly mistake: 'order'; readonly order: string; readonly adapter: CommentsAdapter }
  | { readonly mistake: 'no-comment' }
  | { readonly mistake: 'no-get' }
  /** The page's own adapter accepts no token. */
  | { readonly mistake: 'token' }
  | { readonly mistake: 'unknown-backend'; readonly name: string; readonly known: readonly string[] }
  | UnusableSetting
  | TokenAttribute
  /** An attribute similar to a known one. */
  | ({ readonly mistake: 'attribute' } & MisspeltAttribute)
  /** Content for a slot that does not exist. */
  | { readonly mistake: 'slot'; readonly name: string }
  /** `messages` has an invalid value at this path. */
  | { readonly mistake: 'message'; readonly path: string }
  /** The messages of a language that the page registered or loaded have an invalid value at this path. */
  | { readonly mistake: 'word'; readonly path: string; readonly lang: string }
  /** Some messages, of the page or of the language, are invalid or of a part that is not loaded. */
  | { readonly mistake: 'messages'; readonly own: object; readonly language: LocaleMessages }
  /** There are no messages for the language, or they cannot be loaded. `loadable`: the tags of the languages that the element can load. */
  | {
      readonly mistake: 'language';
      readonly tag: string;
      readonly loadable: readonly string[];
      readonly failure?: string | undefined;
    }
  /** The element has reopened discussions often, which usually means that a template recreates the adapter on every render. */
  | { readonly mistake: 'openings'; readonly openings: readonly Opening[] }
  /** An invalid feature of the adapter, or an error in its responses. */
  | { readonly mistake: 'problem'; readonly problem: string };

/** An element whose developer is told what is wrong. */
export type MistakenElement = HTMLElement & Pick<ReactiveControllerHost, 'requestUpdate'>;

/** The time of an opening of a discussion, its adapter and its token. */
export interface Opening {
  readonly adapter: CommentsAdapter | undefined;
  readonly token: Token | undefined;
  /** Milliseconds since the page was opened. */
  readonly time: number;
}

/** Within this time, in milliseconds, a reader cannot have caused as many openings. */
const SHORT_TIME = 5000;

/** Host names of pages in development. */
const DEVELOPMENT = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.(localhost|local|test))?$/;

const NO_SUCH_MESSAGE =
  'is invalid: there is no such message, or it has another type. See docs/messages.md or the type Messages.';

/** Describes the error and its remedy. Empty if there is no error. */
function explain(mistake: Mistake, host: HTMLElement): string {
  switch (mistake.mistake) {
    case 'no-adapter':
      return 'There is no adapter: set the attributes backend and src, or the property adapter.';
    case 'no-method':
      return `The adapter has no ${missingMethods(mistake.adapter)}(): an adapter needs open() and list().`;
    case 'no-counts':
      return 'The adapter has no counts(), so the number of comments is unknown.';
    case 'order': {
      const offered = offeredSortIds(mistake.adapter).join(', ');
      return `order="${mistake.order}" is not offered by the adapter. Use one of: ${offered}.`;
    }
    case 'no-comment':
      return 'There is nothing to quote: set the attribute comment to the id of a comment.';
    case 'no-get':
      return 'The adapter has no get(), so it cannot load a single comment, and the quote shows its slot.';
    case 'unknown-backend':
      return mistake.known.length > 0
        ? `backend="${mistake.name}" is unknown. Use one of: ${mistake.known.join(', ')}.`
        : `backend="${mistake.name}" needs the script-tag build. With the npm package, set the property adapter instead.`;
    case 'setting': {
      const problem = mistake.name === 'timeZone' ? 'is unknown to this browser' : 'is invalid';
      return `${written(mistake, host)} ${problem}. ${remedies[mistake.name]}`;
    }
    case 'message':
      return `messages.${mistake.path} ${NO_SUCH_MESSAGE}`;
    case 'word':
      return `In the messages for lang="${mistake.lang}", ${mistake.path} ${NO_SUCH_MESSAGE}`;
    case 'messages':
      return '';
    case 'language':
      if (mistake.failure) return `lang="${mistake.tag}" cannot be loaded. ${mistake.failure}`;
      // A script of the page may have registered the messages while this code was loading.
      if (fallbacksOf(mistake.tag).some((tag) => registeredLocales.has(tag))) return '';
      return (
        `There are no messages for lang="${mistake.tag}", so the element is in English. ` +
        `Available languages: ${knownLanguages(mistake.loadable)}. Add others with registerLocale().`
      );
    case 'token':
      return (
        'The adapter takes no token, so the property token has no effect. ' +
        'Create the adapter with the token, or implement its method setToken().'
      );
    case 'token-attribute':
      return (
        'The attribute token has no effect, and every script on the page can read it. ' +
        'Remove it, and set the property token from a script.'
      );
    case 'attribute':
      return `There is no attribute ${mistake.name}, so it has no effect. Did you mean ${mistake.meant}?`;
    case 'slot':
      return `There is no slot ${mistake.name}, so its content is not shown. Use one of: ${slotNames.join(', ')}.`;
    case 'openings':
      if (
        areOfOneTemplate(
          mistake.openings,
          ({ adapter }) => adapter?.open,
          ({ adapter }) => adapter,
        )
      )
        return (
          'The property adapter is repeatedly set to a new object, and each reopens the discussion. ' +
          'Create the adapter once, outside the render function.'
        );
      if (areOfOneTemplate(mistake.openings, ({ token }) => token))
        return (
          'The property token is repeatedly set to a new function, and each means another viewer. ' +
          'Create the function once, outside the render function.'
        );
      return '';
    case 'problem':
      return mistake.problem;
  }
}

/** Whether the adapters or functions are different instances created by the same code within a short time. */
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

/** Returns the setting as written in the page: as an attribute if it is one, otherwise as a property. */
function written({ name, value }: UnusableSetting, host: HTMLElement): string {
  // Any value intended as a token is a secret.
  if (name === 'token') return `The property token, of type ${typeof value},`;
  const attribute = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const text = host.getAttribute(attribute);
  const isAttribute = text !== null && (text === value || Object.is(Number(text), value));
  return isAttribute ? `${attribute}="${text}"` : `The property ${name} with the value ${inspect(value, 80)}`;
}

/** The English messages of all parts, once they are loaded. */
let english: object | undefined;

/** Returns the errors in messages. None until those of all parts are loaded; the element is then rendered again. */
function inMessages(mistake: Mistake, host: MistakenElement): readonly Mistake[] {
  if (mistake.mistake !== 'messages') return [];
  const { own, language } = mistake;
  if (!english) {
    // Without a network, the next update tries again.
    void allMessages(en).then(
      (all) => {
        english = all;
        host.requestUpdate();
      },
      () => undefined,
    );
    return [];
  }
  return [
    ...unusable(english, own).map((path) => ({ mistake: 'message' as const, path })),
    ...unusable(english, language).map((path) => ({ mistake: 'word' as const, path, lang: language.lang })),
  ];
}

/** Returns the paths of the messages that `known` has not, or that are of another type. */
function unusable(known: object, messages: object): readonly string[] {
  const paths: string[] = [];
  mergeMessages(known, messages, paths);
  return paths;
}

/** Returns errors that are only checked if another one was found or `debug` is set. */
function furtherMistakes(host: MistakenElement): readonly Mistake[] {
  const { observedAttributes } = host.constructor as typeof ReactiveElement;
  const { adapter } = host as Partial<{ adapter: CommentsAdapter }>;
  const { reportReasons } = readSettings(host).settings;
  const problems = [
    ...problemsOfFeatures(adapter),
    ...problemsOf(list(reportReason), reportReasons ?? [], 'reportReasons'),
  ];
  return [
    ...misspeltAttributes(host, observedAttributes).map((found) => ({ mistake: 'attribute' as const, ...found })),
    ...unknownSlots(host).map((name) => ({ mistake: 'slot' as const, name })),
    ...problems.map((problem) => ({ mistake: 'problem' as const, problem })),
  ];
}

function problemsOfFeatures(adapter: CommentsAdapter | undefined): readonly string[] {
  const name = 'adapter.features';
  try {
    return problemsOf(features, adapter?.features ?? {}, name);
  } catch (thrown) {
    return [toAdapterError(thrown, name).message];
  }
}

/** Returns the names of unknown slots. Server-rendered content moves to the slot `replaced` when the element has rendered its own. */
function unknownSlots(host: MistakenElement): readonly string[] {
  const names = [...host.children].map(({ slot }) => slot).filter((slot) => slot !== '' && slot !== 'replaced');
  return names.filter((name) => !slotNames.includes(name));
}

/** The texts reported for each element. */
const reported = new WeakMap<HTMLElement, Set<string>>();

/** The texts about languages, reported once for the page, which may have many `<comment-count>` elements. */
const reportedLanguages = new Set<string>();

/** Elements that are rendered again when their page has loaded. */
const waiting = new WeakSet<HTMLElement>();

/** Whether a script that registers messages may still load. If so, the element is rendered again afterwards. */
function isStillLoading(host: MistakenElement): boolean {
  if (document.readyState === 'complete') return false;
  if (!waiting.has(host)) addEventListener('load', () => host.requestUpdate(), { once: true });
  waiting.add(host);
  return true;
}

/**
 * Reports errors to the developer, each once: in the console, by an event and, in development, on the page. Returns the note for the
 * page.
 *
 * @csspart developer-note - The configuration errors, shown only to the developer.
 */
export function tell(host: MistakenElement, mistakes: readonly Mistake[]): TemplateResult | typeof nothing {
  const { debug } = host as Partial<{ debug: boolean }>;
  if (debug) void reportMissingMessages(host);
  const reportedForHost = reported.get(host) ?? new Set();
  reported.set(host, reportedForHost);
  const texts = new Set<string>();
  for (const mistake of [...mistakes, ...mistakes.flatMap((one) => inMessages(one, host)), ...furtherMistakes(host)]) {
    const text = explain(mistake, host);
    if (!text) continue;
    const isLanguage = mistake.mistake === 'language';
    if (isLanguage && isStillLoading(host)) continue;
    const before = isLanguage ? reportedLanguages : reportedForHost;
    texts.add(text);
    // A removed element reports nothing, because its last update may read other settings than it had on the page.
    if (before.has(text) || !host.isConnected) continue;
    before.add(text);
    // On a published page, readers see at most one short message, so the developer will check the console.
    console.error(`<${host.localName}>: ${text}`);
    host.dispatchEvent(new CommentsErrorEvent(new AdapterError('invalid', text), 'setup'));
  }
  if (texts.size === 0) return nothing;
  if (DEVELOPMENT.test(location.hostname))
    return developerNote([...texts, 'Readers of the published page do not see this note.']);
  return debug ? developerNote([...texts, 'This note is shown because the attribute debug is set.']) : nothing;
}

/** Renders a panel with the remedies. */
function developerNote(texts: readonly string[]): TemplateResult {
  return html`
    <div part="developer-note" class="notice" lang="en" dir="ltr" role="alert">
      <strong>article-comments: this page needs a correction.</strong>
      ${texts.map((text) => html`<p>${text}</p>`)}
    </div>
  `;
}
