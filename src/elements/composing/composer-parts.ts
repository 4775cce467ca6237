/** The parts of a composer around its text box: notes, the answer of the backend, the closing warning, and the foot. */
import { html, nothing, type TemplateResult } from 'lit';
import { duration } from '../../i18n/duration.js';
import type { Messages } from '../../i18n/messages.js';
import type { AdapterError, Challenge, Comment, CommentId, CommentsAdapter, Posting } from '../../model/adapter.js';
import type { Access } from '../../model/state/access.js';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { isSignedOut, writerName } from '../../model/state/permissions.js';
import type { Accepted } from '../../model/posting/submission.js';
import type { Phase, SubmitForm } from '../forms/submit-form.js';
import { asSentence, errorText } from '../frame/error-text.js';
import { recall, remember } from '../page/preferences.js';
import type { Section } from '../section.js';

/** How long before a timed close the writer is warned, in milliseconds. */
const CLOSING_SOON = 10 * 60_000;

/** The shortest remaining time that the warning names, in milliseconds. */
const MINUTE = 60_000;

/** The preference that holds the writer's last choice on this device. */
const NOTIFY_PREFERENCE = 'notify';

/** Warns the writer some minutes before a timed close, and detects the end. */
export class ClosingWarning {
  /** The remaining time as a message. Undefined while there is plenty. */
  text: string | undefined;
  readonly #form: SubmitForm;
  #couldSend = false;

  constructor(form: SubmitForm) {
    this.#form = form;
  }

  /** Updates the text. Announces the first warning only. */
  update(access: Access): void {
    const { store, messages, formats, announce } = this.#form;
    const before = this.text;
    const left = access.state === 'open' && access.closesAt !== undefined ? access.closesAt - store.now : Infinity;
    this.text = left > CLOSING_SOON ? undefined : messages.closesIn(duration(Math.max(left, MINUTE), formats.lang));
    if (this.text && !before) announce(this.text);
  }

  /** True once, when a text that could be sent no longer can. */
  hasEnded(canSend: boolean): boolean {
    const hasEnded = this.#couldSend && !canSend;
    this.#couldSend = canSend;
    return hasEnded;
  }
}

/** Reports in a reply that its parent has changed. `before`: the parent when the reply was begun. */
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

/** Tells a signed-out writer how to sign in, unless a failure explains it already. */
export function signInNote(adapter: CommentsAdapter | undefined, phase: Phase, messages: Messages): TemplateResult {
  const text = adapter?.signIn ? messages.signInLater : messages.signInElsewhere;
  const isExplained = phase.name === 'failed' && phase.text === messages.signInElsewhereToPost;
  const note = isExplained ? nothing : html`<p part="sign-in" class="outcome small muted">${text}</p>`;
  return html`<slot name="sign-in">${note}</slot>`;
}

/** The checkbox for emails about replies; nothing if the backend does not offer them. */
export function notifyChoice(offered: Posting['notify'], messages: Messages): TemplateResult | typeof nothing {
  if (!offered) return nothing;
  const isWanted = recall<unknown>(NOTIFY_PREFERENCE) ?? offered === 'on';
  const onChange = ({ target }: Event): unknown => remember(NOTIFY_PREFERENCE, (target as HTMLInputElement).checked);
  return html`
    <label part="notify" class="choice small">
      <input type="checkbox" name="notify" .checked=${isWanted === true} @change=${onChange} />${messages.notifyReplies}
    </label>
  `;
}

/** The writer's choice; empty if the form has no such checkbox. */
export function notifyValue(form: HTMLFormElement): { readonly notify?: boolean } {
  const box = form.querySelector<HTMLInputElement>('[name=notify]');
  return box ? { notify: box.checked } : {};
}

/** What the backend asks before it accepts a comment, or how it accepted one. Undefined if neither applies. */
export function responseNotice(
  phase: Phase,
  section: Section,
  onConfirm: (confirm: string) => void,
): TemplateResult | undefined {
  if (phase.name === 'challenged') return challengeForm(phase.challenge, section.messages, onConfirm);
  return phase.name === 'accepted' ? submitResult(phase, section) : undefined;
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

/** A request to reconsider, or a captcha. `onConfirm`: called with the token to send along. */
function challengeForm(challenge: Challenge, messages: Messages, onConfirm: (confirm: string) => void): TemplateResult {
  if (challenge.type === 'reconsider') {
    const { message, token = 'anyway' } = challenge;
    return html`
      <div role="alert" part="challenge" class="notice small">
        <p dir="auto">${message || messages.reconsider}</p>
        <button part="button post-anyway" class="link" type="button" @click=${() => onConfirm(token)}>${messages.postAnyway}</button>
      </div>
    `;
  }
  const { image, question } = challenge;
  // Only a picture in the response itself: no other host may see the reader.
  const picture = image?.startsWith('data:image/') ? image : undefined;
  const field = html`
    <label part="label" class="small" for="answer">${messages.captcha}</label>
    <input part="input" id="answer" name="answer" autocomplete="off" aria-describedby="question" />
  `;
  return html`
    <div role="alert" part="challenge" class="notice">
      ${picture ? html`<img part="captcha" src=${picture} alt=${messages.captchaPicture} />` : nothing}
      ${question ? html`<p id="question" class="small" dir="auto">${question}</p>` : nothing}${picture || question ? field : nothing}
    </div>
  `;
}

/** The answer to a captcha. Undefined if there is none, or nothing was entered. */
export function challengeAnswer(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>('[name=answer]')?.value || undefined;
}

/** `id`: the comment, if it is visible. */
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

interface ComposerFoot {
  readonly snapshot: DiscussionState;
  readonly phase: Phase;
  readonly isReply: boolean;
  readonly hasDraft: boolean;
  /** Whether the draft is saved; empty without a draft. */
  readonly savedNote: string;
  /** Whether the backend has asked the writer to wait, or the writer is signing in. */
  readonly isWaiting: boolean;
  /** Undefined if the viewer cannot sign out here. */
  readonly onSignOut: (() => unknown) | undefined;
  /** Undefined in the form for new comments, which cannot be cancelled. */
  readonly onCancel: (() => unknown) | undefined;
  readonly onDiscard: () => unknown;
}

/** The last line of a composer: the writer, whether the draft is saved, and the buttons. */
export function composerFoot(messages: Messages, foot: ComposerFoot): TemplateResult {
  const { phase, isWaiting } = foot;
  const isBusy = phase.name === 'busy';
  return html`
    <div part="composer-foot" class="foot small">
      <div class="start">${writer(messages, foot)}${note(messages, foot)}</div>
      ${isBusy ? nothing : secondButton(messages, foot)}
      <button part="button post" class="primary" type="submit" aria-disabled=${isBusy || isWaiting}>${postText(messages, foot)}</button>
    </div>
  `;
}

/** The label of the button that posts. */
function postText(messages: Messages, { snapshot, phase, isReply }: ComposerFoot): string {
  if (isSignedOut(snapshot)) return messages.signInToPost;
  if (phase.name === 'busy') return messages.sending;
  if (phase.name === 'failed' && !phase.isRefusal) return messages.tryAgain;
  return isReply ? messages.postReply : messages.post;
}

/** The name of the writer, and the button to sign out. */
function writer(messages: Messages, { snapshot, onSignOut }: ComposerFoot): TemplateResult | typeof nothing {
  const name = writerName(snapshot);
  if (!name) return nothing;
  const signOut = html`
    <button part="button sign-out" class="link after" type="button" @click=${onSignOut}>${messages.signOut}</button>
  `;
  return html`<p part="composer-note">${messages.postingAs(name)} ${onSignOut ? signOut : nothing}</p>`;
}

/** Whether comments are moderated before they appear, and whether the draft is saved. */
function note(messages: Messages, { snapshot, savedNote }: ComposerFoot): TemplateResult | typeof nothing {
  const texts = [snapshot.info?.posting?.premoderated && messages.premoderated, savedNote].filter(Boolean);
  return texts.length > 0 ? html`<p part="composer-note">${texts.join(' · ')}</p>` : nothing;
}

/** "Discard" if there is a draft, "Cancel" in a reply without one. */
function secondButton(messages: Messages, foot: ComposerFoot): TemplateResult | typeof nothing {
  const { hasDraft, onCancel, onDiscard } = foot;
  if (hasDraft) {
    return html`<button part="button discard" class="muted" type="button" @click=${onDiscard}>${messages.discard}</button>`;
  }
  if (!onCancel) return nothing;
  return html`<button part="button cancel" class="muted" type="button" @click=${onCancel}>${messages.cancel}</button>`;
}
