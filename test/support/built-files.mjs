/** The files of the script-tag build: how large each is for a browser, and which of the others it imports. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** A browser gets the module, its chunks and nothing else; the classic script is another download. */
const isModule = (name) => name.endsWith('.js') && !name.endsWith('.iife.js');

const staticImports = /(?:from|import)\s*"\.\/([\w.-]+)"/g;
const dynamicImports = /import\("\.\/([\w.-]+)"\)/g;

const namesIn = (code, pattern) => [...code.matchAll(pattern)].map(([, name]) => name);

/** Bytes of a text after brotli. */
export const brotliSize = (code) =>
  brotliCompressSync(code, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: code.length,
    },
  }).length;

const chunkNames = /[\w-]+-[\w-]{7}\.js\b/g;

/** How many sets of hashes a size is the mean of. */
const SETS = 8;

/** The code with other hashes in the names of the chunks that it imports: as long and as random, but made of the modules' names. */
const withHashes = (code, set) =>
  code.replaceAll(chunkNames, (chunk) => {
    const name = moduleName(chunk);
    return `${name}-${createHash('sha256').update(`${name} ${set}`).digest('base64url').slice(0, 7)}.js`;
  });

/**
 * Bytes after brotli. The mean of several sets of hashes: with the real ones, which change with the contents of any other chunk, the
 * size of unchanged code goes up and down by 60 bytes.
 */
function sizeOf(code) {
  if (!code.match(chunkNames)) return brotliSize(Buffer.from(code));
  const sizes = Array.from({ length: SETS }, (_, set) => brotliSize(Buffer.from(withHashes(code, set))));
  return Math.round(sizes.reduce((sum, size) => sum + size) / SETS);
}

export class BuiltFiles {
  #files;
  #sizes = new Map();

  constructor(folder) {
    const names = readdirSync(folder).filter(isModule);
    this.#files = new Map(
      names.map((name) => {
        const code = readFileSync(join(folder, name), 'utf8');
        return [name, { code, static: namesIn(code, staticImports), dynamic: namesIn(code, dynamicImports) }];
      }),
    );
  }

  get names() {
    return [...this.#files.keys()];
  }

  /** Bytes of the given files, each compressed with brotli by itself, as a browser downloads it. */
  size(names) {
    return [...names].reduce((sum, name) => sum + this.#sizeOf(name), 0);
  }

  /** The given files and all that they import statically, which a browser fetches with them. */
  together(names) {
    return this.#closure(names, (file) => file.static);
  }

  /** The given files and all that they can ever import, without those that `leaveOut` names and without what only those import. */
  reachable(names, leaveOut = () => false) {
    return this.#closure(names, (file) => [...file.static, ...file.dynamic].filter((name) => !leaveOut(name)));
  }

  #sizeOf(name) {
    if (!this.#sizes.has(name)) this.#sizes.set(name, sizeOf(this.#find(name).code));
    return this.#sizes.get(name);
  }

  #find(name) {
    const file = this.#files.get(name);
    if (!file) throw new Error(`The build has no file ${name}.`);
    return file;
  }

  #closure(names, importsOf) {
    const found = new Set(names);
    // A set goes on to what is added while it is read.
    for (const name of found) for (const imported of importsOf(this.#find(name))) found.add(imported);
    return found;
  }
}

/** The name of the module that a chunk is made of: the name of its file, without the hash. */
export const moduleName = (chunk) => chunk.replace(/-[\w-]{7}\.js$/, '');
