import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Author, Comment, CommentId } from '../../model/adapter.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import { isOwn } from '../../model/state/permissions.js';
import { notifyPreference, recall, remember } from '../page/preferences.js';

const NAME = 'muted';

/** The people whose comments this reader has hidden: on this device, in every discussion of the site. */
export class Muting implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: DiscussionStore;
  /** By `personOf`. Without storage it lasts as long as the page. */
  #muted: readonly string[] = [];
  /** Comments of muted people that the reader asked to see, and whose they are. */
  #revealed: ReadonlyMap<CommentId, string> = new Map();

  constructor(host: ReactiveControllerHost, store: DiscussionStore) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  /** Before each drawing: someone may have been muted in another section or another tab. */
  hostUpdate(): void {
    const muted = recall(NAME);
    if (Array.isArray(muted) && String(muted) !== String(this.#muted)) this.#muted = muted as readonly string[];
  }

  /** Who is muted: another array when that changes. */
  get muted(): readonly string[] {
    return this.#muted;
  }

  /** Which comments of muted people are shown all the same: another map when that changes. */
  get revealed(): ReadonlyMap<CommentId, string> {
    return this.#revealed;
  }

  /** Whether the comment has an author who can be told apart, and is not the reader. */
  canMute(comment: Comment): boolean {
    return personOf(comment.author) !== '' && !isOwn(comment, this.#store.state);
  }

  isMuted({ author }: Comment): boolean {
    return this.#muted.includes(personOf(author));
  }

  /** Whether the comment is hidden. */
  hides(comment: Comment): boolean {
    // Asked for every comment at every change: nearly all readers have muted nobody.
    if (this.#muted.length === 0) return false;
    return (
      this.canMute(comment) && this.isMuted(comment) && this.#revealed.get(comment.id) !== personOf(comment.author)
    );
  }

  /** Hides everything that the comment's author wrote. */
  mute({ author }: Comment): void {
    const person = personOf(author);
    this.#revealed = new Map([...this.#revealed].filter(([, by]) => by !== person));
    this.#keep([...this.#muted, person]);
  }

  unmute({ author }: Comment): void {
    this.#keep(this.#muted.filter((one) => one !== personOf(author)));
  }

  /** Shows one comment of a muted person. */
  reveal({ id, author }: Comment): void {
    this.#revealed = new Map([...this.#revealed, [id, personOf(author)]]);
    this.#host.requestUpdate();
  }

  #keep(muted: readonly string[]): void {
    this.#muted = muted;
    remember(NAME, muted);
    notifyPreference(NAME);
  }
}

/** What a person is known by when they are muted; empty when they have neither id nor name. */
function personOf(author: Author | null | undefined): string {
  return author?.id ?? author?.name ?? '';
}
