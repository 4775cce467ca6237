/** The tables of how pages open. */
import { openingSizes } from './openings.mjs';
import { phases } from './phases.mjs';
import { median, medians } from './statistics.mjs';

const names = {
  handwritten: 'hand-written',
  widget: 'an adapter of its own',
  http: '`http`',
  wordpress: '`wordpress`, HTML',
  archive: '`static`, an archive',
  counts: 'counts, own adapter',
  'http-counts': 'counts, `http`',
};

/** Medians of the openings of one page. `roundTrips` are the most of all rounds. */
export function summariseOpening(openings) {
  return {
    slow: median(openings.map(({ slow }) => slow.visible)),
    roundTrips: Math.max(...openings.map(({ slow }) => slow.chain.length)),
    bytes: median(openings.map(({ slow }) => slow.requests.reduce((sum, { bytes }) => sum + bytes, 0))),
    phases: medians(openings.map((opening) => opening.phases)),
    longPhases: openings[0].longPhases && medians(openings.map((opening) => opening.longPhases)),
  };
}

const whole = (value) => value.toFixed(0);

const nameOf = (page) => names[page] ?? page;
const ratio = (value, base) => (base ? (value / base).toFixed(2) : '–');

const phaseTitles = ['fast line ms', 'main thread ms', '× hand-written', ...phases, 'rest'];

const phaseCells = (own, base) => [
  whole(own.painted),
  whole(own.mainThread),
  ratio(own.mainThread, base?.mainThread),
  ...[...phases, 'rest'].map((phase) => whole(own[phase])),
];

/** Head and rows of the table. `summaries` by page. */
export function openingsTable(summaries) {
  const base = summaries.handwritten;
  return {
    head: [
      `${openingSizes.slowLine} comments, page`,
      'slow line ms',
      '× hand-written',
      'round trips',
      'kB',
      ...phaseTitles,
    ],
    rows: Object.entries(summaries).map(([page, { slow, roundTrips, bytes, phases: own }]) => [
      nameOf(page),
      whole(slow),
      ratio(slow, base?.slow),
      String(roundTrips),
      (bytes / 1_000).toFixed(1),
      ...phaseCells(own, base?.phases),
    ]),
  };
}

/** The same of the longer discussion, which is measured on the fast line only. */
export function longOpeningsTable(summaries) {
  const base = summaries.handwritten?.longPhases;
  const measured = Object.entries(summaries).filter(([, { longPhases }]) => longPhases);
  return {
    head: [`${openingSizes.long} comments, page`, ...phaseTitles, 'style and layout, with the second after'],
    rows: measured.map(([page, { longPhases: own }]) => [
      nameOf(page),
      ...phaseCells(own, base),
      whole(own.styleAndLayout),
    ]),
  };
}
