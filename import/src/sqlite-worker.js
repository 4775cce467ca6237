// @ts-check
/**
 * The thread of `sqlite.ts`: runs a query on an SQLite file and sends its rows in batches, each when the one before has been read. It is
 * plain JavaScript because Node 20 starts no thread with a TypeScript file.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import initSql from 'sql.js';

/** @import { SqliteMessage, SqliteRow, SqliteTask } from './sqlite.js' */

/** Rows in a message. */
const BATCH = 500;

/** Bytes that SQLite itself may use. The query sorts by a primary key, so it needs little more than its cache of 2 MB. */
const MEMORY = 256 << 20;

/**
 * Bytes that a row of a table takes at least: two for its place in the page, one for its length, one for its key, one for each column. A
 * file that leads to more rows has pages that refer to each other in circles.
 */
const ROW_BYTES = 8;

const port = /** @type {import('node:worker_threads').MessagePort} */ (parentPort);
const { path, tables, query } = /** @type {SqliteTask} */ (workerData);

/** @param {SqliteMessage} message */
async function send(message) {
  port.postMessage(message);
  await once(port, 'message');
}

/** @param {Buffer} file */
function open(file) {
  // The journal mode, which needs a second file that is not in memory. The database is only read.
  file.fill(1, 18, 20);
  return new Database(file);
}

/**
 * Why the query should not run. A view, a virtual table or a computed column runs what the file says instead of reading stored values.
 *
 * @returns {string | undefined}
 */
function objection() {
  for (const [table, columns] of Object.entries(tables)) {
    const found = database.exec('select type from pragma_table_list where schema = ? and name = ? collate nocase', [
      'main',
      table,
    ]);
    const type = found[0]?.values[0]?.[0];
    if (type === undefined) return `it has no table "${table}"`;
    if (type !== 'table') return `"${table}" is a ${type === 'view' ? 'view' : `${type} table`} instead of a table`;
    const known = database.exec('select lower(name), hidden from pragma_table_xinfo(?)', [table])[0]?.values ?? [];
    for (const column of columns) {
      const [, hidden] = known.find(([name]) => name === column) ?? [];
      if (hidden === undefined) return `its table "${table}" has no column "${column}"`;
      if (hidden !== 0) return `the column "${column}" of "${table}" is computed instead of stored`;
    }
  }
  return undefined;
}

/**
 * A row with its texts, which the query reads as bytes because sql.js replaces those that are no text without a word.
 *
 * @param {import('sql.js').ParamsObject} values
 * @param {string} encoding
 * @returns {SqliteRow}
 */
function rowOf(values, encoding) {
  /** @type {string[]} */
  const damaged = [];
  /** @type {Record<string, string | number | null>} */
  const row = {};
  for (const [name, value] of Object.entries(values)) {
    if (!(value instanceof Uint8Array)) {
      row[name] = value;
      continue;
    }
    try {
      row[name] = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(value);
    } catch {
      // The row says so, and the reader reports it.
      damaged.push(name);
      row[name] = new TextDecoder(encoding, { ignoreBOM: true }).decode(value);
    }
  }
  return { values: row, damaged };
}

async function sendRows() {
  const encoding = String(database.exec('pragma encoding')[0]?.values[0]?.[0]);
  const statement = database.prepare(query);
  /** @type {SqliteRow[]} */
  let rows = [];
  for (let count = 1; statement.step(); count++) {
    if (count > size / ROW_BYTES) throw new Error('it leads to more rows than it has room for');
    rows.push(rowOf(statement.getAsObject(), encoding));
    if (rows.length < BATCH) continue;
    await send({ kind: 'rows', rows });
    rows = [];
  }
  if (rows.length > 0) await send({ kind: 'rows', rows });
  await send({ kind: 'end' });
}

const { Database } = await initSql();
const file = readFileSync(path);
const size = file.length;
const database = open(file);
await send({ kind: 'open' });
try {
  database.exec(
    `pragma hard_heap_limit = ${MEMORY}; pragma temp_store = memory; pragma query_only = on; pragma trusted_schema = off; pragma cell_size_check = on`,
  );
  const reason = objection();
  if (reason === undefined) await sendRows();
  else await send({ kind: 'refused', reason });
} catch (error) {
  await send({ kind: 'damaged', reason: error instanceof Error ? error.message : String(error) });
}
