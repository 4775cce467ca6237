/** Loaded after first paint: live updates, permalinks, sorting, muting, the "More" menu, shortcuts, fresh times. */
import { adoptStyles } from 'lit';
import type { Comment } from '../model/adapter.js';
import { DiscussionExplorer } from '../model/discussion/discussion-explorer.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import { CommentNavigation } from './list/comment-navigation.js';
import type { ListView } from './list/list-view.js';
import { moreMenu } from './list/more-menu.js';
import { Muting } from './list/muting.js';
import { LiveUpdates } from './live/live-updates.js';
import { NewComments } from './live/new-comments.js';
import { newCommentsButton } from './live/new-comments-button.js';
import { PermalinkController } from './permalink/permalink-controller.js';
import { readingStyles } from './reading-features.styles.js';
import type { Announcer } from './section/announcer.js';
import type { LocaleController } from './section/locale-controller.js';
import { RefreshController } from './section/refresh-controller.js';
import type { SectionHost } from './section/section-host.js';
import { Shortcuts } from './section/shortcuts.js';

interface ReadingFeaturesOptions {
  readonly store: DiscussionStore;
  readonly view: ListView;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** The features of reading that the first picture does not need, each with just what it works with. */
export type ReadingFeatures = ReturnType<typeof createReadingFeatures>;

export function createReadingFeatures(host: SectionHost, { store, view, locale, announcer }: ReadingFeaturesOptions) {
  const { renderRoot } = host;
  adoptStyles(renderRoot, [...renderRoot.adoptedStyleSheets, readingStyles]);
  new RefreshController(host);
  const explorer = new DiscussionExplorer(store);
  const navigation = new CommentNavigation(host, { store, view });
  const newComments = new NewComments({ store, explorer, navigation, locale, announcer });
  const live = new LiveUpdates({ store, locale, announcer });
  const muting = new Muting(host, store);
  return {
    explorer,
    navigation,
    newComments,
    live,
    muting,
    permalinks: new PermalinkController(host, { store, explorer, navigation, locale, announcer }),
    shortcuts: new Shortcuts(host, { locale, announcer, newComments }),
    /** The button for comments that arrived at the top level. */
    renderNewComments: () => newCommentsButton(live.held.get(null)?.length ?? 0, locale),
    renderMoreMenu: (comment: Comment, canPin: boolean) =>
      moreMenu({ comment, messages: locale.messages, muting, canPin, copied: view.copiedLinkOf(comment.id) }),
  };
}
