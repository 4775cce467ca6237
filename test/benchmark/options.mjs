/** The command line of the benchmark. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const help = `Usage: node test/benchmark/run.mjs [options]

  --rounds N       samples of each page; half as many of live events and conversations (3)
  --sizes N,N      numbers of comments (25,100,1000)
  --only A,B       of static, handwritten, widget, served (all four); served needs widget
  --line LINE      fast, or slow: 1.6 Mbit/s with 150 ms of latency (fast)
  --throttle N     CPU slowdown factor (4)
  --keys N         keys typed in each sample (30)
  --cdn FOLDER     build to measure as "widget" (dist/cdn)
  --compare BUILD  another build to measure in the same rounds, as FOLDER or NAME=FOLDER
                   (NAME is "before" by default); may be repeated
  --json FILE      saves every sample
`;

const pages = ['static', 'handwritten', 'widget', 'served'];

function list(text) {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

function positive(text, name) {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} takes positive whole numbers, not "${text}".`);
  return value;
}

/** Parses `FOLDER` or `NAME=FOLDER`. The name becomes part of a URL. */
function parseBuild(text) {
  const [, name = 'before', folder] = /^(?:([\w-]+)=)?(.+)$/.exec(text) ?? [];
  if (!folder) throw new Error('--compare takes FOLDER or NAME=FOLDER.');
  return { name, folder: resolve(folder) };
}

/** The builds of the widget to measure. Each is a page of its own. */
function readBuilds({ cdn, compare }) {
  const builds = [{ name: 'widget', folder: resolve(cdn) }, ...compare.map(parseBuild)];
  const taken = new Set(['static', 'handwritten', 'served']);
  for (const { name } of builds) {
    if (taken.has(name)) throw new Error(`Two pages are called "${name}". Name the build: --compare NAME=FOLDER.`);
    taken.add(name);
  }
  return builds;
}

export function readOptions() {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      sizes: { type: 'string', default: '25,100,1000' },
      only: { type: 'string', default: pages.join() },
      throttle: { type: 'string', default: '4' },
      line: { type: 'string', default: 'fast' },
      keys: { type: 'string', default: '30' },
      cdn: { type: 'string', default: join(import.meta.dirname, '..', '..', 'dist', 'cdn') },
      compare: { type: 'string', multiple: true, default: [] },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const only = list(values.only);
  const unknown = only.find((name) => !pages.includes(name));
  if (unknown) throw new Error(`--only takes ${pages.join(', ')}, not "${unknown}".`);
  if (only.includes('served') && !only.includes('widget')) throw new Error('--only served needs widget as well.');
  if (!['fast', 'slow'].includes(values.line)) throw new Error(`--line takes fast or slow, not "${values.line}".`);
  const builds = only.includes('widget') ? readBuilds(values) : [];
  return {
    help: values.help,
    rounds: positive(values.rounds, 'rounds'),
    sizes: list(values.sizes).map((size) => positive(size, 'sizes')),
    pages: [...pages.filter((name) => name !== 'widget' && only.includes(name)), ...builds.map(({ name }) => name)],
    isSlowLine: values.line === 'slow',
    builds,
    throttle: positive(values.throttle, 'throttle'),
    keys: positive(values.keys, 'keys'),
    jsonFile: values.json,
  };
}
