import { isReaderPanel } from '../presentation/panel.js';
import type { Comment, CommentId } from '../model/adapter.js';
import type { DiscussionExplorer } from '../model/discussion/discussion-explorer.js';
import { commentsInOrder } from '../model/state/discussion-state.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import { lastTopLevel } from '../model/transitions/detached.js';
import { offeredSorts, sortId } from '../model/discussion/offers.js';
import { sortName } from '../presentation/sort-name.js';
import type { Command } from './command.js';
import type { CommentsAction } from './events/action-events.js';
import type { CommentNavigation } from './list/comment-navigation.js';
import { copyPermalink } from './sharing/copy-permalink.js';
import {
  commentIn,
  focusAction,
  focusAfterLoading,
  focusHeading,
  focusRow,
  rowOf,
  skipTo,
} from './list/focus-comment.js';
import type { FilteredView } from './finding/filtered-view.js';
import type { Gaps } from './finding/gaps.js';
import type { ListView } from './list/list-view.js';
import type { LoadAll } from './finding/load-all.js';
import type { Muting } from './muting/muting.js';
import type { NewComments } from './following/new-comments.js';
import type { CommentModeration } from './moderating/comment-moderation.js';
import { holdWhileDrawing } from './page/hold-while-drawing.js';
import type { PermalinkController } from './finding/permalink-controller.js';
import type { Announcer } from './frame/announcer.js';
import { elementId } from './page/element-id.js';
import { hasGoneOn } from './page/has-gone-on.js';
import type { LazyModule } from './lazy-module.js';
import type { WordedModule } from './worded-module.js';
import type { LocaleController } from './locale/locale-controller.js';
import type { ClosingControls } from './moderating/closing-controls.js';
import { remember } from './page/preferences.js';
import { reveal } from './page/reveal.js';
import type { SectionHost } from './section-host.js';
import type { Shortcuts } from './shortcuts/shortcuts.js';
import { type ActionOutcome, actionOutcome, tellAction, tellResponse } from './tell-action.js';
import type { WritingFeatures } from './writing-features.js';

export interface CommandControllerOptions {
  readonly store: DiscussionStore;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly explorer: DiscussionExplorer;
  readonly navigation: CommentNavigation;
  readonly newComments: NewComments;
  readonly gaps: Gaps;
  readonly loadAll: LazyModule<LoadAll>;
  readonly filtered: LazyModule<FilteredView>;
  readonly muting: Muting;
  readonly permalinks: LazyModule<PermalinkController>;
  readonly shortcuts: LazyModule<Shortcuts>;
  readonly writing: LazyModule<WritingFeatures>;
  readonly closingControls: LazyModule<ClosingControls>;
  readonly moderation: WordedModule<'moderation', CommentModeration>;
}

/** Carries out every command of a section. Fetches the feature that does the work where it has not come yet. */
export class CommandController {
  readonly #host: SectionHost;
  readonly #options: CommandControllerOptions;

  constructor(host: SectionHost, options: CommandControllerOptions) {
    this.#host = host;
    this.#options = options;
  }

  async execute(command: Command): Promise<void> {
    const { view, navigation, newComments, loadAll, permalinks, shortcuts, closingControls } = this.#options;
    switch (command.type) {
      case 'reload':
        this.#host.reload();
        return focusHeading(this.#root);
      case 'load-more':
        return this.#ask(command, this.#loadMore());
      case 'load-all': {
        const all = await loadAll.load();
        return all && this.#ask(command, all.run());
      }
      case 'stop-loading':
        return loadAll.module?.stop();
      case 'sort':
        return this.#ask(command, this.#sort(command.sort));
      case 'filter':
        return this.#ask(
          command,
          this.#filter((view) => view.choose(command.filter)),
        );
      case 'load-more-filtered':
        return this.#ask(
          command,
          this.#filter((view) => view.loadMore()),
        );
      case 'show-new':
        return void (await newComments.show(command.below));
      case 'show-comment':
        return navigation.show(command.id);
      case 'reveal-comment':
        await this.#host.updateComplete;
        return reveal(rowOf(this.#root, command.id));
      case 'follow-permalink':
        focusHeading(this.#root);
        return (await permalinks.load())?.followLink(command.id);
      case 'show-shortcuts':
        (await shortcuts.load())?.show();
        return tellAction(this.#host, 'show-shortcuts');
      case 'skip':
        return skipTo(this.#root, command.to);
      case 'focus-composer':
        return this.#focusComposer();
      case 'close-gap':
        return this.#ask(command, this.#options.gaps.close(command.id));
      case 'toggle-branch':
        view.toggleBranch(command.id);
        return tellAction(this.#host, view.collapsed.has(command.id) ? 'fold' : 'unfold', command.id);
      case 'unfold-to':
        return navigation.unfoldTo(command.id);
      case 'load-replies':
        return this.#ask(command, this.#loadReplies(command.id));
      case 'toggle-panel':
        return this.#togglePanel(command);
      case 'close-panel':
        return this.#closePanel(command);
      case 'vote':
        return this.#vote(command);
      case 'cast-vote':
        return this.#castVote(command);
      case 'pin':
        return this.#pin(command);
      case 'moderate':
        return (await this.#options.moderation.part.load())?.start(command.id, command.action);
      case 'copy-link':
        return copyPermalink(this.#host, command.id, this.#options);
      case 'mute':
      case 'unmute':
      case 'reveal-muted':
        return this.#changeMuting(command);
      case 'ask-to-close':
        return closingControls.module?.ask();
      case 'keep-open':
        return closingControls.module?.cancel();
      case 'set-closed':
        return closingControls.module?.setClosed(command.closed);
    }
  }

  /** Tells the page how a request of the reader's has ended. */
  async #ask(command: Command & { readonly type: CommentsAction }, asking: Promise<ActionOutcome>): Promise<void> {
    await tellResponse(this.#host, command.type, asking, 'id' in command ? command.id : undefined);
  }

  async #filter(ask: (view: FilteredView) => Promise<ActionOutcome>): Promise<ActionOutcome> {
    const view = await this.#options.filtered.load();
    return view && ask(view);
  }

  /** Lists in another order, and remembers the choice. */
  async #sort(sort: string): Promise<ActionOutcome> {
    const { store, announcer, locale, explorer } = this.#options;
    const { adapter } = store;
    announcer.announce(locale.messages.loading);
    const outcome = await explorer.sortBy(sort);
    if (outcome.type !== 'done') return actionOutcome(outcome);
    remember('order', sort);
    const shown = adapter && offeredSorts(adapter).find((one) => sortId(one) === sort);
    if (shown) announcer.announce(locale.messages.sorted(sortName(shown, locale.messages)));
    return 'done';
  }

  async #loadMore(): Promise<ActionOutcome> {
    const { store, announcer, locale } = this.#options;
    const shown = new Set(commentsInOrder(store.state).map(({ id }) => id));
    const last = store.state.detached.findLast(({ parentId }) => !parentId);
    announcer.announce(locale.messages.loadingMore);
    const held = lastTopLevel(store.state);
    const release = holdWhileDrawing(this.#host, held && rowOf(this.#root, held.id));
    const outcome = await store.loadMore();
    await this.#host.updateComplete;
    release();
    // What is shown now did not come with that page.
    if (outcome.type === 'aborted') return undefined;
    const { comments } = store.state;
    const added = comments.filter(({ id }) => !shown.has(id));
    if (added.length > 0)
      announcer.announce(locale.messages.loadedMore(added.length, locale.formats.number(added.length)));
    const place = comments.findIndex(({ id }) => id === last?.id);
    // Below a gap, the button stays where it is until the list has reached beyond that.
    const isBelowGap = last && place < 0 && added.length > 0;
    // The button has moved, or is gone.
    if (!isBelowGap) focusAfterLoading(this.#root, added.find((comment) => comments.indexOf(comment) > place)?.id);
    return actionOutcome(outcome);
  }

  async #loadReplies(id: CommentId): Promise<ActionOutcome> {
    const { announcer, locale, explorer, navigation } = this.#options;
    announcer.announce(locale.messages.loadingReplies);
    const outcome = await explorer.loadReplies(id);
    if (outcome.type !== 'done') return actionOutcome(outcome);
    const { length } = outcome.value;
    announcer.announce(locale.messages.repliesLoaded(length, locale.formats.number(length)));
    const [first] = outcome.value;
    if (first) await navigation.show(first.id);
    return 'done';
  }

  async #togglePanel({ id, panel }: Extract<Command, { type: 'toggle-panel' }>): Promise<void> {
    const { view, writing } = this.#options;
    view.clearFailure(id);
    if (view.panelOf(id) === panel) return this.#closePanel({ type: 'close-panel', id });
    view.openPanel(id, panel);
    if (isReaderPanel(panel)) tellAction(this.#host, `open-${panel}`, id);
    if (panel === 'more') return;
    if (panel !== 'reply') return void writing.load();
    await this.#host.updateComplete;
    // Focusing the text box fetches the rest.
    this.#root.querySelector<HTMLElement>(`#${CSS.escape(elementId('body', id))}`)?.focus();
  }

  async #closePanel({ id, panel: only, show }: Extract<Command, { type: 'close-panel' }>): Promise<void> {
    const { view, navigation } = this.#options;
    const panel = view.panelOf(id);
    // The reader has closed the form while its text was on its way, and may have opened another.
    if (only && only !== panel) return;
    view.closePanel(id);
    if (panel && isReaderPanel(panel)) tellAction(this.#host, `close-${panel}`, id);
    await this.#host.updateComplete;
    const row = rowOf(this.#root, id);
    // A reader may be writing elsewhere while a reply or an edit is sent.
    if (panel && row && !hasGoneOn(row)) focusAction(this.#root, id, panel);
    if (show !== undefined) await navigation.show(show);
  }

  async #vote({ id, value }: Extract<Command, { type: 'vote' }>): Promise<void> {
    const { view } = this.#options;
    const hadFocus = view.failureOf(id) !== undefined;
    view.clearFailure(id);
    const panel = value === 1 ? 'up' : 'down';
    // The second press takes the question back.
    if (view.panelOf(id) === panel) {
      this.#options.writing.module?.voting.forget();
      return this.#closePanel({ type: 'close-panel', id });
    }
    // "Try again" goes with the failure, and must not take the focus with it.
    if (hadFocus) focusAction(this.#root, id, panel);
    const comment = this.#comment(id);
    const writing = await this.#loadWriting(id);
    if (comment) await writing?.voting.vote(comment, value);
  }

  async #castVote({ id, value }: Extract<Command, { type: 'cast-vote' }>): Promise<void> {
    const { view, permalinks, writing } = this.#options;
    view.closePanel(id);
    // Loads a comment that is on no page yet, and says so where it is gone.
    await (await permalinks.load())?.follow(id);
    const comment = this.#comment(id);
    if (!comment) return;
    if (this.#root.activeElement === commentIn(rowOf(this.#root, id)))
      focusAction(this.#root, id, value === -1 ? 'down' : 'up');
    await writing.module?.voting.castAfterSignIn(comment, value);
  }

  async #pin({ id, pinned }: Extract<Command, { type: 'pin' }>): Promise<void> {
    const { view } = this.#options;
    view.clearFailure(id);
    const writing = await this.#loadWriting(id);
    const isDone = await writing?.pinning.pin(id, pinned);
    if (isDone && view.panelOf(id) === 'more') await this.#closePanel({ type: 'close-panel', id });
  }

  async #changeMuting({ type, id }: Extract<Command, { type: 'mute' | 'unmute' | 'reveal-muted' }>): Promise<void> {
    const { announcer, locale, muting } = this.#options;
    const { messages } = locale;
    const comment = this.#comment(id);
    if (!comment) return;
    const name = comment.author?.name || messages.anonymous;
    tellAction(this.#host, type, id);
    switch (type) {
      case 'mute':
        muting.mute(comment);
        announcer.announce(messages.mutedNow(name));
        return this.#closePanel({ type: 'close-panel', id });
      case 'unmute':
        muting.unmute(comment);
        announcer.announce(messages.unmutedNow(name));
        break;
      case 'reveal-muted':
        muting.reveal(comment);
    }
    // The button that was pressed is gone. Focus stays with its comment, and nothing moves.
    await this.#host.updateComplete;
    focusRow(this.#root, id);
  }

  async #focusComposer(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // The form may have gone with its text.
    const textarea = this.#root.querySelector('textarea');
    if (textarea) textarea.focus();
    else focusHeading(this.#root);
  }

  /** The writing features. Where they cannot be fetched, the comment says so. */
  async #loadWriting(id: CommentId): Promise<WritingFeatures | undefined> {
    const { writing, view, locale } = this.#options;
    const { messages } = locale;
    const features = await writing.load();
    if (!features) view.fail(id, { text: messages.formFailed(messages.causes.network) });
    return features;
  }

  #comment(id: CommentId): Comment | undefined {
    return commentsInOrder(this.#options.store.state).find((comment) => comment.id === id);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot;
  }
}
