/** Messages of moderation actions and of warnings to a reader. A part of `Messages` that is loaded when needed. */
export interface ModerationMessages {
  /** Shown next to the time of a comment that is not public. */
  readonly held: string;
  readonly hidden: string;
  /** `label`: text of the button. `done`, `undone`: announced afterwards. */
  readonly actions: Readonly<
    Record<
      'approve' | 'reject' | 'feature' | 'unfeature' | 'hide' | 'unhide',
      { readonly label: string; readonly done: string; readonly undone: string }
    >
  >;
  /** `name`: the author who is banned. */
  readonly ban: {
    /** Beside the author of a comment, for moderators. */
    readonly badge: string;
    readonly label: (name: string) => string;
    readonly question: (name: string) => string;
    readonly consequence: string;
    readonly done: (name: string) => string;
    readonly undone: (name: string) => string;
  };
  readonly actionFailed: (cause: string) => string;
  readonly undoFailed: (cause: string) => string;
  /** Accessible name of the warning. */
  readonly warning: string;
  /** Shown if the reader must acknowledge the warning before posting. */
  readonly warningConsequence: string;
  readonly acknowledge: string;
  readonly acknowledged: string;
  readonly acknowledgeFailed: (cause: string) => string;
}

/** The messages as they are in `Messages` when they are loaded. */
export interface ModerationGroup {
  readonly moderation: ModerationMessages;
}

/** How many messages this part has in English, in all groups. */
export const moderationSize = 33;
