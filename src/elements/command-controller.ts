import type { ReactiveController } from 'lit';
import type { Comment, CommentId } from '../model/adapter.js';
import { commentsInOrder } from '../model/discussion/discussion-state.js';
import { type Command, CommandEvent } from './command.js';
import { focusAction, focusAfterLoading, focusHeading, focusRow } from './list/focus-comment.js';
import { copyPermalink } from './list/copy-permalink.js';
import type { ListView, Panel } from './list/list-view.js';
import type { ReadingFeatures } from './reading-features.js';
import type { Announcer } from './section/announcer.js';
import type { DiscussionController } from './section/discussion-controller.js';
import type { LazyModule } from './section/lazy-module.js';
import type { LocaleController } from './section/locale-controller.js';
import type { Moderation } from './section/moderation.js';
import type { SectionHost } from './section/section-host.js';
import type { SortMenu } from './section/sort-menu.js';
import type { WritingFeatures } from './writing-features.js';

interface CommandControllerOptions {
  readonly discussion: DiscussionController;
  readonly view: ListView;
  readonly sortMenu: SortMenu;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
  readonly reading: LazyModule<ReadingFeatures>;
  readonly writing: LazyModule<WritingFeatures>;
  readonly moderation: LazyModule<Moderation>;
}

/** Carries out every command of a section. Fetches the part that does the work where it has not come yet. */
export class CommandController implements ReactiveController {
  /** True when a command that concerns no single comment found its part missing. */
  hasFailed = false;
  readonly #host: SectionHost;
  readonly #options: CommandControllerOptions;

  constructor(host: SectionHost, options: CommandControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // On the root itself, so that a form that has just been removed is heard, too.
    this.#host.renderRoot.addEventListener(CommandEvent.type, this.#onCommand);
  }

  hostDisconnected(): void {
    this.#host.renderRoot.removeEventListener(CommandEvent.type, this.#onCommand);
  }

  async execute(command: Command): Promise<void> {
    const { discussion, view } = this.#options;
    switch (command.type) {
      case 'reload':
        discussion.retry();
        return focusHeading(this.#root);
      case 'load-more':
        return this.#loadMore();
      case 'load-features':
        focusHeading(this.#root);
        return void (await this.#reading());
      case 'sort':
        return this.#sort(command);
      case 'show-new':
        return void (await (await this.#reading())?.newComments.show(command.below));
      case 'show-comment':
        return (await this.#reading())?.navigation.show(command.id);
      case 'follow-permalink':
        focusHeading(this.#root);
        return (await this.#reading())?.permalinks.follow(command.id);
      case 'show-shortcuts':
        return (await this.#reading())?.shortcuts.show();
      case 'focus-composer':
        return this.#focusComposer();
      case 'toggle-branch':
        return view.toggleBranch(command.id);
      case 'load-replies':
        return this.#loadReplies(command.id);
      case 'toggle-panel':
        return this.#togglePanel(command);
      case 'close-panel':
        return this.#closePanel(command);
      case 'vote':
        return this.#vote(command);
      case 'pin':
        return this.#pin(command);
      case 'copy-link':
        return copyPermalink(this.#host, command.id, this.#options);
      case 'mute':
      case 'unmute':
      case 'reveal-muted':
        return this.#changeMuting(command);
      case 'ask-to-close':
        return this.#options.moderation.module?.ask();
      case 'keep-open':
        return this.#options.moderation.module?.cancel();
      case 'set-closed':
        return this.#options.moderation.module?.setClosed(command.closed);
    }
  }

  async #loadMore(): Promise<void> {
    const { store } = this.#options.discussion;
    const { announcer, locale, reading } = this.#options;
    const before = store.state.comments.length;
    await Promise.all([store.loadMore(), reading.load()]);
    await this.#host.updateComplete;
    const { comments } = store.state;
    const count = comments.length - before;
    if (count > 0) announcer.announce(locale.messages.loadedMore(count, locale.formats.number(count)));
    // The button has moved, or is gone.
    focusAfterLoading(this.#root, comments[before]?.id);
  }

  async #sort({ sort }: Extract<Command, { type: 'sort' }>): Promise<void> {
    const reading = await this.#reading();
    if (reading) await this.#options.sortMenu.change(sort, reading.explorer);
  }

  async #loadReplies(id: CommentId): Promise<void> {
    const { announcer, locale } = this.#options;
    const reading = await this.#readingFor(id);
    const outcome = await reading?.explorer.loadReplies(id);
    if (outcome?.type !== 'done') return;
    const { length } = outcome.value;
    announcer.announce(locale.messages.repliesLoaded(length, locale.formats.number(length)));
    const [first] = outcome.value;
    if (first) await reading?.navigation.show(first.id);
  }

  async #togglePanel({ id, panel }: Extract<Command, { type: 'toggle-panel' }>): Promise<void> {
    const { view, writing } = this.#options;
    view.clearFailure(id);
    if (view.panelOf(id) === panel) return this.#closePanel({ type: 'close-panel', id });
    view.openPanel(id, panel);
    if (panel === 'more') return void (await this.#readingFor(id));
    if (panel !== 'reply') return void writing.load();
    await this.#host.updateComplete;
    // Focusing the text box fetches the rest.
    this.#root.querySelector<HTMLElement>(`#${CSS.escape(`body-${id}`)}`)?.focus();
  }

  async #closePanel({ id, show }: Extract<Command, { type: 'close-panel' }>): Promise<void> {
    const { view, reading } = this.#options;
    const panel: Panel | undefined = view.panelOf(id);
    view.closePanel(id);
    await this.#host.updateComplete;
    if (panel) focusAction(this.#root, id, panel);
    if (show !== undefined) await (await reading.load())?.navigation.show(show);
  }

  async #vote({ id, value }: Extract<Command, { type: 'vote' }>): Promise<void> {
    const { view } = this.#options;
    const hadFocus = view.failureOf(id) !== undefined;
    view.clearFailure(id);
    // "Try again" goes with the failure, and must not take the focus with it.
    if (hadFocus) focusAction(this.#root, id, value === 1 ? 'up' : 'down');
    const comment = this.#comment(id);
    const writing = await this.#writingFor(id);
    if (comment) await writing?.voting.vote(comment, value);
  }

  async #pin({ id, pinned }: Extract<Command, { type: 'pin' }>): Promise<void> {
    const { view } = this.#options;
    view.clearFailure(id);
    const writing = await this.#writingFor(id);
    const isDone = await writing?.pinning.pin(id, pinned);
    if (isDone && view.panelOf(id) === 'more') await this.#closePanel({ type: 'close-panel', id });
  }

  async #changeMuting({ type, id }: Extract<Command, { type: 'mute' | 'unmute' | 'reveal-muted' }>): Promise<void> {
    const { announcer, locale } = this.#options;
    const { messages } = locale;
    const reading = await this.#readingFor(id);
    const comment = this.#comment(id);
    if (!reading || !comment) return;
    const name = comment.author?.name || messages.anonymous;
    switch (type) {
      case 'mute':
        reading.muting.mute(comment);
        announcer.announce(messages.mutedNow(name));
        return this.#closePanel({ type: 'close-panel', id });
      case 'unmute':
        reading.muting.unmute(comment);
        announcer.announce(messages.unmutedNow(name));
        break;
      case 'reveal-muted':
        reading.muting.reveal(comment);
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

  /** The reading features. Where they cannot be fetched, the section says so above the list. */
  async #reading(): Promise<ReadingFeatures | undefined> {
    const reading = await this.#options.reading.load();
    this.hasFailed = !reading;
    if (!reading) this.#host.requestUpdate();
    return reading;
  }

  /** The reading features. Where they cannot be fetched, the comment says so. */
  async #readingFor(id: CommentId): Promise<ReadingFeatures | undefined> {
    const reading = await this.#options.reading.load();
    if (!reading) this.#failToLoad(id);
    return reading;
  }

  async #writingFor(id: CommentId): Promise<WritingFeatures | undefined> {
    const writing = await this.#options.writing.load();
    if (!writing) this.#failToLoad(id);
    return writing;
  }

  #failToLoad(id: CommentId): void {
    const { messages } = this.#options.locale;
    this.#options.view.fail(id, { text: messages.formFailed(messages.causes.network) });
  }

  #comment(id: CommentId): Comment | undefined {
    return commentsInOrder(this.#options.discussion.store.state).find((comment) => comment.id === id);
  }

  get #root(): ShadowRoot {
    return this.#host.renderRoot;
  }

  readonly #onCommand = (event: Event): void => void this.execute((event as CommandEvent).command);
}
