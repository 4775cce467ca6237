/**
 * The process of a Bluesky network: directory, personal data server and AppView of the package `@atproto/dev-env`, which is
 * installed in the folder named by the first argument. Tells its addresses to the process that has forked it and ends with it.
 */
import { createRequire } from 'node:module';
import { Server } from 'node:net';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));

// The package lets its servers listen on every interface of the machine; a test's business is the loopback one.
const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(where, ...rest) {
  const port = typeof where === 'object' && where !== null ? where.port : where;
  const callback = rest.find((argument) => typeof argument === 'function');
  return port === undefined ? listen.call(this, where, ...rest) : listen.call(this, { port: Number(port), host: '127.0.0.1' }, callback);
};

const { TestNetwork } = require('@atproto/dev-env');

// The public AppView ends a thread at some depth as well; here it is one that a test can reach.
const bsky = { dbPostgresSchema: 'network', maxThreadDepth: 4 };
const network = await TestNetwork.create({ dbPostgresSchema: 'network', pds: { hostname: 'localhost' }, bsky });
process.on('disconnect', () => process.exit());
process.send({ service: network.bsky.url, pds: network.pds.url });

// The AppView reads what was written when it is told to; here it is told all the time.
for (;;) {
  await network.processAll().catch(() => undefined);
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
}
