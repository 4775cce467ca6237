/** The demo server without the demo pages: `npm run server`. */
import { prefix } from './http/app.js';
import { readSites } from './http/read-sites.js';
import { describePortError, run } from './http/run.js';
import { startServer, startSites } from './http/start-server.js';
import { notesOfSites, startupNotes } from './http/startup-notes.js';
import { readConfig } from './rules/config.js';

const defaultPort = 8010;

await run(async () => {
  const several = readSites(process.env, defaultPort);
  const config = several?.config ?? readConfig(process.env, defaultPort);
  for (const note of several ? notesOfSites(several) : startupNotes(config)) console.warn(note);
  const server = several ? await startSites(config, several.sites) : await startServer(config);
  try {
    await server.app.listen({ port: config.port, host: 'localhost' });
  } catch (error) {
    await server.close();
    throw describePortError(error, config.port);
  }
  const bound = server.app.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : config.port;
  const addresses = (several?.sites ?? [{ path: '' }]).map(({ path }) => `http://localhost:${port}${path}${prefix}`);
  return { message: addresses.join('\n'), close: () => server.close() };
});
