/** Opens an export: a plain file, or one in a gzip, zip or tar.gz archive, recognised by its content. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { openPromise } from 'yauzl';
import { DamagedError, ImportError } from './source.js';

export interface Input {
  /** Path of the file, for messages. */
  readonly path: string;
  /**
   * The text in pieces. Can be read several times. A byte order mark is left out. Throws an `ImportError` for bytes that are not text, and
   * a `DamagedError` where a compressed file or a character is cut off.
   */
  readonly text: () => AsyncGenerator<string>;
}

/** Receives the number of bytes of the file that were read, for a progress bar. */
export type OnBytes = (bytes: number) => void;

export function openInput(path: string, onBytes: OnBytes = () => undefined): Input {
  return { path, text: () => decoded(path, onBytes) };
}

/** Bytes that are enough for the XML declaration. */
const DECLARATION = 1024;

async function* decoded(path: string, onBytes: OnBytes): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let start: Buffer = Buffer.alloc(0);
  try {
    for await (const bytes of await content(path, onBytes)) {
      let next = bytes;
      if (!decoder) {
        start = next = Buffer.concat([start, bytes]);
        if (start.length < DECLARATION) continue;
        decoder = decoderOf(start, path);
      }
      const text = decoder.decode(next, { stream: true });
      if (text) yield text;
    }
    if (!decoder) {
      decoder = decoderOf(start, path);
      yield decoder.decode(start, { stream: true });
    }
  } catch (error) {
    if (!decoder || !isNotText(error)) throw error;
    throw new ImportError(await notTextMessage(path, decoder.encoding), { cause: error });
  }
  try {
    decoder.decode();
  } catch (error) {
    throw new DamagedError('the file ends inside a character', { cause: error });
  }
}

const isNotText = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

function decoderOf(start: Buffer, path: string): TextDecoder {
  const encoding = encodingOf(start);
  try {
    // By default, the decoder removes a byte order mark.
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    throw new ImportError(
      `${path} is in the encoding "${encoding}", which cannot be read. Convert it: ` +
        `iconv -f ${encoding} -t UTF-8 ${path} | sed '1s/${encoding}/UTF-8/' > converted`,
      { cause: error },
    );
  }
}

/** The encoding by the byte order mark, by the zeros in the first characters, or by the XML declaration. */
function encodingOf(start: Buffer): string {
  const [a, b, c, d] = start;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0)) return 'UTF-32';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return 'utf-16be';
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return 'utf-16le';
  const text = start.toString('latin1', 0, DECLARATION);
  const [, declared] = /^\s*<\?xml\s[^<>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(text) ?? [];
  // A declaration whose characters have one byte is not in UTF-16. Some programs write it nevertheless.
  return declared === undefined || /^(?:utf-?16|ucs-?2|unicode)/i.test(declared) ? 'utf-8' : declared;
}

async function notTextMessage(path: string, encoding: string): Promise<string> {
  const place = encoding.startsWith('utf-16') ? path : `${path}:${await lineWithoutText(path, encoding)}`;
  const whole = `iconv -f WINDOWS-1252 -t UTF-8 ${path} > converted`;
  return (
    `${place} has bytes that are not ${encoding.toUpperCase()}. ` +
    (encoding === 'utf-8' ? `If the file is in another encoding, convert it, for example: ${whole}. ` : '') +
    `To leave out such bytes: iconv -c -f ${encoding} -t ${encoding} ${path} > repaired`
  );
}

/** The number of the first line with bytes that are not text. Line feeds have one byte in each encoding but UTF-16. */
async function lineWithoutText(path: string, encoding: string): Promise<number> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  try {
    for await (const bytes of await content(path, () => undefined))
      for (let start = 0; start < bytes.length;) {
        const end = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
        decoder.decode(bytes.subarray(start, end), { stream: true });
        if (bytes[end - 1] === LINE_FEED) line += 1;
        start = end;
      }
  } catch (error) {
    if (!isNotText(error)) throw error;
  }
  return line;
}

const LINE_FEED = 10;

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
  return isGzip(start) ? untarred(gunzipped(file)) : file;
}

async function* gunzipped(file: Readable): AsyncGenerator<Buffer> {
  const unpacked = createGunzip();
  // The reader of `unpacked` gets the error.
  file.on('error', (error) => unpacked.destroy(error));
  yield* undamaged(file.pipe(unpacked));
}

/** Errors of the file system are those of the machine. Others are of what the archive holds. */
const isOfArchive = (error: unknown): error is Error => error instanceof Error && !('syscall' in error);

async function* undamaged(unpacked: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* unpacked;
  } catch (error) {
    throw isOfArchive(error) ? new DamagedError(error.message, { cause: error }) : error;
  }
}

/** Names of files in a message. */
const LISTED = 10;

/** The only file in a zip archive. */
async function unzipped(path: string): Promise<AsyncIterable<Buffer>> {
  try {
    const archive = await openPromise(path, { autoClose: false });
    const names: string[] = [];
    let only;
    let count = 0;
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue;
      only = entry;
      count += 1;
      if (count <= LISTED) names.push(entry.fileName);
    }
    if (only && count === 1) return undamaged(await archive.openReadStreamPromise(only));
    if (count > LISTED) names.push('…');
    throw new ImportError(
      `${path} holds ${count} files${count > 0 ? `: ${names.join(', ')}` : ''}. Unpack it, and name the files to import.`,
    );
  } catch (error) {
    if (error instanceof ImportError || !isOfArchive(error)) throw error;
    throw new ImportError(
      `${path} is a zip archive that cannot be read: ${error.message}. Unpack it, and name the files to import.`,
      { cause: error },
    );
  }
}

/** Size of a header of a tar archive, and of the unit that files are padded to. */
const BLOCK = 512;

const isTar = (header: Buffer): boolean => header.toString('latin1', 257, 262) === 'ustar';

/** The contents of the files in a tar archive, one after the other; other content as it is. */
async function* untarred(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
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
  if (remaining > 0) throw new DamagedError('the archive ends inside one of its files');
  if (isArchive === undefined) yield buffer;
}
