/** The one way to carry out a command, and what the frame of a section asks its features for. */
import { type CSSResult, nothing } from 'lit';
import type { Formats } from '../i18n/formats.js';
import type { MessagesOfParts, MessagesWith, PartName } from '../i18n/messages.js';
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
  /** What the address of the page asks for, besides showing the comment that it names. */
  commandsInAddress(id: CommentId): readonly Command[];
  /** Loads what renders a panel. */
  loadPanel(panel: Panel): Promise<unknown>;
  /** Renders a panel whose code is being loaded, or why it could not be. */
  renderLoading(panel: Panel): unknown;
}

/** A file with features, and the parts of the messages that they need. */
interface LoadableFile {
  readonly load: () => Promise<FeatureModule<never>>;
  readonly needs?: readonly PartName[];
}

interface SectionParts {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly returning: ReturningReader;
  readonly settings: () => Settings;
  /** The features of the first download, and files with further ones. */
  readonly features: readonly FeatureClass[];
  readonly files: Readonly<Record<string, LoadableFile>>;
}

/** The section with what its frame needs: the code of its features, and what they render. `Loaded`: see `Section`. */
export class SectionFrame<Loaded = unknown> implements Section<Loaded> {
  readonly view = new ListView(() => this.host.requestUpdate());
  readonly store: DiscussionStore;
  readonly returning: ReturningReader;
  readonly announce: (text: string) => void;
  /** Carries out commands. Undefined until the file `visit` is loaded. */
  dispatcher: Dispatcher | undefined;
  /** The features that are loaded. */
  readonly features: AnyFeature[] = [];
  /** The files with further features, by name. */
  readonly files = new Map<string, LazyModule<readonly AnyFeature[]>>();
  /** The files that could not be loaded for a command that concerns no comment. */
  readonly lost = new Set<string>();

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
    for (const [name, file] of Object.entries(files))
      this.files.set(name, new LazyModule(host, () => this.startFile(file)));
    this.start(features);
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

  /** Loads a file together with the messages that it needs, and creates its features. */
  async startFile({ load, needs = [] }: LoadableFile): Promise<readonly AnyFeature[]> {
    const [{ features }, section] = await this.withMessages(load(), ...needs);
    return section.start(features as readonly FeatureClass<Loaded>[]);
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
    const isLoaded = this.files.get('visit')?.ready ?? (await this.loadFor(command, 'visit'));
    if (isLoaded) await this.dispatcher?.run(command);
  }

  /**
   * Loads the file that carries out a command. Resolves with undefined if it cannot be loaded: the comment says so, or the frame if the
   * command concerns no comment.
   */
  async loadFor(command: Command, name: string): Promise<readonly AnyFeature[] | undefined> {
    const features = await this.files.get(name)?.load();
    this.lost.delete(name);
    if (features) return features;
    if ('id' in command) this.#failToLoad(command.id);
    else {
      this.lost.add(name);
      this.host.requestUpdate();
    }
    return undefined;
  }

  /** Renders what is open below a comment. */
  renderPanel(panel: Panel, comment: Comment): unknown {
    const feature = this.features.find(({ panels }) => panels && panel in panels);
    if (feature) return feature.panels?.[panel]?.(comment, panel as never);
    return this.dispatcher?.renderLoading(panel);
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
  #failToLoad(id: CommentId): void {
    const { formFailed, causes } = this.messages;
    this.view.fail(id, { text: formFailed(causes.network) });
  }
}
