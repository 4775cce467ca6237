/**
 * Memory of the page that publishers paste, with and without a hint in the files of its first download: V8 compiles all functions of a file
 * with the hint while the file arrives, and keeps them.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { measureVisit } from '../support/measure-visit.mjs';
import { recordedBackend } from '../support/recorded-backends.mjs';
import { showsComments } from '../support/visit-acts.mjs';
import { backendPage } from '../support/visit-pages.mjs';
import { allVisible, heapInUse, withPage } from './fresh-page.mjs';
import { openingSizes } from './openings.mjs';
import { pageOf } from './publisher-page.mjs';
import { startServer } from './server.mjs';
import { medians } from './statistics.mjs';

const hint = '//# allFunctionsCalledOnLoad\n';

/** Builds by whether they have the hint. The name `widget` is that of the pages without a prefix. */
const variants = { widget: 'without the hint', hinted: 'with the hint' };

const sizes = Object.values(openingSizes);

/** Milliseconds until a page has loaded what follows a visit. */
const settling = 3_000;

const mebibyte = 2 ** 20;

/** A copy of a build whose first files have the hint, or have not. */
async function copyBuild(folder, firstFiles, isHinted) {
  const copy = await mkdtemp(join(tmpdir(), 'benchmark-build-'));
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('.map') });
  for (const name of firstFiles) {
    const code = (await readFile(join(copy, name), 'utf8')).replace(hint, '');
    await writeFile(join(copy, name), (isHinted ? hint : '') + code);
  }
  return copy;
}

/** Bytes of a process of its own, and its share of those that it has in common with others; NaN where there is no `/proc`. */
function processMemory(pid) {
  try {
    return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))[1]) * 1_024;
  } catch {
    // Not Linux.
    return NaN;
  }
}

/** The process of the page. The browser keeps another one ready, which has hardly run. */
async function processOfPage(browser) {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.toSorted((one, other) => other.cpuTime - one.cpuTime)[0].id;
}

const takeMemory = (browser, target) =>
  withPage(browser, target, async ({ client }) => {
    await allVisible(client, target.count);
    await sleep(settling);
    return { heap: await heapInUse(client), process: processMemory(await processOfPage(browser)) };
  });

/** Medians by size and variant, after collecting garbage. */
export async function measureMemory(browser, { builds: [{ folder }], rounds }) {
  const { html, comments } = backendPage('http');
  const backend = recordedBackend('http', comments);
  const { firstPicture } = await measureVisit(browser, { html, cdnFolder: folder, backend, untilReady: showsComments });
  const builds = [];
  for (const name of Object.keys(variants))
    builds.push({ name, folder: await copyBuild(folder, firstPicture, name === 'hinted') });
  const server = await startServer({ sizes, builds, pages: [] });
  try {
    const taken = Object.fromEntries(
      sizes.map((size) => [size, Object.fromEntries(builds.map(({ name }) => [name, []]))]),
    );
    for (let round = 0; round < rounds; round++)
      for (const size of sizes)
        for (const { name } of builds) {
          const address = `${server.origin}/${pageOf(name, 'http')}-${size}.html`;
          const target = { address, count: size, lastText: server.lastTexts.get(size) };
          taken[size][name].push(await takeMemory(browser, target));
        }
    return Object.fromEntries(
      Object.entries(taken).map(([size, byVariant]) => [
        size,
        Object.fromEntries(Object.entries(byVariant).map(([name, visits]) => [name, medians(visits)])),
      ]),
    );
  } finally {
    await server.close();
    for (const build of builds) await rm(build.folder, { recursive: true, force: true });
  }
}

/** Head and rows of the table. */
export function memoryTable(memory) {
  const megabytes = (bytes) => (Number.isNaN(bytes) ? '–' : (bytes / mebibyte).toFixed(2));
  return {
    head: ['Comments', 'JavaScript heap, MiB', 'Whole process, MiB'],
    rows: Object.entries(memory).flatMap(([size, byVariant]) =>
      Object.entries(byVariant).map(([name, { heap, process }]) => [
        `${size}, ${variants[name]}`,
        megabytes(heap),
        megabytes(process),
      ]),
    ),
  };
}
