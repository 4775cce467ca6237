import type { ReactiveController } from 'lit';
import type { DiscussionState } from '../../model/state/discussion-state.js';
import { discussionPrefix, type DraftKey, type DraftText, isSameKey, keyPrefix } from '../../model/drafts/draft.js';
import { DraftAutosave, type Drafts } from '../../model/drafts/draft-autosave.js';
import { pageStorage } from '../../model/drafts/draft-storage.js';
import { DraftRecord } from '../../model/drafts/other-tabs.js';
import type { LazyModule } from '../lazy-module.js';
import type { SectionHost } from '../section.js';
import type { CommentComposer } from './comment-composer.js';

/** The drafts of forms whose code is not loaded. The composer's `DraftStore` finds what they have saved by its text. */
const earlyDrafts: Drafts = {
  resume(key, typed) {
    const own = typed ? undefined : pageStorage.latestOwn(key);
    const record = new DraftRecord(pageStorage, key, own?.id);
    return { record, draft: own?.draft ?? typed ?? { body: '' }, saved: own ? 'tab' : 'no' };
  },
};

/**
 * Serves the composer until its code is loaded, or for good if that fails: loads the code when a reader activates the form or a
 * draft is stored, saves what is typed, restores it after a reload, and submits after an early press of the button.
 */
export class EarlyInput implements ReactiveController {
  /** What the draft in the form belongs to. */
  draftKey: DraftKey = { discussion: '', viewer: { state: 'unknown' } };
  /** True while the form holds text that the discussion no longer accepts. */
  holdsText = false;
  /** True once a reader has activated the form, or a draft is stored. Until then the form must not grow. */
  isActivated = false;
  /** True if the typed text could not be saved beyond this page. */
  isUnsaved = false;
  readonly #host: SectionHost;
  readonly #writing: LazyModule<unknown>;
  readonly #autosaves = new WeakMap<CommentComposer, DraftAutosave>();

  constructor(host: SectionHost, writing: LazyModule<unknown>) {
    this.#host = host;
    this.#writing = writing;
    host.addController(this);
  }

  hostUpdated(): void {
    // By its id: a search through a thousand rows would cost as much as an update of the section.
    if (this.draftKey.discussion && !this.#writing.module)
      this.#autosaveOf(this.#host.renderRoot.getElementById('body'));
  }

  /**
   * Updates the draft key for the discussion and viewer, loads the composer if a draft is stored, and keeps the form while it
   * holds text that a closed discussion no longer accepts. Returns true if another discussion is open.
   */
  update({ discussion, viewer, access, info }: DiscussionState): boolean {
    const before = this.draftKey;
    const isAnother = discussion !== undefined && discussion.key !== before.discussion;
    if (!discussion || access.state === 'unknown') return false;
    const key: DraftKey = { discussion: discussion.key, viewer };
    // Each response names the viewer anew. That alone moves no text.
    const hasMoved = isAnother || !isSameKey(before, key);
    if (hasMoved) {
      this.draftKey = key;
      for (const composer of this.#host.renderRoot?.querySelectorAll('article-comments-composer') ?? [])
        this.#autosaveOf(composer);
    }
    if (!hasMoved && access.state === 'open' && !info?.posting?.refusal) return false;
    const isSaved = (key: DraftKey): boolean => pageStorage.keys(keyPrefix(key)).length > 0;
    const hasDraft = isSaved(this.draftKey) || isSaved({ ...this.draftKey, viewer: { state: 'anonymous' } });
    this.isActivated ||= hasDraft;
    // Load the composer at once if any draft is stored, also of a reply, before the reader starts a new text.
    if (pageStorage.keys(discussionPrefix(discussion.key)).length > 0) void this.#writing.load();
    this.holdsText =
      hasDraft || Boolean(this.#host.renderRoot?.querySelector<HTMLTextAreaElement>('#body')?.value.trim());
    return isAnother;
  }

  /** A reader activates the form. The button is replaced only after it was pressed: its submit event activates the form instead. */
  readonly onActivate = ({ target }: Event): void => {
    if (!this.#writing.module || (target as Element).matches('textarea')) void this.#activate();
  };

  /** A reader activates the form of a reply. */
  readonly onActivateReply = ({ target }: Event): void => {
    this.#autosaveOf(target as Element);
    void this.#writing.load();
  };

  /** Saves at once what was typed: the code may load at any time, or never. */
  readonly onInput = ({ target }: Event): void => {
    const autosave = this.#autosaveOf(target as Element);
    if (!autosave) return;
    autosave.save();
    const isUnsaved = autosave.saved === 'page';
    if (isUnsaved !== this.isUnsaved) this.#host.requestUpdate();
    this.isUnsaved = isUnsaved;
  };

  /** The button was pressed before the composer was loaded: submits as soon as it is. */
  readonly onSubmit = async (event: Event): Promise<void> => {
    // The page may have put its own form into a slot.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const composer = (event.target as Element).closest('article-comments-composer');
    if (!composer || composer.hasUpdated) return;
    const textarea = composer.querySelector('textarea');
    const pressed = textarea?.value;
    const writing = await (composer.parent ? this.#writing.load() : this.#activate());
    // A section that was removed meanwhile has saved the text. A text that was changed is not posted without another press.
    if (writing && composer.isConnected && textarea?.value === pressed) await composer.submit();
  };

  async #activate(): Promise<unknown> {
    this.isActivated = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#writing.load();
  }

  /**
   * The autosave of the composer that contains an element. It restores what this tab has saved under the current key. Undefined if
   * the composer is loaded.
   */
  #autosaveOf(element: Element | null): DraftAutosave | undefined {
    const composer = element?.closest('article-comments-composer');
    const textarea = composer?.querySelector('textarea');
    if (!composer || !textarea || composer.hasUpdated) return undefined;
    let stored: DraftText | undefined;
    const form = {
      read: () => (textarea.value.trim() === '' ? undefined : { ...stored, body: textarea.value }),
      fill(draft: DraftText) {
        stored = draft;
        textarea.value = draft.body;
      },
    };
    const autosave = this.#autosaves.get(composer) ?? new DraftAutosave(form, earlyDrafts);
    this.#autosaves.set(composer, autosave);
    autosave.moveTo({ ...this.draftKey, reply: composer.parent?.id });
    return autosave;
  }
}
