/** The command line of the benchmark. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pageOf } from './publisher-page.mjs';

export const help = `Usage: node test/benchmark/run.mjs [options]

  --rounds N       samples of each page; half as many of live events and conversations (3)
  --sizes N,N      numbers of comments (25,100,1000)
  --only A,B       of static, handwritten, widget, http, served (all five); http and served need widget
  --line LINE      fast, or slow: 1.6 Mbit/s with 150 ms of latency (fast)
  --throttle N     CPU slowdown factor (4)
  --keys N         keys typed in each sample (30)
  --cdn FOLDER     build to measure as "widget" (dist/cdn)
  --compare BUILD  another build to measure in the same rounds, as FOLDER or NAME=FOLDER
                   (NAME is "before" by default); may be repeated
  --json FILE      saves every sample
  --write          writes the tables of docs/performance.md

Instead of all this:
  --openings       how each kind of page opens: slow line, round trips, and what the main thread does; and how
                   readers arrive at a section far below, below an article, or by the address of a comment;
                   for --rounds, --throttle, --cdn and --compare
  --waterfall      the requests of each kind of page on the slow line, once; for --throttle, --cdn and --compare
  --composition    the folders of the sources that the first download comes from; for --cdn
  --memory         memory of the page with backend="http", with and without the hint to compile whole files; for
                   --rounds and --cdn
  --profile        the functions in which the ordinary page, the tag with backend="http", spends its time until
                   25 comments exist: for --rounds, --throttle, --line and --cdn
`;

const pages = ['static', 'handwritten', 'widget', 'http', 'served'];

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

/** The builds of the widget to measure. Each has pages of its own. */
function readBuilds({ cdn, compare }) {
  const builds = [{ name: 'widget', folder: resolve(cdn) }, ...compare.map(parseBuild)];
  const taken = new Set(pages.filter((name) => name !== 'widget'));
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
      write: { type: 'boolean', default: false },
      openings: { type: 'boolean', default: false },
      waterfall: { type: 'boolean', default: false },
      composition: { type: 'boolean', default: false },
      memory: { type: 'boolean', default: false },
      profile: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const only = list(values.only);
  const unknown = only.find((name) => !pages.includes(name));
  if (unknown) throw new Error(`--only takes ${pages.join(', ')}, not "${unknown}".`);
  const dependent = ['http', 'served'].find((name) => only.includes(name));
  if (dependent && !only.includes('widget')) throw new Error(`--only ${dependent} needs widget as well.`);
  if (!['fast', 'slow'].includes(values.line)) throw new Error(`--line takes fast or slow, not "${values.line}".`);
  const builds = only.includes('widget') ? readBuilds(values) : [];
  return {
    help: values.help,
    rounds: positive(values.rounds, 'rounds'),
    sizes: list(values.sizes).map((size) => positive(size, 'sizes')),
    pages: [
      ...['static', 'handwritten', 'served'].filter((name) => only.includes(name)),
      ...builds.map(({ name }) => name),
      ...(only.includes('http') ? builds.map(({ name }) => pageOf(name, 'http')) : []),
    ],
    isSlowLine: values.line === 'slow',
    builds,
    throttle: positive(values.throttle, 'throttle'),
    keys: positive(values.keys, 'keys'),
    jsonFile: values.json,
    isWritten: values.write,
    openings: values.openings,
    waterfall: values.waterfall,
    composition: values.composition,
    memory: values.memory,
    profile: values.profile,
  };
}
