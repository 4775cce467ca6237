import { walineAdapter } from '../../src/adapters/waline.js';
import { installWaline, startWaline, type WalineServer } from '../../test/backends/waline/waline-server.js';
import { conversation } from './conversation.js';
import { type DemoBackend, stopOnFailure, pageUrl } from './demo-backend.js';

const path = '/articles/ferry-pier/';

/** Two servers: an open one, and one that holds comments for review and accepts one a minute. */
export async function start(origin: string): Promise<DemoBackend> {
  await installWaline();
  const open = await startWaline();
  return stopOnFailure(open, async () => {
    const strict = await startWaline({ audit: true, wait: 60 });
    return stopOnFailure(strict, () => addConversation(origin, open, strict));
  });
}

async function addConversation(origin: string, open: WalineServer, strict: WalineServer): Promise<DemoBackend> {
  const { submit } = walineAdapter({ src: open.url });
  const discussion = { key: path, url: `${origin}/` };
  const { signal } = new AbortController();
  const ids: string[] = [];
  for (const { by, text, replyTo } of conversation) {
    const parentId = replyTo === undefined ? null : (ids[replyTo] ?? null);
    const { comment } =
      (await submit?.({ discussion, parentId, body: text, submitKey: text, guest: { name: by } }, { signal })) ?? {};
    ids.push(comment?.id ?? '');
  }
  const page = (src: string, token = ''): string =>
    pageUrl(origin, 'waline', { src, discussion: path, ...(token !== '' && { token }) });
  return {
    addresses: [
      ['as a guest', page(open.url)],
      ['signed in', page(open.url, open.tokens.reader)],
      ['as the administrator', page(open.url, open.tokens.admin)],
      ['a server that holds every comment and accepts one a minute', page(strict.url)],
    ],
    async stop() {
      await open.stop();
      await strict.stop();
    },
  };
}
