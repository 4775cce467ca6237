import type { CommentId } from '../model/adapter.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';

/** What failed at a comment, and the command that tries again. */
export interface RowFailure {
  readonly text: string;
  readonly retry?: Command;
}

interface ViewState {
  /** The comments whose replies are folded. */
  readonly collapsed: ReadonlySet<CommentId>;
  /** What is open below comments. */
  readonly panels: ReadonlyMap<CommentId, Panel>;
  /** What failed at comments. */
  readonly failures: ReadonlyMap<CommentId, RowFailure>;
  /** Whether the reader has begun to write a new comment, or has a draft of one. Until then the form must not grow. */
  readonly isFormOpen: boolean;
}

/**
 * What is folded, open or failed in the list and its forms. A collection that changes is another one, so that two states can be compared.
 * `list/panels.ts` changes them.
 */
export class ListView implements ViewState {
  readonly collapsed: ViewState['collapsed'] = new Set();
  readonly panels: ViewState['panels'] = new Map();
  readonly failures: ViewState['failures'] = new Map();
  readonly isFormOpen: boolean = false;
  readonly #onChange: () => void;

  /** `onChange` is called after every change. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  change(changed: Partial<ViewState>): void {
    Object.assign(this, changed);
    this.#onChange();
  }

  fail(id: CommentId, failure: RowFailure): void {
    this.change({ failures: new Map(this.failures).set(id, failure) });
  }

  /** Resets the list, for another discussion. */
  reset(): void {
    this.change({ collapsed: new Set(), panels: new Map(), failures: new Map() });
  }
}
