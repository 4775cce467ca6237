/** Serves the demo. `PORT` sets the port (default 8000); `server/config.ts` reads the other environment variables. */
import { readConfig } from '../server/src/rules/config.ts';
import { run } from '../server/src/http/run.ts';
import { startDemo } from './start-demo.mjs';

await run(async () => {
  const { origin, close } = await startDemo(readConfig({ ...process.env, DEMO_SIGN_IN: '1' }, 8000));
  return { message: `${origin}/`, close };
});
