/** What a journey knows: every text that was typed, by whom, where and what became of it, and every press of the button. */
import { type Article, type Parent, type Reader, READERS, type TabId } from './cast.js';
import type { TabView } from './tab-view.js';

/** How long a text must last at least: it could be kept on the device, in the tab, or only in the page. */
export type Durability = 'device' | 'tab' | 'page';

/** One text that somebody typed. */
export interface TypedText {
  /** What was typed; no other text is like it. */
  readonly words: string;
  readonly tab: TabId;
  readonly article: Article;
  readonly parent: Parent;
  readonly by: Reader;
  readonly step: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly durability: Durability;
  /** The tabs in whose boxes it has been, as long as they are open. */
  readonly tabs: Set<TabId>;
  /** The steps when it came into the boxes of tabs. */
  readonly arrivals: number[];
  /** Whose eyes it is meant for. */
  readers: ReadonlySet<Reader>;
  /** As whom its writer has to look for it. More than one: either may have it. */
  places: ReadonlySet<Reader>;
  /** `given up`: its writer has discarded or replaced it. `excused`: it could not be kept, and the page has gone. */
  fate: 'kept' | 'given up' | 'excused';
}

/** One press of the button that posts. */
export interface Press {
  readonly step: number;
  readonly tab: TabId;
  readonly article: Article;
  readonly parent: Parent;
  /** Whom the page took its reader for. */
  readonly as: Reader;
  /** What a guest gave as a name. */
  readonly name: string | undefined;
  readonly body: string;
  /** The code for writing had not come yet: what is typed until it has belongs to the post. */
  readonly isEarly: boolean;
}

/** Words that were typed in a journey. */
const WORDS = /pebble-\d+/g;

/** What was typed, without what a form or a list puts between it. */
export const wordsOf = (text: string): string => (text.match(WORDS) ?? []).join(' ');

export class JourneyModel {
  readonly texts = new Map<string, TypedText>();
  readonly presses: Press[] = [];
  /** Whether somebody has asked to be remembered on this device. */
  isRemembered = false;

  /** The texts in what stands in a box, or anywhere else. */
  textsIn(text: string): readonly TypedText[] {
    return [...new Set(text.match(WORDS))].flatMap((words) => this.texts.get(words) ?? []);
  }

  typed(text: Pick<TypedText, 'words' | 'tab' | 'article' | 'parent' | 'by' | 'step' | 'durability'>): void {
    this.texts.set(text.words, {
      ...text,
      at: Date.now(),
      tabs: new Set([text.tab]),
      arrivals: [text.step],
      // A guest's text is for whoever sits at the device.
      readers: new Set(text.by === 'guest' ? READERS : [text.by]),
      places: new Set([text.by]),
      fate: 'kept',
    });
  }

  /** The writer has emptied a box, or replaced what stood there. */
  gaveUp(text: string): void {
    for (const one of this.textsIn(text)) one.fate = 'given up';
  }

  pressed(press: Press): void {
    this.presses.push(press);
  }

  /** The last press in this form. */
  lastPress({ tab, article, parent }: Pick<Press, 'tab' | 'article' | 'parent'>): Press | undefined {
    return this.presses.findLast((press) => press.tab === tab && press.article === article && press.parent === parent);
  }

  /** Notes what a step has changed at a tab: who reads there, and which texts stand in its boxes. */
  saw(tab: TabId, step: number, { before, after, isExpired }: Change): void {
    if (before.viewer !== after.viewer) this.#viewerChanged(tab, { before, after, isExpired });
    for (const text of after.boxes.flatMap((box) => this.textsIn(box.text))) {
      if (!text.tabs.has(tab)) text.arrivals.push(step);
      text.tabs.add(tab);
      const isTakenUp = text.by === 'guest' && after.viewer !== 'guest' && text.readers.has(after.viewer);
      // Another tab may still have it, and offer it to whoever signs in there.
      if (isTakenUp) text.places = new Set(['guest', after.viewer]);
    }
    this.isRemembered ||= after.boxes.some(({ isRemembered }) => isRemembered);
  }

  /** The page has gone from a tab, or the whole tab. What could not be kept for longer is lost for good reason. */
  left(tab: TabId, what: 'page' | 'tab'): void {
    for (const text of this.texts.values()) {
      const isShort = text.durability === 'page' || (what === 'tab' && text.durability === 'tab');
      if (isShort && text.tabs.has(tab) && text.fate === 'kept') text.fate = 'excused';
      // The next tab is another one.
      if (what === 'tab') text.tabs.delete(tab);
    }
  }

  #viewerChanged(tab: TabId, { before, after, isExpired }: Change): void {
    const shown = new Set(before.boxes.flatMap(({ text }) => this.textsIn(text)));
    for (const text of this.texts.values()) {
      if (!text.tabs.has(tab)) continue;
      // Signing in takes along what stands in the forms, and may take along what the tab has kept elsewhere.
      const goesAlong = before.viewer === 'guest' && text.by === 'guest' && text.readers.has(after.viewer);
      if (goesAlong) text.places = new Set([...text.places, after.viewer]);
      // Nobody has signed out: the writer is still there, and has to sign in again.
      if (isExpired && shown.has(text) && text.readers.has(before.viewer)) {
        text.readers = new Set([...text.readers, 'guest']);
        text.places = new Set([...text.places, 'guest']);
      }
    }
  }
}

interface Change {
  readonly before: TabView;
  readonly after: TabView;
  /** The backend has ended the session; nobody has signed out. */
  readonly isExpired: boolean;
}
