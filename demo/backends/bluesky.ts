import { blueskyAdapter } from '../../src/adapters/bluesky.js';
import { eventually } from '../../test/support/eventually.js';
import { type Bluesky, startBluesky } from '../../test/backends/bluesky/bluesky-server.js';
import { conversation } from './conversation.js';
import { type DemoBackend, stopOnFailure, pageUrl } from './demo-backend.js';

type Account = Awaited<ReturnType<Bluesky['createAccount']>>;

/** A local network with two posts: one with replies, and one that allows none. */
export async function start(origin: string): Promise<DemoBackend> {
  const network = await startBluesky();
  return stopOnFailure(network, () => addConversation(origin, network));
}

async function addConversation(origin: string, network: Bluesky): Promise<DemoBackend> {
  const { service, pds } = network;

  async function createRecord(
    { did, accessJwt }: Account,
    collection: string,
    record: object,
    rkey?: string,
  ): Promise<string> {
    const response = await fetch(`${pds}/xrpc/com.atproto.repo.createRecord`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessJwt}` },
      body: JSON.stringify({
        ...{ repo: did, collection, rkey },
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      }),
    });
    if (!response.ok) throw new Error(`The record was not created: ${await response.text()}`);
    return ((await response.json()) as { uri: string }).uri;
  }
  async function createAccount(name: string): Promise<Account> {
    const created = await network.createAccount(name.toLowerCase());
    await createRecord(created, 'app.bsky.actor.profile', { displayName: name }, 'self');
    return created;
  }
  /** Waits until the AppView has indexed a post. */
  const untilIndexed = (uri: string): Promise<string> =>
    eventually(
      () =>
        fetch(`${service}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`).then((response) =>
          response.text(),
        ),
      (text) => text.includes('cid'),
      { seconds: 60 },
    );

  const gazette = await createAccount('Gazette');
  const people = new Map<string, Account>();
  for (const name of ['Tom', 'Priya', 'Per']) people.set(name, await createAccount(name));
  const [discussed, closed] = [
    await createRecord(gazette, 'app.bsky.feed.post', { text: 'The ferry pier is to be rebuilt, plank by plank.' }),
    await createRecord(gazette, 'app.bsky.feed.post', { text: 'The old tram depot is sold.' }),
  ];
  await untilIndexed(closed);
  const { signal } = new AbortController();
  const ids: string[] = [];
  for (const { by, text, replyTo } of conversation) {
    const { did = '', accessJwt = '' } = people.get(by) ?? {};
    const adapter = blueskyAdapter({ service, session: { did, accessJwt, service: pds } });
    const parentId = replyTo === undefined ? null : (ids[replyTo] ?? null);
    const discussion = { key: discussed, url: `${origin}/` };
    const { comment } =
      (await adapter.submit?.({ discussion, parentId, body: text, submitKey: text }, { signal })) ?? {};
    await untilIndexed(comment?.id ?? '');
    ids.push(comment?.id ?? '');
  }
  await createRecord(gazette, 'app.bsky.feed.threadgate', { post: closed, allow: [] }, closed.split('/').at(-1));

  const { did, accessJwt } = people.get('Priya') as Account;
  const session = JSON.stringify({ did, accessJwt, service: pds });
  return {
    addresses: [
      ['without an account', pageUrl(origin, 'bluesky', { src: service, discussion: discussed })],
      [
        'as Priya, who signs in when she starts to write',
        pageUrl(origin, 'bluesky', { src: service, discussion: discussed, session }),
      ],
      ['a closed thread', pageUrl(origin, 'bluesky', { src: service, discussion: closed })],
    ],
    stop: () => network.stop(),
  };
}
