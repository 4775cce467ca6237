import { html, type TemplateResult } from 'lit';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import { PanelForm } from '../forms/panel-form.js';
import { IDLE } from '../forms/submit-form.js';
import { permalink } from '../page/address.js';
import { readJson } from '../page/storage.js';
import type { Section } from '../section.js';
import { IN_ADDRESS, waitingVoteKey } from './waiting-vote.js';

/** Asks a signed-out viewer before a vote leads to the sign-in. `Voting` casts the vote once they have signed in. */
export class VoteForm extends PanelForm {
  /** Discards the waiting vote. */
  forget!: () => void;

  protected override firstUpdated(): void {
    void this.focusOn('[part~=sign-in]');
  }

  /** Starts the sign-in. */
  override async submit(): Promise<void> {
    if (this.phase.name === 'busy') return;
    this.phase = { name: 'busy' };
    await this.signIn({ action: 'vote', id: this.comment.id }, this.#returnUrl);
    if (this.phase.name === 'busy') this.phase = IDLE;
  }

  protected override render(): TemplateResult {
    const { messages, phase } = this;
    return html`
      <div role="group" aria-labelledby="vote-question" aria-describedby="vote-consequence">
        <b id="vote-question">${messages.signInToVote}</b>
        <p id="vote-consequence" class="muted">${messages.signInToVoteHint}</p>
        ${this.renderAlert()}
        <div class="foot">
          <button part="button cancel" type="button" @click=${this.close}>${messages.cancel}</button>
          <button
            part="button sign-in"
            class="primary"
            type="button"
            aria-disabled=${phase.name === 'busy'}
            @click=${this.#onSignIn}
          >
            ${messages.signIn}
          </button>
        </div>
      </div>
    `;
  }

  /** Where another page that signs the viewer in leads back to. It names the vote if the browser stores none. */
  get #returnUrl(): string {
    const { id } = this.comment;
    const key = waitingVoteKey(this.store.state.discussion?.key);
    const isStored = readJson('sessionStorage', key) ?? readJson('localStorage', key);
    const vote = this.section.view.panels.get(id) === 'up' ? 1 : -1;
    return permalink(id) + (isStored ? '' : IN_ADDRESS + vote);
  }

  protected override get signInElsewhere(): string {
    return this.messages.voteNeedsSignIn;
  }

  protected override close(): void {
    this.forget();
    super.close();
  }

  readonly #onSignIn = (): Promise<void> => this.submit();
}

/** Registers the form, and adopts its styles. */
export function defineVoteForm(section: Section): void {
  section.adoptStyles(formStyles);
  defineOnce('article-comments-vote-form', VoteForm);
}

declare global {
  interface HTMLElementTagNameMap {
    'article-comments-vote-form': VoteForm;
  }
}
