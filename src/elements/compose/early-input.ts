import type { ReactiveControllerHost } from 'lit';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import type { DraftPlace } from '../../model/drafts/draft-key.js';
import { type DraftStore, saveDraft, storedDraftKeys } from '../../model/drafts/draft-store.js';
import type { CommentComposer } from './comment-composer.js';
import type { LazyModule } from '../section/lazy-module.js';

type Host = ReactiveControllerHost & { readonly renderRoot: ParentNode };

/** Looks after what somebody typed for as long as the composer's own code, which does so from then on, is not there. */
export class EarlyInput {
  /** Whose text the form holds, and where it belongs. */
  place: DraftPlace = { discussion: '', viewer: { state: 'unknown' } };
  /** True while somebody's text waits in the form, though the discussion takes none. */
  isTextKept = false;
  /** True once somebody has turned to the form, or a draft waits in it: whoever only replies must not see it grow. */
  isAwake = false;
  readonly #host: Host;
  readonly #writing: LazyModule<{ readonly drafts: DraftStore }>;
  /** What could read drafts at the last look. */
  #reader: { readonly drafts: DraftStore } | undefined;

  constructor(host: Host, writing: LazyModule<{ readonly drafts: DraftStore }>) {
    this.#host = host;
    this.#writing = writing;
  }

  /**
   * Keeps the place of the draft in step with article and viewer, has the composer fetched where a draft waits, and keeps
   * the form while it holds text that a closed discussion no longer takes. Answers true when it is another discussion.
   */
  follow({ discussion, viewer, access, info }: DiscussionState): boolean {
    const before = this.place;
    const isAnother = discussion !== undefined && discussion.key !== before.discussion;
    if (isAnother) this.keepEarlyText();
    if (!discussion || access.state === 'unknown') return false;
    const typed = this.#host.renderRoot?.querySelector<HTMLTextAreaElement>('#body')?.value.trim();
    const { module } = this.#writing;
    const hasMoved = isAnother || before.viewer !== viewer || module !== this.#reader;
    this.#reader = module;
    if (hasMoved) this.place = { discussion: discussion.key, viewer };
    if (!hasMoved && access.state === 'open' && !info?.posting?.refusal) return false;
    // Whose text it is, and what it answers, is for the composer's own code to say. At once, before somebody begins anew.
    if (storedDraftKeys(discussion.key, () => localStorage).length > 0) void this.#writing.load();
    const hasDraft = module?.drafts.read(this.place) !== undefined;
    this.isAwake ||= hasDraft;
    this.isTextKept = hasDraft || Boolean(typed);
    return isAnother;
  }

  /** Somebody turns to the form. */
  readonly wake = async (): Promise<boolean> => {
    this.isAwake = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#writing.load();
  };

  /** A button that gives way to another while it is pressed would not be pressed at all: its submit event wakes the form instead. */
  readonly turn = ({ target }: Event): void => {
    if (!this.#writing.module || (target as Element).matches('textarea')) void this.wake();
  };

  /** Text that was typed before the composer was there stays with its article when the section goes, or serves another. */
  keepEarlyText(): void {
    const { discussion } = this.place;
    if (!discussion) return;
    for (const composer of this.#host.renderRoot?.querySelectorAll<CommentComposer>('article-comments-composer') ?? []) {
      const textarea = composer.querySelector('textarea');
      if (!textarea?.value.trim() || composer.hasUpdated) continue;
      saveDraft({ ...this.place, reply: composer.parent?.id }, { body: textarea.value }, () => localStorage);
      textarea.value = '';
    }
  }
}
