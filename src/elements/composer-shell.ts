import { html, type TemplateResult } from 'lit';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';
import { causeOf, failure } from './failure.js';
import type { LazyPart } from './lazy-part.js';

export interface ComposerShell {
  readonly part: LazyPart<unknown>;
  /** True once the composer's own code draws what the form shows besides its text box. */
  readonly isAwake: boolean;
  /** Called when somebody turns to the form. */
  readonly onTurn: (event: Event) => unknown;
  readonly messages: ReadingMessages;
  readonly isSignedOut: boolean;
  /** The comment that is answered. */
  readonly parent?: Comment;
  /** Called for a press of the button that comes before the composer does. */
  readonly onEarlySubmit: (event: Event) => unknown;
}

/**
 * The form as every reader sees it: a label, a text box and a button, and no code to go with them. What else writing
 * needs comes with the composer, which is fetched when somebody turns to the form, and which then serves this same text
 * box: no key is lost between the two.
 */
export function composerShell({ part, isAwake, onTurn, messages, isSignedOut, parent, onEarlySubmit }: ComposerShell): TemplateResult {
  const id = parent ? `body-${parent.id}` : 'body';
  return html`<article-comments-composer part="composer" class=${parent ? 'panel' : 'composer'} .parent=${parent}><form novalidate @focusin=${onTurn} @pointerdown=${onTurn} @submit=${onEarlySubmit}><label part="label" for=${id}>${
    parent ? messages.yourReply(parent.author?.name || messages.anonymous) : messages.yourComment
  }</label><textarea part="textbox" id=${id} rows=${parent ? 2 : 4}></textarea><div class="rest">${
    isAwake
      ? ''
      : html`<div class="foot small"><button part="button post" class="primary" type="submit">${isSignedOut ? messages.signInToPost : parent ? messages.postReply : messages.post}</button></div>`
  }${part.error && failure(messages.formFailed(causeOf(part.error, messages)), messages, part.load)}</div></form></article-comments-composer>`;
}
