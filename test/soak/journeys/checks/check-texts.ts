/** Whether each text stands where its writer finds it, and nowhere else. */
import type { StoredText } from '../backend/model-backend.js';
import type { TabId } from '../cast.js';
import { type JourneyModel, type TypedText, wordsOf } from '../journey-model.js';
import { boxOf, type TabView } from '../tab-view.js';
import type { Violation } from '../violation.js';
import { NOT_SAVED } from '../words.js';

interface Page {
  readonly view: TabView;
  readonly model: JourneyModel;
  readonly stored: readonly StoredText[];
}

/** True if the backend holds the text, in its place. */
export const isStored = ({ words, article, parent }: TypedText, stored: readonly StoredText[]): boolean =>
  stored.some(
    (comment) =>
      comment.article === article && comment.parent === parent && wordsOf(comment.text).split(' ').includes(words),
  );

/** What stands in a form although it belongs elsewhere, or to somebody else. */
export function checkStrays({ view, model }: Omit<Page, 'stored'>): readonly Violation[] {
  return view.boxes.flatMap(({ parent, text }) =>
    model.textsIn(text).flatMap((typed): readonly Violation[] => {
      const where = `the form ${parent === null ? 'for new comments' : `below ${parent}`} at the ${view.article}`;
      if (typed.article !== view.article || typed.parent !== parent)
        return [
          {
            promise: 'none under another article',
            what: `${typed.words}, typed at ${typed.parent ?? typed.article}, stands in ${where}.`,
          },
        ];
      if (typed.readers.has(view.viewer)) return [];
      const what = `${typed.words}, typed by ${typed.by}, stands before ${view.viewer} in ${where}.`;
      return [{ promise: 'nobody reads what another typed', what }];
    }),
  );
}

/**
 * The texts of a tab that the page it shows ought to hold, and does not. `isCodeThere`: nothing keeps the
 * form from working. `isFresh`: the place has just been shown.
 */
export function checkPresence(
  tab: TabId,
  { view, model, stored, isCodeThere, isFresh }: Page & { readonly isCodeThere: boolean; readonly isFresh: boolean },
): readonly Violation[] {
  const main = boxOf(view, null);
  if (!view.isAttached || !main || !(main.isReady || isCodeThere)) return [];
  return [...model.texts.values()].flatMap((text): readonly Violation[] => {
    if (!isExpectedHere(text, tab, view) || isStored(text, stored)) return [];
    const box = boxOf(view, text.parent);
    if (!box) {
      // A form for replies opens by itself where its comment is there.
      const isPossible = view.rows.some(({ id, canReply }) => id === text.parent && canReply);
      return isFresh && isPossible ? lost(text, 'its reply form is not open') : [];
    }
    return box.isOffering || model.textsIn(box.text).includes(text) ? [] : lost(text, `the form holds "${box.text}"`);
  });
}

/** True for a text of this tab that the page, with what its browser allows it, can still have. */
function isExpectedHere(text: TypedText, tab: TabId, { article, viewer, settings }: TabView): boolean {
  const { fate, places, tabs, durability } = text;
  const storage = durability === 'device' ? 'localStorage' : durability === 'tab' ? 'sessionStorage' : undefined;
  return (
    fate === 'kept' &&
    text.article === article &&
    tabs.has(tab) &&
    places.size === 1 &&
    places.has(viewer) &&
    !(storage && settings.blocked.includes(storage))
  );
}

const lost = ({ words, by, step, durability }: TypedText, where: string): readonly Violation[] => [
  { promise: 'no text lost', what: `${words}, typed by ${by} in step ${step} (${durability}), is gone: ${where}.` },
];

/**
 * What stood in the forms of a page must stand there again after a reload. A text that only the device had room for is any
 * tab's: it must be on offer at least.
 */
export function checkReload(before: TabView, { view, model, stored }: Page): readonly Violation[] {
  if (before.viewer !== view.viewer || before.article !== view.article) return [];
  const main = boxOf(view, null);
  if (!main) return [];
  return before.boxes.flatMap(({ parent, text }) =>
    model.textsIn(text).flatMap((typed): readonly Violation[] => {
      const isKept = isExpectedHere(typed, typed.tab, view) && !view.settings.blocked.includes('sessionStorage');
      const box = boxOf(view, parent);
      if (!isKept || !box || isStored(typed, stored) || model.textsIn(box.text).includes(typed)) return [];
      if (box.isOffering && !before.tab?.texts.includes(typed.words)) return [];
      return lost(typed, `it was in the form before the reload, and now that holds "${box.text}"`);
    }),
  );
}

/** A text that lasts no longer than the page: the page has to say so, once it has had the time to try. */
export function checkWarning({ view, model, stored }: Page): readonly Violation[] {
  const kept = [...(view.device?.texts ?? []), ...(view.tab?.texts ?? [])];
  return view.boxes.flatMap((box): readonly Violation[] => {
    const loose = model
      .textsIn(box.text)
      .find((text) => !kept.includes(text.words) && text.fate === 'kept' && !isStored(text, stored));
    if (!loose || NOT_SAVED.test(box.said)) return [];
    return [{ promise: 'no untrue word', what: `${loose.words} is in no storage, and the form does not say so.` }];
  });
}
