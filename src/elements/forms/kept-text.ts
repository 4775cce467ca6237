import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DraftAutosave } from './draft-autosave.js';

/** Offers another text that is kept for the form: of another tab, or from before. */
export function keptText(autosave: DraftAutosave, messages: Messages): TemplateResult | typeof nothing {
  const { offer } = autosave;
  if (!offer) return nothing;
  return html`
    <p part="kept-text" class="outcome small">
      ${offer.isOwn ? messages.keptEarlier : messages.keptElsewhere}
      <button part="button show-kept" class="link after" type="button" @click=${() => autosave.showOffer()}>
        ${messages.showKept}
      </button>
    </p>
  `;
}
