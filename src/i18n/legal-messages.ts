/** Messages of notices of illegal content and of decisions on comments. A part of `Messages` that is loaded when needed. */
export interface LegalMessages {
  /** Announced when the fields of the notice are shown. */
  readonly opened: string;
  readonly explanation: string;
  readonly explanationMissing: string;
  readonly law: string;
  /** Label of the address of the comment that the notice is about. */
  readonly address: string;
  /** Label of a further address. `number`: 1, 2, 3. */
  readonly otherAddress: (number: string) => string;
  readonly addAddress: string;
  /** Accessible name of the button `remove`. Must start with its text. */
  readonly removeAddress: (number: string) => string;
  readonly remove: string;
  readonly addressRemoved: string;
  readonly addressInvalid: string;
  /** Shown if name and email are optional. */
  readonly anonymous: string;
  readonly goodFaith: string;
  readonly goodFaithMissing: string;
  /** Shown next to the button: the author of the comment does not learn who sent the notice. */
  readonly privacy: string;
  readonly send: string;
  /** `time`: date and time. */
  readonly sent: (time?: string) => string;
  readonly reference: (reference: string) => string;
  /** Label of the link to the page with the decision. */
  readonly status: string;
  readonly statusByEmail: (email: string) => string;
  readonly copy: string;
  readonly copied: string;
  /** Labels the text of the notice if the browser does not allow copying. */
  readonly copyLabel: string;
  /** Further labels in the copied text. The others are the labels of the fields. */
  readonly reason: string;
  readonly received: string;
  /** Label of a link to contest a decision, in receipts and in statements of reasons. */
  readonly contest: string;
  /** The statement of reasons: why a comment was restricted. */
  readonly decision: {
    readonly title: string;
    readonly measure: string;
    readonly measures: Readonly<Record<'removed' | 'hidden' | 'rejected', string>>;
    /** Where the measure applies, and until when. `territory`: a name. `until`: a date. Without them: everywhere, and for good. */
    readonly scope: (territory?: string, until?: string) => string;
    readonly ground: string;
    readonly grounds: Readonly<Record<'law' | 'terms', string>>;
    readonly rule: string;
    readonly facts: string;
    /** What led to the decision: a sentence, followed by the others below. */
    readonly basis: Readonly<Record<'notice' | 'own-initiative', string>>;
    readonly means: string;
    readonly byPerson: string;
    readonly automated: string;
    /** Automated means found the comment. */
    readonly detected: string;
    readonly decidedAt: string;
    readonly redress: string;
  };
}

/** The messages as they are in `Messages` when they are loaded. */
export interface LegalGroup {
  readonly legal: LegalMessages;
}

/** How many messages this part has in English, in all groups. */
export const legalSize = 45;
