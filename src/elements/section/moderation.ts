/** What only those see who may close the discussion for everybody, or open it again. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import { moderating as words } from '../../locales/en/moderating.js';
import { CommentsErrorEvent } from '../events.js';
import { errorText } from './error-text.js';
import type { Section } from '../section.js';

type Step = 'idle' | 'asking' | 'busy';

export class Moderation {
  readonly #section: Section;
  #step: Step = 'idle';
  #problem = '';

  constructor(section: Section) {
    this.#section = section;
    section.words.add(words);
  }

  /** The control, where the discussion can be closed or opened. */
  render(): TemplateResult | typeof nothing {
    const { access } = this.#section.store.state;
    const messages = this.#messages;
    if (access.state !== 'open' && access.state !== 'closed') return nothing;
    const isOpen = access.state === 'open';
    const isBusy = this.#step === 'busy';
    return html`<div part="moderation" class="small">${
      isOpen && this.#step !== 'idle'
        ? html`<div class="notice" role="group" aria-labelledby="close-question" aria-describedby="close-consequence" @keydown=${this.#onKey}><b id="close-question">${messages.closeQuestion}</b><p id="close-consequence" class="muted">${messages.closeConsequence}</p><div class="foot"><button part="button keep-open" type="button" @click=${this.#onKeep}>${messages.keepOpen}</button><button part="button close-now" class="primary" type="button" aria-disabled=${isBusy} @click=${() => this.#set(true)}>${messages.closeNow}</button></div></div>`
        : html`<button part="button moderate" class="muted" type="button" aria-disabled=${isBusy} @click=${isOpen ? this.#onAsk : () => this.#set(false)}>${isOpen ? messages.closeDiscussion : messages.openDiscussion}</button>`
    }${this.#problem && html`<p role="alert" part="failure" class="failure">${this.#problem}</p>`}</div>`;
  }

  get #hasFocus(): boolean {
    return this.#section.root.querySelector('[part=moderation] :focus') !== null;
  }

  get #messages(): Messages {
    return this.#section.words.messages as Messages;
  }

  async #set(closed: boolean): Promise<void> {
    const { host, writing, announce } = this.#section;
    if (this.#step === 'busy') return;
    const before = this.#step;
    const hadFocus = this.#hasFocus;
    await this.#show('busy');
    await writing.load();
    const messages = this.#messages;
    const outcome = await writing.module?.writer.setClosed(closed);
    const error = outcome ? outcome.type === 'failed' && outcome.error : writing.error;
    if (error) {
      await this.#show(before, (closed ? messages.closeFailed : messages.openFailed)(errorText(error, messages)), hadFocus);
      host.dispatchEvent(new CommentsErrorEvent(error, 'close'));
      return;
    }
    if (outcome?.type === 'done') announce(closed ? messages.closedNow : messages.openedNow);
    await this.#show('idle', '', hadFocus);
  }

  /** Draws the next step; a focus that was here stays here. */
  async #show(step: Step, problem = '', hadFocus = this.#hasFocus): Promise<void> {
    const { host, root } = this.#section;
    this.#step = step;
    this.#problem = problem;
    host.requestUpdate();
    await host.updateComplete;
    // Unless its owner has gone elsewhere in the meantime.
    if (hadFocus && document.activeElement === document.body) root.querySelector<HTMLElement>('[part=moderation] button')?.focus();
  }

  readonly #onAsk = (): Promise<void> => this.#show('asking');

  readonly #onKeep = (): unknown => this.#step === 'asking' && this.#show('idle');

  readonly #onKey = ({ key }: KeyboardEvent): unknown => key === 'Escape' && this.#onKeep();
}
