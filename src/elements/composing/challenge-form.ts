import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Challenge } from '../../model/adapter.js';

/** What the backend asks before it accepts a comment: to think again, or a captcha. `onConfirm` gets the token to send along. */
export function challengeForm(
  challenge: Challenge,
  messages: Messages,
  onConfirm: (confirm: string) => void,
): TemplateResult {
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
  // Only a picture that came with the response: no other host is called.
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

/** What the writer has answered; undefined where nothing was asked, or nothing entered. */
export function challengeAnswer(form: HTMLFormElement): string | undefined {
  return form.querySelector<HTMLInputElement>('[name=answer]')?.value || undefined;
}
