import type { ReactiveController } from 'lit';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DraftPlace } from '../../model/drafts/draft-key.js';
import { saveDraft, storedDraftKeys } from '../../model/drafts/draft-storage.js';
import type { DraftStore } from '../../model/drafts/draft-store.js';
import type { LazyModule } from '../section/lazy-module.js';
import type { SectionHost } from '../section/section-host.js';
import type { CommentComposer } from './comment-composer.js';

type WritingModule = LazyModule<{ readonly drafts: DraftStore }>;

/**
 * Looks after the composer until its code has come: fetches it when somebody turns to the form or a draft waits, keeps what is
 * typed meanwhile, and carries out an early press of the button.
 */
export class EarlyInput implements ReactiveController {
  /** Whose text the form holds, and where it belongs. */
  place: DraftPlace = { discussion: '', viewer: { state: 'unknown' } };
  /** True while the form holds text that the discussion does not accept any more. */
  isTextKept = false;
  /** True once somebody has turned to the form, or a draft waits in it. Until then the form must not grow. */
  isActivated = false;
  readonly #host: SectionHost;
  readonly #writing: WritingModule;
  /** The draft store at the last call of `follow`. */
  #drafts: DraftStore | undefined;

  constructor(host: SectionHost, writing: WritingModule) {
    this.#host = host;
    this.#writing = writing;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#keepText();
  }

  /**
   * Keeps the place of the draft in step with discussion and viewer, fetches the composer where a draft waits, and keeps the
   * form while it holds text that a closed discussion no longer accepts. True when another discussion is open.
   */
  follow({ discussion, viewer, access, info }: DiscussionState): boolean {
    const before = this.place;
    const isAnother = discussion !== undefined && discussion.key !== before.discussion;
    if (isAnother) this.#keepText();
    if (!discussion || access.state === 'unknown') return false;
    const typed = this.#host.renderRoot?.querySelector<HTMLTextAreaElement>('#body')?.value.trim();
    const drafts = this.#writing.module?.drafts;
    const hasMoved = isAnother || before.viewer !== viewer || drafts !== this.#drafts;
    this.#drafts = drafts;
    if (hasMoved) this.place = { discussion: discussion.key, viewer };
    if (!hasMoved && access.state === 'open' && !info?.posting?.refusal) return false;
    // Only the composer can read a draft. It comes at once, before the reader starts a new text.
    if (storedDraftKeys(discussion.key, () => localStorage).length > 0) void this.#writing.load();
    const hasDraft = drafts?.read(this.place) !== undefined;
    this.isActivated ||= hasDraft;
    this.isTextKept = hasDraft || Boolean(typed);
    return isAnother;
  }

  /** Somebody turns to the form. The button stays until it has been pressed: its submit event activates the form instead. */
  readonly onActivate = ({ target }: Event): void => {
    if (!this.#writing.module || (target as Element).matches('textarea')) void this.#activate();
  };

  /** The button was pressed before the composer was there: submits as soon as it is. */
  readonly onSubmit = async (event: Event): Promise<void> => {
    // The page may have put a form of its own into a slot.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const composer = (event.target as Element).closest<CommentComposer>('article-comments-composer');
    if (!composer || composer.hasUpdated) return;
    const writing = await (composer.parent ? this.#writing.load() : this.#activate());
    if (writing) await composer.submit();
  };

  async #activate(): Promise<unknown> {
    this.isActivated = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#writing.load();
  }

  /** Writes down what was typed before the composer was there, when the section goes or shows another discussion. */
  #keepText(): void {
    const { discussion } = this.place;
    if (!discussion) return;
    for (const composer of this.#host.renderRoot?.querySelectorAll<CommentComposer>('article-comments-composer') ??
      []) {
      const textarea = composer.querySelector('textarea');
      if (!textarea?.value.trim() || composer.hasUpdated) continue;
      saveDraft({ ...this.place, reply: composer.parent?.id }, { body: textarea.value }, () => localStorage);
      textarea.value = '';
    }
  }
}
