/** The one way to carry out a command, and what the frame of a section asks its features for. */
import { type CSSResult, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { MessagesOfParts, MessagesWith, PartName, VisitMessages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import { threadOf } from '../model/discussion/thread.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import type { Announcer } from './announcer.js';
import { LazyModule } from './lazy-module.js';
import { ListView } from './list-view.js';
import type { LocaleController } from './locale/locale-controller.js';
import type { ReturningReader } from './page/saved-position.js';
import { failure } from './frame/failure.js';
import type { Feature, FormNotice, Handler, Place, Section, SectionHost } from './section.js';
import type { Settings } from './settings/settings.js';

/** A feature whose commands and panels are not known to the compiler. One of them is the dispatcher. */
interface AnyFeature extends Omit<Feature, 'commands' | 'panels'>, Partial<ReactiveController>, Partial<Dispatcher> {
  readonly commands?: Partial<Record<Command['type'], Handler<never>>>;
  readonly panels?: Partial<Record<Panel, (comment: Comment, panel: never) => unknown>>;
}

/** A feature is created once for each section, as soon as its code and its messages are loaded. `Loaded`: its messages. */
export interface FeatureClass<Loaded = unknown> {
  new (section: SectionFrame<Loaded>): AnyFeature;
  readonly styles?: CSSResult;
}

/** The features of a file, which are loaded together. */
export interface FeatureModule<Loaded = unknown> {
  readonly features: readonly FeatureClass<Loaded>[];
}

/** `before-comments`: the comments must not be rendered until it is loaded or could not be. False: a reader may do without it. */
export type Urgency = 'before-comments' | 'now' | 'when-idle' | false;

/** A file with features that is loaded on demand. */
export interface FeatureFile {
  readonly load: () => Promise<FeatureModule<never>>;
  /** The parts of the messages that its features need. They are loaded in parallel with it. Default: none. */
  readonly needs?: readonly PartName[];
  /** Whether this reader needs it without a press, and how soon. */
  readonly wanted?: (section: SectionFrame) => Urgency;
  /** Where a failed download is shown to a reader who needs the file. Default: above the list. */
  readonly failure?: Place | 'nowhere';
}

/** The same, with parts of the messages that suffice for its features. Those of a visit are loaded before. */
export interface FileWith<Names extends readonly PartName[]> extends FeatureFile {
  readonly load: () => Promise<FeatureModule<VisitMessages & MessagesOfParts<Names>>>;
  readonly needs?: Names;
}

/** Carries out commands. Its code is loaded with most features. */
export interface Dispatcher {
  run(command: Command): Promise<void>;
  /** Loads what renders a panel. */
  loadPanel(panel: Panel): Promise<unknown>;
  /** Renders a panel whose code is being loaded, or why it could not be. */
  renderLoading(panel: Panel): unknown;
}

/** The code of a file with features. */
class LoadedFile extends LazyModule<readonly AnyFeature[]> {
  /** Whether a command that concerns no comment was lost, because the file could not be loaded. */
  isLost = false;

  constructor(
    host: ReactiveControllerHost,
    fetch: () => Promise<readonly AnyFeature[]>,
    readonly row: FeatureFile,
  ) {
    super(host, fetch);
  }
}

interface SectionParts {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly returning: ReturningReader;
  readonly settings: () => Settings;
  /** The features of the first download, and files with further ones. */
  readonly features: readonly FeatureClass[];
  readonly files: Readonly<Record<string, FeatureFile>>;
}

/** The section with what its frame needs: the code of its features, and what they render. `Loaded`: see `Section`. */
export class SectionFrame<Loaded = unknown> implements Section<Loaded> {
  readonly view = new ListView(() => this.host.requestUpdate());
  readonly store: DiscussionStore;
  readonly returning: ReturningReader;
  readonly announce: (text: string) => void;
  /** Makes the thread of a list. `LongThreads` replaces it. */
  threadOf = threadOf;
  /** Carries out commands. Undefined until the file `visit` is loaded. */
  dispatcher: Dispatcher | undefined;
  /** The features that are loaded. */
  readonly features: AnyFeature[] = [];
  /** The files with further features, by name. */
  readonly files = new Map<string, LoadedFile>();

  readonly #locale: LocaleController;
  readonly #settings: () => Settings;

  constructor(
    readonly host: SectionHost & { readonly renderRoot: ShadowRoot },
    { store, locale, announcer, returning, settings, features, files }: SectionParts,
  ) {
    this.store = store;
    this.#locale = locale;
    this.returning = returning;
    this.announce = announcer.announce;
    this.#settings = settings;
    this.addFiles(files);
    this.#start(features);
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

  /** Adds files that are loaded on demand. */
  addFiles(rows: Readonly<Record<string, FeatureFile>>): void {
    for (const [name, row] of Object.entries(rows)) {
      const { load, needs = [] } = row;
      const fetch = async (): Promise<readonly AnyFeature[]> => {
        const [{ features }] = await this.withMessages(load(), ...needs);
        return this.#start(features);
      };
      this.files.set(name, new LoadedFile(this.host, fetch, row));
    }
  }

  /** Creates features whose code and messages are loaded. */
  #start(classes: readonly FeatureClass<never>[]): readonly AnyFeature[] {
    const started = classes.map((Class) => {
      if (Class.styles) this.adoptStyles(Class.styles);
      return new Class(this as SectionFrame as SectionFrame<never>);
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
    const visit = this.files.get('visit')!;
    // `ready` keeps the order: commands that were waiting for the code run first.
    if (visit.ready ?? (await this.loadFor(command, visit))) await this.dispatcher?.run(command);
  }

  /**
   * Loads the file that carries out a command. Resolves with undefined if it cannot be loaded: the comment says so, or the frame if the
   * command concerns no comment.
   */
  async loadFor(command: Command, file: LoadedFile): Promise<readonly AnyFeature[] | undefined> {
    const features = await file.load();
    if (features) return features;
    if ('id' in command) {
      const { formFailed, causes } = this.messages;
      this.view.fail(command.id, { text: formFailed(causes.network) });
    } else {
      file.isLost = true;
      this.host.requestUpdate();
    }
    return undefined;
  }

  /** Starts loading what this reader needs without a press. */
  requestWanted(): void {
    for (const file of this.files.values()) {
      const urgency = !file.module && file.row.wanted?.(this);
      if (urgency === 'when-idle') file.requestWhenIdle();
      else if (urgency) file.request();
    }
  }

  /** Whether nothing is missing without which the comments must not be rendered. */
  get isReady(): boolean {
    return (
      [...this.files.values()].every(
        ({ module, error, row }) => module || error || row.wanted?.(this) !== 'before-comments',
      ) && this.features.every((feature) => feature.isReady?.() ?? true)
    );
  }

  renderPanel(panel: Panel, comment: Comment): unknown {
    const feature = this.features.find(({ panels }) => panels && panel in panels);
    if (feature) return feature.panels?.[panel]?.(comment, panel as never);
    return this.dispatcher?.renderLoading(panel);
  }

  /** What the features render in a place of the frame, and which of the files that this reader needs could not be loaded. */
  render(place: Place): readonly unknown[] {
    return [
      ...this.features.map(({ frame }) => frame?.[place]?.()),
      ...[...this.files.values()].map((file) => this.#renderFailure(file, place)),
    ].filter((part) => part && part !== nothing);
  }

  formNotice(isWriting: boolean): FormNotice | undefined {
    return this.features.map((feature) => feature.formNotice?.(isWriting)).find(Boolean);
  }

  focusHeading(): void {
    this.root.querySelector('h2')?.focus();
  }

  #renderFailure(file: LoadedFile, place: Place): unknown {
    const { error, row, isLost, load } = file;
    if (!error || (row.failure ?? 'above-list') !== place) return undefined;
    const urgency = row.wanted?.(this);
    if (!isLost && (!urgency || urgency === 'when-idle')) return undefined;
    return failure(this.messages.moreFailed, error, this.messages, () => {
      // The button that was pressed is removed with the failure above it.
      this.focusHeading();
      void load();
    });
  }
}
