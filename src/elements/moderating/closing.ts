/** Loaded for moderators who may close the discussion. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ChangingMessages, TakingPartMessages } from '../../i18n/messages.js';
import { DiscussionWriter } from '../../model/discussion/discussion-writer.js';
import type { CommandOf } from '../../presentation/command.js';
import { CommentsErrorEvent } from '../events/reading-events.js';
import { changeFailure } from '../frame/change-failure.js';
import { reportRequest } from '../report-action.js';
import type { ActionOutcome, Feature, Section } from '../section.js';
import { shared } from '../shared.js';
import { mayClose } from './who-moderates.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** A moderator closes the discussion in two steps, and opens it in one. */
    'ask-to-close': unknown;
    'keep-open': unknown;
    'set-closed': { readonly closed: boolean };
  }
}

/**
 * Closes the discussion for everyone, after a confirmation, and opens it again.
 *
 * @csspart moderation - The controls that close and reopen the discussion, for moderators.
 * @csspart moderate - Closes or reopens the discussion.
 * @csspart close-now - Confirms closing the discussion.
 * @csspart keep-open - Leaves the discussion open.
 *
 * @action close-discussion - The discussion was closed. Calls the backend.
 * @action open-discussion - The discussion was reopened. Calls the backend.
 */
class Closing implements Feature<'ask-to-close' | 'keep-open' | 'set-closed'> {
  readonly #section: Section<TakingPartMessages & ChangingMessages>;
  #step: 'idle' | 'asking' | 'busy' = 'idle';
  #problem = '';

  /** The key of the discussion that the question concerns. */
  #discussion: string | undefined;

  constructor(section: Section<TakingPartMessages & ChangingMessages>) {
    this.#section = section;
  }

  readonly commands = {
    'ask-to-close': (): Promise<void> => this.#show('asking'),
    'keep-open': async (): Promise<void> => {
      if (this.#step === 'asking') await this.#show('idle');
    },
    'set-closed': ({ closed }: CommandOf<'set-closed'>): Promise<void> => this.#request(closed),
  };

  readonly frame = { form: () => (mayClose(this.#section) ? this.#render() : nothing) };

  /** Resets the question and the failure when another discussion is open. */
  beforeUpdate(): void {
    const { discussion } = this.#section.store.state;
    if (!discussion || discussion.key === this.#discussion) return;
    this.#discussion = discussion.key;
    this.#step = 'idle';
    this.#problem = '';
  }

  async #request(closed: boolean): Promise<void> {
    if (this.#step === 'busy') return;
    await reportRequest(this.#section, closed ? 'close-discussion' : 'open-discussion', this.#setClosed(closed));
  }

  async #setClosed(closed: boolean): Promise<ActionOutcome> {
    const { host, store, messages } = this.#section;
    const session = store.session();
    const before = this.#step;
    const hadFocus = this.#hasFocus;
    await this.#show('busy');
    const outcome = await shared(this.#section, DiscussionWriter).setClosed(closed, session);
    // Another discussion is open.
    if (outcome.type === 'aborted') return undefined;
    if (outcome.type === 'failed') {
      const { error } = outcome;
      const text = changeFailure(error, messages, closed ? messages.closeFailed : messages.openFailed);
      await this.#show(before, text, hadFocus);
      host.dispatchEvent(new CommentsErrorEvent(error, 'close'));
      return 'failed';
    }
    this.#section.announce(closed ? messages.closedNow : messages.openedNow);
    await this.#show('idle', '', hadFocus);
    return 'done';
  }

  /** Nothing if the discussion can be neither closed nor opened. */
  #render(): TemplateResult | typeof nothing {
    const { store, messages } = this.#section;
    const { state } = store.state.access;
    if (state !== 'open' && state !== 'closed') return nothing;
    const isBusy = this.#step === 'busy';
    const open = html`
      <button part="button moderate" class="muted" type="button" aria-disabled=${isBusy} @click=${this.#section.on({ type: 'set-closed', closed: false })}>
        ${messages.openDiscussion}
      </button>
    `;
    const close = html`
      <button part="button moderate" class="muted" type="button" aria-disabled=${isBusy} @click=${this.#section.on({ type: 'ask-to-close' })}>
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
    const { messages } = this.#section;
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
          <button part="button keep-open" type="button" @click=${this.#section.on({ type: 'keep-open' })}>${messages.keepOpen}</button>
          <button
            part="button close-now"
            class="primary"
            type="button"
            aria-disabled=${this.#step === 'busy'}
            @click=${this.#section.on({ type: 'set-closed', closed: true })}
          >
            ${messages.closeNow}
          </button>
        </div>
      </div>
    `;
  }

  get #hasFocus(): boolean {
    return this.#section.root.querySelector('[part=moderation] :focus') !== null;
  }

  /** Renders a step. If the focus was here and is lost with the button that was pressed, it moves to the first button. */
  async #show(step: 'idle' | 'asking' | 'busy', problem = '', hadFocus = this.#hasFocus): Promise<void> {
    this.#step = step;
    this.#problem = problem;
    this.#section.host.requestUpdate();
    await this.#section.host.updateComplete;
    if (!hadFocus || document.activeElement !== document.body) return;
    this.#section.root.querySelector<HTMLElement>('[part=moderation] button')?.focus();
  }

  readonly #onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape') void this.#section.run({ type: 'keep-open' });
  };
}

export const features = [Closing] as const;
