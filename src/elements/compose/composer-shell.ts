import { html, type TemplateResult } from 'lit';
import type { Comment } from '../../model/adapter.js';
import { partFailure } from '../section/failure.js';
import type { Section } from '../section.js';

export interface ComposerShell {
  /** True once the composer's own code draws what the form shows besides its text box. */
  readonly isAwake: unknown;
  /** Called when somebody turns to the form. */
  readonly onTurn: (event: Event) => unknown;
  /** What the text box and the button are called. */
  readonly label: string;
  readonly post: string;
  /** The comment that is answered. */
  readonly parent?: Comment;
}

/**
 * The form as every reader sees it: a label, a text box and a button, and no code to go with them. What else writing
 * needs comes with the composer, which is fetched when somebody turns to the form, and which then serves this same text
 * box: no key is lost between the two.
 */
export function composerShell(
  { store, words, writing, onEarlySubmit }: Section,
  { isAwake, onTurn, label, post, parent }: ComposerShell,
): TemplateResult {
  const { messages } = words;
  const { info, viewer } = store.state;
  const isSignedOut = info?.posting?.who === 'signed-in' && viewer.state !== 'signed-in';
  const id = parent ? `body-${parent.id}` : 'body';
  return html`<article-comments-composer part="composer" class=${parent ? 'panel' : 'composer'} .parent=${parent}><form novalidate @focusin=${onTurn} @pointerdown=${onTurn} @submit=${onEarlySubmit}><label part="label" for=${id}>${label}</label><textarea part="textbox" id=${id} rows=${parent ? 2 : 4}></textarea><div class="rest">${
    isAwake
      ? ''
      : html`<div class="foot small"><button part="button post" class="primary" type="submit">${isSignedOut ? messages.signInToPost : post}</button></div>`
  }${partFailure(writing, messages)}</div></form></article-comments-composer>`;
}
