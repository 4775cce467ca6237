/**
 * Records the responses of real servers, for tests that run without them: `npx tsx test/backends/record-exchanges.ts waline`
 * records those of Waline. Contains no tokens: requests are recorded without their headers.
 */
import { walineAdapter } from '../../src/adapters/waline.js';
import { wordpressAdapter } from '../../src/adapters/wordpress.js';
import type { CommentsAdapter } from '../../src/model/adapter.js';
import { all, call, discussionOf, draftFor } from './conversation.js';
import { ExchangeRecorder } from './exchange-recorder.js';
import { startSnac } from './mastodon/snac-server.js';
import { startWaline } from './waline/waline-server.js';
import { startWordPress } from '../../wordpress/test/wordpress-site.js';

const ada = { name: 'Ada', email: 'ada@example.test' };

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

async function recordWordPress(): Promise<void> {
  const site = await startWordPress({ plugin: 'off' });
  try {
    const recorder = new ExchangeRecorder(site.url, 'https://news.example');
    const adapter = all(wordpressAdapter({ src: `${site.url}/wp-json`, fetch: recorder.fetch }));
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
    recorder.save('wordpress');
  } finally {
    await site.stop();
  }
}

async function recordWaline(): Promise<void> {
  const server = await startWaline();
  try {
    const recorder = new ExchangeRecorder(server.url, 'https://waline.example');
    const adapter = all(walineAdapter({ src: server.url, fetch: recorder.fetch }));
    await recordConversation(adapter, '/open/', '/other/');
    await adapter.vote(discussionOf('/open/'), { id: '1', value: 1 }, call);
    recorder.save('waline');
  } finally {
    await server.stop();
  }
}

/** snac, which differs from Mastodon: the requests that show where, by an account and with a token that is none. */
async function recordMastodon(): Promise<void> {
  const server = await startSnac();
  try {
    const article = await server.post('desk', 'The pier');
    const { host } = new URL(server.url);
    const first = await server.post('bob', `@desk@${host} Late again`, article);
    const second = await server.post('ada', `@bob@${host} By how much?`, first);
    await server.post('bob', `@ada@${host} Ten minutes`, second);
    await server.post('ada', `@desk@${host} The tram, too`, article);
    const recorder = new ExchangeRecorder(server.url, 'https://snac.example', server.fetch);
    const request = (path: string, { token = server.tokens.ada, ...init }: RequestInit & { token?: string } = {}) =>
      recorder.fetch(`${server.url}/api/${path}`, {
        ...init,
        headers: { authorization: `Bearer ${token}`, ...(init.body && { 'content-type': 'application/json' }) },
      });
    const json = JSON.stringify;
    await request(`v1/statuses/${article}`);
    await request('v1/accounts/verify_credentials');
    await request('v1/accounts/verify_credentials', { token: 'none' });
    await request('v2/instance');
    await request('v1/instance');
    for (const id of [article, first, second]) await request(`v1/statuses/${id}/context`);
    await request(`v1/statuses?id[]=${article}&id[]=404`);
    await request('v1/statuses/404');
    await request('v1/statuses/404/context');
    await request('v1/statuses/404/favourite', { method: 'POST' });
    await request(`v1/statuses/${first}`, { method: 'DELETE' });
    await request(`v1/statuses/${first}`);
    await request(`v1/statuses/${second}`);
    await request(`v1/statuses/${second}`, { method: 'PUT', body: json({ status: 'By how many minutes?' }) });
    await request('v1/reports', { method: 'POST', body: json({ status_ids: [first] }) });
    recorder.save('mastodon');
  } finally {
    await server.stop();
  }
}

const recordings: Readonly<Record<string, () => Promise<void>>> = {
  mastodon: recordMastodon,
  waline: recordWaline,
  wordpress: recordWordPress,
};

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : Object.keys(recordings)) {
  const record = recordings[name];
  if (!record) throw new Error(`"${name}" cannot be recorded. Choose from ${Object.keys(recordings).join(', ')}.`);
  await record();
}
