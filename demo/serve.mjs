/**
 * Serves the demo: its pages, and below `/api` the server that their discussions can live at. `PORT` chooses the port
 * (default 8000); what else the environment says is in `server/config.ts`.
 */
import { frontComments } from './front/seed-comments.ts';
import { checkPort, passTo, startPages } from './pages-server.mjs';
import { prefix } from './server/app.ts';
import { readConfig } from './server/config.ts';
import { houseRules } from './server/house-rules.ts';
import { run } from './server/run.ts';
import { seed } from './server/seed.ts';
import { startServer } from './server/start-server.ts';

/** Discussions of the front page that are there from the beginning. */
const seeded = ['harbour-ferry-pier', 'harbour-gazette-library', 'harbour-gazette-tram'];

/** Whoever tries the demo out comes from one address, and the page with the checks posts faster than any person. */
const rules = { ...houseRules, pace: { atOnce: 1000, seconds: 1 }, requestsPerMinute: 20_000 };

await run(async () => {
  const config = readConfig(process.env, 8000);
  const { port } = config;
  await checkPort(port);
  const server = await startServer(config, { rules });
  await server.app.ready();
  const now = Date.now();
  for (const key of seeded) await seed(server.store, key, `http://localhost:${port}/demo/`, frontComments(key, now));
  const api = passTo(
    (request, response) => server.app.routing(request, response),
    (path) => path.startsWith(`${prefix}/`),
  );
  const pages = await startPages({ port, middleware: [api] });
  const close = async () => {
    // First what still answers, then the pages' server, which cuts all connections.
    await server.close();
    await pages.stop();
  };
  return { message: `http://localhost:${port}/`, close };
});
