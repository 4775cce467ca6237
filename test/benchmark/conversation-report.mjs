/** What is printed of the conversations with the widget alone. */
import { kindsOfEvents, liveSizes } from './live-cost.mjs';
import { medians } from './statistics.mjs';
import { table } from './table.mjs';

/** Opening is measured by the other tables, and no page draws a thousand comments in one short task. */
const opening = 'opened';

/** `events`: medians by size and kind; `steps`: medians of the longest task of each step. What was not measured is undefined. */
export function summariseConversation(live, conversations) {
  const events = new Map([...live].filter(([, costs]) => costs.length > 0).map(([size, costs]) => [size, medians(costs)]));
  const [short, long] = [events.get(liveSizes.short), events.get(liveSizes.long)];
  const eventRatios = short && long && Object.fromEntries(kindsOfEvents.map((kind) => [kind, long[kind] / short[kind]]));
  if (conversations.length === 0) return { events, eventRatios, steps: [] };

  const steps = conversations[0].steps.map(({ step }, index) => ({ step, ...medians(conversations.map(({ steps }) => steps[index])) }));
  // What other programs took of the processor meanwhile is not the page's doing.
  const longestTask = Math.max(...steps.filter(({ step }) => step !== opening).map(({ processor }) => processor));
  return { events, eventRatios, steps, longestTask, missed: Math.max(...conversations.map(({ missed }) => missed)) };
}

function eventTable({ events, eventRatios }) {
  const head = ['processor ms of one live event at full speed', ...kindsOfEvents];
  const rows = [...events].map(([size, costs]) => [`${size} comments`, ...kindsOfEvents.map((kind) => costs[kind].toFixed(2))]);
  const ratios = eventRatios ? [['ratio', ...kindsOfEvents.map((kind) => eventRatios[kind].toFixed(2))]] : [];
  return table(head, [...rows, ...ratios]);
}

function stepTable({ steps }) {
  const head = ['longest task with 1000 comments at full speed', 'ms', 'processor ms'];
  return table(
    head,
    steps.map(({ step, wall, processor }) => [step, wall.toFixed(1), processor.toFixed(1)]),
  );
}

/** Tables of what was measured; none of what was not. */
export function conversationTables(conversation) {
  return [
    ...(conversation.events.size > 0 ? [eventTable(conversation)] : []),
    ...(conversation.steps.length > 0 ? [stepTable(conversation)] : []),
  ];
}
