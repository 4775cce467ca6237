import type { CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import type { Browsing } from './browsing.js';
import type { CommentList } from './comment-list.js';
import type { LazyPart } from './lazy-part.js';
import type { LocaleController } from './locale-controller.js';
import type { SectionSettings } from './section-settings.js';
import type { TextKeeper } from './text-keeper.js';
import type { Writing } from './writing.js';

/** What a comments section lends to the parts of it that are fetched later. */
export interface Section {
  readonly host: SectionSettings;
  readonly root: ShadowRoot;
  readonly store: DiscussionStore;
  readonly list: CommentList;
  readonly words: LocaleController;
  readonly text: TextKeeper;
  readonly browsing: LazyPart<Browsing>;
  readonly writing: LazyPart<Writing>;
  /** Does what a button of the list asks for. */
  readonly act: (action: string, id: CommentId) => unknown;
  /** Called for a press of a form's button that comes before the composer does. */
  readonly onEarlySubmit: (event: Event) => unknown;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}
