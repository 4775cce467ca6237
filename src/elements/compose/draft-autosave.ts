import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { draftKey, type DraftPlace } from '../../model/drafts/draft-key.js';
import type { DraftStore, StoredDraft } from '../../model/drafts/draft-store.js';

/** How long typing rests before the draft is written down, in milliseconds. */
const SAVE_AFTER = 400;

/** A form whose text is kept: it hands over what stands in it, undefined when it is empty, and takes back what was kept. */
export interface KeptForm {
  read(): StoredDraft | undefined;
  fill(draft: StoredDraft): void;
}

/** Keeps what stands in a form, through reloads, removals and sign-in, in the place where it belongs. */
export class DraftAutosave implements ReactiveController {
  /** Whether the text is written down, and where: on the device, or only as long as this page lives. */
  saved: 'no' | 'stored' | 'memory' = 'no';
  readonly #host: ReactiveControllerHost;
  readonly #form: KeptForm;
  #drafts: DraftStore | undefined;
  #place: DraftPlace | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDirty = false;

  constructor(host: ReactiveControllerHost, form: KeptForm) {
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

  /** Call it whenever the form serves another article or another viewer. `isUnderway`: what stands in it is being sent, or could not be. */
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
    // A session that ends in the middle of a post takes nothing from its writer; whoever signs out leaves no text behind.
    const followsWriter =
      !before || (before.discussion === place.discussion && (!before.viewer.author || (!place.viewer.author && isUnderway)));
    if (typed && followsWriter) {
      const kept = before ? undefined : drafts.read(place);
      // Whoever typed at once has not seen it yet.
      if (kept && kept.body !== typed.body) this.#form.fill({ guest: kept.guest, body: `${kept.body}\n\n${typed.body}` });
      // Typed before the form's code was there, or through a sign-in: it is the same person's.
      if (before && !before.viewer.author) drafts.remove(before);
      if (place.viewer.author || !before) this.touch();
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
    this.#timer = setTimeout(this.flush, SAVE_AFTER);
  }

  /** Writes down at once what stands in the form, with what is known of its sending or signing in. */
  keep(more: Partial<StoredDraft> = {}): void {
    clearTimeout(this.#timer);
    this.#isDirty = false;
    if (!this.#place || !this.#drafts) return;
    const draft = this.#form.read();
    const saved = !draft ? 'no' : this.#drafts.write(this.#place, { ...draft, ...more }) ? 'stored' : 'memory';
    if (!draft) this.#drafts.remove(this.#place);
    if (saved !== this.saved) this.#host.requestUpdate();
    this.saved = saved;
  }

  /** The text is where it should be, or nobody wants it. */
  discard(): void {
    this.#form.fill({ body: '' });
    this.keep();
  }

  readonly flush = (): void => {
    if (this.#isDirty) this.keep();
  };
}
