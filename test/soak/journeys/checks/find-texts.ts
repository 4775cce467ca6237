/**
 * The end of a journey: nothing fails any more, and each writer goes everywhere where they have written, looks into every form,
 * and has every text shown that the section offers.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type Article, type Reader, SEEDED, type TabId, TABS } from '../cast.js';
import type { Journey } from '../journey.js';
import type { TypedText } from '../journey-model.js';
import { boxOf, type PageView } from '../tab-view.js';
import type { Violation } from '../violation.js';
import { isStored } from './check-texts.js';

/** More texts than these are never kept in one place. */
const MOST_OFFERS = 15;

/** Milliseconds to wait for the offer of a text that the browser has kept, and between two looks. */
const PATIENCE = 1500;
const LOOK = 50;

/** The texts that cannot be found any more. */
export async function findTexts(journey: Journey): Promise<readonly Violation[]> {
  await makeEverythingWork(journey);
  const search = new Search(journey);
  for (const tab of TABS) await search.withoutLoading(tab);
  // One tab after the other: a page that is alive keeps the text in its form, and offers it again and again to the other tab.
  for (const tab of TABS) await journey.tab(tab).leave();
  for (const tab of TABS) await search.withLoading(tab);
  return search.missing.map(({ words, tab, by, article, parent, step, durability }) => ({
    promise: 'no text lost',
    what: `${words}, typed by ${by} in step ${step} at ${parent ?? article} in the ${tab} tab (${durability}), cannot be found.`,
  }));
}

async function makeEverythingWork(journey: Journey): Promise<void> {
  const { backend, site } = journey;
  backend.disarm();
  site.code = 'ok';
  for (const { number, tab } of backend.held) await journey.tab(tab).answer(number, await backend.release(number));
  for (const id of TABS) {
    journey.change(id, { ahead: 0, blocked: [] });
    const { blocked } = journey.view(id).settings;
    for (const storage of ['localStorage', 'sessionStorage'] as const)
      if (!blocked.includes(storage)) await journey.tab(id).emptyStorage(storage);
  }
  await journey.look(0);
}

class Search {
  readonly #journey: Journey;
  readonly #found = new Set<string>();

  constructor(journey: Journey) {
    this.#journey = journey;
  }

  get missing(): readonly TypedText[] {
    const { model, backend } = this.#journey;
    const stored = backend.stored();
    return [...model.texts.values()].filter(
      (text) => text.fate === 'kept' && !this.#found.has(text.words) && !isStored(text, stored),
    );
  }

  /** Looks for what is only in the page of a tab. */
  async withoutLoading(id: TabId): Promise<void> {
    const tab = this.#journey.tab(id);
    await tab.bringToFront();
    if (!this.#journey.view(id).isAttached) await tab.attach();
    await this.#everywhere(
      id,
      ({ durability }) => durability === 'page',
      async (article, reader) => {
        const { viewer, article: shown } = await tab.rest();
        if (viewer !== reader) {
          await tab.become(reader);
          // Signing in takes along what stands in the forms.
          await this.#journey.look(0);
        }
        if (shown !== article) await tab.setDiscussion(article);
      },
    );
  }

  /** Looks for what outlives a page. */
  async withLoading(id: TabId): Promise<void> {
    const { backend } = this.#journey;
    const tab = this.#journey.tab(id);
    await tab.bringToFront();
    await this.#everywhere(
      id,
      () => true,
      async (article, reader) => {
        backend.sessions.set(id, reader);
        await tab.visit(article);
        for (const storage of ['localStorage', 'sessionStorage'] as const) await tab.emptyStorage(storage);
      },
    );
    await tab.leave();
  }

  async #everywhere(
    id: TabId,
    isWanted: (text: TypedText) => boolean,
    go: (article: Article, reader: Reader) => Promise<void>,
  ): Promise<void> {
    const places = this.missing
      .filter(isWanted)
      .flatMap(({ article, places }) => [...places].map((reader) => ({ article, reader })));
    const unique = new Map(places.map((place) => [JSON.stringify(place), place]));
    for (const { article, reader } of unique.values()) {
      const isStillMissing = (text: TypedText): boolean => text.article === article && text.places.has(reader);
      if (!this.missing.filter(isWanted).some(isStillMissing)) continue;
      await go(article, reader);
      await this.#lookInto(id, article);
    }
  }

  /** Reads every form of a page, and everything that is offered there. */
  async #lookInto(id: TabId, article: Article): Promise<void> {
    const tab = this.#journey.tab(id);
    let view = await this.#openReplies(id, article);
    for (let round = 0; round < MOST_OFFERS; round++) {
      for (const { text } of view.boxes)
        for (const { words } of this.#journey.model.textsIn(text)) this.#found.add(words);
      const offering = view.boxes.find(({ isOffering }) => isOffering);
      if (!offering) {
        const later = await this.#somethingNew(id, article, view);
        if (!later) return;
        view = later;
        continue;
      }
      // What has been read makes room, so that the same two texts do not take turns.
      if (offering.canDiscard) await tab.press(offering.parent, 'discard');
      const next = await this.#openReplies(id, article);
      if (boxOf(next, offering.parent)?.isOffering) await tab.showKept(offering.parent);
      view = await this.#openReplies(id, article);
    }
  }

  /** What a page with nothing on offer shows later. On a busy machine the code that offers texts takes its time. */
  async #somethingNew(id: TabId, article: Article, before: PageView): Promise<PageView | undefined> {
    const end = Date.now() + PATIENCE;
    const isKeptHere = ({ words, article: at }: TypedText): boolean =>
      at === article && [before.device, before.tab].some((kept) => kept?.texts.includes(words));
    while (this.missing.some(isKeptHere) && Date.now() < end) {
      await pause(LOOK);
      const view = await this.#openReplies(id, article);
      if (JSON.stringify(view.boxes) !== JSON.stringify(before.boxes)) return view;
    }
    return undefined;
  }

  /** Opens the reply forms in which something may be found. */
  async #openReplies(id: TabId, article: Article): Promise<PageView> {
    const tab = this.#journey.tab(id);
    let view = await tab.rest();
    for (const parent of SEEDED.map((number) => `${article}-${number}`)) {
      const isWanted = this.missing.some((text) => text.parent === parent);
      if (isWanted && !boxOf(view, parent) && (await tab.toggleReply(parent))) view = await tab.rest();
    }
    return view;
  }
}
