import type { CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion-store.js';
import type { Browsing } from './browsing.js';
import type { CommentList } from './comment-list.js';
import type { ComposerShell } from './composer-shell.js';
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
  /** What every form to write in begins with. */
  readonly shell: () => Omit<ComposerShell, 'parent' | 'label' | 'post'>;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}
