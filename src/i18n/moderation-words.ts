/** What moderators do with single comments, and a warning to one reader. Loaded only where one of the two is needed. */
export interface ModerationWords {
  /** Beside the time of a comment that readers do not see. */
  readonly held: string;
  readonly hidden: string;
  /** `label`: on the button. `done`, `undone`: said afterwards. */
  readonly actions: Readonly<
    Record<
      'approve' | 'reject' | 'feature' | 'unfeature' | 'hide' | 'unhide',
      { readonly label: string; readonly done: string; readonly undone: string }
    >
  >;
  /** `name`: of the author who is banned. */
  readonly ban: {
    readonly label: (name: string) => string;
    readonly question: (name: string) => string;
    readonly consequence: string;
    readonly done: (name: string) => string;
    readonly undone: (name: string) => string;
  };
  readonly actionFailed: (cause: string) => string;
  readonly undoFailed: (cause: string) => string;
  /** Names the warning. */
  readonly warning: string;
  /** Said where the warning has to be acknowledged first. */
  readonly warningConsequence: string;
  readonly acknowledge: string;
  readonly acknowledged: string;
  readonly acknowledgeFailed: (cause: string) => string;
}
