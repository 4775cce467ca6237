import { DRAFT_PREFIX, type DraftKey, type DraftText, isSameKey } from './draft.js';
import type { SavedTo } from './draft-storage.js';
import type { DraftStore, OpenDraft, SavedDraft } from './draft-store.js';
import type { DraftRecord } from './other-tabs.js';

/** How long after the last key the draft is saved, in milliseconds. */
const SAVE_DELAY = 400;

/** A form whose text is saved. */
export interface DraftForm {
  /** The text in the form; undefined if it is empty. */
  read(): DraftText | undefined;
  fill(draft: DraftText): void;
}

/** A draft that was discarded and can be restored. */
interface Discarded {
  readonly record: DraftRecord;
  readonly draft: DraftText;
  /** True if it was on offer, and not in the form. */
  readonly isOffer: boolean;
}

/**
 * The draft of a form: saves it shortly after each change under the key that it belongs to, restores it after a reload or a sign-in,
 * offers other saved texts, and can restore a discarded text.
 */
export class FormDraft {
  /** Whether the text is saved, and where. */
  saved: 'no' | SavedTo = 'no';
  /** The draft in the form. A submission is bound to it, whatever the form shows when the response arrives. */
  record: DraftRecord | undefined;
  /** Other texts saved under this key, by other tabs or earlier. The latest first. */
  offers: readonly SavedDraft[] = [];
  protected readonly form: DraftForm;
  readonly #drafts: DraftStore;
  /** The key that the form serves. */
  #key: DraftKey | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #discarded: Discarded | undefined;

  constructor(form: DraftForm, drafts: DraftStore) {
    this.form = form;
    this.#drafts = drafts;
  }

  /** What was discarded and can be restored: the text of the form, or one that was on offer. */
  get discarded(): 'text' | 'offer' | undefined {
    return this.#discarded && (this.#discarded.isOffer ? 'offer' : 'text');
  }

  /** Call it when the form serves another discussion or viewer. `hasExpired`: the viewer's session has expired. */
  moveTo(key: DraftKey, hasExpired = false): void {
    if (this.#key && isSameKey(this.#key, key)) return;
    this.leave();
    this.#key = key;
    const { record } = this;
    const typed = this.form.read();
    const before = typed && record?.key;
    // Keep the text when a session expires; save it under the previous viewer.
    const isExpired = hasExpired && before?.discussion === key.discussion && !key.viewer.author;
    if (before && (isExpired || isSameKey(before, key))) return;
    if (typed && record && followsWriter(record.key, key)) this.saved = record.moveTo(key, typed);
    else {
      // What was typed before the form's code was loaded belongs here. `EarlyText` may have saved it.
      const early = record ? undefined : typed;
      this.#replace(this.#drafts.resume(key, early));
      if (early) this.save();
    }
    this.onChange();
  }

  /** Call it when the text in the form changes. */
  touch(): void {
    this.#isDirty = true;
    // Typing again makes the discarded text final.
    if (this.form.read()) this.settle();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, SAVE_DELAY);
  }

  /** Saves at once. An empty form removes the draft. */
  save(): void {
    this.#stopTimer();
    if (!this.record) return;
    const draft = this.form.read();
    const before = this.saved;
    this.saved = draft ? this.record.save(draft) : 'no';
    if (!draft) this.record.remove();
    if (this.saved !== before) this.onChange();
  }

  /** Saves a change that is not saved yet. */
  readonly flush = (): void => {
    if (this.#isDirty) this.save();
  };

  /** Saves the text as a new draft: what was sent from the old one is settled, and its key is spent. */
  renew(): void {
    this.record?.remove();
    this.save();
  }

  /** Removes a draft whose text has been sent, and empties the form if it still shows it. */
  finish(record: DraftRecord): void {
    record.remove();
    if (record !== this.record) return;
    this.form.fill({ body: '' });
    this.save();
    this.onChange();
  }

  /** Empties the form. `undo` restores the text, until `settle` removes the draft. Returns false if the form was empty. */
  discard(): boolean {
    const { record } = this;
    const key = this.#key;
    const draft = this.form.read();
    if (!record || !draft || !key) return false;
    this.#stopTimer();
    record.save(draft);
    this.#setAside({ record, draft, isOffer: false });
    this.#show({ record: this.#drafts.open(key), draft: { body: '' }, saved: 'no' });
    return true;
  }

  /** Withdraws a text that is on offer. `undo` offers it again. */
  discardOffer(offer: SavedDraft): void {
    const latest = this.#latest(offer);
    if (!latest) return;
    this.#setAside({ record: this.#drafts.open(latest.key, latest.id), draft: latest.draft, isOffer: true });
  }

  /** Restores what was discarded. Returns true if it is in the form again, false if it is on offer again. */
  undo(): boolean {
    const discarded = this.#discarded;
    if (!discarded) return false;
    const { record, draft, isOffer } = discarded;
    this.#discarded = undefined;
    if (isOffer) {
      record.save(draft);
      this.#drafts.release(record);
    } else {
      this.#replace({ record, draft, saved: 'no' });
      this.save();
    }
    this.onChange();
    return !isOffer;
  }

  /** Makes discarding final: the reader has typed something else, or has left. */
  settle(): void {
    if (!this.#discarded) return;
    const { record } = this.#discarded;
    this.#discarded = undefined;
    record.remove();
    this.#drafts.release(record);
    this.onChange();
  }

  /** Shows the current version of a text that is on offer. The text in the form is saved, and on offer in turn. */
  take(offer: SavedDraft): void {
    if (!this.#key) return;
    this.leave();
    const latest = this.#latest(offer);
    if (latest) this.#replace(this.#drafts.take(latest, this.#key));
    this.onChange();
  }

  /** Call it when the reader leaves the page or the text. */
  leave(): void {
    this.settle();
    this.flush();
  }

  /** Call it when the form is on the page again. */
  connect(): void {
    if (this.record) this.record = this.#drafts.reopen(this.record);
  }

  /** Call it when the form is removed from the page. */
  disconnect(): void {
    this.flush();
    if (this.record) this.#drafts.release(this.record);
  }

  /** Call it when another tab has changed browser storage. If it changed the draft of this form, the text is saved again. */
  onOtherTab(changedKey: string | null): void {
    if (changedKey !== null && !changedKey.startsWith(DRAFT_PREFIX)) return;
    if (this.record?.isTakenOver) this.save();
    this.onChange();
  }

  /** Called when another draft is shown, or `saved` changes. */
  protected onChange(): void {
    this.offers = this.#key ? this.#drafts.list(this.#key) : [];
  }

  /** Shows another draft in the form. */
  #replace(draft: OpenDraft): void {
    if (this.record) this.#drafts.release(this.record);
    this.#show(draft);
  }

  #show({ record, draft, saved }: OpenDraft): void {
    this.record = record;
    this.saved = saved;
    this.form.fill(draft);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#isDirty = false;
  }

  /** A discarded text stays in this tab, where no other tab and no form offers it. */
  #setAside(discarded: Discarded): void {
    this.settle();
    discarded.record.withdraw();
    this.#discarded = discarded;
    this.onChange();
  }

  /** The current version of a text that is on offer: its tab may have changed it. */
  #latest({ id }: SavedDraft): SavedDraft | undefined {
    return this.#key && this.#drafts.list(this.#key).find((one) => one.id === id);
  }
}

/** Text typed before signing in belongs to the viewer who signs in. A viewer who signs out leaves no text in the form. */
function followsWriter(before: DraftKey, key: DraftKey): boolean {
  return before.discussion === key.discussion && !before.viewer.author;
}
