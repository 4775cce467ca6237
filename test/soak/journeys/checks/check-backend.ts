/** Compares what the backend holds with what readers have asked it to hold. */
import type { Delivery, ModelBackend, StoredText } from '../backend/model-backend.js';
import { type JourneyModel, type Press, wordsOf } from '../journey-model.js';
import type { Violation } from '../violation.js';

/** What the backend holds against the wishes of its readers. */
export function checkBackend(model: JourneyModel, backend: ModelBackend): readonly Violation[] {
  const stored = backend.stored();
  return [
    ...stored.flatMap((comment) => checkOrigin(comment, model, backend.deliveries)),
    ...checkDoubles(stored, model),
  ];
}

/** Every comment must come from a press at its article, in its form, by its author. */
function checkOrigin(
  comment: StoredText,
  { presses }: JourneyModel,
  deliveries: readonly Delivery[],
): readonly Violation[] {
  const { id, article, parent, author, text } = comment;
  if (id.startsWith('elsewhere-')) return [];
  const delivery = deliveries.find((one) => one.id === id && one.draft.discussion.key === article);
  const ofTab = presses.filter((press) => press.tab === delivery?.tab && hasSent(press, text));
  if (ofTab.length === 0)
    return [{ promise: 'no untrue word', what: `"${text}" is stored at the ${article}, and nobody has posted it.` }];
  const inPlace = ofTab.filter((press) => press.article === article && press.parent === parent);
  const [pressed] = ofTab;
  if (inPlace.length === 0) {
    const what = `"${text}", posted at ${placeOf(pressed)}, is stored at ${placeOf({ article, parent })}.`;
    return [{ promise: 'none under another article', what }];
  }
  const isRight = ({ as, name }: Press): boolean =>
    as === author.reader && (as !== 'guest' || name === undefined || name === author.name);
  if (inPlace.some(isRight)) return [];
  const wanted = inPlace.map(({ as, name }) => name ?? as).join(' or ');
  const what = `"${text}", posted by ${wanted}, is stored under ${author.name || author.reader}.`;
  return [{ promise: 'none under another name', what }];
}

/** True if this press may have led to this comment. */
export const hasSent = ({ body, isEarly }: Press, text: string): boolean =>
  isEarly ? wordsOf(text).startsWith(wordsOf(body)) : wordsOf(text) === wordsOf(body);

const placeOf = (place: Pick<Press, 'article' | 'parent'> | undefined): string =>
  `the ${place?.article}${place?.parent == null ? '' : `, below ${place.parent}`}`;

/** No intent is stored twice. */
function checkDoubles(stored: readonly StoredText[], model: JourneyModel): readonly Violation[] {
  const groups = new Map<string, StoredText[]>();
  for (const comment of stored) {
    const group = JSON.stringify([comment.article, comment.parent, wordsOf(comment.text)]);
    groups.set(group, [...(groups.get(group) ?? []), comment]);
  }
  return [...groups.values()].flatMap((copies): readonly Violation[] => {
    const [{ article, text } = { article: '', text: '' }] = copies;
    if (copies.length < 2 || isWantedTwice(copies, model)) return [];
    return [{ promise: 'no comment doubled', what: `"${text}" is stored ${copies.length} times at the ${article}.` }];
  });
}

/**
 * What stood in the boxes of two tabs before it was first posted may be posted from both, or twice by way of one: these are two
 * wishes.
 */
function isWantedTwice(copies: readonly StoredText[], model: JourneyModel): boolean {
  const [{ text } = { text: '' }] = copies;
  const first = model.presses.find((press) => hasSent(press, text));
  const [typed] = model.textsIn(text);
  const boxes = typed?.arrivals.filter((step) => first !== undefined && step <= first.step) ?? [];
  return copies.length <= boxes.length;
}
