import type { CommentId } from '../../model/adapter.js';
import type { DiscussionExplorer } from '../../model/discussion/discussion-explorer.js';
import type { DiscussionStore } from '../../model/discussion/discussion-store.js';
import type { CommentNavigation } from '../list/comment-navigation.js';
import type { Announcer } from '../frame/announcer.js';
import type { LocaleController } from '../locale/locale-controller.js';
import { tellAction } from '../tell-action.js';

interface NewCommentsOptions {
  readonly store: DiscussionStore;
  readonly explorer: DiscussionExplorer;
  readonly navigation: CommentNavigation;
  readonly locale: LocaleController;
  readonly announcer: Announcer;
}

/** Shows the comments that arrived while the reader was reading. Until then they are held back. */
export class NewComments {
  readonly #host: EventTarget;
  readonly #options: NewCommentsOptions;

  constructor(host: EventTarget, options: NewCommentsOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** Shows what is new in the branch of a comment, or with null at the top level. False when there was nothing. */
  async show(below: CommentId | null): Promise<boolean> {
    const { store, explorer, navigation, locale, announcer } = this.#options;
    const before = store.state.waiting.length;
    const first = explorer.showNew(below);
    if (!first) return false;
    const count = before - store.state.waiting.length;
    announcer.announce(locale.messages.newShown(count, locale.formats.number(count)));
    await navigation.show(first.id);
    tellAction(this.#host, 'show-new', below ?? undefined);
    return true;
  }
}
