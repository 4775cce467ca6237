import { html, nothing } from 'lit';
import type { Comment } from '../../model/adapter.js';
import { isAsking, isSignedOut, writerName } from '../../model/state/permissions.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import { elementId } from '../page/element-id.js';
import type { Feature, Section } from '../section.js';
import type { ComposerContext } from './comment-composer.js';
import { EarlyInput } from './early-input.js';

/** The forms for comments and replies, until and after their code is loaded. */
export class Composing implements Feature<never, 'reply'> {
  readonly #section: Section;
  readonly #code: LazyModule<unknown>;
  readonly #earlyInput: EarlyInput;

  constructor(section: Section) {
    this.#section = section;
    this.#code = section.takingPart;
    this.#earlyInput = new EarlyInput(section.host, this.#code);
  }

  readonly panels = { reply: (comment: Comment) => this.#renderForm(comment) };

  readonly frame = { form: () => this.#render() };

  /** While the form of the last discussion is still rendered: its text has to be saved. */
  beforeUpdate(): void {
    if (this.#earlyInput.update(this.#section.store.state)) this.#section.view.reset();
  }

  /** Whether there is a form for new comments: to post, or to save a text after the discussion has closed. */
  hasForm(): boolean {
    const { state } = this.#section.store;
    const isAccepting = state.access.state === 'open' && !state.info?.posting?.refusal && !isAsking(state);
    return this.#canSubmit && (isAccepting || this.#earlyInput.holdsText);
  }

  /** Until the adapter is loaded, it is assumed that comments can be posted. */
  get #canSubmit(): boolean {
    const { adapter } = this.#section.store;
    return !adapter || Boolean(adapter.submit);
  }

  #render(): unknown {
    const { state } = this.#section.store;
    const { opening, access, info } = state;
    if (access.state === 'unknown' || isAsking(state))
      return this.#canSubmit && opening.state !== 'ready' ? html`<div class="composer-space"></div>` : nothing;
    // The refusal is rendered with the rest of the code.
    if (access.state === 'open' && info?.posting?.refusal) this.#code.request();
    return this.hasForm() ? this.#renderForm() : nothing;
  }

  /**
   * The form as every reader gets it: a label, a text box and a button. The code is loaded when a reader turns to the form. It takes over
   * the same text box and renders everything else, so that no keystroke is lost.
   */
  #renderForm(parent?: Comment): unknown {
    const { store, messages } = this.#section;
    const { warning } = store.state.viewer;
    const { isActivated } = this.#earlyInput;
    if (warning) this.#code.request();
    const notice = this.#section.formNotice(isActivated);
    if (notice?.takesPlace) return notice.content;
    // A text that was typed before the code is loaded stays where it is.
    if (warning && !this.#code.module && !this.#code.error && !isActivated)
      return html`<div class="composer-space"></div>`;
    const isActive = (parent || isActivated) && this.#code.module;
    const context: ComposerContext | undefined = isActive
      ? { snapshot: store.state, draftKey: { ...this.#earlyInput.draftKey, reply: parent?.id } }
      : undefined;
    const id = parent ? elementId('body', parent.id) : 'body';
    const label = parent ? messages.yourReply(parent.author?.name || messages.anonymous) : messages.yourComment;
    const onActivate = parent ? this.#earlyInput.onActivateReply : this.#earlyInput.onActivate;
    return html`
      ${parent ? nothing : notice?.content}
      <article-comments-composer
        part="composer"
        class=${parent ? 'panel' : 'composer'}
        .section=${this.#section}
        .parent=${parent}
        .context=${context}
      >
        <form
          novalidate
          @focusin=${onActivate}
          @pointerdown=${onActivate}
          @input=${this.#earlyInput.onInput}
          @submit=${this.#earlyInput.onSubmit}
        >
          <label part="label" for=${id}>${label}</label>
          <textarea part="textbox" id=${id} rows=${parent ? 2 : 4}></textarea>
          <div class="rest">
            ${context ? nothing : this.#renderFoot(parent ? messages.postReply : messages.post)}
            ${moduleFailure(this.#code, messages)}
          </div>
        </form>
      </article-comments-composer>
    `;
  }

  #renderFoot(post: string): unknown {
    const { store, messages } = this.#section;
    const writer = writerName(store.state);
    return html`
      <div class="foot small">
        ${writer && html`<p part="composer-note" class="writer muted">${messages.postingAs(writer)}</p>`}
        ${this.#earlyInput.isUnsaved ? html`<span class="muted">${messages.draftNotKept}</span>` : nothing}
        <button part="button post" class="primary" type="submit">
          ${isSignedOut(store.state) ? messages.signInToPost : post}
        </button>
      </div>
    `;
  }
}
