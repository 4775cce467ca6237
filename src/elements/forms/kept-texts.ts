import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/messages.js';
import type { KeptDraft } from '../../model/drafts/draft-store.js';
import type { DiscardedText } from './discarded-text.js';
import type { DraftAutosave } from './draft-autosave.js';

/**
 * Offers the other texts that are kept for the form: of other tabs, from before, or from before signing in. Only what this tab
 * wrote can be discarded here. Another tab's text is somebody else's for all that is known.
 */
export function keptTexts(autosave: DraftAutosave, discarded: DiscardedText, messages: Messages): TemplateResult[] {
  const discard = (offer: KeptDraft): TemplateResult => html`
    <button part="button discard-kept" class="muted" type="button" @click=${() => discarded.discardOffer(offer)}>
      ${messages.discardKept}
    </button>
  `;
  return autosave.offers.map(
    (offer) => html`
      <p part="kept-text" class="outcome small">
        ${introduction(offer, messages)}
        <q class="excerpt muted" dir="auto">${offer.draft.body}</q>
        <button part="button show-kept" class="link" type="button" @click=${() => autosave.show(offer)}>
          ${messages.showKept}
        </button>
        ${offer.isOwn ? discard(offer) : nothing}
      </p>
    `,
  );
}

function introduction({ isOwn, isSignedOut }: KeptDraft, messages: Messages): string {
  if (isSignedOut) return isOwn ? messages.keptSignedOut : messages.keptSignedOutElsewhere;
  return isOwn ? messages.keptEarlier : messages.keptElsewhere;
}
