import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { DRAFT_PREFIX, type DraftPlace, isSamePlace } from '../../model/drafts/draft-key.js';
import type { DraftRecord } from '../../model/drafts/draft-record.js';
import type { Kept } from '../../model/drafts/draft-storage.js';
import type { DraftStore, KeptDraft, OpenDraft } from '../../model/drafts/draft-store.js';
import type { DraftText } from '../../model/drafts/stored-draft.js';

/** How long after the last key the draft is saved, in milliseconds. */
const SAVE_DELAY = 400;

/** A form whose text is kept. */
export interface DraftForm {
  /** What stands in the form; undefined when it is empty. */
  read(): DraftText | undefined;
  fill(draft: DraftText): void;
}

/** A draft that was thrown away, and can be brought back. */
interface Discarded {
  readonly record: DraftRecord;
  readonly draft: DraftText;
  /** True if it was on offer, and not in the form. */
  readonly isOffer: boolean;
}

/** Saves what is typed in a form, in the place where it belongs, and brings it back after a reload, a removal or a sign-in. */
export class DraftAutosave implements ReactiveController {
  /** Whether the text is saved, and where. */
  saved: 'no' | Kept = 'no';
  /** Other texts that are kept for this place: of other tabs, or from before. The latest first. */
  offers: readonly KeptDraft[] = [];
  readonly #host: ReactiveControllerHost & Element;
  readonly #form: DraftForm;
  #drafts: DraftStore | undefined;
  #record: DraftRecord | undefined;
  /** The place that the form serves. The text of a viewer whose session has ended stays at the place before. */
  #place: DraftPlace | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;
  #discarded: Discarded | undefined;

  constructor(host: ReactiveControllerHost & Element, form: DraftForm) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.#onLeave);
    addEventListener('storage', this.#onStorage);
    document.addEventListener('visibilitychange', this.flush);
    if (this.#record) this.#record = this.#drafts?.reopen(this.#record);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.#onLeave);
    removeEventListener('storage', this.#onStorage);
    document.removeEventListener('visibilitychange', this.flush);
    this.flush();
    if (this.#record) this.#drafts?.release(this.#record);
    // A move is a removal and an insertion in one task.
    queueMicrotask(() => this.#host.isConnected || this.settle());
  }

  /** What was discarded and can be brought back: the text of the form, or one that was on offer. */
  get discarded(): 'text' | 'offer' | undefined {
    return this.#discarded && (this.#discarded.isOffer ? 'offer' : 'text');
  }

  /** The draft in the form. What is sent is bound to it, whatever the form shows by the time of the response. */
  get record(): DraftRecord | undefined {
    return this.#record;
  }

  /** Call it when the form serves another discussion or viewer. `hasExpired`: the viewer's session has ended by itself. */
  moveTo(place: DraftPlace, drafts: DraftStore, hasExpired: boolean): void {
    if (this.#place && isSamePlace(this.#place, place)) return;
    this.settle();
    this.#place = place;
    this.#drafts = drafts;
    const before = this.#record;
    const typed = this.#form.read();
    if (typed && before && staysWithWriter(before.place, place, hasExpired)) return;
    this.flush();
    if (!typed || (before && !followsWriter(before.place, place))) this.#show(drafts.claim(place));
    else if (before) this.saved = before.moveTo(place, typed);
    else this.#continueEarly(typed, place, drafts);
    this.#findOffers();
  }

  /** Something was typed. */
  touch(): void {
    this.#isDirty = true;
    // What was discarded has no room any more.
    if (this.#form.read()) this.settle();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, SAVE_DELAY);
  }

  /** Saves at once. An empty form removes the draft. */
  save(): void {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    if (!this.#record) return;
    const draft = this.#form.read();
    const saved = draft ? this.#record.save(draft) : 'no';
    if (!draft) this.#record.remove();
    if (saved !== this.saved) this.#host.requestUpdate();
    this.saved = saved;
  }

  /** Saves the text as a new draft: what was sent from the old one is settled, and its key is spent. */
  renew(): void {
    this.#record?.remove();
    this.save();
  }

  /** Empties the form. `undo` brings the text back, until `settle` removes the draft. False where there is no text. */
  discard(): boolean {
    const record = this.#record;
    const draft = this.#form.read();
    if (!record || !draft || !this.#drafts || !this.#place) return false;
    clearTimeout(this.#timer);
    this.#isDirty = false;
    record.save(draft);
    this.#setAside({ record, draft, isOffer: false });
    this.#record = this.#drafts.open(this.#place);
    this.saved = 'no';
    this.#form.fill({ body: '' });
    return true;
  }

  /** Withdraws a text that is on offer, with the same way back. */
  discardOffer(offer: KeptDraft): void {
    const latest = this.#latest(offer);
    if (!latest || !this.#drafts) return;
    this.#setAside({ record: this.#drafts.open(latest.place, latest.id), draft: latest.draft, isOffer: true });
    this.#findOffers();
  }

  /** Brings back what was discarded. True if it stands in the form again, false if it is on offer again. */
  undo(): boolean {
    const discarded = this.#discarded;
    if (!discarded || !this.#drafts) return false;
    const { record, draft, isOffer } = discarded;
    this.#discarded = undefined;
    if (isOffer) {
      record.save(draft);
      this.#drafts.release(record);
    } else {
      if (this.#record) this.#drafts.release(this.#record);
      this.#record = record;
      this.#form.fill(draft);
      this.save();
    }
    this.#findOffers();
    return !isOffer;
  }

  /** What was discarded is gone for good: something else was written, or the reader has left. */
  settle(): void {
    if (!this.#discarded) return;
    const { record } = this.#discarded;
    this.#discarded = undefined;
    record.remove();
    this.#drafts?.release(record);
    this.#host.requestUpdate();
  }

  /** Removes a draft whose text has been sent, and empties the form if it still shows it. */
  finish(record: DraftRecord): void {
    record.remove();
    if (record !== this.#record) return;
    this.#form.fill({ body: '' });
    this.save();
    this.#findOffers();
  }

  /** Shows a text that is on offer, as it is by now. The one in the form is kept, and on offer in turn. */
  show(offer: KeptDraft): void {
    if (!this.#drafts || !this.#place) return;
    this.settle();
    this.flush();
    const latest = this.#latest(offer);
    if (latest) this.#show(this.#drafts.take(latest, this.#place));
    this.#findOffers();
  }

  readonly flush = (): void => {
    if (this.#isDirty) this.save();
  };

  /** Shows a draft, or an empty form. */
  #show(open: OpenDraft | undefined): void {
    if (!this.#drafts || !this.#place) return;
    if (this.#record) this.#drafts.release(this.#record);
    this.#record = open?.record ?? this.#drafts.open(this.#place);
    this.saved = open?.kept ?? 'no';
    this.#form.fill(open?.draft ?? { body: '' });
  }

  /** The text was typed before this code had come, and saved by what was there. */
  #continueEarly(typed: DraftText, place: DraftPlace, drafts: DraftStore): void {
    const open = drafts.claim(place, typed.body);
    this.#record = open?.record ?? drafts.open(place);
    if (open) this.#form.fill(open.draft);
    this.save();
  }

  /** What was discarded stays in this tab, where no other tab and no form offers it. */
  #setAside(discarded: Discarded): void {
    this.settle();
    discarded.record.withdraw();
    this.#discarded = discarded;
    this.#host.requestUpdate();
  }

  /** A text that is on offer, as its tab has it by now. */
  #latest({ id }: KeptDraft): KeptDraft | undefined {
    return this.#place && this.#drafts?.list(this.#place).find((one) => one.id === id);
  }

  #findOffers(): void {
    this.offers = (this.#place && this.#drafts?.list(this.#place)) ?? [];
    this.#host.requestUpdate();
  }

  readonly #onLeave = (): void => {
    this.flush();
    this.settle();
  };

  /** Another tab has changed a draft. If it was this form's, the text is saved anew. */
  readonly #onStorage = ({ key }: StorageEvent): void => {
    if (key !== null && !key.startsWith(DRAFT_PREFIX)) return;
    if (this.#record?.isTakenOver) this.save();
    this.#findOffers();
  };
}

/** A session that expires takes no text from its writer: it stays, and is saved for them alone. */
function staysWithWriter(before: DraftPlace, place: DraftPlace, hasExpired: boolean): boolean {
  return isSamePlace(before, place) || (hasExpired && before.discussion === place.discussion && !place.viewer.author);
}

/** What was typed before signing in goes with its writer. A viewer who signs out leaves no text behind. */
function followsWriter(before: DraftPlace, place: DraftPlace): boolean {
  return before.discussion === place.discussion && !before.viewer.author;
}
