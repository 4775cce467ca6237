/** The parts of a composer around its text box: notes, the answer of the backend, and the closing warning. */
import { html, nothing, type TemplateResult } from 'lit';
import { duration } from '../../i18n/duration.js';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import type { AdapterError, Comment, CommentId, Posting } from '../../model/adapter.js';
import type { Access } from '../../model/state/access.js';
import type { Accepted } from '../../model/posting/submit-outcome.js';
import type { SubmitForm } from '../forms/submit-form.js';
import { asSentence, errorText } from '../frame/error-text.js';
import { recall, remember } from '../page/preferences.js';
import type { Section } from '../section.js';

/** How long before a timed close the writer is warned, in milliseconds. */
const CLOSING_SOON = 10 * 60_000;

/** The shortest remaining time that the warning names, in milliseconds. */
const MINUTE = 60_000;

/** The preference that holds the writer's last choice on this device. */
const NOTIFY_PREFERENCE = 'notify';

type Outcomes = TakingPartMessages['replyOutcomes'];

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

/**
 * Reports in a reply that its parent has changed. `before`: the parent when the reply was begun.
 *
 * @csspart parent-note - Notice that the parent of a reply was changed or removed.
 */
export function parentNote(
  parent: Comment | undefined,
  before: Comment | undefined,
  messages: MessagesWith<TakingPartMessages>,
): TemplateResult | typeof nothing {
  if (!parent || !before) return nothing;
  const isGone = (parent.status ?? 'visible') !== 'visible';
  if (!isGone && parent.body.value === before.body.value) return nothing;
  const text = isGone ? messages.parentGone : messages.parentEdited;
  return html`<p part="parent-note" role="status" class="problem small">${text}</p>`;
}

/**
 * The checkbox for emails about replies; nothing if the backend does not offer them.
 *
 * @csspart notify - The check box to be notified of replies.
 */
export function notifyChoice(
  offered: Posting['notify'],
  messages: MessagesWith<TakingPartMessages>,
): TemplateResult | typeof nothing {
  if (!offered) return nothing;
  const isWanted = recall(NOTIFY_PREFERENCE, (stored) => typeof stored === 'boolean') ?? offered === 'on';
  const onChange = ({ target }: Event): unknown => remember(NOTIFY_PREFERENCE, (target as HTMLInputElement).checked);
  return html`
    <label part="notify" class="choice small">
      <input type="checkbox" name="notify" .checked=${isWanted} @change=${onChange} />${messages.notifyReplies}
    </label>
  `;
}

/** The writer's choice; empty if the form has no such checkbox. */
export function notifyValue(form: HTMLFormElement): { readonly notify?: boolean } {
  const box = form.querySelector<HTMLInputElement>('[name=notify]');
  return box ? { notify: box.checked } : {};
}

/** The messages about the outcome of a submission. Those of a reply, which has a `parent`, do not call it a comment. */
export function outcomesOf(parent: Comment | undefined, messages: MessagesWith<TakingPartMessages>): Outcomes {
  return parent ? messages.replyOutcomes : messages;
}

/** The text for a comment that the backend has accepted. */
export function acceptedText(
  { type, reason }: Accepted,
  parent: Comment | undefined,
  messages: MessagesWith<TakingPartMessages>,
): string {
  const text = outcomesOf(parent, messages)[type === 'pending' ? 'held' : type];
  return reason ? `${text} ${asSentence(reason, messages)}` : text;
}

/** The text for a comment that moderation has rejected, with the reason if it gives one. */
export function rejectedText(
  reason: string | undefined,
  parent: Comment | undefined,
  messages: MessagesWith<TakingPartMessages>,
): string {
  return outcomesOf(parent, messages).rejected(reason && asSentence(reason, messages));
}

/** The text for a submission that failed. `isUncertain`: the comment may be stored, so "not posted" would be a guess. */
export function failedText(
  error: AdapterError,
  isUncertain: boolean,
  parent: Comment | undefined,
  messages: MessagesWith<TakingPartMessages>,
): string {
  const refused = error.kind === 'duplicate' ? messages.postedBefore : outcomesOf(parent, messages).postFailed;
  return (isUncertain ? messages.postUncertain : refused)(errorText(error, messages));
}

/** The answer to a captcha. Undefined if there is none, or nothing was entered. */
export function challengeAnswer(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>('[name=answer]')?.value || undefined;
}

/**
 * How the backend has accepted a comment. `id`: the comment, if it is visible.
 *
 * @csspart outcome - The result of posting a comment.
 * @csspart show - Goes to the comment just posted.
 */
export function submitResult(
  { text, id }: { readonly text: string; readonly id: CommentId | undefined },
  section: Section<TakingPartMessages>,
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
