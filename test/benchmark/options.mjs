/** The command line of the benchmark. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const help = `Usage: node test/benchmark/run.mjs [options]

  --rounds N       samples of each page, and half as many of a conversation (3)
  --sizes N,N      numbers of comments (25,100,1000)
  --only A,B       of static, handwritten, widget (all three)
  --throttle N     how many times slower the processor is made (4)
  --keys N         keys typed in each sample (30)
  --cdn FOLDER     another build of the widget (dist/cdn)
  --json FILE      saves every sample
`;

const pages = ['static', 'handwritten', 'widget'];

function list(text) {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function positive(text, name) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes whole numbers from 1, not "${text}".`);
  return value;
}

export function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      sizes: { type: 'string', default: '25,100,1000' },
      only: { type: 'string', default: pages.join() },
      throttle: { type: 'string', default: '4' },
      keys: { type: 'string', default: '30' },
      cdn: { type: 'string', default: join(import.meta.dirname, '..', '..', 'dist', 'cdn') },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const only = list(values.only);
  const unknown = only.find((name) => !pages.includes(name));
  if (unknown) throw new Error(`--only takes ${pages.join(', ')}, not "${unknown}".`);
  return {
    help: values.help,
    rounds: positive(values.rounds, 'rounds'),
    sizes: list(values.sizes).map((size) => positive(size, 'sizes')),
    pages: pages.filter((name) => only.includes(name)),
    throttle: positive(values.throttle, 'throttle'),
    keys: positive(values.keys, 'keys'),
    cdnFolder: resolve(values.cdn),
    jsonFile: values.json,
  };
}
