/**
 * The process of a Bluesky network: directory, personal data server and AppView of the package `@atproto/dev-env`, which is
 * installed in the folder in the first argument. Sends its URLs to the parent process and exits with it.
 */
import { createRequire } from 'node:module';
import { Server } from 'node:net';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'package.json'));

// The package listens on all interfaces. Tests should use the loopback interface only.
const listen = Server.prototype.listen;
Server.prototype.listen = function listenOnLoopback(where, ...rest) {
  const port = typeof where === 'object' && where !== null ? where.port : where;
  const callback = rest.find((argument) => typeof argument === 'function');
  return port === undefined
    ? listen.call(this, where, ...rest)
    : listen.call(this, { port: Number(port), host: '127.0.0.1' }, callback);
};

const { TestNetwork } = require('@atproto/dev-env');

// The public AppView truncates deep threads too, but at a depth that tests cannot reach.
const bsky = { dbPostgresSchema: 'network', maxThreadDepth: 4 };
const network = await TestNetwork.create({ dbPostgresSchema: 'network', pds: { hostname: 'localhost' }, bsky });
process.on('disconnect', () => process.exit());
process.send({ service: network.bsky.url, pds: network.pds.url });

// The AppView indexes only on request, so request it all the time.
for (;;) {
  await network.processAll().catch(() => undefined);
  await new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
}
