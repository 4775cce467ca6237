import type { VisitMessages } from '../../i18n/messages.js';
import type { Comment } from '../../model/adapter.js';
import { commentsInOrder } from '../../model/state/discussion-state.js';
import type { Outcome } from '../../model/outcome.js';
import { holdWhileRendering } from '../scroll-position/hold-in-place.js';
import type { ActionOutcome, Section } from '../section.js';

interface LoadInPlace {
  /** Returns what stays where it is in the window, whatever is added above it or removed below it. Called before each update. */
  readonly hold: () => Element | null | undefined;
  /** Where the loaded comments are added. Default: the list. */
  readonly comments?: () => readonly Comment[];
  readonly load: () => Promise<Outcome<unknown>>;
  /** Moves the focus, after the update: the button that was pressed has moved or is gone. `added`: the new comments, in order. */
  readonly focus: (added: readonly Comment[], outcome: ActionOutcome) => void;
}

/** Loads more comments below what the reader is reading: holds the page still, announces what was added and moves the focus. */
export async function loadInPlace(
  section: Section<VisitMessages>,
  { hold, comments = () => section.store.state.comments, load, focus }: LoadInPlace,
): Promise<ActionOutcome> {
  const { host, store, messages, formats } = section;
  // The reader's own comments, and those found by a permalink, are already in the list.
  const shown = new Set([...commentsInOrder(store.state), ...comments()]);
  const known = new Set([...shown].map(({ id }) => id));
  const release = holdWhileRendering(host, hold);
  const outcome = await load();
  host.requestUpdate();
  await host.updateComplete;
  release();
  // Another discussion may be open.
  if (outcome.type === 'aborted') return undefined;
  const added = comments().filter(({ id }) => !known.has(id));
  const { length } = added;
  if (length > 0) section.announce(messages.loadedMore(length, formats.number(length)));
  focus(added, outcome.type);
  return outcome.type;
}
