/** Sorts more records than fit into memory, on the disk. */
import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Number of files that records are spread over. Each is read as a whole later. */
const FILES = 512;

/** Bytes that wait for each file. They are outside of the JavaScript heap, which would otherwise grow with what waits. */
const BUFFER = 1 << 14;

interface SpillFile {
  readonly path: string;
  readonly buffer: Buffer;
  /** Bytes of the buffer in use. */
  used: number;
}

/** A multimap from names to JSON values, in files of a folder. Values of a name keep their order. */
export class Spill {
  readonly #files: readonly SpillFile[];

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    this.#files = Array.from({ length: FILES }, (_, index) => ({
      path: join(folder, `${index}.jsonl`),
      buffer: Buffer.allocUnsafe(BUFFER),
      used: 0,
    }));
  }

  add(name: string, value: unknown): void {
    const file = this.#files[numberOf(name) % FILES]!;
    const line = `${JSON.stringify(name)}\t${JSON.stringify(value)}\n`;
    // A UTF-16 code unit has at most three bytes.
    if (file.used + line.length * 3 > BUFFER) flush(file);
    if (line.length * 3 > BUFFER) appendFileSync(file.path, line);
    else file.used += file.buffer.write(line, file.used);
  }

  /** The names with their values, in an order of their own. Values are parsed when their turn comes: few are in memory at a time. */
  *read<T>(): Generator<readonly [string, readonly T[]]> {
    // One buffer for all files: strings as long as a file would fill the heap before they are collected.
    let buffer = Buffer.alloc(0);
    for (const file of this.#files) {
      flush(file);
      if (!existsSync(file.path)) continue;
      const { size } = statSync(file.path);
      if (size > buffer.length) buffer = Buffer.allocUnsafe(size);
      readInto(buffer.subarray(0, size), file.path);
      /** Where the values of each name are. */
      const places = new Map<string, (readonly [start: number, end: number])[]>();
      for (let start = 0; start < size;) {
        // JSON has neither in texts.
        const [tab, end] = [buffer.indexOf('\t', start), buffer.indexOf('\n', start)];
        const name = buffer.toString('utf8', start, tab);
        const list = places.get(name);
        if (list) list.push([tab + 1, end]);
        else places.set(name, [[tab + 1, end]]);
        start = end + 1;
      }
      for (const [name, list] of places)
        yield [
          JSON.parse(name) as string,
          list.map(([start, end]) => JSON.parse(buffer.toString('utf8', start, end)) as T),
        ];
    }
  }
}

function readInto(buffer: Buffer, path: string): void {
  const file = openSync(path, 'r');
  try {
    for (let length = 0; length < buffer.length;)
      length += readSync(file, buffer, length, buffer.length - length, null);
  } finally {
    closeSync(file);
  }
}

/** Opens the file for each write: a process may not keep as many open. */
function flush(file: SpillFile): void {
  if (file.used === 0) return;
  appendFileSync(file.path, file.buffer.subarray(0, file.used));
  file.used = 0;
}

/** A number that is the same for the same name (FNV-1a). */
function numberOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
