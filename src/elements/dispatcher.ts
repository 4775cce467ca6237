import { reportRequest } from './report-action.js';
import type { VisitMessages } from '../i18n/messages.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import { html, nothing } from 'lit';
import type { CommentsAction } from './events/action-events.js';
import { failure, moduleFailure } from './frame/failure.js';
import { LazyModule } from './lazy-module.js';
import { focusHeading } from './list/focus-comment.js';
import type { AnyFeature, Dispatcher, Feature, FeatureClass, Place, Section } from './section.js';

/** The section when most features are loaded. */
export type VisitSection = Section<VisitMessages>;

/** Which file has the feature for a command or a panel. `features.ts` fills it. */
export interface FeatureTable {
  /** The features that are loaded with the table. */
  readonly visit: readonly FeatureClass<VisitMessages>[];
  /** The files that are loaded on demand. Each loader creates its features. */
  readonly files: Readonly<Record<string, (section: VisitSection) => Promise<readonly AnyFeature[]>>>;
  /** By command: its file, `visit` or `composer`. */
  readonly commands: Readonly<Record<Command['type'], string>>;
  readonly panels: Readonly<Record<Panel, string>>;
  /** The files that a reader needs without a press, and when. */
  readonly wanted: Readonly<Partial<Record<string, (section: Section) => boolean>>>;
  /** The files without which the comments must not be rendered, and when. */
  readonly awaited: Readonly<Partial<Record<string, (section: Section) => boolean>>>;
  /** Where a failed download is reported. Default: above the list. */
  readonly failures: Readonly<Partial<Record<string, Place>>>;
}

/** Loads features and carries out commands. */
export class TableDispatcher implements Dispatcher, Feature {
  readonly #section: VisitSection;
  readonly #table: FeatureTable;
  readonly #files: ReadonlyMap<string, LazyModule<readonly AnyFeature[]>>;
  /** The files of commands that were lost, because their code could not be loaded. */
  readonly #lost = new Set<string>();

  constructor(section: VisitSection, table: FeatureTable) {
    this.#section = section;
    this.#table = table;
    const entries = Object.entries(table.files).map(
      ([name, load]) => [name, new LazyModule(section.host, () => load(section))] as const,
    );
    this.#files = new Map([...entries, ['composer', section.composer]]);
    section.features.push(this);
    section.start(table.visit);
  }

  readonly frame = {
    form: () => this.#renderFailures('form'),
    'above-list': () => this.#renderFailures('above-list'),
    'below-list': () => this.#renderFailures('below-list'),
  };

  /** Starts loading what this reader needs without a press. */
  afterUpdate(): void {
    for (const [name, file] of this.#files) if (!file.module && this.#isWanted(name)) file.request();
  }

  isReady(): boolean {
    return [...this.#files].every(([name, file]) => file.module ?? file.error ?? !this.#isAwaited(name));
  }

  async run(command: Command): Promise<void> {
    const { type } = command;
    const id = 'id' in command ? command.id : undefined;
    const name = this.#table.commands[type];
    const file = this.#files.get(name);
    const features = file ? (file.ready ?? (await file.load())) : this.#section.features;
    if (features) {
      this.#lost.delete(name);
      const handler = features.find(({ commands }) => commands && type in commands)?.commands?.[type];
      await reportRequest(this.#section, type as CommentsAction, Promise.resolve(handler?.(command as never)), id);
    } else if (id !== undefined) this.#section.failToLoad(id);
    else {
      this.#lost.add(name);
      this.#section.host.requestUpdate();
    }
  }

  async loadPanel(panel: Panel): Promise<unknown> {
    return this.#files.get(this.#table.panels[panel])?.load();
  }

  renderLoading(panel: Panel): unknown {
    const { messages } = this.#section;
    const file = this.#files.get(this.#table.panels[panel]);
    return file?.error ? moduleFailure(file, messages) : html`<p class="small muted">${messages.loading}</p>`;
  }

  #isWanted(name: string): boolean {
    return this.#isAwaited(name) || (this.#table.wanted[name]?.(this.#section) ?? false);
  }

  #isAwaited(name: string): boolean {
    return this.#table.awaited[name]?.(this.#section) ?? false;
  }

  /** The files that could not be loaded, although this reader needs them. */
  #renderFailures(place: Place): unknown {
    const { messages, root } = this.#section;
    const { failures } = this.#table;
    const failed = [...this.#files].flatMap(([name, file]) => {
      const isNeeded = this.#lost.has(name) || this.#isWanted(name);
      if (!file.error || !isNeeded || (failures[name] ?? 'above-list') !== place) return [];
      const onRetry = (): void => {
        // The button is removed with the failure, and must not take the focus with it.
        focusHeading(root);
        void file.load();
      };
      return [failure(messages.moreFailed, file.error, messages, onRetry)];
    });
    return failed.length > 0 ? failed : nothing;
  }
}
