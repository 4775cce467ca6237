/**
 * The figures that the widget should reach: those required of the page that publishers paste, and further aims. The benchmark reports
 * whether they are met but never fails, because the result depends on what else the machine is doing.
 */
import { verdict } from '../support/measured-tables.mjs';
import { kindsOfEvents } from './live-cost.mjs';
import { everyAction as everyLabel, withoutCount } from './visible-parts.mjs';

const mebibyte = 2 ** 20;

/** The summaries of one size by page, if all the given pages were measured. */
const measured = (summaries, size, ...pages) => {
  const ofSize = summaries.get(size);
  return ofSize && pages.every((page) => ofSize[page]) ? ofSize : undefined;
};

const visibleRatio =
  (size, page) =>
  ({ summaries }) => {
    const pages = measured(summaries, size, page, 'handwritten');
    return pages && pages[page].visible / pages.handwritten.visible;
  };

/** `key`: `firstComment` or `painted`. */
const servedRatio =
  (size, key) =>
  ({ summaries }) => {
    const pages = measured(summaries, size, 'served', 'static');
    return pages && pages.served[key] / pages.static[key];
  };

const worstLayoutShift = ({ summaries }) => {
  const shifts = [...summaries.values()]
    .flatMap(({ widget, http, served }) => [widget, http, served].filter(Boolean))
    .map(({ layoutShift }) => layoutShift);
  return shifts.length > 0 ? Math.max(...shifts) : undefined;
};

const keyRatio = ({ summaries }) => {
  const pages = measured(summaries, 1_000, 'http', 'handwritten');
  return pages && pages.http.key / pages.handwritten.key;
};

const heapWith1000Comments = ({ summaries }) => {
  const pages = measured(summaries, 1_000, 'widget');
  return pages && pages.widget.heap / mebibyte;
};

const slowLineRatio = ({ openings: { http, handwritten } }) => http && http.slow / handwritten.slow;

const phaseRatio =
  (phases, key) =>
  ({ openings: { http, handwritten } }) =>
    http && http[phases][key] / handwritten[phases][key];

/** Undefined if the page with every action did not show all of them. */
function elementsWithEveryAction({ everyAction: weight }) {
  const shown = new Set(Object.keys(weight?.actions ?? {}).map(withoutCount));
  return everyLabel.every((label) => shown.has(label)) ? weight.elementsPerComment : undefined;
}

const eventNames = { added: 'new comment', reply: 'new reply', changed: 'edit' };

/** `target` is better than `required`. */
const aims = [
  {
    name: 'slow line, 25 comments visible, × hand-written',
    required: 1.5,
    target: 1.3,
    digits: 2,
    value: slowLineRatio,
  },
  {
    name: 'main thread until 25 comments are shown, × hand-written',
    required: 1.4,
    target: 1.3,
    digits: 2,
    value: phaseRatio('phases', 'mainThread'),
  },
  {
    name: 'main thread until 100 comments are shown, × hand-written',
    required: 1.25,
    target: 1.1,
    digits: 2,
    value: phaseRatio('longPhases', 'mainThread'),
  },
  {
    name: 'round trips before the comments',
    required: 3,
    target: 2,
    digits: 0,
    value: ({ openings: { http } }) => http?.roundTrips,
  },
  ...[
    { size: 25, required: 1.4, target: 1.2 },
    { size: 100, required: 1.35, target: 1.1 },
    { size: 1_000, required: 0.95, target: 0.8 },
  ].map(({ size, required, target }) => ({
    name: `fast line, ${size.toLocaleString('en')} comments visible, × hand-written`,
    required,
    target,
    digits: 2,
    value: visibleRatio(size, 'http'),
  })),
  {
    name: 'style and layout of 100 comments, × hand-written',
    required: 1.1,
    digits: 2,
    value: phaseRatio('longPhases', 'styleAndLayout'),
  },
  { name: 'layout shift while loading, worst sample', required: 0, digits: 4, value: worstLayoutShift },
  { name: 'main thread per key with 1,000 comments, × hand-written', required: 0.5, digits: 2, value: keyRatio },
  ...kindsOfEvents.map((kind) => ({
    name: `main thread per live ${eventNames[kind]}, 1,000 × 100 comments`,
    required: 1.25,
    digits: 2,
    value: ({ conversation }) => conversation.eventRatios?.[kind],
  })),
  ...kindsOfEvents.map((kind) => ({
    name: `main thread per live ${eventNames[kind]}, 5,000 × 1,000 comments`,
    required: 1.3,
    target: 1.1,
    digits: 2,
    value: ({ conversation }) => conversation.longestEventRatios?.[kind],
  })),
  {
    name: 'longest task after opening 1,000 comments at full speed, ms',
    required: 50,
    digits: 1,
    value: ({ conversation }) => conversation.longestTask,
  },
  ...[
    { size: 25, required: 1.4 },
    { size: 100, required: 1.15 },
    { size: 1_000, required: 0.9 },
  ].map(({ size, required }) => ({
    name: `with an adapter of its own: all of ${size.toLocaleString('en')} comments visible, × hand-written`,
    required,
    digits: 2,
    value: visibleRatio(size, 'widget'),
  })),
  ...[25, 100, 1_000].flatMap((size) => [
    {
      name: `served: first of ${size.toLocaleString('en')} comments visible, × static HTML`,
      required: 1.05,
      digits: 2,
      value: servedRatio(size, 'firstComment'),
    },
    {
      name: `served: all of ${size.toLocaleString('en')} comments visible, × static HTML`,
      required: 1.05,
      digits: 2,
      value: servedRatio(size, 'painted'),
    },
  ]),
  { name: 'elements per comment with every action, mean', required: 16, digits: 1, value: elementsWithEveryAction },
  { name: 'JavaScript heap with 1,000 comments, MiB', required: 4.5, digits: 2, value: heapWith1000Comments },
  {
    name: 'of 1,000 comments, missed by find-in-page',
    required: 0,
    digits: 0,
    value: ({ conversation }) => conversation.missed,
  },
];

/**
 * Head and rows of the table.
 *
 * @param results `summaries` by size and page, `openings` by page, `conversation`, and `everyAction`: the weight of the page with
 *   every action.
 */
export function aimsTable(results) {
  const rows = aims.map((aim) => {
    const found = aim.value(results);
    const measuredValue = found === undefined ? '–' : found.toFixed(aim.digits);
    return [
      aim.name,
      measuredValue,
      `≤ ${aim.required}`,
      aim.target === undefined ? '–' : `≤ ${aim.target}`,
      found === undefined ? 'not measured' : verdict(found, aim),
    ];
  });
  return { head: ['Figure', 'Measured', 'Required', 'Target', 'Verdict'], rows };
}
