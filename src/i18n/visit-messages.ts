/** Messages of what readers do in a visit: follow new comments, find comments, share and mute. A part of `Messages` that is loaded when needed. */
export interface VisitMessages {
  /** Label of the filter menu. `filters`: its options. */
  readonly filter: string;
  readonly filters: Readonly<Record<'all' | 'featured', string>>;
  /** Button next to `loadMore` that loads all pages. */
  readonly loadAll: string;
  /** Progress of `loadAll`. `total` is undefined while it is unknown. */
  readonly loadedSoFar: (loaded: string, total?: string) => string;
  /** Button that stops `loadAll`. */
  readonly stopLoading: string;
  /** Shown if no comment matches the filter. */
  readonly emptyFiltered: string;
  /** Link from a comment in the filtered list to the same comment in its conversation. */
  readonly showInConversation: string;
  /** Comments that are not loaded, before one that the page was opened at. The button `loadMore` follows. `count` may be undefined. */
  readonly between: (count: number | undefined, formatted: string) => string;
  /** Skip links past the form and past the list, and the target of the latter. */
  readonly skipToComments: string;
  readonly skipToEnd: string;
  readonly endOfComments: string;
  readonly loadedMore: (count: number, formatted: string) => string;
  readonly sorted: (order: string) => string;
  readonly sortFailed: (cause: string) => string;
  /** `filter`: one of `filters`. */
  readonly filtered: (filter: string) => string;
  readonly filterFailed: (cause: string) => string;
  readonly viewNew: (count: number, formatted: string) => string;
  readonly viewNewReplies: (count: number, formatted: string) => string;
  /** The address of the page names a comment that does not exist. */
  readonly commentMissing: string;
  readonly commentFailed: (cause: string) => string;
  readonly repliesLoaded: (count: number, formatted: string) => string;
  readonly newShown: (count: number, formatted: string) => string;
  readonly share: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly linkRefused: string;
  readonly viewOn: (host: string) => string;
  readonly pin: string;
  readonly unpin: string;
  readonly mute: (name: string) => string;
  /** Stands in place of a comment by a muted person, with the buttons `unmute` and `unmuteAlways`. */
  readonly muted: (name: string) => string;
  /** Shows this comment only. */
  readonly unmute: string;
  readonly unmuteAlways: (name: string) => string;
  readonly mutedNow: (name: string) => string;
  readonly unmutedNow: (name: string) => string;
  /** Button that leads back after new comments were shown elsewhere in the list. */
  readonly goBack: string;
  readonly noneNew: string;
  /** Heading of the list of keyboard shortcuts, and the button that opens it. */
  readonly shortcuts: string;
  /** Label of the switch that turns them on and off. */
  readonly useShortcuts: string;
  readonly shortcutsHint: string;
  readonly shortcutKeys: Readonly<Record<'j' | 'k' | 'n' | 'r' | 'c' | '?', string>>;
}

/** How many messages this part has in English, in all groups. */
export const visitSize = 47;
