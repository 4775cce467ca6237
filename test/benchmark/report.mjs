/** Turns the summaries into what is printed. */
import { judge } from './aims.mjs';
import { conversationTables, summariseConversation } from './conversation-report.mjs';
import { summarise } from './statistics.mjs';
import { table } from './table.mjs';
import { withoutCount } from './visible-parts.mjs';

const mebibyte = 2 ** 20;
const names = { static: 'static HTML', handwritten: 'hand-written', widget: 'widget' };
const percent = (share) => `${(share * 100).toFixed(0)} %`;
const ratio = (value, base) => (value === undefined || !base ? '–' : (value / base).toFixed(2));

function timeTable(summaries) {
  const head = [
    'comments, page',
    'visible ms',
    '±',
    '× hand-written',
    'main thread ms',
    '× hand-written',
    'long tasks after ms',
    'ms a key',
    '±',
    '× static',
  ];
  const rows = [...summaries].flatMap(([size, pages]) =>
    Object.entries(pages).map(([page, summary]) => [
      `${size} ${names[page]}`,
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
  return table(head, rows);
}

function weightTable(summaries) {
  const head = ['comments, page', 'heap MiB', '+ static', 'elements', 'a comment', 'nodes', 'a comment', 'shift loading', 'scrolling'];
  const rows = [...summaries].flatMap(([size, pages]) =>
    Object.entries(pages).map(([page, summary]) => [
      `${size} ${names[page]}`,
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
  return table(head, rows);
}

/** A comparison of pages that show different things is worth nothing, so it is said loudly. */
function differences(samples) {
  const said = ({ actions }) => JSON.stringify(Object.entries(actions).toSorted());
  return [...samples].flatMap(([size, { widget: [widget] = [], ...others }]) =>
    Object.entries(others)
      .filter(([, [other]]) => widget && said(other) !== said(widget))
      .map(([page, [other]]) => `ATTENTION, ${size} comments: the widget has the buttons ${said(widget)}, ${names[page]} ${said(other)}.`),
  );
}

/** Summaries by size and page, in the shape of the samples. */
function summaries(samples) {
  const ofPages = (pages) => Object.fromEntries(Object.entries(pages).map(([page, list]) => [page, summarise(list)]));
  return new Map([...samples].map(([size, pages]) => [size, ofPages(pages)]));
}

function everyActionLine({ elementsPerComment, mostElementsPerComment, actions }) {
  const labels = [...new Set(Object.keys(actions).map(withoutCount))];
  return `With every action: ${elementsPerComment.toFixed(1)} elements a comment, ${mostElementsPerComment} at most (${labels.join(', ')}).`;
}

export function report({ browserVersion, options, samples, everyAction, live, conversations }) {
  const { rounds, throttle, keys } = options;
  const summarised = summaries(samples);
  const conversation = summariseConversation(live, conversations);
  return [
    `Chromium ${browserVersion}, processor slowed ${throttle} times, ${rounds} interleaved rounds, cold contexts, ${keys} keys a sample.`,
    'Medians; ± is half the distance between the quartiles; layout shift is the worst sample.',
    ...differences(samples),
    '',
    timeTable(summarised),
    '',
    weightTable(summarised),
    '',
    ...(everyAction ? [everyActionLine(everyAction), ''] : []),
    ...conversationTables(conversation).flatMap((lines) => [lines, '']),
    table(['aim of the widget', 'measured', 'aim', 'verdict'], judge(summarised, everyAction, conversation)),
  ].join('\n');
}
