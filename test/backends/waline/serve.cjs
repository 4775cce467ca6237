/**
 * Starts Waline on the loopback interface, where it would listen on all of them. Its own argument is the port, and its workers
 * are started with it again; `WALINE_HOME` names its folder.
 */
const { Server } = require('node:net');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { env } = require('node:process');

const { listen } = Server.prototype;
Server.prototype.listen = function (where, ...rest) {
  const onListening = rest.filter((one) => typeof one === 'function');
  return Number(where) > 0
    ? listen.call(this, { port: Number(where), host: '127.0.0.1' }, ...onListening)
    : listen.call(this, where, ...rest);
};
createRequire(join(env.WALINE_HOME, 'package.json'))('@waline/vercel/vanilla.js');
