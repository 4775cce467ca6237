/**
 * Inserts comments into the database of a Waline, one second apart, and prints their ids. Arguments: the folder of Waline
 * and the database file; stdin has the path and comments as JSON. A `pid` or `rid` from 0 on is an index in that list.
 */
const { log } = require('node:console');
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { argv } = require('node:process');

const [, , folder, file] = argv;
const { Database } = createRequire(join(folder, 'node_modules', '@waline', 'vercel', 'package.json'))('sqlite3');
const { path, comments } = JSON.parse(readFileSync(0, 'utf8'));

const database = new Database(file);
const ids = [];

function insert(index) {
  if (index === comments.length) {
    log(JSON.stringify(ids.map(String)));
    return database.close();
  }
  const { comment, pid, rid, status = 'approved' } = comments[index];
  const idOf = (which) => (which === undefined ? null : (ids[which] ?? -which));
  const time = new Date(Date.now() - 86_400_000 + index * 1000).toISOString().replace('T', ' ').replace('Z', '');
  return database.run(
    `INSERT INTO "wl_Comment" (comment, nick, mail, link, url, status, pid, rid, "insertedAt", "createdAt", "updatedAt") VALUES (?, 'Bea', '', '', ?, ?, ?, ?, ?, ?, ?)`,
    [comment, path, status, idOf(pid), idOf(rid), time, time, time],
    function (error) {
      if (error) throw error;
      ids.push(this.lastID);
      insert(index + 1);
    },
  );
}
insert(0);
