/**
 * How much a page may download. The sums come from the graph of the chunks that were really written, are printed after
 * each build and break it when one is too large. 1 kB is 1,000 bytes; the bytes are those of brotli at its best.
 */
import { brotliCompressSync, constants } from 'node:zlib';

const entry = 'article-comments';

/**
 * `chunks` are file names without their hashes, an adapter's or a locale's after its folder; what they import statically
 * is counted with them. A lazy chunk is named after its module. `aim`: what it should be; where `limit` is above it, the
 * whole conversation does not fit yet, and the limit only keeps it from growing.
 */
const budgets = [
  { what: 'reader, plain text', chunks: [entry], limit: 16_150 },
  { what: 'reader, Markdown', chunks: [entry, 'markdown'], limit: 18_000 },
  { what: 'reader, HTML', chunks: [entry, 'html'], limit: 19_780 },
  // Fetched when the page is at rest: live changes, and whatever a press of a button may need.
  { what: 'reader, plain text, at rest', chunks: [entry, 'browsing'], limit: 26_000 },
  { what: 'list of articles, with counts', chunks: [entry, 'count-controller'], limit: 17_450 },
  { what: 'reader, plain text, and adapter', chunks: [entry, 'adapters/http'], limit: 20_150 },
];

/**
 * Everything that a reader and a writer of one discussion can ever load in one language, both formats of bodies included;
 * what the backend itself brings is weighed apart.
 */
const everything = { what: 'reader and writer, everything', aim: 36_000, limit: 47_000 };

/** Each file of an adapter: the one that every reader of its discussions loads, and those that are wanted later. */
const adapterLimit = 4_000;

/** The adapter that is a whole backend in itself, for demos and tests. */
const ownLimits = { 'adapters/memory': 6_600 };

/** Loaded by pages that need a correction, for their developers, by lists of articles, and by moderators: not by who reads and writes. */
const elsewhere = ['misconfiguration', 'count-controller', 'moderation'];

const brotli = (code) =>
  brotliCompressSync(code, {
    params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(code) },
  }).length;

/** The chunks of a written bundle, by file name. */
function readChunks(bundle) {
  const chunks = new Map();
  for (const file of Object.values(bundle)) {
    if (file.type !== 'chunk') continue;
    // A chunk that others take parts from stands for no module; what it is about comes last in it.
    const about = file.facadeModuleId ?? file.moduleIds?.at(-1) ?? '';
    const folder = /\/src\/(adapters\/(?:\w+\/)?|locales\/)/.exec(about)?.[1] ?? '';
    chunks.set(file.fileName, { name: folder + file.name, folder, size: brotli(file.code), imports: file.imports });
  }
  return chunks;
}

/** The given files and all that they import statically. */
function closure(chunks, fileNames, found = new Set()) {
  for (const fileName of fileNames) {
    if (found.has(fileName) || !chunks.has(fileName)) continue;
    found.add(fileName);
    closure(chunks, chunks.get(fileName).imports, found);
  }
  return found;
}

/** Rows `{ what, size, limit }`; `size` is null where a chunk is missing. */
export function weigh(bundle) {
  const chunks = readChunks(bundle);
  const sum = (fileNames) => [...closure(chunks, fileNames)].reduce((total, fileName) => total + chunks.get(fileName).size, 0);
  const filesWhere = (test) => [...chunks].filter(([, chunk]) => test(chunk)).map(([fileName]) => fileName);

  const rows = budgets.map(({ chunks: names, ...row }) => {
    const files = names.map((wanted) => filesWhere(({ name }) => name === wanted)[0]);
    return { ...row, size: files.includes(undefined) ? null : sum(files) };
  });
  rows.push({ ...everything, size: sum(filesWhere(({ folder, name }) => folder === '' && !elsewhere.includes(name))) });
  for (const { name, size } of [...chunks.values()].sort((a, b) => b.size - a.size))
    rows.push({ what: `file ${name}`, size, limit: ownLimits[name] ?? (name.startsWith('adapters/') ? adapterLimit : undefined) });
  return rows;
}

const kilobytes = (bytes) => (bytes === null ? 'missing' : `${(bytes / 1000).toFixed(2)} kB`);

export const isTooLarge = ({ size, limit }) => size === null || (limit !== undefined && size > limit);

export function formatRow(row) {
  const limit = row.limit === undefined ? '' : `  of ${kilobytes(row.limit)}${isTooLarge(row) ? '  TOO LARGE' : ''}`;
  const aim = row.size > row.aim ? `  (aim ${kilobytes(row.aim)}: missed)` : '';
  return `  ${row.what.padEnd(34)}${kilobytes(row.size).padStart(10)}${limit}${aim}`;
}

/** A plugin for both outputs of the script-tag build, which rollup writes in any order: the modules and the classic script. */
export function budgetsPlugin({ writeSizes }) {
  let rows;
  let classic;
  return {
    name: 'budgets',
    writeBundle({ format }, bundle) {
      if (format === 'es') rows = weigh(bundle);
      else classic = { what: 'classic script, all in one', size: brotli(Object.values(bundle).find(({ type }) => type === 'chunk').code) };
      if (!rows || !classic) return;
      const all = [...rows, classic];
      writeSizes(Object.fromEntries(all.map(({ what, size }) => [what, size])));
      console.log(`\nDownloads, brotli (1 kB = 1,000 bytes)\n${all.map(formatRow).join('\n')}\n`);
      const failures = all.filter(isTooLarge);
      if (failures.length > 0) this.error(`Over budget or missing: ${failures.map(({ what }) => what).join('; ')}`);
    },
  };
}
