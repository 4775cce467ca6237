import { html, nothing, type TemplateResult } from 'lit';
import type { Messages, ReadingMessages } from '../i18n/messages.js';
import type { CommentComposer } from './comment-composer.js';
import { causeOf, failure } from './failure.js';
import type { LazyPart } from './lazy-part.js';

/** What the composer works with, once it is there. */
type Composer = Pick<CommentComposer, 'store' | 'snapshot' | 'formats' | 'place' | 'now' | 'announce' | 'showComment' | 'onDiscard'>;

export interface ComposerShell extends Composer {
  readonly part: LazyPart<unknown>;
  readonly messages: ReadingMessages;
  readonly isSignedOut: boolean;
  readonly drafts: CommentComposer['drafts'] | undefined;
  /** Called for a press of the button that comes before the composer does. */
  readonly onEarlySubmit: (event: Event) => void;
}

/**
 * The form as every reader sees it: a label, a text box and a button, and no code to go with them. What else writing
 * needs comes with the composer, which is fetched when somebody turns to the form, and which then serves this same text
 * box: no key is lost between the two.
 */
export function composerShell({ part, isSignedOut, onEarlySubmit, messages, ...composer }: ComposerShell): TemplateResult {
  const load = (): void => void part.load();
  return html`<article-comments-composer
    part="composer"
    class="composer"
    .store=${composer.store}
    .snapshot=${composer.snapshot}
    .messages=${messages as Messages}
    .formats=${composer.formats}
    .drafts=${composer.drafts}
    .place=${composer.place}
    .now=${composer.now}
    .announce=${composer.announce}
    .showComment=${composer.showComment}
    .onDiscard=${composer.onDiscard}
    ><form novalidate @focusin=${load} @pointerdown=${load} @submit=${part.module ? nothing : onEarlySubmit}>
      <label part="label" for="body">${messages.yourComment}</label><textarea part="textbox" id="body" rows="4" dir="auto"></textarea>
      <div class="rest">
        ${part.module ? nothing : earlyFoot(isSignedOut, messages)}${
          part.error ? failure(messages.formFailed(causeOf(part.error, messages)), messages, load) : nothing
        }
      </div>
    </form></article-comments-composer
  >`;
}

function earlyFoot(isSignedOut: boolean, messages: ReadingMessages): TemplateResult {
  return html`<div class="foot small">
    <button part="button post" class="primary" type="submit">${isSignedOut ? messages.signInToPost : messages.post}</button>
  </div>`;
}
