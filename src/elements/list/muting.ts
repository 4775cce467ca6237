import type { Author, Comment, CommentId } from '../../model/adapter.js';
import { isOwn } from '../../model/discussion/permissions.js';
import { recall } from '../section/preferences.js';
import { remember } from '../section/remember.js';
import type { Section } from '../section.js';

/** Whom this reader does not want to read, on this device and in every discussion of the site. */
export class Muting {
  readonly #section: Section;
  /** By `personOf`. What no storage keeps lasts as long as the page. */
  #muted: readonly string[] = [];
  /** Comments of muted persons that the reader wants to see all the same, and by whom they are. */
  #revealed: ReadonlyMap<CommentId, string> = new Map();

  constructor(section: Section) {
    this.#section = section;
  }

  /** What `hides` depends on besides the comment. */
  get state(): readonly unknown[] {
    const muted = recall('muted');
    if (Array.isArray(muted) && String(muted) !== String(this.#muted)) this.#muted = muted as readonly string[];
    return [this.#muted, this.#revealed];
  }

  /** Whether there is a person to mute, who is not the reader. */
  isMutable(comment: Comment): boolean {
    return personOf(comment.author) !== '' && !isOwn(comment, this.#section.store.state);
  }

  isMuted({ author }: Comment): boolean {
    return this.#muted.includes(personOf(author));
  }

  hides(comment: Comment): boolean {
    return this.isMutable(comment) && this.isMuted(comment) && this.#revealed.get(comment.id) !== personOf(comment.author);
  }

  /** Hides all that its author wrote. */
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
    void this.#section.list.redraw();
  }

  #keep(muted: readonly string[]): void {
    this.#muted = muted;
    remember('muted', muted);
    // The browser tells the site's other pages; the other sections of this one, and this section itself, are told the same way.
    dispatchEvent(new StorageEvent('storage', { key: 'article-comments:muted' }));
  }
}

/** What a person is known by when they are muted; empty: there is nobody. */
function personOf(author: Author | null | undefined): string {
  return author?.id ?? author?.name ?? '';
}
