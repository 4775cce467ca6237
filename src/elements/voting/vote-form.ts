import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../define-once.js';
import { formStyles } from '../forms/forms.styles.js';
import { PanelForm } from '../forms/panel-form.js';
import { IDLE } from '../forms/submit-form.js';
import type { Section } from '../section.js';

/** Asks a signed-out viewer before a vote leads to the sign-in. `Voting` casts the vote once they have signed in. */
export class VoteForm extends PanelForm {
  static override properties: PropertyDeclarations = {
    forget: { attribute: false },
  };

  /** Discards the waiting vote. */
  forget!: () => void;

  protected override firstUpdated(): void {
    void this.focusOn('[part~=sign-in]');
  }

  /** Starts the sign-in. */
  override async submit(): Promise<void> {
    if (this.phase.name === 'busy') return;
    this.phase = { name: 'busy' };
    await this.signIn({ action: 'vote', id: this.comment.id });
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
