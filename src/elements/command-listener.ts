import type { ReactiveController } from 'lit';
import { type Command, CommandEvent } from './command.js';
import type { ListView } from './list/list-view.js';
import type { LazyModule } from './lazy-module.js';
import type { LocaleController } from './locale/locale-controller.js';
import type { SectionHost } from './section-host.js';

interface CommandListenerOptions {
  readonly view: ListView;
  readonly locale: LocaleController;
  /** What carries commands out. */
  readonly reading: LazyModule<{ readonly commands: { execute(command: Command): Promise<void> } }>;
}

/** Hears the commands of a section and has them carried out, as soon as the code for it has come. */
export class CommandListener implements ReactiveController {
  /** True when a command that concerns no single comment was lost, because that code could not be fetched. */
  hasFailed = false;
  readonly #host: SectionHost;
  readonly #options: CommandListenerOptions;

  constructor(host: SectionHost, options: CommandListenerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // On the root itself, so that a form that has just been removed is heard, too.
    this.#host.renderRoot.addEventListener(CommandEvent.type, this.#onCommand);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener(CommandEvent.type, this.#onCommand);
  }

  readonly #onCommand = (event: Event): void => void this.#carryOut((event as CommandEvent).command);

  async #carryOut(command: Command): Promise<void> {
    const { view, locale, reading } = this.#options;
    const { commands } = reading.module ?? (await reading.load()) ?? {};
    this.hasFailed = !commands && !('id' in command);
    if (commands) return commands.execute(command);
    const { messages } = locale;
    if ('id' in command) view.fail(command.id, { text: messages.formFailed(messages.causes.network) });
    else if (command.type === 'reload') this.#host.reload();
    this.#host.requestUpdate();
  }
}
