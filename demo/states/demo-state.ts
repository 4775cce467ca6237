import type { CommentsAdapter, Messages } from '../../src/index.js';
import type { Reader } from './scripted-reader.js';

/** One comments section of a state: what a page would give to `<article-comments>`. */
export interface DemoSection {
  readonly adapter?: CommentsAdapter;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly messages?: Partial<Messages>;
  /** What stands inside the element: text for its slots. The empty name is the default slot. */
  readonly slots?: Readonly<Record<string, string>>;
  /** Data for `backend="static"`, put inside the element as JSON. */
  readonly json?: unknown;
  /** Shown above the section where a state has several. */
  readonly caption?: string;
  /** Titles of articles that stand above the section, each with its number of comments; by the key of their discussions. Empty: the section's own. */
  readonly teasers?: Readonly<Record<string, string>>;
  /** Leaves in the browser what an earlier visit would have left there, before the section is on the page. */
  readonly prepare?: (discussion: string) => void;
  /** What a reader does to get to the state, begun when the discussion has loaded. */
  readonly act?: (reader: Reader) => Promise<void>;
}

/** What the page can do to a state at the press of a button, as an editor or the publisher would. */
export interface DemoAction {
  readonly label: string;
  /** `discussion` is the key that the section was given. */
  run(element: HTMLElement, discussion: string): void;
}

export interface DemoState {
  /** Names it in the address: `states.html?state=closed`. */
  readonly name: string;
  readonly title: string;
  /** What it shows, and what to try. */
  readonly about: string;
  readonly group:
    'Reading' | 'Conversation' | 'Writing' | 'Taking part' | 'Closing' | 'Reporting' | 'Content' | 'Language and look' | 'Set-up';
  /** Adapters and attributes, made anew for each showing, so that no two showings share anything. */
  make(): readonly DemoSection[];
  /** Takes its adapters from the last `make()`. */
  readonly actions?: readonly DemoAction[];
  /** Drawn on a dark page, whatever the theme. */
  readonly dark?: boolean;
  /** What the reader does moves the focus, so it is done only where the state stands alone. */
  readonly actsAlone?: boolean;
  /** The comment that the address of the page names, where the state stands alone. */
  readonly permalink?: string;
}
