/**
 * What the widget is meant to reach. The benchmark says whether it does and never fails over it: a machine that is busy
 * with something else must not break a build.
 */
import { kindsOfEvents } from './live-cost.mjs';
import { everyAction, withoutCount } from './visible-parts.mjs';
const mebibyte = 2 ** 20;

/** Summaries of one size by page, when the pages that an aim speaks of were all measured. */
const measured = (summaries, size, ...pages) => {
  const ofSize = summaries.get(size);
  return ofSize && pages.every((page) => ofSize[page]) ? ofSize : undefined;
};

const visibleRatio = (size) => (summaries) => {
  const pages = measured(summaries, size, 'widget', 'handwritten');
  return pages && pages.widget.visible / pages.handwritten.visible;
};

const worstLayoutShift = (summaries) => {
  const shifts = [...summaries.values()].filter(({ widget }) => widget).map(({ widget }) => widget.layoutShift);
  return shifts.length > 0 ? Math.max(...shifts) : undefined;
};

const keyRatio = (summaries) => {
  const pages = measured(summaries, 1_000, 'widget', 'static');
  return pages && pages.widget.key / pages.static.key;
};

/** Where an action is missing, the page with every action has not shown them all. */
function elementsWithEveryAction(summaries, weight) {
  const shown = new Set(Object.keys(weight?.actions ?? {}).map(withoutCount));
  return everyAction.every((label) => shown.has(label)) ? weight.elementsPerComment : undefined;
}

const names = { added: 'new comment', reply: 'new reply', changed: 'edit' };

const aims = [
  { says: 'all of 100 comments visible, × hand-written', most: 1.1, digits: 2, value: visibleRatio(100) },
  { says: 'all of 1,000 comments visible, × hand-written', most: 0.9, digits: 2, value: visibleRatio(1_000) },
  { says: 'layout shift while loading, worst sample', most: 0, digits: 4, value: worstLayoutShift },
  {
    says: 'elements a comment with every action, mean',
    most: 16,
    digits: 1,
    value: elementsWithEveryAction,
  },
  {
    says: 'JavaScript heap with 1,000 comments, MiB',
    most: 4,
    digits: 2,
    value: (summaries) => measured(summaries, 1_000, 'widget') && summaries.get(1_000).widget.heap / mebibyte,
  },
  { says: 'main thread a key with 1,000 comments, × static', most: 1, digits: 2, value: keyRatio },
  ...kindsOfEvents.map((kind) => ({
    says: `main thread a live ${names[kind]}, 1,000 × 100 comments`,
    most: 1.25,
    digits: 2,
    value: (summaries, weight, { eventRatios }) => eventRatios?.[kind],
  })),
  {
    says: 'longest task after opening 1,000 comments at full speed, ms',
    most: 50,
    digits: 1,
    value: (summaries, weight, { longestTask }) => longestTask,
  },
  { says: 'of 1,000 comments, missed by find-in-page', most: 0, digits: 0, value: (summaries, weight, { missed }) => missed },
];

/** Lines of `[aim, measured, limit, verdict]`; `weight` is that of the page with every action. */
export function judge(summaries, weight, conversation) {
  return aims.map(({ says, most, digits, value }) => {
    const found = value(summaries, weight, conversation);
    if (found === undefined) return [says, '–', `≤ ${most}`, 'not measured'];
    return [says, found.toFixed(digits), `≤ ${most}`, found <= most ? 'met' : 'NOT met'];
  });
}
