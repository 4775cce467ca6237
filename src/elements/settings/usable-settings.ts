/** Reads the attributes and properties of an element, by the tests that they must pass. */
import type { MessageOverrides } from '../../i18n/messages.js';
import type { CommentsAdapter, ReportReason, Token } from '../../model/adapter.js';

/** The settings as an element can use them. Undefined: not set, or of no use. */
export interface Settings {
  readonly adapter?: CommentsAdapter;
  readonly backend?: string;
  readonly comment?: string;
  readonly discussion?: string;
  readonly format?: 'text' | 'number';
  readonly headingLevel?: number;
  readonly href?: string;
  readonly loading?: 'lazy' | 'eager';
  readonly messages?: MessageOverrides;
  readonly order?: string;
  readonly pageSize?: number;
  readonly policyHref?: string;
  readonly reportHref?: string;
  readonly reportReasons?: readonly ReportReason[];
  readonly src?: string;
  readonly timeStyle?: 'relative' | 'absolute';
  readonly timeZone?: string;
  readonly token?: Token;
  readonly toolbar?: 'on' | 'off';
}

/** A setting whose value cannot be used, so that its default takes effect. */
export interface UnusableSetting {
  readonly mistake: 'setting';
  readonly name: keyof Settings;
  /** As the page has set it. */
  readonly value: unknown;
}

/** The page has put the token into an attribute, where everything on the page can read it. */
export interface TokenAttribute {
  readonly mistake: 'token-attribute';
}

export type Test = (raw: unknown) => boolean;

/** What can be used, by the name of the property. `misconfiguration.ts` has the remedy for anything else. */
export type Tests<Name extends keyof Settings = keyof Settings> = Readonly<Record<Name, Test>>;

export const isText = (raw: unknown): raw is string => typeof raw === 'string' && raw !== '';
const isObject: Test = (raw) => typeof raw === 'object';

/** Ids are often numbers where a page sets the property. */
export const isId: Test = (raw) => isText(raw) || Number.isFinite(raw);

export const isOneOf =
  (...words: readonly unknown[]): Test =>
  (raw) =>
    words.includes(raw);

/** The settings of `<comment-count>`. The other elements have them, too, except `format`. */
export const countTests = {
  adapter: isObject,
  backend: isText,
  discussion: isId,
  format: isOneOf('text', 'number'),
  messages: isObject,
  src: isText,
  /** An empty token means that the viewer is not signed in. */
  token: (raw) => /string|function/.test(typeof raw),
} satisfies Partial<Tests>;

/**
 * Reads the settings of an element, and what its page has set that cannot be used. The properties keep what the page has set.
 */
export function usableSettings<Name extends keyof Settings>(
  element: Element,
  tests: Tests<Name>,
): {
  readonly settings: Pick<Settings, Name>;
  readonly mistakes: readonly (UnusableSetting | TokenAttribute)[];
} {
  const settings: Partial<Record<Name, unknown>> = {};
  const mistakes: (UnusableSetting | TokenAttribute)[] = [];
  if (element.hasAttribute('token')) mistakes.push({ mistake: 'token-attribute' });
  for (const [name, isUsable] of Object.entries(tests) as [Name, Test][]) {
    const value: unknown = Reflect.get(element, name);
    if (value == null) continue;
    if (isUsable(value)) settings[name] = value;
    else mistakes.push({ mistake: 'setting', name, value });
  }
  return { settings: settings as Pick<Settings, Name>, mistakes };
}
