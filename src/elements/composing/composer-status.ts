/** The status of a composer: a changed parent, signing in, and the outcome of a submission. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError, Comment, CommentId, CommentsAdapter } from '../../model/adapter.js';
import type { Accepted } from '../../model/posting/submission.js';
import type { Section } from '../section.js';
import type { Phase } from '../forms/submit-form.js';
import { asSentence, errorText } from '../frame/error-text.js';
import { challengeForm } from './challenge-form.js';

/** Tells the writer of a reply that its parent has changed. `before`: as it was when the reply was begun. */
export function parentNote(
  parent: Comment | undefined,
  before: Comment | undefined,
  messages: Messages,
): TemplateResult | typeof nothing {
  if (!parent || !before) return nothing;
  const isGone = (parent.status ?? 'visible') !== 'visible';
  if (!isGone && parent.body.value === before.body.value) return nothing;
  const text = isGone ? messages.parentGone : messages.parentEdited;
  return html`<p part="parent-note" role="status" class="problem small">${text}</p>`;
}

/** Tells a signed-out writer how to sign in, unless a failure says so in more words. */
export function signInNote(adapter: CommentsAdapter | undefined, phase: Phase, messages: Messages): TemplateResult {
  const text = adapter?.signIn ? messages.signInLater : messages.signInElsewhere;
  const isSaid = phase.name === 'failed' && phase.text === messages.signInElsewhereToPost;
  const note = isSaid ? nothing : html`<p part="sign-in" class="outcome small muted">${text}</p>`;
  return html`<slot name="sign-in">${note}</slot>`;
}

/** What the backend asks before it accepts a comment, or what became of one that it accepted; undefined where there is neither. */
export function responseNotice(
  phase: Phase,
  section: Section,
  onConfirm: (confirm: string) => void,
): TemplateResult | undefined {
  if (phase.name === 'challenged') return challengeForm(phase.challenge, section.messages, onConfirm);
  return phase.name === 'accepted' ? submitResult(phase, section) : undefined;
}

/** `id`: the comment, where it can be seen. */
function submitResult(
  { text, id }: { readonly text: string; readonly id: CommentId | undefined },
  section: Section,
): TemplateResult {
  const show =
    id === undefined
      ? nothing
      : html`
          <button part="button show" class="link after" type="button" @click=${section.on({ type: 'show-comment', id })}>
            ${section.messages.showComment}
          </button>
        `;
  return html`<p part="outcome" class="outcome sent small">${text} ${show}</p>`;
}

/** The text for a comment that the backend has accepted. `isReply`: it is called a reply, not a comment. */
export function acceptedText({ type, reason }: Accepted, isReply: boolean, messages: Messages): string {
  const { published, held: pending, invisible } = isReply ? messages.replyOutcomes : messages;
  return [{ published, pending, invisible }[type], reason && asSentence(reason, messages)].filter(Boolean).join(' ');
}

/** The text for a submission that failed. `isUncertain`: the comment may be stored, so "not posted" would be a guess. */
export function failedText(error: AdapterError, isUncertain: boolean, messages: Messages): string {
  const refused = error.kind === 'duplicate' ? messages.postedBefore : messages.postFailed;
  return (isUncertain ? messages.postUncertain : refused)(errorText(error, messages));
}
