import { html } from 'lit';
import type { VisitMessages } from '../i18n/messages.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';
import type { CommentsAction } from './events/action-events.js';
import { moduleFailure } from './frame/failure.js';
import type { LazyModule } from './lazy-module.js';
import { reportRequest } from './report-action.js';
import type { Dispatcher, FeatureFile, SectionFrame } from './section-frame.js';

/** Which file has the feature for a command or a panel. `features.ts` fills it. */
export interface DispatchTable {
  readonly files: Readonly<Record<string, FeatureFile>>;
  readonly commands: Readonly<Record<Command['type'], string>>;
  readonly panels: Readonly<Record<Panel, string>>;
}

/** Carries out commands with the features of files that are loaded on demand. */
export class TableDispatcher implements Dispatcher {
  readonly #section: SectionFrame;
  readonly #table: DispatchTable;

  constructor(section: SectionFrame<VisitMessages>, table: DispatchTable) {
    this.#section = section;
    this.#table = table;
    section.addFiles(table.files);
    section.dispatcher = this;
  }

  async run(command: Command): Promise<void> {
    const { type } = command;
    const file = this.#section.files.get(this.#table.commands[type])!;
    const features = file.ready ?? (await this.#section.loadFor(command, file));
    if (!features) return;
    const handler = features.find(({ commands }) => commands && type in commands)?.commands?.[type];
    const id = 'id' in command ? command.id : undefined;
    await reportRequest(this.#section, type as CommentsAction, Promise.resolve(handler?.(command as never)), id);
  }

  async loadPanel(panel: Panel): Promise<unknown> {
    return this.#fileOf(panel).load();
  }

  renderLoading(panel: Panel): unknown {
    const { messages } = this.#section;
    const file = this.#fileOf(panel);
    return file.error ? moduleFailure(file, messages) : html`<p class="small muted">${messages.loading}</p>`;
  }

  #fileOf(panel: Panel): LazyModule<unknown> {
    return this.#section.files.get(this.#table.panels[panel])!;
  }
}
