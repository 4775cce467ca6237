import { html, type TemplateResult } from 'lit';
import type { ReadingMessages } from '../i18n/messages.js';
import type { Comment } from '../model/adapter.js';
import type { DiscussionState } from '../model/discussion-state.js';
import { partFailure } from './failure.js';
import type { LazyPart } from './lazy-part.js';

export interface ComposerShell {
  readonly part: LazyPart<unknown>;
  /** True once the composer's own code draws what the form shows besides its text box. */
  readonly isAwake: unknown;
  /** Called when somebody turns to the form. */
  readonly onTurn: (event: Event) => unknown;
  readonly messages: ReadingMessages;
  readonly state: DiscussionState;
  /** What the text box and the button are called. */
  readonly label: string;
  readonly post: string;
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
export function composerShell({
  part,
  isAwake,
  onTurn,
  messages,
  state,
  label,
  post,
  parent,
  onEarlySubmit,
}: ComposerShell): TemplateResult {
  const isSignedOut = state.info?.posting?.who === 'signed-in' && state.viewer.state !== 'signed-in';
  const id = parent ? `body-${parent.id}` : 'body';
  return html`<article-comments-composer part="composer" class=${parent ? 'panel' : 'composer'} .parent=${parent}><form novalidate @focusin=${onTurn} @pointerdown=${onTurn} @submit=${onEarlySubmit}><label part="label" for=${id}>${label}</label><textarea part="textbox" id=${id} rows=${parent ? 2 : 4}></textarea><div class="rest">${
    isAwake
      ? ''
      : html`<div class="foot small"><button part="button post" class="primary" type="submit">${isSignedOut ? messages.signInToPost : post}</button></div>`
  }${partFailure(part, messages)}</div></form></article-comments-composer>`;
}
