/**
 * Records the responses of real servers, for tests that run without them: `npx tsx test/backends/record-exchanges.ts`.
 * Leaves out avatars. Contains no tokens, because only guests are recorded.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { walineAdapter } from '../../src/adapters/waline.js';
import { wordpressAdapter } from '../../src/adapters/wordpress.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import type { Exchange } from '../support/replay.js';
import { all, call, discussionOf, draftFor } from './conversation.js';
import { startWaline } from './waline/waline-server.js';
import { startWordPress } from './wordpress/wordpress-site.js';

const RECORDED_HEADERS = ['content-type', 'x-wp-total', 'retry-after'];
const ada = { name: 'Ada', email: 'ada@example.test' };

function recorder(server: string, placeholder: string) {
  const exchanges: Exchange[] = [];
  const recording: typeof fetch = async (address, init) => {
    const response = await fetch(address, init);
    const body = (await response.clone().text())
      .replaceAll(server, placeholder)
      .replaceAll(server.replaceAll('/', '\\/'), placeholder.replaceAll('/', '\\/'))
      .replace(/"author_avatar_urls":\{[^}]*\}/g, '"author_avatar_urls":{}')
      .replace(/"avatar":"[^"]*"/g, '"avatar":""');
    const headers = Object.fromEntries([...response.headers].filter(([name]) => RECORDED_HEADERS.includes(name)));
    exchanges.push({
      asked: `${init?.method ?? 'GET'} ${decodeURIComponent((address as string).replace(server, ''))}`,
      status: response.status,
      headers,
      body,
    });
    return response;
  };
  const save = (name: string): void =>
    writeFileSync(
      join(import.meta.dirname, '..', 'adapters', name, 'exchanges.json'),
      `${JSON.stringify(exchanges, null, 2)}\n`,
    );
  return { recording, save };
}

const attempt = (promise: Promise<unknown>): Promise<unknown> => promise.catch(() => undefined);

async function recordConversation(adapter: Required<CommentsAdapter>, key: string, other: string): Promise<void> {
  const discussion = discussionOf(key);
  await adapter.open(discussion, call);
  const post = (body: string, parentId: string | null = null) =>
    adapter.submit(draftFor(discussion, { body, parentId, guest: ada }), call);
  const { comment } = await post('1 < 2 & so on');
  await attempt(post('1 < 2 & so on'));
  await post('An answer', comment?.id ?? null);
  await post('Another');
  await post('A third');
  const query = { discussion, sort: 'oldest', limit: 2 } as const;
  const { next = '' } = await adapter.list(query, call);
  await adapter.list({ ...query, cursor: next }, call);
  await adapter.list({ ...query, sort: 'newest' }, call);
  await attempt(adapter.edit(discussion, { id: comment?.id ?? '', body: 'Mine now' }, call));
  await attempt(adapter.remove(discussion, comment?.id ?? '', call));
  await adapter.counts([discussion, discussionOf(other)], call);
  await attempt(adapter.submit(draftFor(discussion, { body: '', guest: ada }), call));
}

const site = await startWordPress({ plugin: 'off' });
try {
  const { recording, save } = recorder(site.url, 'https://news.example');
  const adapter = all(wordpressAdapter({ src: `${site.url}/wp-json`, fetch: recording }));
  await recordConversation(adapter, String(site.posts.open), String(site.posts.closed));
  const later = (slug: string, body: string) =>
    attempt(adapter.submit(draftFor(discussionOf(slug), { body, guest: ada }), call));
  await adapter.open(discussionOf('closed'), call);
  await later('closed', 'Too late');
  await adapter.open(discussionOf('nowhere'), call);
  site.set({ flood: true });
  await later('open', 'Too soon');
  site.set({ guests: false });
  await later('open', 'Nobody');
  site.set({ options: { comment_moderation: '1', disallowed_keys: 'casino' } });
  await later('open', 'Hold this');
  await later('open', 'casino');
  save('wordpress');
} finally {
  await site.stop();
}

const server = await startWaline();
try {
  const { recording, save } = recorder(server.url, 'https://waline.example');
  const adapter = all(walineAdapter({ src: server.url, fetch: recording }));
  await recordConversation(adapter, '/open/', '/other/');
  await adapter.vote(discussionOf('/open/'), { id: '1', value: 1 }, call);
  save('waline');
} finally {
  await server.stop();
}
