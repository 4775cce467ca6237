import type { CommentId } from '../../model/adapter.js';

/** What there is to say of a comment that was not found. */
export interface Miss {
  readonly isFailure: boolean;
  /** Drawn anew each time, in the language of the moment. */
  readonly draw: () => unknown;
  /** Said to screen readers where what is drawn does not speak for itself. */
  readonly words: string;
}

/**
 * One section's search for the comment that the address names. A page may have several sections, and the comment is in
 * one of them: the others have nothing to say, and neither has anybody while one still looks.
 */
export class PermalinkSearch {
  /** The searches of all sections on the page, in the order in which they began. */
  static readonly #all = new Set<PermalinkSearch>();

  readonly #id: CommentId;
  readonly #say: (miss: Miss | undefined) => void;
  #outcome: 'under-way' | 'found' | Miss = 'under-way';
  #said: Miss | undefined;

  constructor(id: CommentId, say: (miss: Miss | undefined) => void) {
    this.#id = id;
    this.#say = say;
    PermalinkSearch.#all.add(this);
    this.#settle();
  }

  /** False when another section has found it before: the reader is there already. */
  found(): boolean {
    const isFirst = this.#same.every((search) => search.#outcome !== 'found');
    this.#outcome = 'found';
    this.#settle();
    return isFirst;
  }

  missed(miss: Miss): void {
    this.#outcome = miss;
    // Sections that come to the page together begin to look one after the other.
    setTimeout(() => this.#settle());
  }

  /** The address names something else, or the section another discussion. */
  leave(): void {
    PermalinkSearch.#all.delete(this);
    this.#tell(undefined);
    this.#settle();
  }

  /** All that look for the same comment. */
  get #same(): readonly PermalinkSearch[] {
    return [...PermalinkSearch.#all].filter((search) => search.#id === this.#id);
  }

  /** Has the one section speak that has to. A failure goes first: trying again may help. */
  #settle(): void {
    const misses = this.#same.map((search) => search.#outcome).filter((outcome) => typeof outcome === 'object');
    const isOver = misses.length === this.#same.length;
    const said = isOver ? (misses.find(({ isFailure }) => isFailure) ?? misses[0]) : undefined;
    for (const search of this.#same) search.#tell(search.#outcome === said ? said : undefined);
  }

  #tell(miss: Miss | undefined): void {
    if (miss === this.#said) return;
    this.#said = miss;
    this.#say(miss);
  }
}
