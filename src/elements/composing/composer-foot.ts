import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { isSignedOut, writerName } from '../../model/state/permissions.js';
import type { Phase } from '../forms/submit-form.js';

interface ComposerFoot {
  readonly snapshot: DiscussionState;
  readonly hasDraft: boolean;
  /** Whether the draft is saved; empty where that goes without saying. */
  readonly savedNote: string;
  readonly messages: Messages;
  /** How far the text has come. */
  readonly phase: Phase;
  readonly isReply: boolean;
  /** True while the backend wants the writer to wait, or the writer is signing in. */
  readonly isWaiting: boolean;
  /** Undefined where the viewer cannot sign out here. */
  readonly onSignOut: (() => unknown) | undefined;
  /** Undefined where there is nothing to cancel: in the form for new comments. */
  readonly onCancel: ((event: Event) => unknown) | undefined;
  readonly onDiscard: () => unknown;
}

/** The last line of a composer: who is posting and whether the draft is saved, and the buttons. */
export function composerFoot(foot: ComposerFoot): TemplateResult {
  const { phase, isWaiting } = foot;
  const isBusy = phase.name === 'busy';
  return html`
    <div part="composer-foot" class="foot small">
      <div class="start">${writer(foot)}${note(foot)}</div>
      ${isBusy ? nothing : secondButton(foot)}
      <button part="button post" class="primary" type="submit" aria-disabled=${isBusy || isWaiting}>${postText(foot)}</button>
    </div>
  `;
}

/** The label of the button that posts. */
function postText({ snapshot, phase, isReply, messages }: ComposerFoot): string {
  if (isSignedOut(snapshot)) return messages.signInToPost;
  if (phase.name === 'busy') return messages.sending;
  if (phase.name === 'failed' && !phase.isRefusal) return messages.tryAgain;
  return isReply ? messages.postReply : messages.post;
}

/** Who is posting, with the way to sign out. */
function writer({ snapshot, messages, onSignOut }: ComposerFoot): TemplateResult | typeof nothing {
  const name = writerName(snapshot);
  if (!name) return nothing;
  const signOut = html`
    <button part="button sign-out" class="link after" type="button" @click=${onSignOut}>${messages.signOut}</button>
  `;
  return html`<p part="composer-note">${messages.postingAs(name)} ${onSignOut ? signOut : nothing}</p>`;
}

/** Whether a moderator reads first, and whether the draft is saved. */
function note({ snapshot, savedNote, messages }: ComposerFoot): TemplateResult | typeof nothing {
  const texts = [snapshot.info?.posting?.premoderated && messages.premoderated, savedNote].filter(Boolean);
  return texts.length > 0 ? html`<p part="composer-note">${texts.join(' · ')}</p>` : nothing;
}

/** "Discard" where there is a draft, "Cancel" in a reply without one. */
function secondButton({ hasDraft, messages, onCancel, onDiscard }: ComposerFoot): TemplateResult | typeof nothing {
  if (hasDraft) {
    return html`<button part="button discard" class="muted" type="button" @click=${onDiscard}>${messages.discard}</button>`;
  }
  if (!onCancel) return nothing;
  return html`<button part="button cancel" class="muted" type="button" @click=${onCancel}>${messages.cancel}</button>`;
}
