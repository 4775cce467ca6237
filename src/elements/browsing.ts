/**
 * What a reader needs who goes on from what is shown, in one file that is fetched when the browser is idle, or when something
 * is pressed before: what is new, more replies, one certain comment, another order, less of one person, and what opens.
 */
import { adoptStyles, html, nothing } from 'lit';
import type { Messages } from '../i18n/messages.js';
import { browsing as words } from '../locales/en/browsing.js';
import type { AdapterError, Comment, CommentId, Sort } from '../model/adapter.js';
import { DiscussionExplorer } from '../model/discussion/discussion-explorer.js';
import { commentsInOrder } from '../model/discussion/discussion-state.js';
import { PermalinkController } from './permalink/permalink-controller.js';
import { browsingStyles } from './section/browsing.styles.js';
import type { Panel } from './list/comment-row.js';
import { composerShell } from './compose/composer-shell.js';
import { errorText } from './section/error-text.js';
import { partFailure } from './section/failure.js';
import { LazyModule } from './section/lazy-module.js';
import { closePanel, fold, isPanel, openPanel, unfold } from './list/list-steps.js';
import { LiveUpdates } from './live/live-updates.js';
import type { Moderation } from './section/moderation.js';
import { morePanel } from './list/more-menu.js';
import { goOn, rowOf, showComment } from './list/focus-comment.js';
import { Muting } from './list/muting.js';
import { newComments } from './live/new-comments-button.js';
import { OrderChange } from './section/sort-change.js';
import { commentInAddress, PREFIX } from './permalink/permalink.js';
import { RefreshController } from './section/refresh-controller.js';
import type { Section } from './section.js';
import { press, showShortcuts } from './section/shortcuts.js';
import { takesKey } from './section/takes-key.js';

export class Browsing {
  /** What goes on in the discussion meanwhile. */
  readonly live: LiveUpdates;
  readonly address: PermalinkController;
  readonly order: OrderChange;
  readonly muting: Muting;
  readonly #section: Section;
  readonly #explorer: DiscussionExplorer;
  readonly #moderation: LazyModule<Moderation>;
  /** Looks out for a comment that is not drawn yet. */
  #awaited: MutationObserver | undefined;

  constructor(section: Section) {
    this.#section = section;
    section.words.add(words);
    adoptStyles(section.root, [...section.root.adoptedStyleSheets, browsingStyles]);
    this.live = new LiveUpdates(section);
    this.muting = new Muting(section);
    this.#explorer = new DiscussionExplorer(section.store);
    this.#moderation = new LazyModule(section.host, async () => new (await import('./section/moderation.js')).Moderation(section));
    this.order = new OrderChange(section, this.#explorer);
    this.address = new PermalinkController(section, this.#explorer, (id) => this.showComment(id));
    section.root.addEventListener('click', this.#onClick);
    new RefreshController(section.host);
  }

  /** Why something failed, as a phrase to be put after a colon. */
  errorText(error: AdapterError): string {
    return errorText(error, this.#messages);
  }

  /** What stands above the list. */
  renderAbove(): unknown {
    const { formats } = this.#section.words;
    const onView = (): unknown => this.#viewNew(null);
    const count = this.live.waiting.get(null)?.length ?? 0;
    return [this.address.render(), this.order.renderFailure(), newComments(count, { messages: this.#messages, formats, onView })];
  }

  /** What only those see who may close the discussion for everybody. */
  renderModeration(): unknown {
    const { store, host } = this.#section;
    if (!store.state.info?.can?.close || !store.adapter?.setClosed || host.closed) return nothing;
    return this.#moderation.wanted()?.render() ?? partFailure(this.#moderation, this.#messages);
  }

  /** What has opened below a comment. */
  panel(panel: Panel, comment: Comment): unknown {
    const { root, store, list, writing, announce } = this.#section;
    const messages = this.#messages;
    if (panel === 'reply') {
      const label = messages.yourReply(comment.author?.name || messages.anonymous);
      return composerShell(this.#section, {
        parent: comment,
        isAwake: writing.module,
        onTurn: writing.load,
        label,
        post: messages.postReply,
      });
    }
    if (panel === 'more') {
      const onShortcuts = (): void => showShortcuts(root, messages);
      return morePanel({ comment, root, store, list, muting: this.muting, messages, announce, onShortcuts, unmute: this.#unmute });
    }
    return writing.module?.panel(panel, comment) ?? partFailure(writing, messages) ?? html`<p class="small muted">${messages.loading}</p>`;
  }

  /** A key was pressed in the section. */
  onKey(event: KeyboardEvent, target: Element): void {
    if (takesKey(event, target, this.#section.root)) void this.#press(event.key);
  }

  /** Does what a button asks for. */
  async act(action: string, id: CommentId): Promise<void> {
    const { root, store, list, writing, host } = this.#section;
    list.failures.delete(id);
    if (list.panels.get(id) === action) return closePanel(this.#section, id);
    if (isPanel(action)) openPanel(list, action, id);
    const comment = commentsInOrder(store.state).find((one) => one.id === id);
    switch (action) {
      case 'collapse':
        return fold(list, id);
      case 'reply':
        await host.updateComplete;
        return root.querySelector<HTMLElement>(`#${CSS.escape(`body-${id}`)}`)?.focus();
      case 'more':
        return;
      case 'new':
        return void this.#viewNew(id);
      case 'more-replies':
        return this.#loadReplies(id);
      case 'unmute':
        if (comment) this.muting.reveal(comment);
        return this.#turnTo(id);
      case 'unmute-always':
        return this.#unmute(comment);
      default: {
        await writing.load();
        const messages = this.#messages;
        if (writing.error) return list.fail(id, messages.formFailed(messages.causes.network));
        await writing.module?.act(action, id);
      }
    }
  }

  /** Lists in the order that was chosen. */
  async sort(select: HTMLSelectElement): Promise<void> {
    this.#section.list.failures.delete('');
    await this.order.change(select.value as Sort, select);
  }

  /** Brings a comment into view and marks it; with an empty id none is waited for any more. */
  async showComment(id: CommentId): Promise<void> {
    const { root, list, host } = this.#section;
    this.#awaited?.disconnect();
    if (!id) return;
    unfold(list, this.#ancestors(id));
    await host.updateComplete;
    if (rowOf(root, id)) return showComment(root, id);
    // The words, or what draws the bodies, may still be on their way.
    this.#awaited = new MutationObserver(() => {
      if (!rowOf(root, id)) return;
      this.#awaited?.disconnect();
      showComment(root, id);
    });
    this.#awaited.observe(root, { childList: true, subtree: true });
  }

  /** Goes on at the first comment that a new page has brought; `before`: how many there were. */
  async goOn(before: number): Promise<void> {
    const { store, root, announce, host, words } = this.#section;
    await host.updateComplete;
    const { comments } = store.state;
    const count = comments.length - before;
    if (count > 0) announce(this.#messages.loadedMore(count, words.formats.number(count)));
    goOn(root, comments[before]?.id);
  }

  /** The browser tells nobody of a link to where one is already. */
  readonly #onClick = ({ target, ctrlKey, metaKey, shiftKey }: Event & Partial<MouseEvent>): void => {
    const id = commentInAddress();
    const row = (target as Element).closest('a[part=permalink]')?.closest('li');
    if (id && row?.id === PREFIX + id && !(ctrlKey || metaKey || shiftKey)) void this.showComment(id);
  };

  readonly #unmute = (comment: Comment | undefined): void => {
    const { announce } = this.#section;
    const messages = this.#messages;
    if (!comment?.author) return;
    this.muting.unmute(comment);
    announce(messages.unmutedNow(comment.author.name || messages.anonymous));
    void this.#turnTo(comment.id);
  };

  /** The button that was pressed is gone; the focus stays with its comment, and nothing moves. */
  async #turnTo(id: CommentId): Promise<void> {
    await this.#section.host.updateComplete;
    rowOf(this.#section.root, id)?.focus({ preventScroll: true });
  }

  /** False when there was nothing new. */
  async #viewNew(below: CommentId | null): Promise<boolean> {
    const { store, announce, words } = this.#section;
    const before = store.state.waiting.length;
    const first = this.#explorer.showNew(below);
    if (!first) return false;
    const count = before - store.state.waiting.length;
    announce(this.#messages.newShown(count, words.formats.number(count)));
    await this.showComment(first.id);
    return true;
  }

  async #loadReplies(id: CommentId): Promise<void> {
    const { announce, words } = this.#section;
    const outcome = await this.#explorer.loadReplies(id);
    if (outcome.type !== 'done') return;
    const [first] = outcome.value;
    announce(this.#messages.repliesLoaded(outcome.value.length, words.formats.number(outcome.value.length)));
    if (first) await this.showComment(first.id);
  }

  #press(key: string): Promise<void> {
    const { root, announce, host } = this.#section;
    const drawn = (): Promise<unknown> => host.updateComplete;
    return press(key, { root, announce, drawn, messages: this.#messages, viewNew: () => this.#viewNew(null) });
  }

  get #messages(): Messages {
    return this.#section.words.messages as Messages;
  }

  /** All that a comment lies below. */
  #ancestors(id: CommentId): readonly CommentId[] {
    const byId = new Map(commentsInOrder(this.#section.store.state).map((comment) => [comment.id, comment]));
    const found = new Set<CommentId>();
    for (let at = byId.get(id)?.parentId; at && !found.has(at); at = byId.get(at)?.parentId) found.add(at);
    return [...found];
  }
}
