/** What the attributes and properties of the elements may be. */
import type { MessageOverrides } from '../../i18n/messages.js';
import type { CommentsAdapter, ReportReason, Token } from '../../model/adapter.js';

type Test = (raw: unknown) => boolean;

const isText: Test = (raw) => typeof raw === 'string' && raw !== '';
/** An empty token means that the viewer is not signed in. */
const isToken: Test = (raw) => /string|function/.test(typeof raw);
const isObject: Test = (raw) => typeof raw === 'object';

const isOneOf =
  (...words: readonly unknown[]): Test =>
  (raw) =>
    words.includes(raw);

const isWholeNumber =
  (most: number): Test =>
  (raw) =>
    Number.isInteger(raw) && (raw as number) > 0 && (raw as number) <= most;

/** `misconfiguration.ts` looks at what else is in them. A form that is none asks for a short report. */
const areReasons: Test = (raw) => Array.isArray(raw) && raw.every((reason?: ReportReason) => isText(reason?.id));

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

/** What can be used, by the name of the property. `misconfiguration.ts` has the remedy for anything else. */
const tests: Readonly<Record<keyof Settings, Test>> = {
  adapter: isObject,
  backend: isText,
  // Ids are often numbers where a page sets the property.
  discussion: (raw) => isText(raw) || Number.isFinite(raw),
  comment: (raw) => isText(raw) || Number.isFinite(raw),
  format: isOneOf('text', 'number'),
  headingLevel: isWholeNumber(6),
  href: isText,
  loading: isOneOf('lazy', 'eager'),
  messages: isObject,
  // The store knows what the adapter offers.
  order: isText,
  pageSize: isWholeNumber(1000),
  policyHref: isText,
  reportHref: isText,
  reportReasons: areReasons,
  src: isText,
  timeStyle: isOneOf('relative', 'absolute'),
  timeZone: isText,
  token: isToken,
  toolbar: isOneOf('on', 'off'),
};

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

/** Reads the settings of an element, and what its page has set that cannot be used. The properties keep what the page has set. */
export function readSettings(element: Element): {
  readonly settings: Settings;
  readonly mistakes: readonly (UnusableSetting | TokenAttribute)[];
} {
  const settings: Record<string, unknown> = {};
  const mistakes: (UnusableSetting | TokenAttribute)[] = [];
  if (element.hasAttribute('token')) mistakes.push({ mistake: 'token-attribute' });
  for (const [name, isUsable] of Object.entries(tests) as [keyof Settings, Test][]) {
    const value: unknown = Reflect.get(element, name);
    if (value == null) continue;
    if (isUsable(value)) settings[name] = value;
    else mistakes.push({ mistake: 'setting', name, value });
  }
  return { settings, mistakes };
}
