import { reportRequest } from './report-action.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import { html, nothing } from 'lit';
import type { CommentsAction } from './events/action-events.js';
import { failure, moduleFailure } from './frame/failure.js';
import { LazyModule } from './lazy-module.js';
import { focusHeading } from './list/focus-comment.js';
import type { AnyFeature, Dispatcher, Feature, FeatureClass, FeatureModule, Place, Section } from './section.js';

/** Which file has the feature for a command or a panel. `features.ts` fills it. */
export interface FeatureTable {
  /** The features that are loaded with the table. */
  readonly visit: readonly FeatureClass[];
  /** The files that are loaded on demand. */
  readonly files: Readonly<Record<string, () => Promise<FeatureModule>>>;
  /** By command: its file, `visit` or `takingPart`. */
  readonly commands: Readonly<Record<Command['type'], string>>;
  readonly panels: Readonly<Record<Panel, string>>;
  /** The files that a reader needs without a press, and when. */
  readonly wanted: Readonly<Partial<Record<string, (section: Section) => boolean>>>;
  /** Where a failed download is reported. Default: above the list. */
  readonly failures: Readonly<Partial<Record<string, Place>>>;
}

/** Loads features and carries out commands. */
export class TableDispatcher implements Dispatcher, Feature {
  readonly #section: Section;
  readonly #table: FeatureTable;
  readonly #files: ReadonlyMap<string, LazyModule<readonly AnyFeature[]>>;
  /** The files of commands that were lost, because their code could not be loaded. */
  readonly #lost = new Set<string>();

  constructor(section: Section, table: FeatureTable) {
    this.#section = section;
    this.#table = table;
    const entries = Object.entries(table.files).map(
      ([name, load]) =>
        [name, new LazyModule(section.host, async () => section.start((await load()).features))] as const,
    );
    this.#files = new Map([...entries, ['takingPart', section.takingPart]]);
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
    for (const [name, isWanted] of Object.entries(this.#table.wanted))
      if (isWanted?.(this.#section)) this.#files.get(name)?.request();
  }

  async run(command: Command): Promise<void> {
    const { type } = command;
    const id = 'id' in command ? command.id : undefined;
    const name = this.#table.commands[type];
    const file = this.#files.get(name);
    const features = file ? (file.module ?? (await file.load())) : this.#section.features;
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

  /** The files that could not be loaded, although this reader needs them. */
  #renderFailures(place: Place): unknown {
    const { messages, root } = this.#section;
    const { failures, wanted } = this.#table;
    const failed = [...this.#files].flatMap(([name, file]) => {
      const isNeeded = this.#lost.has(name) || wanted[name]?.(this.#section);
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
