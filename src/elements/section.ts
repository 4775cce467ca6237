/** What the features of a section work with, and what they add to it. */
import type { CSSResult, ReactiveControllerHost, TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { MessagesOfParts, MessagesWith, PartName } from '../i18n/messages.js';
import type { Comment, CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import type { ActionItem } from '../presentation/comment-actions.js';
import type { CommentView } from '../presentation/comment-view.js';
import type { Command, CommandOf } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import type { CommentsActionEvent } from './events/action-events.js';
import type { ListView } from './list-view.js';
import type { SectionProperties } from './properties.js';
import type { Settings } from './settings/settings.js';

/** The element as its features see it: its update cycle, its events, and the properties that are no setting. */
export type SectionHost = HTMLElement & ReactiveControllerHost & Pick<SectionProperties, 'avatars' | 'closed'>;

/** What every feature works with. `Loaded`: the messages that are loaded besides those that every reader needs. */
export interface Section<Loaded = unknown> {
  readonly host: SectionHost;
  readonly root: ShadowRoot;
  readonly store: DiscussionStore;
  readonly view: ListView;
  readonly messages: MessagesWith<Loaded>;
  readonly formats: Formats;
  /** The properties that can be used, complemented by what a server has rendered. */
  readonly settings: Settings;
  /** Has screen readers read a text. */
  readonly announce: (text: string) => void;
  /** A listener that carries out a command. */
  on(command: Command): () => void;
  /**
   * Carries out a command: loads its feature if necessary, and reports to the page how a request to the backend ended. If the feature
   * cannot be loaded, the comment says so, or the frame if the command concerns no comment.
   */
  run(command: Command): Promise<void>;
  /** Renders what is open below a comment, whichever feature it is of. */
  renderPanel(panel: Panel, comment: Comment): unknown;
  /** What stands above the forms or in their place, such as a warning. `isWriting`: the viewer is already writing in the form. */
  formNotice(isWriting: boolean): FormNotice | undefined;
  /** Loads code in parallel with the parts of the messages that it needs. Returns the code, and the section with these messages. */
  withMessages<Code, Names extends readonly PartName[]>(
    code: Promise<Code>,
    ...names: Names
  ): Promise<readonly [Code, Section<Loaded & MessagesOfParts<Names>>]>;
  /** Moves the focus to the section's heading, before what had it is removed. */
  focusHeading(): void;
  /** Adds a style sheet to the section, once. */
  adoptStyles(styles: CSSResult): void;
}

/** How an action ended. Undefined if it had no effect; the page then gets no event. */
export type ActionOutcome = CommentsActionEvent['outcome'] | undefined;

/** Where features render into the frame, from top to bottom. `list`: in place of all comments. */
export type Place =
  | 'start'
  | 'menus'
  | 'above-form'
  | 'form'
  | 'above-list'
  | 'list'
  | 'arrivals'
  | 'before-list'
  | 'progress'
  | 'below-list';

/** A row of the list. It is rendered again when another object takes its place. */
export interface Row {
  /** The row's id in the shadow root; identifies the row from one update to the next. */
  readonly id: string;
  /** Out of sight, but found by the browser's search, which then fires `beforematch`. */
  readonly isFolded?: boolean;
  /** Renders the content of the row. Its element is reused for as long as the row shows the comment. */
  readonly draw: (row: Element) => RowContent;
}

export interface RowContent {
  readonly className: string;
  readonly template: TemplateResult;
  /** Updates what is rendered by hand, after the template. */
  readonly drawRest?: () => void;
}

/** What features add to the view of a comment. */
export type AddedView = Partial<
  Pick<CommentView, 'date' | 'newReplies' | 'isNew' | 'banned' | 'muted' | 'moderated' | 'actions'>
> & {
  /** The author's picture. */
  readonly avatar?: unknown;
  /** Why the comment was restricted, below the text that replaces it. */
  readonly decision?: unknown;
};

/** What a feature adds to the rows of all comments. */
export interface RowAddition {
  /** Every row is rendered again when this changes. */
  version?(): unknown;
  /** By comment, without the many for which there is nothing: a row is rendered again when its entry changes. */
  entries?(): ReadonlyMap<CommentId | null, unknown>;
  view(comment: Comment): AddedView;
}

/** What stands above a form or in its place. */
export interface FormNotice {
  /** Whether it replaces the form. */
  readonly takesPlace: boolean;
  readonly content: unknown;
}

/** An entry of a "More" menu. */
export type MenuItem = Exclude<ActionItem, { readonly type: 'count' }> & {
  /** What stands beside it: that it has succeeded. */
  readonly note?: unknown;
  /** What stands below all entries: what the reader can do if it has not. */
  readonly remedy?: unknown;
};

/** Carries out a command. Returns how a request to the backend ended, which `run` reports to the page; otherwise nothing. */
export type Handler<Type extends Command['type']> = (command: CommandOf<Type>) => Promise<ActionOutcome | void> | void;

/**
 * Something that readers do in a section. `Type`: the commands that it carries out. `Name`: the panels that it renders below a comment.
 * Everything else is optional: what it adds to the frame, to the rows and to the "More" menu.
 */
export interface Feature<Type extends Command['type'] = never, Name extends Panel = never> {
  readonly commands?: { readonly [Own in Type]: Handler<Own> };
  readonly panels?: { readonly [Own in Name]: (comment: Comment, panel: Own) => unknown };
  readonly frame?: Partial<Record<Place, () => unknown>>;
  readonly row?: RowAddition;
  /** Rows before a comment. */
  rowsBefore?(): ReadonlyMap<CommentId, Row>;
  /** Rows below the replies to a comment; null: at the end of the list that new comments are added to. */
  rowsBelow?(): ReadonlyMap<CommentId | null, readonly Row[]>;
  /** Entries of a comment's "More" menu. */
  menu?(comment: Comment): readonly MenuItem[];
  /** Called before each update, when `section.view` belongs to the open discussion. */
  beforeUpdate?(): void;
  /** Called after each update. */
  afterUpdate?(): void;
  /** False while the comments must not be rendered yet. */
  isReady?(): boolean;
  /** Called when the comment in the address has been shown. The address may ask for more. */
  onLinkFollowed?(comment: Comment): Promise<void>;
  /** Whether there is a form for new comments. */
  hasForm?(): boolean;
  /** `isWriting`: the viewer is already writing in the form. */
  formNotice?(isWriting: boolean): FormNotice | undefined;
}
