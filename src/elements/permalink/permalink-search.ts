import type { AdapterError, CommentId } from '../../model/adapter.js';

/** Why a comment is not shown. */
export type Miss = { readonly type: 'not-found' } | { readonly type: 'failed'; readonly error: AdapterError };

type SearchOutcome = { readonly type: 'pending' | 'found' } | Miss;

/**
 * One section's search for the comment in the address. A page may have several sections, and the comment is in one of them.
 * So a section reports a miss only when all have missed, and only one of them does.
 */
export class PermalinkSearch {
  /** The searches of all sections on the page, oldest first. */
  static readonly #all = new Set<PermalinkSearch>();

  readonly #id: CommentId;
  readonly #report: (miss: Miss | undefined) => void;
  #outcome: SearchOutcome = { type: 'pending' };
  #reported: Miss | undefined;

  /** `report` is called with the miss that this section has to show, and with undefined when it no longer has to. */
  constructor(id: CommentId, report: (miss: Miss | undefined) => void) {
    this.#id = id;
    this.#report = report;
    PermalinkSearch.#all.add(this);
    this.#settle();
  }

  /** False when another section has found the comment before. */
  found(): boolean {
    const isFirst = this.#related.every((search) => search.#outcome.type !== 'found');
    this.#outcome = { type: 'found' };
    this.#settle();
    return isFirst;
  }

  missed(miss: Miss): void {
    this.#outcome = miss;
    // Sections that come to the page together begin their searches one after the other.
    setTimeout(() => this.#settle());
  }

  /** Ends the search: the address names another comment, or the section shows another discussion. */
  leave(): void {
    PermalinkSearch.#all.delete(this);
    this.#tell(undefined);
    this.#settle();
  }

  /** All searches for the same comment. */
  get #related(): readonly PermalinkSearch[] {
    return [...PermalinkSearch.#all].filter((search) => search.#id === this.#id);
  }

  /** Once all have missed, one section says so. A failure goes first: trying again may help. */
  #settle(): void {
    const outcomes = this.#related.map((search) => search.#outcome);
    const isOver = outcomes.every(({ type }) => type === 'failed' || type === 'not-found');
    const shown = isOver ? (outcomes.find(({ type }) => type === 'failed') ?? outcomes[0]) : undefined;
    for (const search of this.#related) search.#tell(search.#outcome === shown ? (shown as Miss) : undefined);
  }

  #tell(miss: Miss | undefined): void {
    if (miss === this.#reported) return;
    this.#reported = miss;
    this.#report(miss);
  }
}
