/** Creates Waline's tables, which its package does not. Arguments: the folder of Waline and the database file. */
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { argv } = require('node:process');

const [, , folder, file] = argv;
const { Database } = createRequire(join(folder, 'node_modules', '@waline', 'vercel', 'package.json'))('sqlite3');

const times = `"createdAt" DATETIME DEFAULT (datetime('now','localtime')), "updatedAt" DATETIME DEFAULT (datetime('now','localtime'))`;
const services = ['github', 'twitter', 'facebook', 'google', 'weibo', 'qq', 'oidc', 'huawei']
  .map((name) => `"${name}" TEXT`)
  .join(', ');
const reactions = Array.from({ length: 9 }, (_, index) => `reaction${index} INTEGER`).join(', ');

const database = new Database(file);
database.exec(
  `CREATE TABLE "wl_Comment" (id INTEGER PRIMARY KEY AUTOINCREMENT, user_id INTEGER, comment TEXT, "insertedAt" DATETIME DEFAULT (datetime('now','localtime')), ip TEXT, link TEXT, mail TEXT,
     nick TEXT, rid INTEGER, pid INTEGER, sticky NUMERIC, status TEXT NOT NULL, "like" INTEGER, ua TEXT, url TEXT, ${times});
   CREATE TABLE "wl_Counter" (id INTEGER PRIMARY KEY AUTOINCREMENT, time INTEGER, ${reactions}, url TEXT, ${times});
   CREATE TABLE "wl_Users" (id INTEGER PRIMARY KEY AUTOINCREMENT, display_name TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
     password TEXT NOT NULL DEFAULT '', type TEXT NOT NULL DEFAULT '', label TEXT, ${services}, "2fa" TEXT, avatar TEXT, url TEXT, ${times});`,
  (error) => {
    if (error) throw error;
    database.close();
  },
);
