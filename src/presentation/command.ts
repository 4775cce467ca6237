import type { CommentId, Filter, Vote } from '../model/adapter.js';
import type { ModerationAction } from '../model/state/moderation-actions.js';
import type { Panel } from './panel.js';

/**
 * What a reader can ask of a section by pressing something in it. `Section.run` carries it out. What a form's own buttons do is carried
 * out by the form.
 */
export type Command =
  | { readonly type: 'load-more' }
  /** Loads page after page, until the reader stops it. */
  | { readonly type: 'load-all' }
  | { readonly type: 'stop-loading' }
  /** `sort`: the id of an order. */
  | { readonly type: 'sort'; readonly sort: string }
  /** Shows a selection of the comments, or all of them. */
  | { readonly type: 'filter'; readonly filter: Filter | 'all' }
  | { readonly type: 'load-more-filtered' }
  | { readonly type: 'show-shortcuts' }
  /** A key that may be a shortcut. `target`: its element, which the event no longer has after its dispatch. */
  | { readonly type: 'press-key'; readonly event: KeyboardEvent; readonly target: Element }
  | { readonly type: 'follow-permalink'; readonly id: CommentId }
  /** Shows a comment that may not be loaded yet. Unlike `follow-permalink`, it is no action of the reader. */
  | { readonly type: 'find-comment'; readonly id: CommentId }
  /** Past the form to the list, or past the list to its end. */
  | { readonly type: 'skip'; readonly to: 'list' | 'end' }
  /** Focuses the composer after its text was discarded. */
  | { readonly type: 'focus-composer' }
  /** Shows the new replies in the branch of a comment; null: the new comments at the top level. */
  | { readonly type: 'show-new'; readonly below: CommentId | null }
  /** `isQuiet`: marks it only, and neither scrolls nor moves the focus. */
  | { readonly type: 'show-comment'; readonly id: CommentId; readonly isQuiet?: boolean }
  /** Brings a comment into view and leaves the focus where it is. */
  | { readonly type: 'reveal-comment'; readonly id: CommentId }
  /** Loads what lies between the list and this comment. */
  | { readonly type: 'close-gap'; readonly id: CommentId }
  | { readonly type: 'toggle-branch'; readonly id: CommentId }
  | { readonly type: 'load-replies'; readonly id: CommentId }
  | { readonly type: 'toggle-panel'; readonly id: CommentId; readonly panel: Panel }
  /**
   * `panel`: only where that is what is open. `show`: the comment to go to. By default the focus returns to the button that opened the
   * panel.
   */
  | {
      readonly type: 'close-panel';
      readonly id: CommentId;
      readonly panel?: Panel;
      readonly show?: CommentId | undefined;
    }
  /** The same vote again takes it back. */
  | { readonly type: 'vote'; readonly id: CommentId; readonly value: Exclude<Vote['value'], 0> }
  /** Goes back to a comment, and casts the vote for which the reader has signed in. */
  | { readonly type: 'cast-vote'; readonly id: CommentId; readonly value: Vote['value'] }
  | { readonly type: 'pin'; readonly id: CommentId; readonly pinned: boolean }
  /** A moderator's action on a comment. */
  | { readonly type: 'moderate'; readonly id: CommentId; readonly action: ModerationAction }
  | { readonly type: 'copy-link'; readonly id: CommentId }
  /** Opens the device's own dialog for sharing. */
  | { readonly type: 'share'; readonly id: CommentId }
  | { readonly type: 'mute'; readonly id: CommentId }
  | { readonly type: 'unmute'; readonly id: CommentId }
  | { readonly type: 'reveal-muted'; readonly id: CommentId }
  /** A moderator closes the discussion in two steps, and opens it in one. */
  | { readonly type: 'ask-to-close' }
  | { readonly type: 'keep-open' }
  | { readonly type: 'set-closed'; readonly closed: boolean };

/** The command of one type. */
export type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;
