/** The one way to carry out a command, and what the frame of a section asks its features for. */
import { type CSSResult, nothing } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { MessagesOfParts, MessagesWith, PartName, TakingPartMessages, VisitMessages } from '../i18n/messages.js';
import type { Comment, CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import type { Announcer } from './announcer.js';
import { LazyModule } from './lazy-module.js';
import { ListView } from './list-view.js';
import type { LocaleController } from './locale/locale-controller.js';
import type { ReturningReader } from './page/saved-position.js';
import type { AnyFeature, FormNotice, Place, Section, SectionHost } from './section.js';
import type { Settings } from './settings/settings.js';

/** A feature is created once for each section, as soon as its code and its messages are loaded. `Loaded`: its messages. */
export interface FeatureClass<Loaded = unknown> {
  new (section: SectionFrame<Loaded>): AnyFeature;
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
    readonly createDispatcher: (section: SectionFrame<VisitMessages>) => Dispatcher;
  }>;
  readonly loadComposer: () => Promise<FeatureModule<TakingPartMessages>>;
}

/** The section with what its frame needs: the code of its features, and what they render. `Loaded`: see `Section`. */
export class SectionFrame<Loaded = unknown> implements Section<Loaded> {
  readonly view = new ListView(() => this.host.requestUpdate());
  readonly store: DiscussionStore;
  readonly returning: ReturningReader;
  readonly announce: (text: string) => void;
  /** Carries out commands, and holds the features of a visit. */
  readonly dispatcher: LazyModule<Dispatcher>;
  /** The code of the forms for comments and replies. */
  readonly composer: LazyModule<readonly AnyFeature[]>;
  /** The features that are loaded. */
  readonly features: AnyFeature[] = [];
  /** Whether a command was lost, because the code that carries it out could not be loaded. */
  isCommandLost = false;

  readonly #locale: LocaleController;
  readonly #settings: () => Settings;

  constructor(
    readonly host: SectionHost & { readonly renderRoot: ShadowRoot },
    { store, locale, announcer, returning, settings, first, loadDispatcher, loadComposer }: SectionParts,
  ) {
    this.store = store;
    this.#locale = locale;
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
    return this.#locale.messages as MessagesWith<Loaded>;
  }

  get formats(): Formats {
    return this.#locale.formats;
  }

  get settings(): Settings {
    return this.#settings();
  }

  async withMessages<Code, Names extends readonly PartName[]>(
    code: Promise<Code>,
    ...names: Names
  ): Promise<readonly [Code, SectionFrame<Loaded & MessagesOfParts<Names>>]> {
    const [loaded] = await Promise.all([code, ...names.map((name) => this.#locale.load(name))]);
    return [loaded, this as SectionFrame as SectionFrame<Loaded & MessagesOfParts<Names>>];
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

  adoptStyles({ styleSheet }: CSSResult): void {
    const { adoptedStyleSheets } = this.root;
    if (styleSheet && !adoptedStyleSheets.includes(styleSheet)) adoptedStyleSheets.push(styleSheet);
  }

  on(command: Command): () => void {
    return () => void this.run(command);
  }

  async run(command: Command): Promise<void> {
    // `ready` keeps the order: commands that were waiting for the code run first.
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
