/** What `page/read-section.js` reads. */
import type { Article, Parent, Reader, TabId } from './cast.js';
import type { TabSettings } from './backend/journey-site.js';

/** One form for a comment or a reply, as it stands on the page. */
export interface BoxView {
  readonly parent: Parent;
  readonly text: string;
  /** Whether the code for writing has taken it over. */
  readonly isReady: boolean;
  readonly isReadOnly: boolean;
  /** The words on the button that posts; empty where there is none. */
  readonly button: string;
  /** The button must not be pressed now. */
  readonly isWaiting: boolean;
  readonly canDiscard: boolean;
  /** A text from another tab, or an older one, is offered here. */
  readonly isOffering: boolean;
  /** Whether "Remember me on this device" is ticked; undefined where there is no such choice. */
  readonly isRemembered?: boolean;
  /** The backend has asked to think again. */
  readonly canConfirm: boolean;
  readonly alert: string;
  /** What became of the last post. */
  readonly outcome: string;
  readonly note: string;
  /** All words below the text box. */
  readonly said: string;
  readonly fields: readonly { readonly name: string; readonly value: string; readonly required: boolean }[];
}

export interface RowView {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly canReply: boolean;
  readonly isReplying: boolean;
}

/** What the browser keeps, as far as that can be looked at. */
export interface KeptView {
  readonly texts: readonly string[];
  readonly hasEmail: boolean;
}

/** A page as it is read. */
export interface PageView {
  readonly article: Article;
  /** False while the element is out of the document. */
  readonly isAttached: boolean;
  /** Who the page takes its reader for; undefined until it knows. */
  readonly viewer?: Reader;
  /** Calls without a response, those that the test holds back not counted. */
  readonly underWay: number;
  /** The numbers of the calls that are held back. */
  readonly held: readonly number[];
  readonly settings: TabSettings & { readonly tab: TabId };
  readonly boxes: readonly BoxView[];
  readonly rows: readonly RowView[];
  readonly outgoing: readonly { readonly text: string; readonly note: string }[];
  /** Something could not be loaded, and there is a button to try again. */
  readonly canRetry: boolean;
  /** All words of the section. */
  readonly said: string;
  readonly device: KeptView | undefined;
  readonly tab: KeptView | undefined;
}

/** A page with the reader that it was last known to have. */
export interface TabView extends PageView {
  readonly viewer: Reader;
}

export const boxOf = (view: PageView, parent: Parent): BoxView | undefined =>
  view.boxes.find((box) => box.parent === parent);
