/** A backup: each row of the tables with comments, and with all that belongs to them, as a line of JSON. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql, type Transaction } from 'kysely';
import type { Data } from '../database/data.js';
import type { Tables } from '../database/tables.js';
import { ConfigError } from '../rules/config.js';

/**
 * The tables, each with its primary key, in the order in which they can be filled. Not in a backup: the signing key, sessions and rate
 * limits, which belong to a running server.
 */
const tables = {
  discussions: ['id'],
  comments: ['discussion', 'id'],
  votes: ['discussion', 'comment', 'voter'],
  past_scores: ['discussion', 'until', 'number'],
  reports: ['discussion', 'comment', 'reporter'],
  legal_notices: ['discussion', 'reference'],
  events: ['discussion', 'number'],
  standings: ['identity'],
  addresses: ['identity', 'address'],
} as const satisfies Partial<Record<keyof Tables, readonly string[]>>;

type TableName = keyof typeof tables;
type Row = Readonly<Record<string, unknown>>;

const isTable = (name: unknown): name is TableName => typeof name === 'string' && Object.hasOwn(tables, name);

/** Rows at a time. A row of `comments` has about 30 values, and PostgreSQL takes 65,535 in a statement. */
const batchSize = 500;

/** Writes all rows to a new file, which only its owner can read: it has held comments, and the names and emails of notices. */
export async function writeBackup(trx: Transaction<Tables>, path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    for (const name of Object.keys(tables).filter(isTable))
      for await (const rows of rowsOf(trx, name))
        await file.write(rows.map((row) => `${JSON.stringify([name, row])}\n`).join(''));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The rows of a table in the order of its primary key. */
async function* rowsOf(trx: Transaction<Tables>, name: TableName): AsyncGenerator<readonly Row[]> {
  const key = sql.join(tables[name].map((column) => sql.ref(column)));
  let after: readonly unknown[] | undefined;
  for (;;) {
    const beyond = after && sql<boolean>`(${key}) > (${sql.join(after)})`;
    // Not raw SQL: the tables may be in the schema of a site.
    const rows: readonly Row[] = await trx
      .selectFrom(name)
      .selectAll()
      .$if(beyond !== undefined, (query) => query.where(beyond!))
      .orderBy(key)
      .limit(batchSize)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < batchSize) return;
    after = tables[name].map((column) => rows.at(-1)![column]);
  }
}

/** Adds the rows that the database does not have yet. Returns their number. Can be repeated after an interruption. */
export async function readBackup({ database }: Data, path: string): Promise<number> {
  let added = 0;
  let table: TableName | undefined;
  let waiting: Row[] = [];
  const flush = async (): Promise<void> => {
    if (table === undefined || waiting.length === 0) return;
    const { numInsertedOrUpdatedRows = 0n } = await database
      .insertInto(table)
      .values(waiting)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    added += Number(numInsertedOrUpdatedRows);
    waiting = [];
  };
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    const [name, row] = parseLine(line, `${path}:${number}`);
    if (name !== table || waiting.length === batchSize) await flush();
    table = name;
    waiting.push(row);
  }
  await flush();
  return added;
}

function parseLine(line: string, place: string): readonly [TableName, Row] {
  try {
    const [name, row] = JSON.parse(line, revive) as [unknown, Row];
    if (isTable(name)) return [name, name === 'discussions' ? withCheckedPage(row) : row];
  } catch {
    // The error below has the place.
  }
  throw new ConfigError(`${place} is not a row of a backup. The file is damaged, or of a newer server.`);
}

/** Earlier versions took the address and the title of a page from the last browser that posted. Now the page has to confirm them. */
function withCheckedPage(row: Row): Row {
  const { url, created_at: createdAt } = row;
  if ('page_by' in row || url === '') return row;
  return { ...row, url: '', title: null, page_suggested: url, page_due_at: createdAt };
}

/** All columns with times end with `_at`. */
const revive = (name: string, value: unknown): unknown =>
  name.endsWith('_at') && typeof value === 'string' ? new Date(value) : value;
