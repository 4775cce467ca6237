import type { CommentId } from '../model/adapter.js';
import type { Command } from '../presentation/command.js';
import type { Panel } from '../presentation/panel.js';

/** What failed at a comment, and the command that tries again. */
export interface RowFailure {
  readonly text: string;
  readonly retry?: Command;
}

interface OpenPanel {
  readonly panel: Panel;
  /** In "More": whether the comment's link could be copied. Undefined until the reader has tried. */
  readonly copied?: 'copied' | 'refused';
}

/** The state of the list and the forms on this page: folded branches, open panels, failures, and whether the form for comments is open. */
export class ListView {
  readonly #onChange: () => void;
  #isFormOpen = false;
  #collapsed: ReadonlySet<CommentId> = new Set();
  #panels: ReadonlyMap<CommentId, OpenPanel> = new Map();
  #failures: ReadonlyMap<CommentId, RowFailure> = new Map();

  /** `onChange` is called after every change. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** The comments whose replies are folded. */
  get collapsed(): ReadonlySet<CommentId> {
    return this.#collapsed;
  }

  /** The open panels, by comment. Another map after each change. */
  get panels(): ReadonlyMap<CommentId, unknown> {
    return this.#panels;
  }

  /** The failures, by comment. Another map after each change. */
  get failures(): ReadonlyMap<CommentId, RowFailure> {
    return this.#failures;
  }

  /** Whether the reader has begun to write a new comment, or has a draft of one. Until then the form must not grow. */
  get isFormOpen(): boolean {
    return this.#isFormOpen;
  }

  panelOf(id: CommentId): Panel | undefined {
    return this.#panels.get(id)?.panel;
  }

  failureOf(id: CommentId): RowFailure | undefined {
    return this.#failures.get(id);
  }

  /** Whether the comment's link could be copied. Undefined until the reader has tried. */
  copiedLinkOf(id: CommentId): 'copied' | 'refused' | undefined {
    return this.#panels.get(id)?.copied;
  }

  openForm(): void {
    if (this.#isFormOpen) return;
    this.#isFormOpen = true;
    this.#onChange();
  }

  toggleBranch(id: CommentId): void {
    const collapsed = new Set(this.#collapsed);
    if (!collapsed.delete(id)) collapsed.add(id);
    this.#collapsed = collapsed;
    this.#onChange();
  }

  /** Unfolds the branches of these comments. */
  expand(ids: readonly CommentId[]): void {
    if (!ids.some((id) => this.#collapsed.has(id))) return;
    this.#collapsed = new Set([...this.#collapsed].filter((id) => !ids.includes(id)));
    this.#onChange();
  }

  /** Opens a panel and closes the others, except replies: a reader who is writing may want to look something up. */
  openPanel(id: CommentId, panel: Panel): void {
    const replies = [...this.#panels].filter(([, opened]) => opened.panel === 'reply');
    this.#panels = new Map([...replies, [id, { panel }]]);
    this.#onChange();
  }

  /** Opens replies that were started before. The reader has not requested them now, so other panels stay open. */
  openReplies(ids: readonly CommentId[]): void {
    const closed = ids.filter((id) => !this.#panels.has(id));
    if (closed.length === 0) return;
    this.#panels = new Map([...this.#panels, ...closed.map((id) => [id, { panel: 'reply' }] as const)]);
    this.#onChange();
  }

  closePanel(id: CommentId): void {
    this.#panels = without(this.#panels, id);
    this.#onChange();
  }

  /** Shows in "More" whether the link was copied, unless the reader has closed that panel or opened another. */
  linkCopied(id: CommentId, outcome: 'copied' | 'refused'): void {
    if (this.panelOf(id) !== 'more') return;
    this.#panels = new Map(this.#panels).set(id, { panel: 'more', copied: outcome });
    this.#onChange();
  }

  fail(id: CommentId, failure: RowFailure): void {
    this.#failures = new Map(this.#failures).set(id, failure);
    this.#onChange();
  }

  clearFailure(id: CommentId): void {
    if (!this.#failures.has(id)) return;
    this.#failures = without(this.#failures, id);
    this.#onChange();
  }

  /** Resets the list, for another discussion. */
  reset(): void {
    this.#collapsed = new Set();
    this.#panels = new Map();
    this.#failures = new Map();
    this.#onChange();
  }
}

function without<Value>(map: ReadonlyMap<CommentId, Value>, id: CommentId): ReadonlyMap<CommentId, Value> {
  return new Map([...map].filter(([other]) => other !== id));
}
