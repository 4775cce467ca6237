/** Opens an export: a plain file, or one in a gzip, zip or tar.gz archive, recognised by its content. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { optionalPackage } from './optional-package.js';
import { ImportError } from './source.js';

export interface Input {
  /** Path of the file, for messages. */
  readonly path: string;
  /** The text in pieces. Can be read several times. A byte order mark is left out. */
  readonly text: () => AsyncGenerator<string>;
}

/** Receives the number of bytes of the file that were read, for a progress bar. */
export type OnBytes = (bytes: number) => void;

export function openInput(path: string, onBytes: OnBytes = () => undefined): Input {
  return { path, text: () => decoded(path, onBytes) };
}

async function* decoded(path: string, onBytes: OnBytes): AsyncGenerator<string> {
  // By default, the decoder removes a byte order mark.
  const decoder = new TextDecoder('utf-8');
  for await (const bytes of await content(path, onBytes)) {
    const text = decoder.decode(bytes, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

/** The first bytes of a file. */
export async function firstBytes(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const isGzip = (start: Buffer): boolean => start[0] === 0x1f && start[1] === 0x8b;
const isZip = (start: Buffer): boolean => start.toString('latin1', 0, 4) === 'PK\x03\x04';

async function content(path: string, onBytes: OnBytes): Promise<AsyncIterable<Buffer>> {
  if (!(await stat(path)).isFile()) throw new ImportError(`${path} is not a file.`);
  const start = await firstBytes(path, 4);
  if (isZip(start)) return unzipped(path);
  const file = createReadStream(path).on('data', (bytes) => onBytes(bytes.length));
  return isGzip(start) ? untarred(gunzipped(file), path) : file;
}

function gunzipped(file: Readable): AsyncIterable<Buffer> {
  const unpacked = createGunzip();
  // The reader of `unpacked` gets the error.
  file.on('error', (error) => unpacked.destroy(error));
  return file.pipe(unpacked);
}

/** The only file in a zip archive. */
async function unzipped(path: string): Promise<AsyncIterable<Buffer>> {
  const { openPromise } = await optionalPackage('yauzl', () => import('yauzl'));
  const archive = await openPromise(path, { autoClose: false });
  const entries = [];
  for await (const entry of archive.eachEntry()) if (!entry.fileName.endsWith('/')) entries.push(entry);
  const [entry, ...others] = entries;
  if (!entry || others.length > 0) {
    const names = entries.map(({ fileName }) => fileName).join(', ');
    throw new ImportError(
      `${path} holds ${entries.length} files${names && `: ${names}`}. Unpack it, and name the files to import.`,
    );
  }
  return await archive.openReadStreamPromise(entry);
}

/** Size of a header of a tar archive, and of the unit that files are padded to. */
const BLOCK = 512;

const isTar = (header: Buffer): boolean => header.toString('latin1', 257, 262) === 'ustar';

/** The contents of the files in a tar archive, one after the other; other content as it is. */
async function* untarred(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  let buffer: Buffer = Buffer.alloc(0);
  let isArchive: boolean | undefined;
  /** Bytes that remain of the current file, and of its padding. */
  let remaining = 0;
  let padding = 0;
  let isFile = false;
  for await (const chunk of chunks) {
    buffer = buffer.length > 0 ? Buffer.concat([buffer, chunk]) : chunk;
    if (isArchive === undefined && buffer.length >= BLOCK) isArchive = isTar(buffer);
    if (isArchive === undefined) continue;
    if (!isArchive) {
      yield buffer;
      buffer = Buffer.alloc(0);
      continue;
    }
    while (buffer.length > 0) {
      if (remaining > 0) {
        const part = buffer.subarray(0, remaining);
        if (isFile) yield part;
        remaining -= part.length;
        buffer = buffer.subarray(part.length);
      } else if (padding > 0) {
        const skipped = Math.min(padding, buffer.length);
        padding -= skipped;
        buffer = buffer.subarray(skipped);
      } else if (buffer.length < BLOCK) break;
      else {
        const header = buffer.subarray(0, BLOCK);
        buffer = buffer.subarray(BLOCK);
        const size = header.toString('latin1', 124, 136).replace(/[\0 ]/g, '');
        remaining = parseInt(size, 8) || 0;
        padding = (BLOCK - (remaining % BLOCK)) % BLOCK;
        // Others are folders, links and headers with long names.
        isFile = /^[0\0]$/.test(header.toString('latin1', 156, 157));
      }
    }
  }
  if (remaining > 0) throw new ImportError(`${path} is incomplete: it ends inside one of its files.`);
  if (isArchive === undefined) yield buffer;
}
