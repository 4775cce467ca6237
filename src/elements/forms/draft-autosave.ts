import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { draftKey, type DraftPlace } from '../../model/drafts/draft-key.js';
import type { StoredDraft } from '../../model/drafts/draft-storage.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';

/** How long after the last key the draft is saved, in milliseconds. */
const SAVE_DELAY = 400;

/** A form whose text is kept. */
export interface DraftForm {
  /** What stands in the form; undefined when it is empty. */
  read(): StoredDraft | undefined;
  fill(draft: StoredDraft): void;
}

/** Saves what is typed in a form, in the place where it belongs, and brings it back after a reload, a removal or a sign-in. */
export class DraftAutosave implements ReactiveController {
  /** Whether the text is saved, and where: on the device, or only for as long as this page lives. */
  saved: 'no' | 'stored' | 'memory' = 'no';
  readonly #host: ReactiveControllerHost;
  readonly #form: DraftForm;
  #drafts: DraftStore | undefined;
  #place: DraftPlace | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;

  constructor(host: ReactiveControllerHost, form: DraftForm) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('pagehide', this.flush);
    document.addEventListener('visibilitychange', this.flush);
  }

  hostDisconnected(): void {
    removeEventListener('pagehide', this.flush);
    document.removeEventListener('visibilitychange', this.flush);
    this.flush();
  }

  /** Call it when the form serves another discussion or viewer. `isUnderway`: its text is being sent, or could not be. */
  moveTo(place: DraftPlace, drafts: DraftStore, isUnderway: boolean): void {
    const before = this.#place;
    if (before && draftKey(before) === draftKey(place)) {
      this.#place = place;
      return;
    }
    this.flush();
    this.#place = place;
    this.#drafts = drafts;
    const typed = this.#form.read();
    if (typed && followsWriter(before, place, isUnderway)) {
      this.#takeAlong(typed, before, place, drafts);
      return;
    }
    const draft = drafts.read(place);
    this.#form.fill(draft ?? { body: '' });
    this.saved = draft ? 'stored' : 'no';
  }

  /** Something was typed. */
  touch(): void {
    this.#isDirty = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.flush, SAVE_DELAY);
  }

  /** Saves at once, with what is known about sending the text or signing in. An empty form removes the draft. */
  save(more: Partial<StoredDraft> = {}): void {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    if (!this.#place || !this.#drafts) return;
    const draft = this.#form.read();
    const saved = !draft ? 'no' : this.#drafts.write(this.#place, { ...draft, ...more }) ? 'stored' : 'memory';
    if (!draft) this.#drafts.remove(this.#place);
    if (saved !== this.saved) this.#host.requestUpdate();
    this.saved = saved;
  }

  /** Empties the form and removes the draft. */
  discard(): void {
    this.#form.fill({ body: '' });
    this.save();
  }

  readonly flush = (): void => {
    if (this.#isDirty) this.save();
  };

  /** The text stays in the form and belongs to the new place. */
  #takeAlong(typed: StoredDraft, before: DraftPlace | undefined, place: DraftPlace, drafts: DraftStore): void {
    const kept = before ? undefined : drafts.read(place);
    // A reader who typed before this code had come has not seen the draft yet.
    if (kept && kept.body !== typed.body) this.#form.fill({ guest: kept.guest, body: `${kept.body}\n\n${typed.body}` });
    if (before && !before.viewer.author) drafts.remove(before);
    if (place.viewer.author || !before) this.touch();
  }
}

/**
 * Whether what was typed belongs to the new place: typed before this code had come, before its writer signed in, or in a
 * session that ended during the post. A viewer who signs out leaves no text behind.
 */
function followsWriter(before: DraftPlace | undefined, place: DraftPlace, isUnderway: boolean): boolean {
  if (!before) return true;
  if (before.discussion !== place.discussion) return false;
  return !before.viewer.author || (!place.viewer.author && isUnderway);
}
