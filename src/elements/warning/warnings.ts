/** Loaded for warned readers only: the warning that stands in the place of their forms. */
import { html, type TemplateResult } from 'lit';
import type { ModerationMessages } from '../../i18n/messages.js';
import { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { defineOnce } from '../define-once.js';
import type { Section } from '../section.js';
import { WarningNotice } from './warning-notice.js';

export class Warnings {
  readonly #section: Section;
  readonly #messages: ModerationMessages;
  /** The warning that was last announced: it is announced once, however many forms are open. */
  #announced: string | undefined;

  constructor(section: Section, messages: ModerationMessages) {
    this.#section = section;
    this.#messages = messages;
    defineOnce('article-comments-warning', WarningNotice);
  }

  /** The warning of the viewer, who has one. */
  render(): TemplateResult {
    const { store, root, messages } = this.#section;
    const warning = store.state.viewer.warning!;
    if (this.#announced !== warning.id) {
      this.#announced = warning.id;
      const wasWriting = root.activeElement?.matches('textarea') ?? false;
      void this.#announce(`${this.#messages.warning}: ${warning.message}`, wasWriting);
    }
    return html`
      <article-comments-warning
        .warning=${warning}
        .canAcknowledge=${Boolean(store.adapter?.acknowledgeWarning)}
        .messages=${messages}
        .labels=${this.#messages}
        .writer=${this.#section.shared(DiscussionWriter)}
        .announce=${this.#section.announce}
      ></article-comments-warning>
    `;
  }

  /** Announces the warning. Focus that was in a form moves to the button that replaces it. */
  async #announce(text: string, wasWriting: boolean): Promise<void> {
    const { host, root } = this.#section;
    await host.updateComplete;
    await root.querySelector('article-comments-warning')?.updateComplete;
    this.#section.announce(text);
    if (wasWriting && !root.activeElement) root.querySelector<HTMLElement>('[part~=acknowledge]')?.focus();
  }
}
