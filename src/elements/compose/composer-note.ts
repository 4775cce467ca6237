import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DraftAutosave } from './draft-autosave.js';

interface Noted {
  readonly snapshot: DiscussionState;
  readonly saved: DraftAutosave['saved'];
  /** Absent: signing out is not for this place. */
  readonly onSignOut: (() => unknown) | undefined;
  readonly messages: Messages;
}

/** The line beside the button: who posts, what becomes of it, and whether the text is safe. */
export function composerNote({ snapshot: { viewer, info }, saved, onSignOut, messages }: Noted): TemplateResult {
  const name = viewer.state === 'signed-in' ? viewer.author?.name : undefined;
  const isSaved = { no: '', stored: messages.draftSaved, memory: messages.draftNotKept }[saved];
  const text = [name && messages.postingAs(name), info?.posting?.premoderated && messages.premoderated, isSaved]
    .filter(Boolean)
    .join(' · ');
  return html`${text}${
    name !== undefined && onSignOut
      ? html`<button part="button sign-out" class="link after" type="button" @click=${onSignOut}>${messages.signOut}</button>`
      : nothing
  }`;
}
