import { walineAdapter } from '../../src/adapters/waline.js';
import { missingForWaline, startWaline, type WalineServer } from '../../test/backends/waline/waline-server.js';
import { ConfigError } from '../server/config.js';
import { conversation } from './conversation.js';
import { type DemoBackend, orStop, pageAddress } from './demo-backend.js';

const path = '/articles/ferry-pier/';

/** Two servers: one that takes everything, and one with an audit that takes one comment a minute. */
export async function start(origin: string): Promise<DemoBackend> {
  const missing = missingForWaline();
  if (missing !== undefined) throw new ConfigError(`Waline ${missing}`);
  const open = await startWaline();
  return orStop(open, async () => {
    const strict = await startWaline({ audit: true, wait: 60 });
    return orStop(strict, () => converse(origin, open, strict));
  });
}

async function converse(origin: string, open: WalineServer, strict: WalineServer): Promise<DemoBackend> {
  const { submit } = walineAdapter({ src: open.url });
  const discussion = { key: path, url: `${origin}/` };
  const { signal } = new AbortController();
  const ids: string[] = [];
  for (const { by, text, answers } of conversation) {
    const parentId = answers === undefined ? null : (ids[answers] ?? null);
    const { comment } = (await submit?.({ discussion, parentId, body: text, submitKey: text, guest: { name: by } }, { signal })) ?? {};
    ids.push(comment?.id ?? '');
  }
  const page = (src: string, token = ''): string =>
    pageAddress(origin, 'waline', { src, discussion: path, ...(token !== '' && { token }) });
  return {
    addresses: [
      ['as a guest', page(open.url)],
      ['signed in', page(open.url, open.tokens.reader)],
      ['as the administrator', page(open.url, open.tokens.admin)],
      ['a server that holds every comment, and takes one a minute', page(strict.url)],
    ],
    async stop() {
      await open.stop();
      await strict.stop();
    },
  };
}
