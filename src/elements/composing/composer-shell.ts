import { html, nothing } from 'lit';
import type { Comment } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isSignedOut, writerName } from '../../model/state/permissions.js';
import type { Announcer } from '../frame/announcer.js';
import { elementId } from '../page/element-id.js';
import { moduleFailure } from '../frame/failure.js';
import type { LazyModule } from '../lazy-module.js';
import type { LocaleController } from '../locale/locale-controller.js';
import type { WritingFeatures } from '../writing-features.js';
import type { ComposerContext } from './composer-context.js';
import type { EarlyInput } from './early-input.js';

/** What the form works with. */
export interface ComposerShell {
  readonly store: DiscussionStore;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly writing: LazyModule<WritingFeatures>;
  readonly earlyInput: EarlyInput;
  /** The comment replied to; absent in the form for new comments. */
  readonly parent?: Comment;
}

/**
 * The composer as every reader gets it: a label, a text box and a button. The element itself comes when somebody turns to the
 * form, takes over this same text box, and draws everything else. So no key is lost between the two.
 */
export function composerShell({ store, locale, announcer, writing, earlyInput, parent }: ComposerShell): unknown {
  const { messages, formats } = locale;
  const { warning } = store.state.viewer;
  const told = warning && writing.request()?.viewersWarning(earlyInput.isActivated);
  if (told?.takesPlace) return told.content;
  // What was typed before the code has come stays where it is.
  if (warning && !writing.module && !writing.error && !earlyInput.isActivated)
    return html`<div class="composer-space"></div>`;
  const { place } = earlyInput;
  const features = parent || earlyInput.isActivated ? writing.module : undefined;
  const context: ComposerContext | undefined = features && {
    snapshot: store.state,
    place: { ...place, reply: parent?.id },
    writer: features.writer,
    drafts: features.drafts,
    guest: features.guest,
  };
  const id = parent ? elementId('body', parent.id) : 'body';
  const label = parent ? messages.yourReply(parent.author?.name || messages.anonymous) : messages.yourComment;
  const post = parent ? messages.postReply : messages.post;
  const writer = writerName(store.state);
  const onActivate = parent ? earlyInput.onActivateReply : earlyInput.onActivate;
  return html`
    ${parent ? nothing : told?.content}
    <article-comments-composer
      part="composer"
      class=${parent ? 'panel' : 'composer'}
      .parent=${parent}
      .store=${store}
      .context=${context}
      .messages=${messages}
      .formats=${formats}
      .now=${store.now}
      .announce=${announcer.announce}
    >
      <form
        novalidate
        @focusin=${onActivate}
        @pointerdown=${onActivate}
        @input=${earlyInput.onInput}
        @submit=${earlyInput.onSubmit}
      >
        <label part="label" for=${id}>${label}</label>
        <textarea part="textbox" id=${id} rows=${parent ? 2 : 4}></textarea>
        <div class="rest">
          ${
            features
              ? nothing
              : html`
                  <div class="foot small">
                    ${writer && html`<p part="composer-note" class="writer muted">${messages.postingAs(writer)}</p>`}
                    ${earlyInput.isUnsaved ? html`<span class="muted">${messages.draftNotKept}</span>` : nothing}
                    <button part="button post" class="primary" type="submit">
                      ${isSignedOut(store.state) ? messages.signInToPost : post}
                    </button>
                  </div>
                `
          }
          ${moduleFailure(writing, messages)}
        </div>
      </form>
    </article-comments-composer>
  `;
}
