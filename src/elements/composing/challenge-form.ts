/** The form for a challenge. Loaded when a backend sends one. */
import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';
import type { Challenge, Comment } from '../../model/adapter.js';
import { outcomesOf } from './composer-parts.js';

/**
 * What the backend asks before it accepts a comment: a request to reconsider, or a captcha. `onConfirm`: called with the token to send
 * along.
 *
 * @csspart challenge - A captcha, or a warning about the text.
 * @csspart captcha - The image of a captcha.
 * @csspart post-anyway - Posts despite a warning.
 */
export function challengeForm(
  challenge: Challenge,
  parent: Comment | undefined,
  messages: MessagesWith<TakingPartMessages>,
  onConfirm: (confirm: string) => void,
): TemplateResult {
  if (challenge.type === 'reconsider') {
    const { message, token = 'anyway' } = challenge;
    return html`
      <div role="alert" part="challenge" class="notice small">
        <p dir="auto">${message || outcomesOf(parent, messages).reconsider}</p>
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
  // Without the field, which is announced when it gets the focus.
  return html`
    <div part="challenge" class="notice">
      <div role="alert" id="question" class="small" dir="auto">
        ${picture ? html`<img part="captcha" src=${picture} alt=${messages.captchaPicture} />` : nothing}
        <p>${question || (picture ? nothing : messages.causes.confirm)}</p>
      </div>
      ${picture || question ? field : nothing}
    </div>
  `;
}
