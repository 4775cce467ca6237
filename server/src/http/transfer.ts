/** Comments into and out of the database of the server, by the same environment variables. */
import { parseArgs } from 'node:util';
import { importOptions } from 'article-comments-import';
import type { SendingStore } from '../delivery/webhooks.js';
import { ConfigError, type DatabaseConfig, type ServerConfig } from '../rules/config.js';
import type { Site } from '../rules/site.js';
import { readBackup } from '../transfer/backup.js';
import { exportComments } from '../transfer/export-comments.js';
import { importComments } from '../transfer/import-comments.js';
import { readSites } from './read-sites.js';
import { startSites } from './start-server.js';

const help = 'article-comments-server --help says how to import and export.';

/** Returns the status to exit with: 1 if there were problems with the data. */
export async function runImport(args: readonly string[]): Promise<number> {
  const { rest: others, value: to } = takeOption(args, '--to');
  const { rest, value: site } = takeOption(others, '--site');
  const [format, ...files] = rest;
  const [file, ...more] = files;
  if (format === undefined || file === undefined) throw new ConfigError(help);
  if (format === 'backup' && more.length > 0)
    throw new ConfigError(`import backup takes one file, and none of: ${more.join(' ')}. ${help}`);
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

export async function runExport(args: readonly string[]): Promise<number> {
  const { out, site } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, site: { type: 'string' } },
  }).values;
  if (out === undefined) throw new ConfigError(help);
  return withStore({ site }, async (store) => {
    const { report, folder, backup } = await exportComments(store, out);
    console.log(`${report.toString()}\nPublic: ${folder}\nNot public: ${backup}`);
    return 0;
  });
}

/** Takes an option with a value out of the arguments: `--to data` or `--to=data`. */
function takeOption(
  args: readonly string[],
  name: string,
): { readonly rest: readonly string[]; readonly value: string | undefined } {
  const index = args.findIndex((one) => one === name || one.startsWith(`${name}=`));
  if (index < 0) return { rest: args, value: undefined };
  const isJoined = args[index] !== name;
  const value = isJoined ? args[index]?.slice(name.length + 1) : args[index + 1];
  const rest = [...args.slice(0, index), ...args.slice(index + (isJoined ? 1 : 2))];
  if (!value || value.startsWith('--') || takeOption(rest, name).value !== undefined)
    throw new ConfigError(`${name} needs one value, and comes once. ${help}`);
  return { rest, value };
}

interface Place {
  readonly to?: string | undefined;
  readonly site?: string | undefined;
}

async function withStore({ to, site: id }: Place, work: (store: SendingStore) => Promise<number>): Promise<number> {
  const { config, site } = findSite(id);
  const database = to === undefined ? config.database : databaseAt(to);
  // Nobody else can be on the bus of a process that ends.
  const bus = database.kind === 'pglite' ? 'local' : config.bus;
  const server = await startSites({ ...config, database, bus }, [site], { isIdle: true });
  try {
    return await work(server.stores.get(site.id)!);
  } finally {
    await server.close();
  }
}

function findSite(id: string | undefined): { readonly config: ServerConfig; readonly site: Site } {
  const { config, sites } = readSites(process.env, 0);
  const site = sites.find((one) => one.id === (id ?? ''));
  if (site) return { config, site };
  if (sites[0]?.id === '') throw new ConfigError(`--site ${id} needs SITES. Set it, or leave --site out.`);
  throw new ConfigError(`Add --site with one of: ${sites.map((one) => one.id).join(', ')}.`);
}

const databaseAt = (to: string): DatabaseConfig =>
  /^postgres(?:ql)?:\/\//i.test(to) ? { kind: 'postgres', url: to } : { kind: 'pglite', folder: to };
