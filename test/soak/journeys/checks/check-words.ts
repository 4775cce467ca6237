/** Compares what the page says with what the backend holds. */
import type { ModelBackend, StoredText } from '../backend/model-backend.js';
import type { Parent, TabId } from '../cast.js';
import { type JourneyModel, wordsOf } from '../journey-model.js';
import type { BoxView, TabView } from '../tab-view.js';
import type { Violation } from '../violation.js';
import {
  ARRIVED,
  HELD,
  NOT_POSTED,
  POSTED_BEFORE,
  postingAs,
  PUBLISHED,
  SAVED,
  SAVED_ON_DEVICE,
  SENDING,
  TAKEN,
  UNCERTAIN,
} from '../words.js';
import { nameOf } from '../backend/model-backend.js';
import { hasSent } from './check-backend.js';

/** Milliseconds after the last key until a draft is saved at the latest, and the form says so. */
const SAVING = 800;

interface Words {
  readonly tab: TabId;
  readonly backend: ModelBackend;
  readonly view: TabView;
  readonly model: JourneyModel;
  readonly stored: readonly StoredText[];
}

/** The untrue words on a page that is at rest. */
export function checkWords(tab: TabId, { view, model, backend }: Omit<Words, 'tab' | 'stored'>): readonly Violation[] {
  const words: Words = {
    tab,
    view,
    model,
    backend,
    stored: backend.stored().filter(({ article }) => article === view.article),
  };
  return [
    ...view.boxes.flatMap((box) => checkForm(box, words)),
    ...view.boxes.flatMap((box) => checkNote(box, words)),
    ...view.outgoing.flatMap((row) => checkOutgoing(row, words)),
    ...checkRows(words),
    ...checkRemembered(words),
  ];
}

const untrue = (what: string): readonly Violation[] => [{ promise: 'no untrue word', what }];

/** What stands beside a form about the last post. */
function checkForm({ parent, alert, outcome }: BoxView, words: Words): readonly Violation[] {
  const { tab, view, model, stored } = words;
  const says = (beginning: string): boolean => outcome.startsWith(beginning);
  const isAboutPost =
    [NOT_POSTED, POSTED_BEFORE, UNCERTAIN].some((words) => words.test(alert)) ||
    [PUBLISHED, HELD, TAKEN, ARRIVED].some((one) => says(one));
  if (!isAboutPost) return [];
  const said = alert || outcome;
  // A session that has ended since does not change who has pressed.
  const press = model.lastPress({ tab, article: view.article, parent });
  if (!press) return untrue(`"${said}" stands at ${view.article}, where nothing was posted.`);
  const copies = stored.filter((comment) => comment.parent === parent && hasSent(press, comment.text));
  const isThere = copies.length > 0;
  const isForSomebodyElse = press.as !== 'guest' && view.viewer !== 'guest' && press.as !== view.viewer;
  if (isForSomebodyElse) return untrue(`"${said}" stands before ${view.viewer}, but ${press.as} has posted.`);
  if (NOT_POSTED.test(alert) && copies.some((copy) => isSentFrom(copy, words)))
    return untrue(`"${said}", but "${press.body}" is stored.`);
  if (POSTED_BEFORE.test(alert) && !isThere) return untrue(`"${said}", but "${press.body}" is not stored.`);
  if (says(PUBLISHED) && !copies.some(({ status }) => status === 'visible'))
    return untrue(`"${said}", but "${press.body}" is ${copies[0]?.status ?? 'not stored'}.`);
  if (says(HELD) && !copies.some(({ status }) => status === 'pending'))
    return untrue(`"${said}", but "${press.body}" is ${copies[0]?.status ?? 'not stored'}.`);
  if (says(TAKEN) && !isThere) return untrue(`"${said}", but "${press.body}" is not stored.`);
  if (says(ARRIVED) && !hasArrived(parent, words))
    return untrue(`"${said}", but nothing of what was posted here is stored.`);
  return [];
}

/** True if the comment was sent from this tab, or another tab has gone on with what this one had sent. */
function isSentFrom({ id, article }: StoredText, { tab, backend }: Words): boolean {
  const delivery = backend.deliveries.find((one) => one.id === id && one.draft.discussion.key === article);
  return backend.attempts.some((one) => one.tab === tab && one.draft.submitKey === delivery?.draft.submitKey);
}

function hasArrived(parent: Parent, { model, stored, view }: Words): boolean {
  return model.presses.some(
    (press) =>
      press.article === view.article && press.parent === parent && stored.some((one) => hasSent(press, one.text)),
  );
}

/** Who is posting, and whether the draft is kept. */
function checkNote({ note, said, text, parent }: BoxView, { view, model }: Words): readonly Violation[] {
  const name = postingAs(note);
  if (name !== undefined && name !== nameOf(view.viewer))
    return untrue(`The form says that ${name} is posting, but it is ${view.viewer}.`);
  // A failure says in the note's place whether the draft is kept.
  if (!SAVED.test(said)) return [];
  const kept = [...(view.device?.texts ?? []), ...(SAVED_ON_DEVICE.test(said) ? [] : (view.tab?.texts ?? []))];
  // What was typed just now is not covered by these words yet.
  const missing = model.textsIn(text).find(({ words, at }) => !kept.includes(words) && Date.now() - at > SAVING);
  if (missing)
    return untrue(`"${said}", but ${missing.words} in the form below ${parent ?? view.article} is in no storage.`);
  return [];
}

/** What stands in the list for a comment on its way. */
function checkOutgoing({ text, note }: TabView['outgoing'][number], words: Words): readonly Violation[] {
  const { view, stored } = words;
  const isThere = stored.some((comment) => wordsOf(comment.text) === wordsOf(text) && isSentFrom(comment, words));
  if (NOT_POSTED.test(note) && isThere) return untrue(`The list says "${note}" of "${text}", but it is stored.`);
  if (note.startsWith(SENDING) && view.underWay + view.held.length === 0)
    return untrue(`The list says "${note}" of "${text}", but nothing is under way.`);
  return [];
}

/** The comments in the list. */
function checkRows({ view, model, stored }: Words): readonly Violation[] {
  return view.rows.flatMap(({ id, text }): readonly Violation[] => {
    const texts = model.textsIn(text);
    if (texts.length === 0) return [];
    const stray = texts.find(({ article }) => article !== view.article);
    if (stray)
      return [{ promise: 'none under another article', what: `${stray.words} stands at the ${view.article}.` }];
    const copies = stored.filter((comment) => wordsOf(comment.text) === wordsOf(text));
    if (copies.length === 0) return untrue(`"${text}" stands in the list as a comment, but is not stored.`);
    const isTwice = view.rows.filter((row) => wordsOf(row.text) === wordsOf(text)).length > copies.length;
    return isTwice ? [{ promise: 'no comment doubled', what: `"${text}" stands twice in the list (${id}).` }] : [];
  });
}

/** An e-mail address is kept only for somebody who wants to be remembered. */
function checkRemembered({ view, model }: Words): readonly Violation[] {
  if (model.isRemembered || !view.device?.hasEmail) return [];
  return untrue('The e-mail address of a guest is kept on the device, without "Remember me".');
}
