import { html, type TemplateResult } from 'lit';
import type { ReadingMessages } from '../i18n/messages.js';
import { causeOf, failure } from './failure.js';
import type { LazyPart } from './lazy-part.js';

export interface ComposerShell {
  readonly part: LazyPart<unknown>;
  readonly messages: ReadingMessages;
  readonly isSignedOut: boolean;
  /** Called for a press of the button that comes before the composer does. */
  readonly onEarlySubmit: (event: Event) => unknown;
}

/**
 * The form as every reader sees it: a label, a text box and a button, and no code to go with them. What else writing
 * needs comes with the composer, which is fetched when somebody turns to the form, and which then serves this same text
 * box: no key is lost between the two.
 */
export function composerShell({ part, messages, isSignedOut, onEarlySubmit }: ComposerShell): TemplateResult {
  const load = (): unknown => part.load();
  return html`<article-comments-composer part="composer" class="composer"><form novalidate @focusin=${load} @pointerdown=${load} @submit=${onEarlySubmit}><label part="label" for="body">${
    messages.yourComment
  }</label><textarea part="textbox" id="body" rows="4"></textarea><div class="rest">${
    part.module
      ? ''
      : html`<div class="foot small"><button part="button post" class="primary" type="submit">${isSignedOut ? messages.signInToPost : messages.post}</button></div>`
  }${part.error && failure(messages.formFailed(causeOf(part.error, messages)), messages, load)}</div></form></article-comments-composer>`;
}
