import { html, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/messages.js';
import type { CommentsAdapter } from '../model/adapter.js';

/** What somebody reads who writes before signing in: the text goes along. */
export function signInNote(messages: Messages, adapter: CommentsAdapter | undefined): TemplateResult {
  return html`<slot name="sign-in"><p part="sign-in" class="outcome small muted">${adapter?.signIn ? messages.signInLater : messages.signInElsewhere}</p></slot>`;
}
