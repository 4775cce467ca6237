import { html, nothing, type TemplateResult } from 'lit';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import { CommandEvent, raise } from '../command.js';
import { CommentsErrorEvent } from '../events.js';
import type { Announcer } from '../frame/announcer.js';
import { changeFailure } from '../frame/change-failure.js';
import type { LazyModule } from '../lazy-module.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { SectionHost } from '../section-host.js';
import { type ActionOutcome, actionOutcome, tellResponse } from '../tell-action.js';

interface ClosingOptions {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly writing: LazyModule<{ readonly writer: DiscussionWriter }>;
}

/** Lets a moderator close the discussion for everyone, after a question, and open it again. Only moderators load it. */
export class ClosingControls {
  readonly #host: SectionHost;
  readonly #options: ClosingOptions;
  #step: 'idle' | 'asking' | 'busy' = 'idle';
  #problem = '';

  constructor(host: SectionHost, options: ClosingOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Forgets the question and what failed: another discussion is open. */
  reset(): void {
    this.#step = 'idle';
    this.#problem = '';
  }

  ask(): Promise<void> {
    return this.#show('asking');
  }

  async cancel(): Promise<void> {
    if (this.#step === 'asking') await this.#show('idle');
  }

  /** Closes or opens the discussion. */
  async setClosed(closed: boolean): Promise<void> {
    if (this.#step === 'busy') return;
    await tellResponse(this.#host, closed ? 'close-discussion' : 'open-discussion', this.#setClosed(closed));
  }

  async #setClosed(closed: boolean): Promise<ActionOutcome> {
    const { store, writing, announcer, locale } = this.#options;
    const session = store.session();
    const before = this.#step;
    const hadFocus = this.#hasFocus;
    await this.#show('busy');
    const { writer } = (await writing.load()) ?? {};
    const { messages } = locale;
    const outcome = await writer?.setClosed(closed, session);
    // The page has turned to another discussion.
    if (session?.signal.aborted) return undefined;
    const error = outcome?.type === 'failed' ? outcome.error : outcome ? undefined : writing.error;
    if (error) {
      await this.#show(
        before,
        changeFailure(error, messages, closed ? messages.closeFailed : messages.openFailed),
        hadFocus,
      );
      this.#host.dispatchEvent(new CommentsErrorEvent(error, 'close'));
      return 'failed';
    }
    if (outcome?.type === 'done') announcer.announce(closed ? messages.closedNow : messages.openedNow);
    await this.#show('idle', '', hadFocus);
    return outcome && actionOutcome(outcome);
  }

  /** Nothing where the discussion can be neither closed nor opened. */
  render(): TemplateResult | typeof nothing {
    const { store, locale } = this.#options;
    const { state } = store.state.access;
    const { messages } = locale;
    if (state !== 'open' && state !== 'closed') return nothing;
    const isBusy = this.#step === 'busy';
    const open = html`
      <button part="button moderate" class="muted" type="button" aria-disabled=${isBusy} @click=${raise({ type: 'set-closed', closed: false })}>
        ${messages.openDiscussion}
      </button>
    `;
    const close = html`
      <button part="button moderate" class="muted" type="button" aria-disabled=${isBusy} @click=${raise({ type: 'ask-to-close' })}>
        ${messages.closeDiscussion}
      </button>
    `;
    return html`
      <div part="moderation" class="small">
        ${state === 'closed' ? open : this.#step === 'idle' ? close : this.#renderQuestion()}
        ${this.#problem ? html`<p role="alert" part="failure" class="failure">${this.#problem}</p>` : nothing}
      </div>
    `;
  }

  #renderQuestion(): TemplateResult {
    const { messages } = this.#options.locale;
    return html`
      <div
        class="notice"
        role="group"
        aria-labelledby="close-question"
        aria-describedby="close-consequence"
        @keydown=${this.#onKey}
      >
        <b id="close-question">${messages.closeQuestion}</b>
        <p id="close-consequence" class="muted">${messages.closeConsequence}</p>
        <div class="foot">
          <button part="button keep-open" type="button" @click=${raise({ type: 'keep-open' })}>${messages.keepOpen}</button>
          <button
            part="button close-now"
            class="primary"
            type="button"
            aria-disabled=${this.#step === 'busy'}
            @click=${raise({ type: 'set-closed', closed: true })}
          >
            ${messages.closeNow}
          </button>
        </div>
      </div>
    `;
  }

  get #hasFocus(): boolean {
    return this.#host.renderRoot.querySelector('[part=moderation] :focus') !== null;
  }

  /** Draws the next step. Focus that was here stays here, unless the moderator has moved on. */
  async #show(step: 'idle' | 'asking' | 'busy', problem = '', hadFocus = this.#hasFocus): Promise<void> {
    this.#step = step;
    this.#problem = problem;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (!hadFocus || document.activeElement !== document.body) return;
    this.#host.renderRoot.querySelector<HTMLElement>('[part=moderation] button')?.focus();
  }

  readonly #onKey = ({ key, currentTarget }: KeyboardEvent): void => {
    if (key === 'Escape') currentTarget?.dispatchEvent(new CommandEvent({ type: 'keep-open' }));
  };
}
