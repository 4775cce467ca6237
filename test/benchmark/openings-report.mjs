/** The table of how pages open. */
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

/** Head and rows of the table. `summaries` by page. */
export function openingsTable(summaries) {
  const base = summaries.handwritten?.slow;
  const head = [
    '25 comments, page',
    'slow line ms',
    '× hand-written',
    'round trips',
    'kB',
    'fast line ms',
    'compile',
    'execute',
    'style',
    'layout',
    'rest',
  ];
  const rows = Object.entries(summaries).map(([page, { slow, roundTrips, bytes, phases: own }]) => [
    names[page] ?? page,
    whole(slow),
    base ? (slow / base).toFixed(2) : '–',
    String(roundTrips),
    (bytes / 1_000).toFixed(1),
    whole(own.painted),
    ...[...phases, 'rest'].map((phase) => whole(own[phase])),
  ]);
  return { head, rows };
}
