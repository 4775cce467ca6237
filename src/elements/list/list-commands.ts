import type { CommentId } from '../../model/adapter.js';
import { commentsInOrder } from '../../model/state/discussion-state.js';
import type { CommandOf } from '../../presentation/command.js';
import { isReaderPanel, type Panel } from '../../presentation/panel.js';
import { PREFIX } from '../../presentation/comment-address.js';
import { MAX_INDENT, wholeDate } from '../../presentation/comment-view.js';
import { elementId } from '../page/element-id.js';
import { hasGoneOn, reveal } from '../page/focus.js';
import { reportAction } from '../report-action.js';
import type { Feature, RowAddition } from '../section.js';
import type { SectionFrame } from '../section-frame.js';
import { focusAction, markRow, rowOf, showRow, skipTo } from './focus-comment.js';
import { listStyles } from './list-commands.styles.js';
import { clearFailure, closePanel, openPanel } from './panels.js';

declare module '../../presentation/command.js' {
  interface Commands {
    /** `isQuiet`: marks it only, and neither scrolls nor moves the focus. */
    'show-comment': { readonly id: CommentId; readonly isQuiet?: boolean };
    /** Brings a comment into view and leaves the focus where it is. */
    'reveal-comment': { readonly id: CommentId };
    'toggle-branch': { readonly id: CommentId };
    'toggle-panel': { readonly id: CommentId; readonly panel: Panel };
    /** `panel`: only where that is what is open. `show`: the comment to go to. By default the focus returns to the button that opened it. */
    'close-panel': { readonly id: CommentId; readonly panel?: Panel; readonly show?: CommentId | undefined };
    /** Past the form to the list, or past the list to its end. */
    skip: { readonly to: 'list' | 'end' };
    /** Focuses the composer after its text was discarded. */
    'focus-composer': unknown;
  }
}

type ListCommand =
  'show-comment' | 'reveal-comment' | 'toggle-branch' | 'toggle-panel' | 'close-panel' | 'skip' | 'focus-composer';

/**
 * Moves through the list, folds its branches, opens and closes the panels below comments, and adds whole dates to their times.
 *
 * @action fold - The replies to a comment were hidden.
 * @action unfold - The replies to a comment were shown again.
 */
export class ListCommands implements Feature<ListCommand> {
  static readonly styles = listStyles;
  readonly #section: SectionFrame;
  /** Waits for a comment that is not rendered yet. */
  #observer: MutationObserver | undefined;
  /** Hides the button that unfolds the policy while all of it is visible. Its space stays, so that the text does not move. */
  readonly #policyObserver = new ResizeObserver(([entry]) => {
    const { nextElementSibling, scrollHeight, clientHeight } = entry!.target;
    const details = nextElementSibling as HTMLDetailsElement;
    details.classList.toggle('needless', !details.open && scrollHeight <= clientHeight + 1);
  });

  constructor(section: SectionFrame) {
    this.#section = section;
    section.root.addEventListener('click', (event) => {
      const { target, clientX } = event as MouseEvent;
      void this.#pressLine(target as Element, clientX);
    });
    // The browser's search has found text in a folded branch.
    section.root.addEventListener('beforematch', ({ target }) => {
      this.#unfoldTo((target as Element).id.slice(PREFIX.length));
    });
  }

  afterUpdate(): void {
    const policy = this.#section.root.querySelector('.fold');
    if (policy) this.#policyObserver.observe(policy);
  }

  readonly commands = {
    'show-comment': ({ id, isQuiet }: CommandOf<'show-comment'>): Promise<void> => this.#show(id, isQuiet),
    'reveal-comment': async ({ id }: CommandOf<'reveal-comment'>): Promise<void> => {
      await this.#section.host.updateComplete;
      reveal(rowOf(this.#section.root, id));
    },
    'toggle-branch': ({ id }: CommandOf<'toggle-branch'>): void => {
      const { view } = this.#section;
      const collapsed = new Set(view.collapsed);
      if (!collapsed.delete(id)) collapsed.add(id);
      view.change({ collapsed });
      reportAction(this.#section, view.collapsed.has(id) ? 'fold' : 'unfold', id);
    },
    'toggle-panel': (command: CommandOf<'toggle-panel'>): Promise<void> => this.#togglePanel(command),
    'close-panel': (command: CommandOf<'close-panel'>): Promise<void> => this.#closePanel(command),
    skip: ({ to }: CommandOf<'skip'>): void => skipTo(this.#section.root, to),
    'focus-composer': (): Promise<void> => this.#focusComposer(),
  };

  /** Not in the first picture: the first `Intl.DateTimeFormat` of a page takes 10 to 60 ms on a slow phone. */
  readonly row: RowAddition = { view: (comment) => ({ date: wholeDate(comment, this.#section.formats) }) };

  /** Unfolds the branches that contain a comment, marks it, scrolls it into view and focuses it, as soon as it is rendered. */
  async #show(id: CommentId, isQuiet = false): Promise<void> {
    const { root, host, store } = this.#section;
    this.#observer?.disconnect();
    if (store.state.selection) await this.#section.run({ type: 'filter', filter: 'all' });
    this.#unfoldTo(id);
    await host.updateComplete;
    const isShown = (): boolean => {
      const row = rowOf(root, id);
      if (row && isQuiet) markRow(root, row);
      else if (row) showRow(root, row);
      return row !== null;
    };
    if (isShown()) return;
    // The locale, or a renderer for the bodies, may still be loading.
    this.#observer = new MutationObserver(() => isShown() && this.#observer?.disconnect());
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  /** Unfolds the branches that a comment is in. */
  #unfoldTo(id: CommentId): void {
    const { view } = this.#section;
    const folded = this.#ancestorsOf(id).filter((ancestor) => view.collapsed.has(ancestor));
    if (folded.length === 0) return;
    view.change({ collapsed: new Set([...view.collapsed].filter((one) => !folded.includes(one))) });
  }

  /** The parent first. */
  #ancestorsOf(id: CommentId): readonly CommentId[] {
    const byId = new Map(commentsInOrder(this.#section.store.state).map((comment) => [comment.id, comment]));
    const ancestors = new Set<CommentId>();
    for (let at = byId.get(id)?.parentId; at && !ancestors.has(at); at = byId.get(at)?.parentId) ancestors.add(at);
    return [...ancestors];
  }

  /** Folds the branch whose line beside a row was pressed, and focuses the button that unfolds it. */
  async #pressLine(row: Element, x: number): Promise<void> {
    if (!row.matches('.answer')) return;
    const { root, host } = this.#section;
    const ancestors = this.#ancestorsOf(row.id.slice(PREFIX.length));
    const { direction, paddingInlineStart } = getComputedStyle(row);
    const { left, right } = row.getBoundingClientRect();
    const share = (direction === 'rtl' ? right - x : x - left) / parseFloat(paddingInlineStart);
    const line = Math.max(1, Math.ceil(share * Math.min(ancestors.length, MAX_INDENT)));
    const id = ancestors.at(-line);
    // Beside the lines is the text.
    if (!id || share > 1) return;
    await this.#section.run({ type: 'toggle-branch', id });
    await host.updateComplete;
    focusAction(root, id, 'collapse');
  }

  async #togglePanel({ id, panel }: CommandOf<'toggle-panel'>): Promise<void> {
    const { view, host, root } = this.#section;
    clearFailure(view, id);
    if (view.panels.get(id) === panel) return this.#closePanel({ type: 'close-panel', id });
    openPanel(view, id, panel);
    if (isReaderPanel(panel)) reportAction(this.#section, `open-${panel}`, id);
    if (panel !== 'reply') return void this.#section.dispatcher?.loadPanel(panel);
    await host.updateComplete;
    // Focusing the text box loads the rest of the form.
    root.querySelector<HTMLElement>(`#${CSS.escape(elementId('body', id))}`)?.focus();
  }

  async #closePanel({ id, panel: only, show }: CommandOf<'close-panel'>): Promise<void> {
    const { view, host, root } = this.#section;
    const panel = view.panels.get(id);
    // The reader may have closed the form while its text was sent, and opened another.
    if (only && only !== panel) return;
    closePanel(view, id);
    if (panel && isReaderPanel(panel)) reportAction(this.#section, `close-${panel}`, id);
    await host.updateComplete;
    const row = rowOf(root, id);
    // A reader may be writing elsewhere while a reply or an edit is sent.
    if (panel && row && !hasGoneOn(row)) focusAction(root, id, panel);
    if (show !== undefined) await this.#show(show);
  }

  async #focusComposer(): Promise<void> {
    const { host, root } = this.#section;
    host.requestUpdate();
    await host.updateComplete;
    // The form may have been removed with its text.
    (root.querySelector('textarea') ?? root.querySelector('h2'))?.focus();
  }
}
