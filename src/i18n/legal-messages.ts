/** The words of notices of illegal content and of decisions on comments: a part of `Messages` that few readers need. */
export interface LegalMessages {
  /** Announced when the fields of the notice have unfolded. */
  readonly opened: string;
  readonly explanation: string;
  readonly explanationMissing: string;
  readonly law: string;
  /** The comment that the notice is about. */
  readonly address: string;
  /** The label of a further address. `number`: 1, 2, 3. */
  readonly otherAddress: (number: string) => string;
  readonly addAddress: string;
  /** Begins with "Remove": it is the whole name of a button that shows only that. */
  readonly removeAddress: (number: string) => string;
  readonly remove: string;
  readonly addressRemoved: string;
  readonly addressInvalid: string;
  /** Where name and email can be left out. */
  readonly anonymous: string;
  readonly goodFaith: string;
  readonly goodFaithMissing: string;
  /** Beside the button: the author of the comment is not told who sent the notice. */
  readonly privacy: string;
  readonly send: string;
  /** `time`: a date with its time. */
  readonly sent: (time?: string) => string;
  readonly reference: (reference: string) => string;
  /** The label of the link to the page with the decision. */
  readonly status: string;
  readonly statusByEmail: (email: string) => string;
  readonly copy: string;
  readonly copied: string;
  /** Labels the text of the notice, where the browser does not allow copying. */
  readonly copyLabel: string;
  /** The labels of the copied text that no field has. */
  readonly reason: string;
  readonly received: string;
  /** The label of a link to contest a decision, here and in `decision`. */
  readonly contest: string;
  /** Why a comment was restricted. */
  readonly decision: {
    readonly title: string;
    readonly measure: string;
    readonly measures: Readonly<Record<'removed' | 'hidden' | 'rejected', string>>;
    readonly ground: string;
    readonly grounds: Readonly<Record<'law' | 'terms', string>>;
    readonly rule: string;
    readonly facts: string;
    readonly means: string;
    readonly byPerson: string;
    readonly automated: string;
    readonly decidedAt: string;
    readonly redress: string;
  };
}
