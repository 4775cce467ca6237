/** The demo server without the demo pages: `npm run server`. */
import { prefix } from './app.js';
import { readConfig } from './config.js';
import { describePortError } from './port-error.js';
import { run } from './run.js';
import { startServer } from './start-server.js';
import { startupNotes } from './startup-notes.js';

await run(async () => {
  const config = readConfig(process.env, 8010);
  for (const note of startupNotes(config)) console.warn(note);
  const server = await startServer(config);
  try {
    await server.app.listen({ port: config.port, host: 'localhost' });
  } catch (error) {
    await server.close();
    throw describePortError(error, config.port);
  }
  const bound = server.app.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : config.port;
  return { message: `http://localhost:${port}${prefix}`, close: () => server.close() };
});
