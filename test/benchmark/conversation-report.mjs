/** Tables of live events and conversations, which are measured with the widget only. */
import { kindsOfEvents, liveSizes } from './live-cost.mjs';
import { medians } from './statistics.mjs';

/** Left out of the longest task: other tables measure opening, and no page draws a thousand comments in one short task. */
const opening = 'opened';

/** `events`: medians by size and kind. `steps`: medians of the longest task in each step. Undefined if not measured. */
export function summariseConversation({ live, conversations }) {
  const events = new Map(
    [...live].filter(([, costs]) => costs.length > 0).map(([size, costs]) => [size, medians(costs)]),
  );
  const ratios = (more, fewer) =>
    more && fewer && Object.fromEntries(kindsOfEvents.map((kind) => [kind, more[kind] / fewer[kind]]));
  const [short, long, longest] = [liveSizes.short, liveSizes.long, liveSizes.longest].map((size) => events.get(size));
  const eventRatios = ratios(long, short);
  const longestEventRatios = ratios(longest, long);
  if (conversations.length === 0) return { events, eventRatios, longestEventRatios, steps: [] };

  const steps = conversations[0].steps.map(({ step }, index) => ({
    step,
    ...medians(conversations.map(({ steps }) => steps[index])),
  }));
  // CPU time, which other programs do not affect.
  const longestTask = Math.max(...steps.filter(({ step }) => step !== opening).map(({ processor }) => processor));
  const missed = Math.max(...conversations.map((conversation) => conversation.missed));
  return { events, eventRatios, longestEventRatios, steps, longestTask, missed };
}

function eventTable(summaries) {
  const head = ['CPU ms per live event at full speed', ...kindsOfEvents];
  const ratioRow = (name, ratios) => (ratios ? [[name, ...kindsOfEvents.map((kind) => ratios[kind].toFixed(2))]] : []);
  const rows = Object.entries(summaries).flatMap(([build, { events, eventRatios, longestEventRatios }]) => [
    ...[...events].map(([size, costs]) => [
      `${size} comments, ${build}`,
      ...kindsOfEvents.map((kind) => costs[kind].toFixed(2)),
    ]),
    ...ratioRow(`${liveSizes.long} × ${liveSizes.short}, ${build}`, eventRatios),
    ...ratioRow(`${liveSizes.longest} × ${liveSizes.long}, ${build}`, longestEventRatios),
  ]);
  return { head, rows };
}

function stepTable(summaries) {
  const measured = Object.entries(summaries).filter(([, { steps }]) => steps.length > 0);
  if (measured.length === 0) return undefined;
  const head = [
    'longest task with 1000 comments at full speed',
    ...measured.flatMap(([build]) => [`${build} ms`, 'CPU ms']),
  ];
  const [[, { steps: first }]] = measured;
  const rows = first.map(({ step }, index) => [
    step,
    ...measured.flatMap(([, { steps }]) => [steps[index].wall.toFixed(1), steps[index].processor.toFixed(1)]),
  ]);
  return { head, rows };
}

/** Tables of the summaries by build: `events` and `steps`. Leaves out what was not measured. */
export function conversationTables(summaries) {
  const events = eventTable(summaries);
  const steps = stepTable(summaries);
  return { ...(events.rows.length > 0 && { events }), ...(steps && { steps }) };
}
