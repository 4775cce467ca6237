import type { CommentsAdapter, Messages } from '../../src/index.js';
import type { ScriptedReader } from './scripted-reader.js';

/** One comments section of a state: everything a page passes to `<article-comments>`. */
export interface DemoSection {
  readonly adapter?: CommentsAdapter;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly messages?: Partial<Messages>;
  /** Text for the slots of the element. The empty name is the default slot. */
  readonly slots?: Readonly<Record<string, string>>;
  /** Data for `backend="static"`, added to the element as JSON. */
  readonly json?: unknown;
  /** Heading above the section, for states with several. */
  readonly caption?: string;
  /** Article titles above the section, each with a comment count, by discussion key. The empty key is the section's own. */
  readonly teasers?: Readonly<Record<string, string>>;
  /** Comments of the section's discussion, quoted in a text above it. */
  readonly quotes?: readonly DemoQuote[];
  /** Stores what an earlier visit would have left in the browser. Runs before the section is added to the page. */
  readonly prepare?: (discussion: string) => void;
  /** What a reader does to reach the state. Runs when the discussion has loaded. */
  readonly act?: (reader: ScriptedReader) => Promise<void>;
}

/** A comment in the text above the section, with `<comment-quote>`. It comes from the section's adapter. */
export interface DemoQuote {
  /** The id of the comment. */
  readonly comment: string;
  /** The paragraph before it. */
  readonly before: string;
  /** What the page itself says in its place, until the comment has come. */
  readonly printed: string;
}

/** A button that changes the state as an editor or the publisher would. */
export interface DemoAction {
  readonly label: string;
  /** `discussion` is the key of the section's discussion. */
  run(element: HTMLElement, discussion: string): void;
}

export interface DemoState {
  /** Its name in the URL: `states.html?state=closed`. */
  readonly name: string;
  readonly title: string;
  /** What to see, and what to try. */
  readonly about: string;
  readonly group:
    | 'Reading'
    | 'Conversation'
    | 'Quotes'
    | 'Writing'
    | 'Taking part'
    | 'Closing'
    | 'Reporting'
    | 'Content'
    | 'Language and look'
    | 'Set-up';
  /** Creates the sections. Called for each mount, so that no two share an adapter. */
  make(): readonly DemoSection[];
  /** They act on the adapters of the latest `make()`. */
  readonly actions?: readonly DemoAction[];
  /** Shown on a dark page whatever the theme. */
  readonly dark?: boolean;
  /** The scripted reader moves the focus, so it runs only where the state is alone on the page. */
  readonly actsAlone?: boolean;
  /** Comment that the page URL points at, where the state is alone on the page. */
  readonly permalink?: string;
}
