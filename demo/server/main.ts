/** The server alone, without the demo's pages: `npm run server`. */
import { prefix } from './app.js';
import { readConfig } from './config.js';
import { describePortError } from './port-error.js';
import { run } from './run.js';
import { startServer } from './start-server.js';

await run(async () => {
  const config = readConfig(process.env, 8010);
  const server = await startServer(config);
  try {
    await server.app.listen({ port: config.port, host: 'localhost' });
  } catch (error) {
    await server.close();
    throw describePortError(error, config.port);
  }
  const address = server.app.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  return { message: `http://localhost:${port}${prefix}`, close: () => server.close() };
});
