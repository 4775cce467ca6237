import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment, CommentId } from '../../model/adapter.js';
import { LiveDiscussion } from '../../model/live/live-discussion.js';
import { newBelow } from '../../model/transitions/held-back.js';
import type { ActionItem } from '../../presentation/comment-actions.js';
import { nameOfControl } from '../../presentation/shown-author.js';
import type { Feature, RowAddition, Section } from '../section.js';
import { Visits } from './visits.js';

/** New comments are announced together, at most this often, in milliseconds. */
const ANNOUNCE_INTERVAL = 10_000;

/** Follows the discussion while it is open: announces new comments, counts new replies, and marks those since the last visit. */
export class Following implements Feature {
  readonly #section: Section<VisitMessages>;
  /** The visit to the open discussion, and the signal that ends it. */
  #visit: { readonly visits: Visits; readonly signal: AbortSignal } | undefined;
  #announced = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(section: Section<VisitMessages>) {
    this.#section = section;
    const { store } = section;
    new LiveDiscussion(store).start();
    store.subscribe(() => this.#onStoreChange());
    this.#onStoreChange();
    this.#announceEditorsMessage();
  }

  readonly row: RowAddition = {
    version: () => this.#visit?.visits.since,
    entries: () => new Map([...this.#heldBelow].map(([id, { length }]) => [id, length])),
    view: (comment) => ({
      newReplies: this.#showNewBelow(comment),
      isNew: this.#visit?.visits.isNew(comment) ?? false,
    }),
  };

  /** The button that shows the replies that are held back below a comment. */
  #showNewBelow(comment: Comment): ActionItem | undefined {
    const { messages, formats } = this.#section;
    const { id } = comment;
    const count = this.#heldBelow.get(id)?.length;
    if (!count) return undefined;
    const text = messages.viewNewReplies(count, formats.number(count));
    const label = nameOfControl(text, 'replies', comment, messages);
    return { type: 'button', name: 'new', text, label, command: { type: 'show-new', below: id } };
  }

  /** The comments held back, by the listed comment whose branch they belong to; null: the top level. */
  get #heldBelow(): ReadonlyMap<CommentId | null, readonly Comment[]> {
    return newBelow(this.#section.store.state);
  }

  #onStoreChange(): void {
    const { store } = this.#section;
    const { state } = store;
    const signal = store.session()?.signal;
    if (signal && state.discussion && state.listing.state === 'ready' && signal !== this.#visit?.signal)
      this.#visit = { visits: new Visits({ store, key: state.discussion.key }), signal };
    const count = state.waiting.length;
    if (count <= this.#announced) this.#announced = count;
    else if (this.#timer === undefined)
      this.#timer = setTimeout(() => this.#announceNew(), this.#announced === 0 ? 0 : ANNOUNCE_INTERVAL);
  }

  #announceNew(): void {
    this.#timer = undefined;
    const { store, messages, formats } = this.#section;
    const comments = this.#heldBelow.get(null)?.length ?? 0;
    const replies = store.state.waiting.length - comments;
    this.#announced = comments + replies;
    const texts = [
      comments > 0 && messages.viewNew(comments, formats.number(comments)),
      replies > 0 && messages.viewNewReplies(replies, formats.number(replies)),
    ].filter(Boolean);
    if (texts.length > 0) this.#section.announce(texts.join(' · '));
  }

  /** Announces an editors' message that is new or has changed since the discussion was opened, once. */
  #announceEditorsMessage(): void {
    const { host, root, store } = this.#section;
    let signal: AbortSignal | undefined;
    let known: string | undefined;
    const announceChange = async (): Promise<void> => {
      const { info } = store.state;
      if (!info) return;
      const isFirst = signal !== (signal = store.session()?.signal);
      const before = known;
      known = JSON.stringify(info.message);
      if (isFirst || !known || known === before) return;
      await host.updateComplete;
      const parts = [...(root.querySelector('[part=message]')?.children ?? [])];
      this.#section.announce(parts.map((part) => part.textContent).join(': '));
    };
    store.subscribe(() => void announceChange());
    void announceChange();
  }
}
