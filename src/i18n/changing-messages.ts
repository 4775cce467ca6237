/** Messages of editing, removing and pinning comments, and of closing a discussion. A part of `Messages` that is loaded when needed. */
export interface ChangingMessages {
  /** Label of the text box for editing one's own comment. */
  readonly yourEdit: string;
  /** The same for a moderator who edits another author's comment. */
  readonly editOf: (name: string) => string;
  readonly sourceLoading: string;
  readonly sourceFailed: (cause: string) => string;
  /** `time`: minutes and seconds, "4:12", or a duration, "2 hours". */
  readonly timeLeft: (time: string) => string;
  readonly editTimeOver: string;
  /** The comment was removed while it was being edited. */
  readonly editedGone: string;
  readonly save: string;
  readonly saved: string;
  readonly editFailed: (cause: string) => string;
  readonly editConflict: string;
  readonly theirVersion: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  /** Shown next to `undo` after `takeTheirs`, and when an edit is cancelled. */
  readonly theirsTaken: string;
  readonly removedForGood: string;
  readonly removedForNow: string;
  readonly keep: string;
  readonly removeFailed: (cause: string) => string;
  readonly restored: string;
  readonly restoreFailed: (cause: string) => string;
  readonly pinnedNow: string;
  readonly unpinnedNow: string;
  readonly pinFailed: (cause: string) => string;
  readonly closeDiscussion: string;
  readonly openDiscussion: string;
  readonly closeQuestion: string;
  readonly closeConsequence: string;
  readonly closeNow: string;
  readonly keepOpen: string;
  readonly closedNow: string;
  readonly openedNow: string;
  readonly closeFailed: (cause: string) => string;
  readonly openFailed: (cause: string) => string;
  /** `author`: removing one's own comment. `editors`: a moderator removes another author's comment. */
  readonly removal: {
    readonly author: RemovalMessages & { readonly remove: string };
    readonly editors: RemovalMessages;
  };
}

interface RemovalMessages {
  readonly question: string;
  /** If the replies to the comment are removed with it. */
  readonly withReplies: string;
  readonly removing: string;
  readonly removed: string;
}

/** How many messages this part has in English, in all groups. */
export const changingSize = 43;
