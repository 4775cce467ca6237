import type { Environment } from '../rules/config.js';
import { prefix } from './app.js';
import { readSites } from './read-sites.js';
import { describePortError, type Running } from './run.js';
import { startSites } from './start-server.js';
import { notesOfSites } from './startup-notes.js';

const defaultPort = 8010;

/** The settings of the command. */
export const readSettings = (env: Environment): ReturnType<typeof readSites> => readSites(env, defaultPort);

/** Starts the server and opens its port. Prints what the publisher should know about the settings. */
export async function serve(env: Environment): Promise<Running> {
  const settings = readSettings(env);
  const { config, sites } = settings;
  for (const note of notesOfSites(settings)) console.warn(note);
  const server = await startSites(config, sites);
  const { host = 'localhost' } = config;
  try {
    await server.app.listen({ port: config.port, host });
  } catch (error) {
    await server.close();
    throw describePortError(error, config.port);
  }
  const bound = server.app.server.address();
  const port = typeof bound === 'object' && bound ? bound.port : config.port;
  const shown = host.includes(':') ? `[${host}]` : host;
  return {
    message: sites.map(({ path }) => `http://${shown}:${port}${path}${prefix}`).join('\n'),
    close: () => server.close(),
  };
}
