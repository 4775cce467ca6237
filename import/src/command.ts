/** The command `article-comments-import`. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type KeyKind, keyKinds } from './addresses.js';
import { collect, type CollectOptions } from './collect.js';
import { readCsv } from './csv.js';
import { readers } from './formats/index.js';
import { openInput } from './input.js';
import { progressBar } from './progress.js';
import { terminalControls } from './report.js';
import { DamagedError, ImportError } from './source.js';
import { WORK } from './archive-folder.js';
import { writeArchives } from './write-archives.js';

const USAGE = `Usage: article-comments-import <format> <file>… --out <folder>

Converts the export of another comments system to archives for backend="static".

Formats: ${Object.keys(readers).join(', ')}

  --out <folder>        Where to write the archives, index.json and report.txt
  --key <kind>          What the keys of articles are: ${keyKinds.join(', ')}.
                        Default: the URL, or the path if the export has no hosts
  --base <origin>       Host of an export that has none, such as https://news.example
  --map <file.csv>      New addresses: lines with the old and the new one. * at the end of both
                        stands for the rest of the address
  --utc-offset <+hh:mm> Of times for which the export has no zone. Default: UTC
  --dry-run             Reads everything and writes nothing but the report, to the terminal
  --version             The version of this command

Exit status: 0, everything was read; 1, some records were not readable, and the report names them;
2, nothing was written.
`;

export interface CommandOptions extends Omit<CollectOptions, 'folder'> {
  readonly out: string | undefined;
}

/** Parses the options of an import. Throws an `ImportError` for a mistake. */
export async function importOptions(args: readonly string[]): Promise<CommandOptions> {
  const { values, positionals } = parse(args);
  const [format, ...files] = positionals;
  if (format === undefined || files.length === 0) throw new ImportError(`Name a format and a file.\n\n${USAGE}`);
  if (values.out === undefined && !values['dry-run'])
    throw new ImportError('Name a folder with --out, or add --dry-run.');
  const key = keyKinds.find((kind) => kind === values.key);
  if (values.key !== undefined && !key) throw new ImportError(`--key is "${values.key}": use ${keyKinds.join(', ')}.`);
  return {
    format,
    files,
    key: key satisfies KeyKind | undefined,
    base: values.base,
    moved: values.map === undefined ? undefined : await readMap(values.map),
    offset: offsetOf(values['utc-offset']),
    out: values['dry-run'] ? undefined : values.out,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: text,
        key: text,
        base: text,
        map: text,
        'utc-offset': text,
        'dry-run': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new ImportError(`${(error as Error).message}\n\n${USAGE}`, { cause: error });
  }
}

function offsetOf(value: string | undefined): number {
  if (value === undefined) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(value) ?? [];
  if (sign === undefined) throw new ImportError(`--utc-offset is "${value}": use one such as +02:00 or -05:30.`);
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

async function readMap(path: string): Promise<ReadonlyMap<string, string>> {
  const moved = new Map<string, string>();
  try {
    for await (const { fields, line } of readCsv(openInput(path).text())) {
      const [from = '', to = ''] = fields.map((field) => field.trim());
      if (fields.length === 1 && from === '') continue;
      if (from === '' || to === '') throw new ImportError(`${path}:${line} needs an old and a new address.`);
      moved.set(from, to);
    }
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    throw new ImportError(`${path} cannot be read: ${error.message}.`, { cause: error });
  }
  return moved;
}

/** Runs the command. Returns the exit status. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.length === 0 || args.some((one) => /^(?:-h|--help)$/.test(one)) || args[0] === 'help') {
    process.stdout.write(USAGE);
    return args.length === 0 ? 2 : 0;
  }
  if (args[0] === '--version') {
    process.stdout.write(`${versionOfPackage()}\n`);
    return 0;
  }
  try {
    return await runImport(await importOptions(args));
  } catch (error) {
    if (!isExpected(error)) throw error;
    process.stderr.write(`${error.message.replace(terminalControls, '\ufffd')}\n`);
    return 2;
  }
}

/** The built command and its source are both in a folder of the package. */
function versionOfPackage(): string {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}

/** An error that its message explains: a mistake in the options or in the export, or one of the file system. */
export const isExpected = (error: unknown): error is Error =>
  error instanceof Error && (error instanceof ImportError || 'syscall' in error);

async function runImport({ out, ...options }: CommandOptions): Promise<number> {
  const work = out === undefined ? mkdtempSync(join(tmpdir(), 'article-comments-')) : join(out, WORK);
  const removeWork = (): void => rmSync(work, { recursive: true, force: true });
  // What a run that was killed has left.
  removeWork();
  const stop = (signal: NodeJS.Signals): never => {
    removeWork();
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = progressBar(sizeOf(options.files), process.stderr);
  try {
    const collection = await collect({
      ...options,
      folder: join(work, 'comments'),
      onBytes: progress.addBytes,
      onComments: progress.setCount,
    });
    if (out !== undefined) await writeArchives(collection, out);
    // The report is complete when all have been read.
    else for await (const _ of collection.discussions());
    progress.end();
    process.stdout.write(String(collection.report));
    return collection.report.problems > 0 ? 1 : 0;
  } finally {
    progress.end();
    removeWork();
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0);
