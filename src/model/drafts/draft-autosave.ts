import { type DraftKey, type DraftText, isSameKey } from './draft.js';
import type { SavedTo } from './draft-storage.js';
import type { DraftRecord } from './other-tabs.js';

/** A form whose text is saved. */
export interface DraftForm {
  /** The text in the form; undefined if it is empty. */
  read(): DraftText | undefined;
  fill(draft: DraftText): void;
}

/** A draft that is open in a form. */
export interface OpenDraft {
  readonly record: DraftRecord;
  readonly draft: DraftText;
  readonly saved: 'no' | SavedTo;
}

/** The drafts that a form can open. */
export interface Drafts {
  /**
   * Opens this tab's latest draft that belongs to a key, or a new one. `typed`: what is in the form already; then only a draft
   * with the same text is opened.
   */
  resume(key: DraftKey, typed?: DraftText): OpenDraft;
}

/**
 * Saves the text of a form under the key that it belongs to, and restores it after a reload or a sign-in. `FormDraft` builds on
 * it. `EarlyInput` uses it alone, before the form's code is loaded.
 */
export class DraftAutosave {
  /** Whether the text is saved, and where. */
  saved: 'no' | SavedTo = 'no';
  /** The draft in the form. A submission is bound to it, whatever the form shows when the response arrives. */
  record: DraftRecord | undefined;
  protected readonly form: DraftForm;
  readonly #drafts: Drafts;
  /** The key that the form serves. */
  protected key: DraftKey | undefined;

  constructor(form: DraftForm, drafts: Drafts) {
    this.form = form;
    this.#drafts = drafts;
  }

  /** Call it when the form serves another discussion or viewer. */
  moveTo(key: DraftKey): void {
    if (this.key && isSameKey(this.key, key)) return;
    this.key = key;
    const { record } = this;
    const typed = this.form.read();
    if (typed && record && followsWriter(record.key, key)) this.saved = record.moveTo(key, typed);
    else {
      // What was typed before the form had an autosave belongs here. `EarlyInput` may have saved it.
      const early = record ? undefined : typed;
      this.show(this.#drafts.resume(key, early));
      if (early) this.save();
    }
    this.onChange();
  }

  /** Saves at once. An empty form removes the draft. */
  save(): void {
    if (!this.record) return;
    const draft = this.form.read();
    const before = this.saved;
    this.saved = draft ? this.record.save(draft) : 'no';
    if (!draft) this.record.remove();
    if (this.saved !== before) this.onChange();
  }

  /** Shows another draft in the form. */
  protected show({ record, draft, saved }: OpenDraft): void {
    this.record = record;
    this.saved = saved;
    this.form.fill(draft);
  }

  /** Called when another draft is shown, or `saved` changes. */
  protected onChange(): void {}
}

/** Text typed before signing in belongs to the viewer who signs in. A viewer who signs out leaves no text in the form. */
function followsWriter(before: DraftKey, key: DraftKey): boolean {
  return before.discussion === key.discussion && !before.viewer.author;
}
