import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { Challenge } from '../../model/adapter.js';

/** What the backend wants answered before it takes a comment, with the answer handed to `onAnswer`. */
export function challengeForm(challenge: Challenge, messages: Messages, onAnswer: (confirm: string) => void): TemplateResult {
  if (challenge.type === 'reconsider') {
    const { message, token = 'anyway' } = challenge;
    return html`<div role="alert" part="challenge" class="notice small">
      <p>${message || messages.reconsider}</p>
      <button part="button post-anyway" class="link" type="button" @click=${() => onAnswer(token)}>${messages.postAnyway}</button>
    </div>`;
  }
  const { image, question } = challenge;
  // Only a picture that came with the answer is shown: no address of somebody else's is called.
  const picture = image?.startsWith('data:image/') ? html`<img part="captcha" src=${image} alt=${messages.captchaPicture} />` : nothing;
  return html`<div role="alert" part="challenge" class="notice small">
    ${picture}${question ? html`<p id="question">${question}</p>` : nothing}${
      picture === nothing && !question
        ? nothing
        : html`<label part="label" for="answer">${messages.captcha}</label
            ><input part="input" id="answer" name="answer" autocomplete="off" aria-describedby="question" />`
    }
  </div>`;
}
