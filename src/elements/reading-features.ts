/** Loaded after first paint: what a press does, live updates, sorting, muting, the "More" menu, fresh times, skip links. */
import { adoptStyles, nothing, type TemplateResult } from 'lit';
import type { Comment, Decision } from '../model/adapter.js';
import { DiscussionExplorer } from '../model/discussion/discussion-explorer.js';
import { CommandController, type CommandControllerOptions } from './command-controller.js';
import { CommentNavigation } from './list/comment-navigation.js';
import { Gaps } from './finding/gaps.js';
import { hasPendingVote } from './voting/has-pending-vote.js';
import { closeMoreOnEscape, moreMenu } from './more-menu/more-menu.js';
import { Muting } from './muting/muting.js';
import type { ModeratedComment } from '../presentation/comment-actions.js';
import { announceEditorsMessage } from './following/editors-message-news.js';
import { LiveUpdates } from './following/live-updates.js';
import { NewComments } from './following/new-comments.js';
import { newCommentsButton } from './following/new-comments-button.js';
import type { FilteredView } from './finding/filtered-view.js';
import type { CommentModeration } from './moderating/comment-moderation.js';
import { isUnseen, mayModerate } from './moderating/may-moderate.js';
import type { PermalinkController } from './finding/permalink-controller.js';
import { ReadingPlace } from './scroll-position/reading-place.js';
import type { ReturningReader } from './scroll-position/returning-reader.js';
import { readingStyles } from './reading-features.styles.js';
import { endOfList } from './finding/end-of-list.js';
import { moduleFailure } from './frame/failure.js';
import { LazyModule } from './lazy-module.js';
import { RefreshController } from './frame/refresh-controller.js';
import type { SectionHost } from './section-host.js';
import { skipLink } from './frame/skip-links.js';
import type { Shortcuts } from './shortcuts/shortcuts.js';
import { WordedModule } from './worded-module.js';

type ReadingFeaturesOptions = Pick<
  CommandControllerOptions,
  'store' | 'view' | 'locale' | 'announcer' | 'writing' | 'closingControls'
> & { readonly returning: ReturningReader };

/** What is said of a held comment until the code for moderators has come: not that its author alone sees it. */
const NOT_YET: ModeratedComment = { remark: '', actions: [] };

/** The features of reading that the first picture does not need, each with just what it works with. */
export interface ReadingFeatures {
  readonly live: LiveUpdates;
  readonly gaps: Gaps;
  readonly muting: Muting;
  readonly place: ReadingPlace;
  readonly commands: CommandController;
  readonly permalinks: LazyModule<PermalinkController>;
  readonly shortcuts: LazyModule<Shortcuts>;
  readonly moderation: WordedModule<'moderation', CommentModeration>;
  /** What a moderator sees of comments that readers do not see: another function once that has come. */
  moderated: (comment: Comment) => ModeratedComment | undefined;
  /** The ways past the form and past the list. */
  renderSkipLink(to: 'list' | 'end'): TemplateResult;
  /** A selection of the comments, in place of all. */
  readonly filtered: LazyModule<FilteredView>;
  /** How far loading all comments is; undefined while nobody wants that. */
  renderLoading(): TemplateResult | undefined;
  /** Why a selection of the comments could not be shown. */
  renderFilterFailure(): unknown;
  /** What stands below the list. */
  renderEnd(pageSize: number): unknown;
  /** What stands above the list: that the code for moderators is missing, and the button for comments that arrived. */
  renderStart(): unknown;
  renderMoreMenu(comment: Comment, canPin: boolean): TemplateResult;
  /** Why a comment was restricted. */
  renderDecision(decision: Decision): unknown;
}

export function createReadingFeatures(host: SectionHost, options: ReadingFeaturesOptions): ReadingFeatures {
  const { renderRoot } = host;
  const { store, view, locale, announcer, returning } = options;
  adoptStyles(renderRoot, [...renderRoot.adoptedStyleSheets, readingStyles]);
  new RefreshController(host);
  renderRoot.addEventListener('keydown', closeMoreOnEscape);
  const explorer = new DiscussionExplorer(store);
  const navigation = new CommentNavigation(host, { store, view, onShow: () => filtered.module?.leave() });
  const newComments = new NewComments(host, { store, explorer, navigation, locale, announcer });
  const live = new LiveUpdates({ store, locale, announcer });
  announceEditorsMessage(host, { store, announcer });
  const gaps = new Gaps(host, { store, explorer, locale, announcer });
  const loadAll = new LazyModule(host, async () => {
    const { LoadAll } = await import('./finding/load-all.js');
    return new LoadAll(host, { ...options, explorer });
  });
  const muting = new Muting(host, store);
  const filtered = new LazyModule(host, async () => {
    const { FilteredView } = await import('./finding/filtered-view.js');
    return new FilteredView(host, { ...options, muting });
  });
  const place = new ReadingPlace(host, { store, explorer, returning });
  // A reader who has gone to sign in for a vote may be back.
  if (hasPendingVote()) void options.writing.load();
  const permalinks = new LazyModule(host, async () => {
    const { PermalinkController } = await import('./finding/permalink-controller.js');
    return new PermalinkController(host, { ...options, explorer, navigation });
  });
  const shortcuts = new LazyModule(host, async () => {
    const { Shortcuts } = await import('./shortcuts/shortcuts.js');
    return new Shortcuts(host, { ...options, newComments });
  });
  const moderation = new WordedModule(host, locale, 'moderation', async (words) => {
    const { CommentModeration } = await import('./moderating/comment-moderation.js');
    const loaded = new CommentModeration(host, { ...options, words: await words });
    features.moderated = createModerated();
    return loaded;
  });
  const createModerated = () => (comment: Comment) =>
    isUnseen(comment) && mayModerate(comment, store)
      ? (moderation.part.request()?.inRow(comment) ?? NOT_YET)
      : undefined;
  const statement = new WordedModule(host, locale, 'legal', async (words) => {
    const { createStatement } = await import('./legal/statement-of-reasons.js');
    return createStatement(renderRoot, await words);
  });
  const parts = {
    moderation,
    explorer,
    navigation,
    newComments,
    gaps,
    loadAll,
    filtered,
    muting,
    permalinks,
    shortcuts,
  };
  const features: ReadingFeatures = {
    live,
    gaps,
    filtered,
    muting,
    place,
    permalinks,
    shortcuts,
    moderation,
    moderated: createModerated(),
    commands: new CommandController(host, { ...options, ...parts }),
    renderSkipLink: (to) => skipLink(to, locale.messages),
    renderLoading: () => loadAll.module?.render(),
    renderFilterFailure: () => filtered.module?.renderFailure() ?? moduleFailure(filtered, locale.messages),
    renderEnd: (pageSize) => [
      moduleFailure(loadAll, locale.messages),
      loadAll.module?.render() ? nothing : endOfList(store.state, pageSize, locale.messages),
    ],
    renderStart: () => [
      moduleFailure(moderation.part, locale.messages),
      newCommentsButton(live.held.get(null)?.length ?? 0, locale),
    ],
    renderMoreMenu: (comment: Comment, canPin: boolean) =>
      moreMenu({
        comment,
        messages: locale.messages,
        muting,
        canPin,
        moderation: mayModerate(comment, store) ? (moderation.part.request()?.inMenu(comment) ?? []) : [],
        copied: view.copiedLinkOf(comment.id),
      }),
    renderDecision: (decision) =>
      statement.part.request()?.(decision, locale.formats) ?? moduleFailure(statement.part, locale.messages),
  };
  return features;
}
