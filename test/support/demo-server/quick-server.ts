/** The demo server as `npm run server` starts it, with the rules for tests and the demo's people. Prints its address when it answers. */
import { prefix } from '../../../server/src/http/app.js';
import { readConfig } from '../../../server/src/rules/config.js';
import { run } from '../../../server/src/http/run.js';
import { startServer } from '../../../server/src/http/start-server.js';
import { quickRules } from './quick-rules.js';

await run(async () => {
  const config = readConfig({ ...process.env, DEMO_SIGN_IN: '1' }, 0);
  const server = await startServer(config, { rules: quickRules });
  const address = new URL(await server.app.listen({ port: config.port, host: '127.0.0.1' }));
  return { message: `http://localhost:${address.port}${prefix}`, close: () => server.close() };
});
