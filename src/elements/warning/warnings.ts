/** Loaded for warned readers only: the warning that stands in the place of their forms. */
import { html, type TemplateResult } from 'lit';
import type { ModerationWords } from '../../i18n/messages.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { defineOnce } from '../define-once.js';
import type { Announcer } from '../frame/announcer.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { WarningNotice } from './warning-notice.js';

interface WarningsOptions {
  readonly store: DiscussionStore;
  readonly writer: DiscussionWriter;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly words: ModerationWords;
}

export class Warnings {
  readonly #host: SectionHost;
  readonly #options: WarningsOptions;
  /** The warning that was last announced: one is said once, however many forms are open. */
  #announced: string | undefined;

  constructor(host: SectionHost, options: WarningsOptions) {
    this.#host = host;
    this.#options = options;
    defineOnce('article-comments-warning', WarningNotice);
  }

  /** The warning of the viewer, who has one. */
  render(): TemplateResult {
    const { store, writer, locale, announcer, words } = this.#options;
    const { viewer } = store.state;
    const warning = viewer.warning!;
    const { messages } = locale;
    if (this.#announced !== warning.id) {
      this.#announced = warning.id;
      const wasWriting = this.#host.renderRoot.activeElement?.matches('textarea') ?? false;
      void this.#tell(`${words.warning}: ${warning.message}`, wasWriting);
    }
    return html`
      <article-comments-warning
        .warning=${warning}
        .canAcknowledge=${Boolean(store.adapter?.acknowledgeWarning)}
        .messages=${messages}
        .words=${words}
        .writer=${writer}
        .announce=${announcer.announce}
      ></article-comments-warning>
    `;
  }

  /** Says it. Focus that was in a form goes to the button in its place. */
  async #tell(text: string, wasWriting: boolean): Promise<void> {
    const { renderRoot, updateComplete } = this.#host;
    await updateComplete;
    await renderRoot.querySelector('article-comments-warning')?.updateComplete;
    this.#options.announcer.announce(text);
    if (wasWriting && !renderRoot.activeElement) renderRoot.querySelector<HTMLElement>('[part~=acknowledge]')?.focus();
  }
}
