/** Formats the results for the console. */
import { aimsTable } from './aims.mjs';
import { arrivalsTable } from './arrivals.mjs';
import { conversationTables, summariseConversation } from './conversation-report.mjs';
import { longOpeningsTable, openingsTable, summariseOpening } from './openings-report.mjs';
import { summarise } from './statistics.mjs';
import { table } from './table.mjs';
import { phases } from './visit-bytes.mjs';
import { withoutCount } from './visible-parts.mjs';

const mebibyte = 2 ** 20;
const labels = { static: 'static HTML', handwritten: 'hand-written' };
const labelOf = (page) => labels[page] ?? page;
const percent = (share) => `${(share * 100).toFixed(0)} %`;
const ratio = (value, base) => (value === undefined || !base ? '–' : (value / base).toFixed(2));
const kilobytes = (bytes) => (bytes / 1_000).toFixed(1);

const mapValues = (object, change) =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

function timeTable(summaries) {
  const head = [
    'comments, page',
    'visible ms',
    '±',
    '× hand-written',
    'main thread ms',
    '× hand-written',
    'long tasks after ms',
    'ms per key',
    '±',
    '× static',
  ];
  const rows = [...summaries].flatMap(([size, pages]) =>
    Object.entries(pages).map(([page, summary]) => [
      `${size} ${labelOf(page)}`,
      summary.visible.toFixed(0),
      percent(summary.visibleSpread),
      ratio(summary.visible, pages.handwritten?.visible),
      summary.busy.toFixed(0),
      ratio(summary.busy, pages.handwritten?.busy),
      summary.longTasksAfter.toFixed(0),
      summary.key.toFixed(1),
      percent(summary.keySpread),
      ratio(summary.key, pages.static?.key),
    ]),
  );
  return { head, rows };
}

/** Times and weights in one table, for the documentation. */
function pageTable(summaries) {
  const head = [
    'Comments, page',
    'Visible, ms',
    '×',
    'Main thread, ms',
    'ms a key',
    'Heap, MiB',
    'Nodes a comment',
    'Shift',
  ];
  const rows = [...summaries].flatMap(([size, pages]) =>
    Object.entries(pages).map(([page, summary]) => [
      `${size.toLocaleString('en')} ${labelOf(page)}`,
      summary.visible.toFixed(0),
      ratio(summary.visible, pages.handwritten?.visible),
      summary.busy.toFixed(0),
      summary.key.toFixed(1),
      (summary.heap / mebibyte).toFixed(2),
      summary.nodesPerComment.toFixed(1),
      summary.layoutShift.toFixed(4),
    ]),
  );
  return { head, rows };
}

/** When the first comment is seen, when all are, and when a press on "Reply" works. */
function servedTable(summaries) {
  const head = ['comments, page', 'first comment ms', '× static', 'all painted ms', '× static', '"Reply" works ms'];
  const milliseconds = (value) => (value === undefined ? '–' : value.toFixed(0));
  const rows = [...summaries].flatMap(([size, pages]) =>
    Object.entries(pages).map(([page, { firstComment, painted, reply }]) => [
      `${size} ${labelOf(page)}`,
      milliseconds(firstComment),
      ratio(firstComment, pages.static?.firstComment),
      milliseconds(painted),
      ratio(painted, pages.static?.painted),
      milliseconds(reply),
    ]),
  );
  return { head, rows };
}

function weightTable(summaries) {
  const head = [
    'comments, page',
    'heap MiB',
    '+ static',
    'elements',
    'per comment',
    'nodes',
    'per comment',
    'shift loading',
    'scrolling',
  ];
  const rows = [...summaries].flatMap(([size, pages]) =>
    Object.entries(pages).map(([page, summary]) => [
      `${size} ${labelOf(page)}`,
      (summary.heap / mebibyte).toFixed(2),
      pages.static ? ((summary.heap - pages.static.heap) / mebibyte).toFixed(2) : '–',
      String(summary.elements),
      summary.elementsPerComment.toFixed(1),
      String(summary.nodes),
      summary.nodesPerComment.toFixed(1),
      summary.layoutShift.toFixed(4),
      summary.scrollShift.toFixed(4),
    ]),
  );
  return { head, rows };
}

function visitTable(visits) {
  const head = ['kB of a visit, brotli', 'first picture', 'idle', 'first intent', 'total'];
  const rows = Object.entries(visits).map(([build, bytes]) => {
    const sizes = phases.map((phase) => bytes[phase]);
    return [build, ...[...sizes, sizes.reduce((sum, size) => sum + size, 0)].map(kilobytes)];
  });
  return { head, rows };
}

/** Warns if the pages do not show the same buttons, which would make the comparison meaningless. */
function differences(samples) {
  const buttonsOf = ({ actions }) => JSON.stringify(Object.entries(actions).toSorted());
  return [...samples].flatMap(([size, { widget: [widget] = [], ...others }]) =>
    Object.entries(others)
      .filter(([, [other]]) => widget && buttonsOf(other) !== buttonsOf(widget))
      .map(
        ([page, [other]]) =>
          `WARNING, ${size} comments: the widget has the buttons ${buttonsOf(widget)}, but ${labelOf(page)} has ${buttonsOf(other)}.`,
      ),
  );
}

function everyActionLine({ elementsPerComment, mostElementsPerComment, actions }) {
  const shown = [...new Set(Object.keys(actions).map(withoutCount))];
  return `With every action: ${elementsPerComment.toFixed(1)} elements per comment, at most ${mostElementsPerComment} (${shown.join(', ')}).`;
}

/** How it was measured, in one sentence. */
export const setup = (browserVersion, { rounds, throttle, keys, isSlowLine }) =>
  `Chromium ${browserVersion}, CPU slowed down ${throttle} times, ${rounds} interleaved rounds, cold contexts, ${keys} keys per sample` +
  `${isSlowLine ? ', 1.6 Mbit/s with 150 ms of latency' : ''}.`;

/** Tables by name, of all that was measured. */
function tablesOf({ samples, everyAction, activity, visits, openings, arrivals }) {
  const summaries = new Map([...samples].map(([size, pages]) => [size, mapValues(pages, summarise)]));
  const conversations = mapValues(activity, summariseConversation);
  const opened = mapValues(openings, summariseOpening);
  const tables = {
    times: timeTable(summaries),
    served: servedTable(summaries),
    weights: weightTable(summaries),
    pages: pageTable(summaries),
  };
  // The rest is about the widget only.
  if (!conversations.widget) return tables;
  const results = { summaries, openings: opened, conversation: conversations.widget, everyAction };
  return {
    ...tables,
    visits: visitTable(visits),
    ...conversationTables(conversations),
    openings: openingsTable(opened),
    longOpenings: longOpeningsTable(opened),
    arrivals: arrivalsTable(arrivals),
    aims: aimsTable(results),
  };
}

/** Returns the results as text, and tables by name, with `pages` for the documentation. */
export function report(results) {
  const { pages, ...tables } = tablesOf(results);
  const text = [
    setup(results.browserVersion, results.options),
    'Medians; ± is half the interquartile range; layout shift is the worst sample.',
    ...differences(results.samples),
    ...(results.everyAction ? [everyActionLine(results.everyAction)] : []),
    ...Object.values(tables).flatMap(({ head, rows }) => ['', table(head, rows)]),
  ];
  return { text: text.join('\n'), tables: { ...tables, pages } };
}
