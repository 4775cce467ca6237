import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesWith, TakingPartMessages } from '../../i18n/messages.js';

interface UndoReceipt {
  /** What was done. */
  readonly text: string;
  /** Why it could not be undone. */
  readonly alert: unknown;
  readonly isBusy: boolean;
  readonly messages: MessagesWith<TakingPartMessages>;
  /** Undefined if it cannot be undone. */
  readonly onUndo: (() => unknown) | undefined;
  readonly onClose: () => unknown;
}

/** Confirms what was done to a comment, with a button to undo it. */
export function undoReceipt({ text, alert, isBusy, messages, onUndo, onClose }: UndoReceipt): TemplateResult {
  const undo = html`
    <button part="button undo" class="link" type="button" aria-disabled=${isBusy} @click=${onUndo}>${messages.undo}</button>
  `;
  return html`
    <p part="receipt">${text}</p>
    ${alert}
    <div class="foot">
      ${onUndo ? undo : nothing}
      <button part="button close" type="button" @click=${onClose}>${messages.close}</button>
    </div>
  `;
}
