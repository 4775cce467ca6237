import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { CommentsAdapter } from '../../model/adapter.js';

/** What somebody reads who writes before signing in: the text goes along. `said`: what stands beside it already. */
export function signInNote(messages: Messages, adapter: CommentsAdapter | undefined, said: string): TemplateResult {
  const note = adapter?.signIn ? messages.signInLater : messages.signInElsewhere;
  return html`<slot name="sign-in">${note === said ? nothing : html`<p part="sign-in" class="outcome small muted">${note}</p>`}</slot>`;
}
