/**
 * The performance aims of the widget. The benchmark reports whether they are met but never fails, because the result
 * depends on what else the machine is doing.
 */
import { kindsOfEvents } from './live-cost.mjs';
import { everyAction, withoutCount } from './visible-parts.mjs';

const mebibyte = 2 ** 20;

/** The summaries of one size by page, if all the given pages were measured. */
const measured = (summaries, size, ...pages) => {
  const ofSize = summaries.get(size);
  return ofSize && pages.every((page) => ofSize[page]) ? ofSize : undefined;
};

const visibleRatio = (size) => (summaries) => {
  const pages = measured(summaries, size, 'widget', 'handwritten');
  return pages && pages.widget.visible / pages.handwritten.visible;
};

/** `key`: `firstComment` or `painted`. */
const servedRatio = (size, key) => (summaries) => {
  const pages = measured(summaries, size, 'served', 'static');
  return pages && pages.served[key] / pages.static[key];
};

const worstLayoutShift = (summaries) => {
  const shifts = [...summaries.values()]
    .flatMap(({ widget, served }) => [widget, served].filter(Boolean))
    .map(({ layoutShift }) => layoutShift);
  return shifts.length > 0 ? Math.max(...shifts) : undefined;
};

const keyRatio = (summaries) => {
  const pages = measured(summaries, 1_000, 'widget', 'static');
  return pages && pages.widget.key / pages.static.key;
};

const heapWith1000Comments = (summaries) => {
  const pages = measured(summaries, 1_000, 'widget');
  return pages && pages.widget.heap / mebibyte;
};

/** Undefined if the page with every action did not show all of them. */
function elementsWithEveryAction(summaries, weight) {
  const shown = new Set(Object.keys(weight?.actions ?? {}).map(withoutCount));
  return everyAction.every((label) => shown.has(label)) ? weight.elementsPerComment : undefined;
}

const eventNames = { added: 'new comment', reply: 'new reply', changed: 'edit' };

const aims = [
  { name: 'all of 25 comments visible, × hand-written', limit: 1.4, digits: 2, value: visibleRatio(25) },
  { name: 'all of 100 comments visible, × hand-written', limit: 1.15, digits: 2, value: visibleRatio(100) },
  { name: 'all of 1,000 comments visible, × hand-written', limit: 0.9, digits: 2, value: visibleRatio(1_000) },
  ...[25, 100, 1_000].flatMap((size) => [
    {
      name: `served: first of ${size} comments visible, × static HTML`,
      limit: 1.05,
      digits: 2,
      value: servedRatio(size, 'firstComment'),
    },
    {
      name: `served: all of ${size} comments visible, × static HTML`,
      limit: 1.05,
      digits: 2,
      value: servedRatio(size, 'painted'),
    },
  ]),
  { name: 'layout shift while loading, worst sample', limit: 0, digits: 4, value: worstLayoutShift },
  { name: 'elements per comment with every action, mean', limit: 16, digits: 1, value: elementsWithEveryAction },
  { name: 'JavaScript heap with 1,000 comments, MiB', limit: 4.5, digits: 2, value: heapWith1000Comments },
  { name: 'main thread per key with 1,000 comments, × static', limit: 1, digits: 2, value: keyRatio },
  ...kindsOfEvents.map((kind) => ({
    name: `main thread per live ${eventNames[kind]}, 1,000 × 100 comments`,
    limit: 1.25,
    digits: 2,
    value: (summaries, weight, { eventRatios }) => eventRatios?.[kind],
  })),
  {
    name: 'longest task after opening 1,000 comments at full speed, ms',
    limit: 50,
    digits: 1,
    value: (summaries, weight, { longestTask }) => longestTask,
  },
  {
    name: 'of 1,000 comments, missed by find-in-page',
    limit: 0,
    digits: 0,
    value: (summaries, weight, { missed }) => missed,
  },
];

/** Rows of `[aim, measured, limit, verdict]`. `weight` is that of the page with every action. */
export function judge(summaries, weight, conversation) {
  return aims.map(({ name, limit, digits, value }) => {
    const found = value(summaries, weight, conversation);
    if (found === undefined) return [name, '–', `≤ ${limit}`, 'not measured'];
    return [name, found.toFixed(digits), `≤ ${limit}`, found <= limit ? 'met' : 'NOT met'];
  });
}
