import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { DraftAutosave } from './draft-autosave.js';

/** Offers the other texts that are kept for the form: of other tabs, or from before. */
export function keptTexts(
  autosave: DraftAutosave,
  { keptEarlier, keptElsewhere, showKept }: Messages,
): TemplateResult[] {
  return autosave.offers.map(
    (offer) => html`
      <p part="kept-text" class="outcome small">
        ${offer.isOwn ? keptEarlier : keptElsewhere}
        <q class="excerpt muted" dir="auto">${offer.draft.body}</q>
        <button part="button show-kept" class="link" type="button" @click=${() => autosave.show(offer)}>
          ${showKept}
        </button>
      </p>
    `,
  );
}
