/**
 * `npm run server:import` and `npm run server:export`: the same database as `npm run server`, by the same environment variables. PGlite
 * takes one process at a time, so stop a server that uses it first.
 */
import { parseArgs } from 'node:util';
import { importOptions, isExpected } from 'article-comments-import';
import type { SendingStore } from '../delivery/webhooks.js';
import { ConfigError, type DatabaseConfig, readConfig, type ServerConfig } from '../rules/config.js';
import { houseRules } from '../rules/house-rules.js';
import { onlySite, type Site } from '../rules/site.js';
import { readBackup } from '../transfer/backup.js';
import { exportComments } from '../transfer/export-comments.js';
import { importComments } from '../transfer/import-comments.js';
import { readSites } from './read-sites.js';
import { startSites } from './start-server.js';

const usage = `Usage:
  npm run server:import -- <format> <file>… [--to <database>]   Formats and options: npx article-comments-import --help
  npm run server:import -- backup <folder>/private.jsonl [--to <database>]
  npm run server:export -- --out <folder>
  With SITES, also: --site <id>

The database is that of the server: DATABASE_URL or DATA_DIR. --to takes an address such as postgres://…, or the folder of PGlite.
`;

async function runImport(args: readonly string[]): Promise<number> {
  const { rest: others, value: to } = takeOption(args, '--to');
  const { rest, value: site } = takeOption(others, '--site');
  const [format, ...files] = rest;
  const [file] = files;
  if (format === undefined || file === undefined) throw new ConfigError(usage);
  if (format === 'backup')
    return withStore({ to, site }, async (store) => {
      console.log(`Added ${(await readBackup(store, file)).toLocaleString('en')} rows.`);
      return 0;
    });
  // The database takes the place of the folder.
  const { out: _, ...options } = await importOptions([...rest, '--dry-run']);
  return withStore({ to, site }, async (store) => {
    const { report, added } = await importComments(store, options);
    console.log(
      `${report.toString()}\nAdded ${added.toLocaleString('en')} comments. Those with a known id stay as they were.`,
    );
    return report.problems > 0 ? 1 : 0;
  });
}

async function runExport(args: readonly string[]): Promise<number> {
  const { out, site } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, site: { type: 'string' } },
  }).values;
  if (out === undefined) throw new ConfigError(usage);
  return withStore({ site }, async (store) => {
    const { report, folder, backup } = await exportComments(store, out);
    console.log(`${report.toString()}\nPublic: ${folder}\nNot public: ${backup}`);
    return 0;
  });
}

/** Takes an option with a value out of the arguments. */
function takeOption(
  args: readonly string[],
  name: string,
): { readonly rest: readonly string[]; readonly value: string | undefined } {
  const index = args.indexOf(name);
  if (index < 0) return { rest: args, value: undefined };
  const value = args[index + 1];
  if (value === undefined) throw new ConfigError(usage);
  return { rest: [...args.slice(0, index), ...args.slice(index + 2)], value };
}

interface Place {
  readonly to?: string | undefined;
  readonly site?: string | undefined;
}

async function withStore({ to, site: id }: Place, work: (store: SendingStore) => Promise<number>): Promise<number> {
  const { config, site } = findSite(id);
  const database = to === undefined ? config.database : databaseAt(to);
  // Nobody else can be on the bus of a process that ends.
  const server = await startSites({ ...config, database, bus: database.kind === 'pglite' ? 'local' : config.bus }, [
    site,
  ]);
  try {
    return await work(server.stores.get(site.id)!);
  } finally {
    await server.close();
  }
}

function findSite(id: string | undefined): { readonly config: ServerConfig; readonly site: Site } {
  const several = readSites(process.env, 0);
  if (!several) {
    if (id !== undefined) throw new ConfigError(`--site ${id} needs SITES. Set it, or leave --site out.`);
    const config = readConfig(process.env, 0);
    return { config, site: onlySite(config, houseRules) };
  }
  const site = several.sites.find((one) => one.id === id);
  if (!site) throw new ConfigError(`Add --site with one of: ${several.sites.map((one) => one.id).join(', ')}.`);
  return { config: several.config, site };
}

const databaseAt = (to: string): DatabaseConfig =>
  /^postgres(?:ql)?:\/\//.test(to) ? { kind: 'postgres', url: to } : { kind: 'pglite', folder: to };

const [command, ...args] = process.argv.slice(2);
try {
  process.exitCode = command === 'export' ? await runExport(args) : await runImport(args);
} catch (error) {
  console.error(error instanceof ConfigError || isExpected(error) ? error.message : error);
  process.exitCode = 2;
}
