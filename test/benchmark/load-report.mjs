/** The figures of the load test as tables, and in `server/README.md`. */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, getPriority } from 'node:os';
import { join } from 'node:path';
import { formatted, withBlock, withTable } from '../support/measured-tables.mjs';
import { quantile } from './statistics.mjs';
import { table } from './table.mjs';

const page = join(import.meta.dirname, '..', '..', 'server', 'README.md');

const many = (value) => value.toLocaleString('en');

const shown = (...times) => times.map((time) => many(Math.round(time))).join(' / ');

const ofTimes = (times) => shown(quantile(times, 0.5), quantile(times, 0.95), Math.max(...times));

const ofDelivery = ({ count, p50, p95, max }) => (count === 0 ? '–' : shown(p50, p95, max));

/** `phases`: before one instance was killed, and afterwards. */
function timesTable({ reads, writes, followers }, phases) {
  return {
    head: ['Milliseconds: median / 95 % / longest', ...phases.map(({ title }) => title)],
    rows: [
      [`Reads, ${reads} a second`, ...phases.map(({ audience }) => ofTimes(audience.reads))],
      [`Writes, ${writes} a second`, ...phases.map(({ audience }) => ofTimes(audience.writes))],
      [
        `From sending a comment to each of ${many(followers)} followers`,
        ...phases.map(({ delivery }) => ofDelivery(delivery.connected)),
      ],
      ...(phases.length > 1
        ? [
            [
              'The same, for followers who lost their instance',
              ...phases.map(({ delivery }) => ofDelivery(delivery.reconnected)),
            ],
          ]
        : []),
    ],
  };
}

const range = (values) => {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(Math.round);
  return least === most ? many(least) : `${many(least)} to ${many(most)}`;
};

function instancesTable(memoryBefore, phases) {
  return {
    head: ['Each instance', 'Memory in MB', 'Processor, % of one core'],
    rows: [
      ['Before the followers came', range(memoryBefore), '–'],
      ...phases.map(({ streams, memory, processor }) => [
        `With ${many(streams)} streams`,
        range(memory),
        range(processor),
      ]),
    ],
  };
}

/** Other programs slow down the test, unless it runs with `nice -n -5`, for example. */
const othersNote = (busyElsewhere) =>
  [
    `Before or after, other programs kept the machine ${busyElsewhere} % busy`,
    ...(getPriority() < 0 ? ['the test had priority over them'] : []),
  ].join('; ');

function summary({ phases, lost, twice, written, stored, back, database, busyElsewhere }) {
  const [, killed] = phases;
  const system = `Node ${process.versions.node} and ${database} on ${availableParallelism()} cores`;
  return [
    `With ${system}, which also ran the followers, readers and writers.`,
    ...(busyElsewhere > 5 ? [`${othersNote(busyElsewhere)}.`] : []),
    ...(killed
      ? [
          `After one instance was killed, all its followers were back within ${(back / 1000).toFixed(1)} seconds.`,
          `Requests cut off and sent again: ${killed.audience.cutOff.reads} to read, ${killed.audience.cutOff.writes} to write.`,
        ]
      : []),
    `Events lost: ${lost}; received twice: ${twice}. Comments sent: ${written}; stored: ${stored}.`,
  ]
    .map((sentence) => `- ${sentence}`)
    .join('\n');
}

/** Prints the figures and, with `UPDATE=1`, writes them into the block `name` of the page. */
export async function report(name, options, result) {
  const tables = {
    [name]: timesTable(options, result.phases),
    [`${name}Instances`]: instancesTable(result.memoryBefore, result.phases),
  };
  for (const { head, rows } of Object.values(tables)) console.log(`\n${table(head, rows)}`);
  console.log(`\n${summary(result)}`);
  if (!process.env.UPDATE) return;
  let text = await readFile(page, 'utf8');
  for (const [block, contents] of Object.entries(tables)) text = withTable(text, block, contents);
  await writeFile(page, await formatted(withBlock(text, `${name}Summary`, summary(result))));
}
