import { html, nothing } from 'lit';
import type { TakingPartMessages } from '../../i18n/messages.js';
import type { Comment, Viewer } from '../../model/adapter.js';
import { type DraftKey, isSameKey, keyPrefix } from '../../model/drafts/draft.js';
import { acceptsPosts, isAsking, isSignedOut, writerName } from '../../model/state/permissions.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import { elementId } from '../page/element-id.js';
import type { Feature, Section } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import type { CommentComposer, ComposerContext } from './comment-composer.js';
import { EarlyText, hasDraft } from './early-text.js';

/** Drafts that were written before signing in also belong to a viewer who is signed in. */
const ANONYMOUS: Viewer = { state: 'anonymous' };

/**
 * The forms for comments and replies, until and after their code is loaded: loads it when a reader turns to a form, saves what is typed
 * before that, and submits after an early press of the button.
 *
 * @csspart composer - The form for a comment or a reply.
 * @csspart post - The button that posts.
 */
export class Composing implements Feature<never, 'reply'> {
  readonly #section: SectionFrame;
  readonly #code: LazyModule<unknown>;
  /** What the draft in the form for new comments belongs to. */
  #draftKey: DraftKey = { discussion: '', viewer: { state: 'unknown' } };
  /** Texts that were typed before the code was loaded, by their form. */
  readonly #early = new WeakMap<CommentComposer, EarlyText>();
  /** True while the form holds text that the discussion does not accept. */
  #holdsText = false;
  /** True if what was typed could not be saved beyond this page. */
  #isUnsaved = false;

  constructor(section: SectionFrame) {
    this.#section = section;
    this.#code = section.files.get('composer')!;
  }

  readonly panels = { reply: (comment: Comment) => this.#renderForm(comment) };

  readonly frame = { form: () => this.#render() };

  /** While the form of the last discussion and viewer is still rendered. */
  beforeUpdate(): void {
    const { store, view } = this.#section;
    const { discussion, viewer, access } = store.state;
    if (!discussion || access.state === 'unknown') return;
    const before = this.#draftKey;
    this.#draftKey = { discussion: discussion.key, viewer };
    const isAnother = discussion.key !== before.discussion;
    // Each response names the viewer anew. That alone moves no text.
    if (isAnother || !isSameKey(before, this.#draftKey)) this.#moveEarlyTexts(before);
    if (isAnother) view.reset();
    this.#holdsText = this.#canSubmit && !acceptsPosts(store.state) && this.#hasText();
    if (!this.#holdsText) return;
    this.#openForm();
    this.#code.request();
  }

  /** Whether there is a form for new comments: to post, or to save a text after the discussion has closed. */
  hasForm(): boolean {
    const { state } = this.#section.store;
    const isAccepting = acceptsPosts(state) && !isAsking(state);
    return this.#canSubmit && (isAccepting || this.#holdsText);
  }

  #openForm(): void {
    const { view } = this.#section;
    if (!view.isFormOpen) view.change({ isFormOpen: true });
  }

  /** Whether a text for the discussion is in the form or saved. */
  #hasText(): boolean {
    const key = this.#draftKey;
    return (
      Boolean(this.#section.root.querySelector<HTMLTextAreaElement>('#body')?.value.trim()) ||
      [key.viewer, ANONYMOUS].some((viewer) => hasDraft(keyPrefix({ ...key, viewer })))
    );
  }

  /** Until the adapter is loaded, it is assumed that comments can be posted. */
  get #canSubmit(): boolean {
    const { adapter } = this.#section.store;
    return !adapter || Boolean(adapter.submit);
  }

  #render(): unknown {
    const { state } = this.#section.store;
    const { opening, access } = state;
    if (access.state === 'unknown' || isAsking(state))
      return this.#canSubmit && opening.state !== 'ready' ? html`<div class="composer-space"></div>` : nothing;
    return this.hasForm() ? this.#renderForm() : nothing;
  }

  /**
   * The form as every reader gets it: a label, a text box and a button. The code is loaded when a reader turns to the form. At the first
   * character, it takes over the same text box and renders everything else: until then, nothing moves. The form of a reply, which a reader
   * has opened, is taken over at once.
   */
  #renderForm(parent?: Comment): unknown {
    const { store, view, messages } = this.#section;
    const { warning } = store.state.viewer;
    const { isFormOpen } = view;
    const notice = this.#section.formNotice(isFormOpen);
    if (notice?.takesPlace) return notice.content;
    // A text that was typed before the code is loaded stays where it is.
    if (warning && !this.#code.settle() && !isFormOpen) return html`<div class="composer-space"></div>`;
    const context: ComposerContext | undefined =
      (parent || isFormOpen) && this.#code.module
        ? { snapshot: store.state, draftKey: { ...this.#draftKey, reply: parent?.id } }
        : undefined;
    const id = parent ? elementId('body', parent.id) : 'body';
    const label = parent ? messages.yourReply(parent.author?.name || messages.anonymous) : messages.yourComment;
    // The element reads messages only when it has a context. By then, those of its code are loaded.
    const section = this.#section as Section as Section<TakingPartMessages>;
    const writer = writerName(store.state);
    const { load } = this.#code;
    const post = parent ? messages.postReply : messages.post;
    const foot = html`
      <div class="foot small">
        ${this.#isUnsaved ? html`<span class="muted">${messages.draftNotKept}</span>` : nothing}
        <button part="button post" class="primary" type="submit">
          ${isSignedOut(store.state) ? messages.signInToPost : post}
        </button>
      </div>
    `;
    return html`
      ${parent ? nothing : notice?.content}
      <article-comments-composer
        part="composer"
        class=${parent ? 'panel' : 'composer'}
        .section=${section}
        .parent=${parent}
        .context=${context}
      >
        <form
          class=${parent || isFormOpen ? '' : 'short'}
          novalidate
          @focusin=${load}
          @pointerdown=${load}
          @input=${this.#onInput}
          @submit=${this.#onSubmit}
        >
          <div class="top">
            <label part="label" for=${id}>${label}</label>
            ${writer && html`<p part="composer-note" class="writer small muted">${messages.postingAs(writer)}</p>`}
          </div>
          <textarea part="textbox" id=${id} rows="1"></textarea>
          <div class="rest">${context ? nothing : foot}</div>
        </form>
        ${moduleFailure(this.#code, messages)}
      </article-comments-composer>
    `;
  }

  /** Saves at once what was typed: the code may load at any time, or never. */
  readonly #onInput = ({ currentTarget }: Event): void => {
    const composer = composerOf(currentTarget);
    const isSaved = this.#save(composer);
    if (isSaved === this.#isUnsaved) this.#section.host.requestUpdate();
    this.#isUnsaved = !isSaved;
    if (!composer.parent) this.#openForm();
  };

  /** The button was pressed before the composer was loaded: submits as soon as it is. */
  readonly #onSubmit = async (event: Event): Promise<void> => {
    const composer = composerOf(event.currentTarget);
    // The composer handles this itself.
    if (composer.hasUpdated) return;
    event.preventDefault();
    const textarea = composer.querySelector('textarea')!;
    const pressed = textarea.value;
    if (!composer.parent) this.#openForm();
    const code = await this.#code.load();
    await composer.updateComplete;
    // A section that was removed meanwhile has saved the text. A text that was changed is not posted without another press.
    if (code && composer.isConnected && textarea.value === pressed) await composer.submit();
  };

  /** Saves the text of a form whose code is not loaded. Returns false if the browser cannot store it. */
  #save(composer: CommentComposer): boolean {
    if (composer.hasUpdated) return true;
    const text = this.#early.get(composer) ?? new EarlyText();
    this.#early.set(composer, text);
    return text.save({ ...this.#draftKey, reply: composer.parent?.id }, composer.querySelector('textarea')!.value);
  }

  /** Text typed before signing in belongs to the viewer who signs in. Any other text stays where it is saved, and leaves the form. */
  #moveEarlyTexts({ discussion, viewer }: DraftKey): void {
    const followsWriter = discussion === this.#draftKey.discussion && !viewer.author;
    for (const composer of this.#section.root.querySelectorAll('article-comments-composer')) {
      const text = this.#early.get(composer);
      if (!text || composer.hasUpdated) continue;
      this.#early.delete(composer);
      if (followsWriter) {
        text.save({ discussion, viewer }, '');
        this.#save(composer);
      } else composer.querySelector('textarea')!.value = '';
    }
  }
}

/** The composer of a form. */
const composerOf = (form: EventTarget | null): CommentComposer =>
  (form as Element).closest('article-comments-composer')!;
