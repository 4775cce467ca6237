import type { ChangingMessages } from './changing-messages.js';
import type { CoreMessages, ReadingCause } from './core-messages.js';
import type { LegalMessages } from './legal-messages.js';
import type { ModerationMessages } from './moderation-messages.js';
import type { TakingPartMessages, WritingCause } from './taking-part-messages.js';
import type { VisitMessages } from './visit-messages.js';

export type { ChangingMessages } from './changing-messages.js';
export type { CoreMessages, CountMessages } from './core-messages.js';
export type { LegalGroup, LegalMessages } from './legal-messages.js';
export type { ModerationGroup, ModerationMessages } from './moderation-messages.js';
export type { TakingPartMessages } from './taking-part-messages.js';
export type { VisitMessages } from './visit-messages.js';

/** The parts of a language that are loaded when needed. */
interface Parts {
  readonly visit: VisitMessages;
  readonly takingPart: TakingPartMessages;
  readonly changing: ChangingMessages;
  readonly legal: LegalMessages;
  readonly moderation: ModerationMessages;
}

export type PartName = keyof Parts;

/** The parts whose messages are a group with the name of the part. The messages of the others are not in a group. */
export type GroupName = 'legal' | 'moderation';

/** The messages of a part, as they are in `Messages` when it is loaded. */
export type MessagesOfPart<Name extends PartName> = Name extends GroupName ? Pick<Parts, Name> : Parts[Name];

/** The same for several parts. */
export type MessagesOfParts<Names extends readonly PartName[]> = Names extends readonly [
  infer First extends PartName,
  ...infer Others extends readonly PartName[],
]
  ? MessagesOfPart<First> & MessagesOfParts<Others>
  : unknown;

/** Loads a part of a language. */
export type PartLoader<Name extends PartName = PartName> = () => Promise<{ readonly default: Parts[Name] }>;

/** The messages of a language in the package: those that every reader needs, and loaders for the others. */
export type Language = CoreMessages & { readonly [Name in PartName]: PartLoader<Name> };

/**
 * All messages of the interface in one language.
 *
 * A message with values is a function, because plurals and word order depend on the language. Numbers, dates and durations are passed
 * formatted. Messages are shown as text, never as HTML. A `cause` is a whole sentence, from `causes` or from the backend. It stands
 * before or after the sentence that says what failed.
 */
export type Messages = CoreMessages & VisitMessages & TakingPartMessages & ChangingMessages & Pick<Language, GroupName>;

/**
 * Messages in another language than English. Those that are missing, because they are not translated yet, are in English. A release lacks
 * none: `test/locales/locales.test.ts` lists them.
 */
export type Translated<Group> = {
  readonly [Name in keyof Group]?: Group[Name] extends string | ((...args: never) => unknown)
    ? Group[Name]
    : Translated<Group[Name]>;
};

/** The messages that every reader needs, and those of loaded parts. */
export type MessagesWith<Loaded> = CoreMessages & Loaded;

/** The type that may replace a message: also a string for a function, and a part of a group. */
type Override<Message> = Message extends () => Promise<{ readonly default: infer Later }>
  ? Message | Override<Later>
  : Message extends (...args: never) => string
    ? Message | string
    : Message extends string
      ? Message
      : { readonly [Name in keyof Message]?: Override<Message[Name]> };

/** Messages of the publisher that replace single messages of a language. */
export type MessageOverrides = { readonly [Name in keyof Messages]?: Override<Messages[Name]> };

/** The messages of a language. Missing messages are English, also those of a part. */
export type LocaleMessages = Pick<Messages, 'lang'> &
  Omit<MessageOverrides, 'lang'> &
  Partial<Pick<Language, Exclude<PartName, GroupName>>>;

/** The kinds of failure that have a message; each is an `ErrorKind` of the adapter interface. */
export type Cause = ReadingCause | WritingCause;
