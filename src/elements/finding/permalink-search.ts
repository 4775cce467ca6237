import type { AdapterError, CommentId } from '../../model/adapter.js';

/** Why a comment is not shown. */
export type Miss = { readonly type: 'not-found' } | { readonly type: 'failed'; readonly error: AdapterError };

/** How long a miss waits for sections that have not begun to search, in milliseconds. Those below the fold may never do. */
const PATIENCE = 3000;

type SearchOutcome = { readonly type: 'pending' | 'found' } | Miss;

/**
 * One section's search for the comment in the address. A page may have several sections, and the comment is in one of them.
 * So a section reports a miss only when all have missed, and only one of them does. Their code and their backends come at different
 * moments, so it waits for a section that has not begun.
 */
export class PermalinkSearch {
  /** The searches of all sections on the page, oldest first. */
  static readonly #all = new Set<PermalinkSearch>();

  readonly #id: CommentId;
  readonly #report: (miss: Miss | undefined) => void;
  #outcome: SearchOutcome = { type: 'pending' };
  #reported: Miss | undefined;
  /** Whether a miss of this section still waits for sections that have not begun. */
  #isPatient = false;

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
    this.#isPatient = true;
    setTimeout(() => {
      this.#isPatient = false;
      this.#settle();
    }, PATIENCE);
    this.#settle();
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
    const related = this.#related;
    const haveAllBegun = related.length >= document.querySelectorAll('article-comments').length;
    const outcomes = related.map((search) => search.#outcome);
    const isOver =
      outcomes.every(({ type }) => type === 'failed' || type === 'not-found') &&
      (haveAllBegun || related.every((search) => !search.#isPatient));
    const shown = isOver ? (outcomes.find(({ type }) => type === 'failed') ?? outcomes[0]) : undefined;
    for (const search of related) search.#tell(search.#outcome === shown ? (shown as Miss) : undefined);
  }

  #tell(miss: Miss | undefined): void {
    if (miss === this.#reported) return;
    this.#reported = miss;
    this.#report(miss);
  }
}
