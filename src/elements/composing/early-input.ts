import type { ReactiveController } from 'lit';
import type { DiscussionState } from '../../model/discussion/discussion-state.js';
import { discussionPrefix, type DraftPlace, isSamePlace, placePrefix } from '../../model/drafts/draft-key.js';
import { DraftRecord } from '../../model/drafts/draft-record.js';
import type { Kept } from '../../model/drafts/draft-storage.js';
import type { DraftText } from '../../model/drafts/stored-draft.js';
import { pageStorage } from '../forms/page-storage.js';
import type { LazyModule } from '../lazy-module.js';
import type { SectionHost } from '../section.js';
import type { CommentComposer } from './comment-composer.js';

/** What a form holds that has no code yet, and where it is kept. */
interface EarlyDraft {
  readonly record: DraftRecord;
  readonly draft: DraftText;
}

/**
 * Looks after the composer until its code has come, and for good where it never comes: fetches it when somebody turns to the form
 * or a draft waits, keeps what is typed, brings it back after a reload, and carries out an early press of the button.
 */
export class EarlyInput implements ReactiveController {
  /** Whose text the form holds, and where it belongs. */
  place: DraftPlace = { discussion: '', viewer: { state: 'unknown' } };
  /** True while the form holds text that the discussion does not accept any more. */
  isTextKept = false;
  /** True once somebody has turned to the form, or a draft waits in it. Until then the form must not grow. */
  isActivated = false;
  /** True when what was typed could not be kept beyond this page. */
  isUnsaved = false;
  readonly #host: SectionHost;
  readonly #writing: LazyModule<unknown>;
  readonly #drafts = new WeakMap<CommentComposer, EarlyDraft>();

  constructor(host: SectionHost, writing: LazyModule<unknown>) {
    this.#host = host;
    this.#writing = writing;
    host.addController(this);
  }

  hostUpdated(): void {
    // By its id: a search through a thousand rows would cost as much as drawing an update does.
    if (this.place.discussion && !this.#writing.module) this.#fill(this.#host.renderRoot.getElementById('body'));
  }

  /**
   * Keeps the place of the draft in step with discussion and viewer, fetches the composer where a draft waits, and keeps the
   * form while it holds text that a closed discussion no longer accepts. True when another discussion is open.
   */
  update({ discussion, viewer, access, info }: DiscussionState): boolean {
    const before = this.place;
    const isAnother = discussion !== undefined && discussion.key !== before.discussion;
    if (!discussion || access.state === 'unknown') return false;
    const place: DraftPlace = { discussion: discussion.key, viewer };
    // Each response names the viewer anew. That alone moves no text.
    const hasMoved = isAnother || !isSamePlace(before, place);
    if (hasMoved) {
      this.place = place;
      if (isAnother || before.viewer.author) this.#empty();
      else for (const composer of this.#earlyComposers()) this.#save(composer);
    }
    if (!hasMoved && access.state === 'open' && !info?.posting?.refusal) return false;
    const isKept = (place: DraftPlace): boolean => pageStorage.keys(placePrefix(place)).length > 0;
    const hasDraft = isKept(this.place) || isKept({ ...this.place, viewer: { state: 'anonymous' } });
    this.isActivated ||= hasDraft;
    // The composer comes at once where a draft waits, also of a reply, before the reader starts a new text.
    if (pageStorage.keys(discussionPrefix(discussion.key)).length > 0) void this.#writing.load();
    this.isTextKept =
      hasDraft || Boolean(this.#host.renderRoot?.querySelector<HTMLTextAreaElement>('#body')?.value.trim());
    return isAnother;
  }

  /** Somebody turns to the form. The button stays until it has been pressed: its submit event activates the form instead. */
  readonly onActivate = ({ target }: Event): void => {
    if (!this.#writing.module || (target as Element).matches('textarea')) void this.#activate();
  };

  /** Somebody turns to the form of a reply. */
  readonly onActivateReply = ({ target }: Event): void => {
    this.#fill(target as Element);
    void this.#writing.load();
  };

  /** Something was typed. Kept at once: nobody knows when the code comes, or whether it does. */
  readonly onInput = ({ target }: Event): void => {
    const composer = (target as Element).closest<CommentComposer>('article-comments-composer');
    if (!composer || composer.hasUpdated) return;
    const isUnsaved = this.#save(composer) === 'page';
    if (isUnsaved !== this.isUnsaved) this.#host.requestUpdate();
    this.isUnsaved = isUnsaved;
  };

  /** The button was pressed before the composer was there: submits as soon as it is. */
  readonly onSubmit = async (event: Event): Promise<void> => {
    // The page may have put a form of its own into a slot.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const composer = (event.target as Element).closest<CommentComposer>('article-comments-composer');
    if (!composer || composer.hasUpdated) return;
    const textarea = composer.querySelector('textarea');
    const pressed = textarea?.value;
    const writing = await (composer.parent ? this.#writing.load() : this.#activate());
    // A section that has gone meanwhile has kept the text. One that was changed is to be posted when its writer says so again.
    if (writing && composer.isConnected && textarea?.value === pressed) await composer.submit();
  };

  async #activate(): Promise<unknown> {
    this.isActivated = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    return this.#writing.load();
  }

  /** Brings back what this tab has kept, once for each text box and place. */
  #fill(textarea: Element | null): void {
    const composer = textarea?.closest<CommentComposer>('article-comments-composer');
    if (!(textarea instanceof HTMLTextAreaElement) || !composer) return;
    if (composer.hasUpdated || textarea.value !== '' || this.#drafts.has(composer)) return;
    const place = this.#placeOf(composer);
    const own = pageStorage.latestOwn(place);
    if (!own) return;
    textarea.value = own.draft.body;
    this.#drafts.set(composer, { record: new DraftRecord(pageStorage, place, own.id), draft: own.draft });
  }

  /** Saves what was typed in a form where it belongs now. An empty form keeps nothing. */
  #save(composer: CommentComposer): Kept | undefined {
    const place = this.#placeOf(composer);
    const body = composer.querySelector('textarea')?.value ?? '';
    const before = this.#drafts.get(composer);
    if (body.trim() === '') {
      before?.record.remove();
      return undefined;
    }
    const { record, draft } = before ?? { record: new DraftRecord(pageStorage, place), draft: undefined };
    const typed = { ...draft, body };
    this.#drafts.set(composer, { record, draft: typed });
    // What was typed before signing in goes along with its writer.
    return isSamePlace(record.place, place) ? record.save(typed) : record.moveTo(place, typed);
  }

  /** Empties the forms for another article or person. What they held is kept. */
  #empty(): void {
    for (const composer of this.#earlyComposers()) {
      this.#drafts.delete(composer);
      const textarea = composer.querySelector('textarea');
      if (textarea) textarea.value = '';
    }
  }

  #placeOf(composer: CommentComposer): DraftPlace {
    return { ...this.place, reply: composer.parent?.id };
  }

  #earlyComposers(): readonly CommentComposer[] {
    const composers = this.#host.renderRoot?.querySelectorAll<CommentComposer>('article-comments-composer') ?? [];
    return [...composers].filter(({ hasUpdated }) => !hasUpdated);
  }
}
