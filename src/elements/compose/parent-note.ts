import { html, nothing } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';

/** Whoever answers a comment must know that it is no longer what they read. `before`: as it was when the reply was begun. */
export function parentNote(parent: Comment | undefined, before: Comment | undefined, messages: Messages): unknown {
  if (!parent || !before) return nothing;
  const isGone = (parent.status ?? 'visible') !== 'visible';
  if (!isGone && parent.body.value === before.body.value) return nothing;
  return html`<p part="parent-note" role="status" class="problem small">${isGone ? messages.parentGone : messages.parentEdited}</p>`;
}
