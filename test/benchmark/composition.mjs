/** The folders of the sources that the first download of the ordinary page comes from. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { brotliSize } from '../support/built-files.mjs';
import { measureVisit } from '../support/measure-visit.mjs';
import { recordedBackend } from '../support/recorded-backends.mjs';
import { showsComments } from '../support/visit-acts.mjs';
import { backendPage } from '../support/visit-pages.mjs';

/** The package of a dependency, or up to two folders below `src`. */
function folderOf(source) {
  if (!source) return 'bundler';
  const [, dependency] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source) ?? [];
  if (dependency) return dependency;
  const [, path] = /\/src\/(.+)$/.exec(`/${source}`) ?? [undefined, source];
  const folders = path.split('/').slice(0, -1);
  return folders.length > 0 ? `${folders.slice(0, 2).join('/')}/` : 'entries';
}

/** The folder of each character of a file. */
function foldersIn(code, map) {
  const folders = [];
  for (const [line, text] of code.split('\n').entries())
    // Each line ends with a character of its own.
    for (let column = 0; column <= text.length; column++)
      folders.push(folderOf(map.findEntry(line, Math.min(column, Math.max(0, text.length - 1))).originalSource));
  return folders;
}

/** Bytes of a file, and how many fewer they are without each folder. */
function savingsIn(name, folder) {
  const code = readFileSync(join(folder, name), 'utf8');
  const folders = foldersIn(code, new SourceMap(JSON.parse(readFileSync(join(folder, `${name}.map`), 'utf8'))));
  const size = (text) => brotliSize(Buffer.from(text));
  const whole = size(code);
  const characters = [...Array(code.length).keys()];
  const savings = [...new Set(folders)].map((one) => {
    const rest = characters.filter((index) => folders[index] !== one).map((index) => code[index]);
    return [one, whole - size(rest.join(''))];
  });
  return { whole, savings };
}

/**
 * The composition of what the page with `backend="http"` downloads until its comments are shown. Returns `{ total, folders }` in bytes:
 * by folder, how much smaller the download would be without it. The rest of `total` compresses away in either of several folders.
 */
export async function measureComposition(browser, cdnFolder) {
  const { html, comments } = backendPage('http');
  const backend = recordedBackend('http', comments);
  const { firstPicture } = await measureVisit(browser, { html, cdnFolder, backend, untilReady: showsComments });
  const folders = new Map();
  let total = 0;
  for (const name of firstPicture) {
    const { whole, savings } = savingsIn(name, cdnFolder);
    total += whole;
    for (const [folder, bytes] of savings) folders.set(folder, (folders.get(folder) ?? 0) + bytes);
  }
  return { total, folders };
}

/** Head and rows of the table. Folders below `least` bytes are in one row. */
export function compositionTable({ total, folders }, { least = 0 } = {}) {
  const kilobytes = (bytes) => (bytes / 1_000).toFixed(2);
  const sum = (entries) => entries.reduce((all, [, bytes]) => all + bytes, 0);
  const sorted = [...folders].toSorted(([, one], [, other]) => other - one);
  const small = sorted.filter(([, bytes]) => bytes < least);
  return {
    head: ['Sources', 'kB, brotli'],
    rows: [
      ...sorted.filter(([, bytes]) => bytes >= least).map(([folder, bytes]) => [folder, kilobytes(bytes)]),
      ...(small.length > 0 ? [[`${small.length} smaller ones`, kilobytes(sum(small))]] : []),
      ['in several of them', kilobytes(total - sum(sorted))],
      ['all', kilobytes(total)],
    ],
  };
}
