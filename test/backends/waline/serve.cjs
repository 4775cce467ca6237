/**
 * Starts Waline on the loopback interface only; by default it listens on all. Prints whether it listens or why it does not.
 * The argument is the port, which its workers get as well. `WALINE_HOME` is its folder.
 */
const { log } = require('node:console');
const { appendFileSync, existsSync, statSync } = require('node:fs');
const { Server } = require('node:net');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { env } = require('node:process');
const { setTimeout: pause } = require('node:timers/promises');

const { listen } = Server.prototype;
Server.prototype.listen = function (where, ...rest) {
  const onListening = rest.filter((one) => typeof one === 'function');
  if (!(Number(where) > 0)) return listen.call(this, where, ...rest);
  this.once('listening', () => log(`Listening on ${where}`));
  this.once('error', ({ message }) => log(message));
  return listen.call(this, { port: Number(where), host: '127.0.0.1' }, ...onListening);
};
createRequire(join(env.WALINE_HOME, 'package.json'))('@waline/vercel/vanilla.js');

/** A file in which two requests meet between the check for duplicates and the insert. Each waits up to two seconds for the other. */
const meeting = join(env.SQLITE_PATH, 'meeting');
globalThis.think.config('preSave', async () => {
  if (!existsSync(meeting)) return;
  appendFileSync(meeting, '.');
  const end = Date.now() + 2000;
  while (statSync(meeting).size < 2 && Date.now() < end) await pause(10);
});
