/**
 * `npm run server:import` and `npm run server:export`: the same database as `npm run server`, by the same environment variables. PGlite
 * takes one process at a time, so stop a server that uses it first.
 */
import { parseArgs } from 'node:util';
import { importOptions } from '../../../src/import/command.js';
import { ImportError } from '../../../src/import/source.js';
import { ConfigError, type DatabaseConfig, readConfig } from '../config.js';
import { startServer } from '../start-server.js';
import type { Store } from '../store.js';
import { readBackup } from './backup.js';
import { exportComments } from './export-comments.js';
import { importComments } from './import-comments.js';

const usage = `Usage:
  npm run server:import -- <format> <file>… [--to <database>]   Formats and options: npx article-comments --help
  npm run server:import -- backup <folder>/private.jsonl [--to <database>]
  npm run server:export -- --out <folder>

The database is that of the server: DATABASE_URL or DATA_DIR. --to takes an address such as postgres://…, or the folder of PGlite.
`;

async function runImport(args: readonly string[]): Promise<number> {
  const { rest, to } = takeTo(args);
  const [format, ...files] = rest;
  const [file] = files;
  if (format === undefined || file === undefined) throw new ConfigError(usage);
  if (format === 'backup')
    return withStore(to, async (store) => {
      console.log(`Added ${(await readBackup(store, file)).toLocaleString('en')} rows.`);
      return 0;
    });
  // The database takes the place of the folder.
  const { out: _, ...options } = await importOptions([...rest, '--dry-run']);
  return withStore(to, async (store) => {
    const { report, added } = await importComments(store, options);
    console.log(
      `${report.toString()}\nAdded ${added.toLocaleString('en')} comments. Those with a known id stay as they were.`,
    );
    return report.problems > 0 ? 1 : 0;
  });
}

async function runExport(args: readonly string[]): Promise<number> {
  const { out } = parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values;
  if (out === undefined) throw new ConfigError(usage);
  return withStore(undefined, async (store) => {
    const { report, folder, backup } = await exportComments(store, out);
    console.log(`${report.toString()}\nPublic: ${folder}\nNot public: ${backup}`);
    return 0;
  });
}

/** Takes `--to` out of the arguments. */
function takeTo(args: readonly string[]): { readonly rest: readonly string[]; readonly to: string | undefined } {
  const index = args.indexOf('--to');
  if (index < 0) return { rest: args, to: undefined };
  const to = args[index + 1];
  if (to === undefined) throw new ConfigError(usage);
  return { rest: [...args.slice(0, index), ...args.slice(index + 2)], to };
}

async function withStore(to: string | undefined, work: (store: Store) => Promise<number>): Promise<number> {
  const config = readConfig(process.env, 0);
  const database = to === undefined ? config.database : databaseAt(to);
  // Nobody else can be on the bus of a process that ends.
  const server = await startServer({ ...config, database, bus: database.kind === 'pglite' ? 'local' : config.bus });
  try {
    return await work(server.store);
  } finally {
    await server.close();
  }
}

const databaseAt = (to: string): DatabaseConfig =>
  /^postgres(?:ql)?:\/\//.test(to) ? { kind: 'postgres', url: to } : { kind: 'pglite', folder: to };

const [command, ...args] = process.argv.slice(2);
try {
  process.exitCode = command === 'export' ? await runExport(args) : await runImport(args);
} catch (error) {
  const isExpected = error instanceof ConfigError || error instanceof ImportError;
  console.error(isExpected ? error.message : error);
  process.exitCode = 2;
}
