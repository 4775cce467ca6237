import type { CommentId } from '../model/adapter.js';
import type { DiscussionStore } from '../model/discussion/discussion-store.js';
import type { Browsing } from './browsing.js';
import type { CommentList } from './list/comment-list.js';
import type { LazyModule } from './section/lazy-module.js';
import type { LocaleController } from './section/locale-controller.js';
import type { SectionProperties } from './properties.js';
import type { EarlyInput } from './compose/early-input.js';
import type { Writing } from './writing.js';

/** What a comments section lends to the parts of it that are fetched later. */
export interface Section {
  readonly host: SectionProperties;
  readonly root: ShadowRoot;
  readonly store: DiscussionStore;
  readonly list: CommentList;
  readonly words: LocaleController;
  readonly text: EarlyInput;
  readonly browsing: LazyModule<Browsing>;
  readonly writing: LazyModule<Writing>;
  /** Does what a button of the list asks for. */
  readonly act: (action: string, id: CommentId) => unknown;
  /** Called for a press of a form's button that comes before the composer does. */
  readonly onEarlySubmit: (event: Event) => unknown;
  /** Says something to screen readers. */
  readonly announce: (text: string) => void;
}
