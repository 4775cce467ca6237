import { html, nothing } from 'lit';
import type { VisitMessages } from '../i18n/messages.js';
import type { CommentId } from '../model/adapter.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import type { CommentsAction } from './events/action-events.js';
import type { AnyFile } from './feature-files.js';
import { failure, moduleFailure } from './frame/failure.js';
import { LazyModule } from './lazy-module.js';
import { focusHeading } from './list/focus-comment.js';
import { reportRequest } from './report-action.js';
import type { Feature, Place } from './section.js';
import type { Dispatcher, SectionFrame } from './section-frame.js';

/** Which file has the feature for a command or a panel. `features.ts` fills it. */
export interface DispatchTable {
  readonly files: Readonly<Record<string, AnyFile>>;
  /** By command: a file, or `visit` for the features that are loaded with the table. */
  readonly commands: Readonly<Record<Command['type'], string>>;
  readonly panels: Readonly<Record<Panel, string>>;
}

/** Loads features, and carries out commands. */
export class TableDispatcher implements Dispatcher, Feature {
  readonly #section: SectionFrame;
  readonly #table: DispatchTable;
  readonly #files: readonly (readonly [name: string, row: AnyFile, file: LazyModule<unknown>])[];

  constructor(section: SectionFrame<VisitMessages>, table: DispatchTable) {
    this.#section = section;
    this.#table = table;
    this.#files = Object.entries(table.files).map(([name, row]) => {
      const file = new LazyModule(section.host, () => section.startFile(row));
      section.files.set(name, file);
      return [name, row, file];
    });
    section.dispatcher = this;
  }

  readonly frame = {
    form: () => this.#renderFailures('form'),
    'above-list': () => this.#renderFailures('above-list'),
    'below-list': () => this.#renderFailures('below-list'),
  };

  /** Starts loading what this reader needs without a press. */
  afterUpdate(): void {
    for (const [, row, file] of this.#files) if (!file.module && this.#isNeeded(row)) file.request();
  }

  isReady(): boolean {
    return this.#files.every(([, { isAwaited }, { module, error }]) => module ?? error ?? !isAwaited?.(this.#section));
  }

  async run(command: Command): Promise<void> {
    const { type } = command;
    const name = this.#table.commands[type];
    const features =
      name === 'visit'
        ? this.#section.features
        : (this.#section.files.get(name)?.ready ?? (await this.#section.loadFor(command, name)));
    if (!features) return;
    const handler = features.find(({ commands }) => commands && type in commands)?.commands?.[type];
    const id = 'id' in command ? command.id : undefined;
    await reportRequest(this.#section, type as CommentsAction, Promise.resolve(handler?.(command as never)), id);
  }

  commandsInAddress(id: CommentId): readonly Command[] {
    return Object.values(this.#table.files).flatMap(({ inAddress }) => inAddress?.(this.#section, id) ?? []);
  }

  async loadPanel(panel: Panel): Promise<unknown> {
    return this.#fileOf(panel)?.load();
  }

  renderLoading(panel: Panel): unknown {
    const { messages } = this.#section;
    const file = this.#fileOf(panel);
    return file?.error ? moduleFailure(file, messages) : html`<p class="small muted">${messages.loading}</p>`;
  }

  #isNeeded({ isAwaited, isWanted }: AnyFile): boolean | undefined {
    return isAwaited?.(this.#section) || isWanted?.(this.#section);
  }

  /** The files that could not be loaded, although this reader needs them. */
  #renderFailures(place: Place): unknown {
    const { messages, lost, root } = this.#section;
    return this.#files.map(([name, row, file]) => {
      if (!file.error || (row.failure ?? 'above-list') !== place) return nothing;
      if (!lost.has(name) && !this.#isNeeded(row)) return nothing;
      return failure(messages.moreFailed, file.error, messages, () => {
        // The button is removed with the failure.
        focusHeading(root);
        void file.load();
      });
    });
  }

  #fileOf(panel: Panel): LazyModule<unknown> | undefined {
    return this.#section.files.get(this.#table.panels[panel]);
  }
}
