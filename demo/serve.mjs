/** Serves the demo. `PORT` sets the port (default 8000); the server reads the other environment variables. */
import { join } from 'node:path';
import { readConfig, run } from 'article-comments-server';
import { startDemo } from './start-demo.mjs';

await run(async () => {
  const env = { DATA_DIR: join(import.meta.dirname, '.data'), ...process.env, DEMO_SIGN_IN: '1' };
  const { origin, close } = await startDemo(readConfig(env, 8000));
  return { message: `${origin}/`, close };
});
