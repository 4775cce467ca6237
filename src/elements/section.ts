/** What the features of a section work with, what they add to it, and the one way to carry out a command. */
import { type CSSResult, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { MessagesOfParts, MessagesWith, PartName, TakingPartMessages, VisitMessages } from '../i18n/messages.js';
import type { Comment, CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import type { ActionItem } from '../presentation/comment-actions.js';
import type { CommentView } from '../presentation/comment-view.js';
import type { Command, CommandOf } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import type { Announcer } from './announcer.js';
import type { CommentsActionEvent } from './events/action-events.js';
import { LazyModule } from './lazy-module.js';
import { ListView } from './list-view.js';
import type { LocaleController } from './locale/locale-controller.js';
import type { SectionProperties } from './properties.js';
import type { ReturningReader } from './page/saved-position.js';
import type { Settings } from './settings/settings.js';

/** The section element as its features see it: public properties, update cycle and shadow root. */
export type SectionHost = SectionProperties &
  ReactiveControllerHost & { readonly renderRoot: ShadowRoot; reload(): void };

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
  Pick<CommentView, 'date' | 'newReplies' | 'isNew' | 'muted' | 'moderated' | 'actions'>
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
  /** A row is rendered again when this changes for its comment. Called for every row at every update, so it has to be cheap. */
  keyOf?(comment: Comment): unknown;
  view(comment: Comment): AddedView;
}

/** What stands above a form or in its place. */
export interface FormNotice {
  /** Whether it replaces the form. */
  readonly takesPlace: boolean;
  readonly content: unknown;
}

/** An entry of a "More" menu. */
export type MenuItem = Exclude<ActionItem, { readonly type: 'count' }>;

/** Carries out a command. Returns how a request to the backend ended, which `run` reports to the page; otherwise nothing. */
type Handler<Type extends Command['type']> = (command: CommandOf<Type>) => Promise<ActionOutcome | void> | void;

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
  /** Whether there is a form for new comments. */
  hasForm?(): boolean;
  /** `isWriting`: the viewer is already writing in the form. */
  formNotice?(isWriting: boolean): FormNotice | undefined;
}

/** A feature whose commands and panels are not known to the compiler. */
export interface AnyFeature extends Omit<Feature, 'commands' | 'panels'> {
  readonly commands?: Partial<Record<Command['type'], Handler<never>>>;
  readonly panels?: Partial<Record<Panel, (comment: Comment, panel: never) => unknown>>;
}

/** A feature is created once for each section, as soon as its code and its messages are loaded. `Loaded`: its messages. */
export interface FeatureClass<Loaded = unknown> {
  new (section: Section<Loaded>): AnyFeature;
  readonly styles?: CSSResult;
}

/** The features of a file, which are loaded together. */
export interface FeatureModule<Loaded = unknown> {
  readonly features: readonly FeatureClass<Loaded>[];
}

/** Carries out commands. Its code is loaded with most features. */
export interface Dispatcher {
  run(command: Command): Promise<void>;
  /** Loads what renders a panel. */
  loadPanel(panel: Panel): Promise<unknown>;
  /** Renders a panel whose code is being loaded, or why it could not be. */
  renderLoading(panel: Panel): unknown;
}

interface SectionParts {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly returning: ReturningReader;
  readonly settings: () => Settings;
  /** The features of the first download. */
  readonly first: readonly FeatureClass[];
  readonly loadDispatcher: () => Promise<{
    readonly createDispatcher: (section: Section<VisitMessages>) => Dispatcher;
  }>;
  readonly loadComposer: () => Promise<FeatureModule<TakingPartMessages>>;
}

/** `Loaded`: the messages that are loaded besides those that every reader needs. */
export class Section<Loaded = unknown> {
  readonly view = new ListView(() => this.host.requestUpdate());
  readonly store: DiscussionStore;
  readonly returning: ReturningReader;
  readonly locale: LocaleController;
  /** Has screen readers read a text. */
  readonly announce: (text: string) => void;
  /** Carries out commands, and holds the features of a visit. */
  readonly dispatcher: LazyModule<Dispatcher>;
  /** The code of the forms for comments and replies. */
  readonly composer: LazyModule<readonly AnyFeature[]>;
  /** The features that are loaded. */
  readonly features: AnyFeature[] = [];
  /** Whether a command was lost, because the code that carries it out could not be loaded. */
  isCommandLost = false;

  readonly #settings: () => Settings;

  constructor(
    readonly host: SectionHost,
    { store, locale, announcer, returning, settings, first, loadDispatcher, loadComposer }: SectionParts,
  ) {
    this.store = store;
    this.locale = locale;
    this.returning = returning;
    this.announce = announcer.announce;
    this.#settings = settings;
    this.dispatcher = new LazyModule(host, async () => {
      const [{ createDispatcher }, section] = await this.withMessages(loadDispatcher(), 'visit');
      return createDispatcher(section);
    });
    this.composer = new LazyModule(host, async () => {
      const [{ features }, section] = await this.withMessages(loadComposer(), 'takingPart');
      return section.start(features);
    });
    this.start(first);
  }

  get root(): ShadowRoot {
    return this.host.renderRoot;
  }

  get messages(): MessagesWith<Loaded> {
    return this.locale.messages as MessagesWith<Loaded>;
  }

  get formats(): Formats {
    return this.locale.formats;
  }

  /** The properties that can be used, complemented by what a server has rendered. */
  get settings(): Settings {
    return this.#settings();
  }

  /** Loads code in parallel with the parts of the messages that it needs. Returns the code, and the section with these messages. */
  async withMessages<Code, Names extends readonly PartName[]>(
    code: Promise<Code>,
    ...names: Names
  ): Promise<readonly [Code, Section<Loaded & MessagesOfParts<Names>>]> {
    const [loaded] = await Promise.all([code, ...names.map((name) => this.locale.load(name))]);
    return [loaded, this as Section as Section<Loaded & MessagesOfParts<Names>>];
  }

  /** Creates features whose code and messages are loaded. */
  start(classes: readonly FeatureClass<Loaded>[]): readonly AnyFeature[] {
    const started = classes.map((Class) => {
      if (Class.styles) this.adoptStyles(Class.styles);
      return new Class(this);
    });
    this.features.push(...started);
    return started;
  }

  /** Adds a style sheet to the section, once. */
  adoptStyles({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets } = this.root;
    if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
  }

  /** A listener that carries out a command. */
  on(command: Command): () => void {
    return () => void this.run(command);
  }

  /**
   * Carries out a command: loads its feature if necessary, and reports to the page how a request to the backend ended. If the feature
   * cannot be loaded, the comment says so, or the frame if the command concerns no comment.
   */
  async run(command: Command): Promise<void> {
    // Not before the commands that wait for the code.
    const dispatcher = this.dispatcher.ready ?? (await this.dispatcher.load());
    this.isCommandLost = !dispatcher && !('id' in command);
    if (dispatcher) await dispatcher.run(command);
    else if ('id' in command) this.failToLoad(command.id);
    else this.host.requestUpdate();
  }

  /** Renders what is open below a comment. */
  renderPanel(panel: Panel, comment: Comment): unknown {
    const feature = this.features.find(({ panels }) => panels && panel in panels);
    if (feature) return feature.panels?.[panel]?.(comment, panel as never);
    return this.dispatcher.module?.renderLoading(panel);
  }

  /** What the features render in a place of the frame. */
  render(place: Place): readonly unknown[] {
    return this.features.map(({ frame }) => frame?.[place]?.()).filter((part) => part && part !== nothing);
  }

  /** What stands above the forms or in their place, such as a warning. */
  formNotice(isWriting: boolean): FormNotice | undefined {
    return this.features.map((feature) => feature.formNotice?.(isWriting)).find(Boolean);
  }

  /** Says at a comment that the code for what was pressed could not be loaded. */
  failToLoad(id: CommentId): void {
    const { formFailed, causes } = this.messages;
    this.view.fail(id, { text: formFailed(causes.network) });
  }
}
