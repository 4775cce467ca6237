import { blueskyAdapter } from '../../src/adapters/bluesky.js';
import { eventually } from '../../test/support/eventually.js';
import { type Bluesky, startBluesky } from '../../test/backends/bluesky/bluesky-server.js';
import { conversation } from './conversation.js';
import { type DemoBackend, orStop, pageAddress } from './demo-backend.js';

type Account = Awaited<ReturnType<Bluesky['createAccount']>>;

/** A network of its own, with two posts: one that is discussed, and one whose author lets nobody reply. */
export async function start(origin: string): Promise<DemoBackend> {
  const network = await startBluesky();
  return orStop(network, () => converse(origin, network));
}

async function converse(origin: string, network: Bluesky): Promise<DemoBackend> {
  const { service, pds } = network;

  async function write({ did, accessJwt }: Account, collection: string, record: object, rkey?: string): Promise<string> {
    const response = await fetch(`${pds}/xrpc/com.atproto.repo.createRecord`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessJwt}` },
      body: JSON.stringify({
        ...{ repo: did, collection, rkey },
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      }),
    });
    if (!response.ok) throw new Error(`Nothing was written: ${await response.text()}`);
    return ((await response.json()) as { uri: string }).uri;
  }
  async function account(name: string): Promise<Account> {
    const made = await network.createAccount(name.toLowerCase());
    await write(made, 'app.bsky.actor.profile', { displayName: name }, 'self');
    return made;
  }
  /** Waits until the network's readers see a post. */
  const seen = (uri: string): Promise<string> =>
    eventually(
      () => fetch(`${service}/xrpc/app.bsky.feed.getPosts?uris=${encodeURIComponent(uri)}`).then((answer) => answer.text()),
      (text) => text.includes('cid'),
      { seconds: 60 },
    );

  const gazette = await account('Gazette');
  const people = new Map<string, Account>();
  for (const name of ['Tom', 'Priya', 'Per']) people.set(name, await account(name));
  const [discussed, closed] = [
    await write(gazette, 'app.bsky.feed.post', { text: 'The ferry pier is to be rebuilt, plank by plank.' }),
    await write(gazette, 'app.bsky.feed.post', { text: 'The old tram depot is sold.' }),
  ];
  await seen(closed);
  const { signal } = new AbortController();
  const ids: string[] = [];
  for (const { by, text, answers } of conversation) {
    const { did = '', accessJwt = '' } = people.get(by) ?? {};
    const adapter = blueskyAdapter({ service, session: { did, accessJwt, service: pds } });
    const parentId = answers === undefined ? null : (ids[answers] ?? null);
    const discussion = { key: discussed, url: `${origin}/` };
    const { comment } = (await adapter.submit?.({ discussion, parentId, body: text, submitKey: text }, { signal })) ?? {};
    await seen(comment?.id ?? '');
    ids.push(comment?.id ?? '');
  }
  await write(gazette, 'app.bsky.feed.threadgate', { post: closed, allow: [] }, closed.split('/').at(-1));

  const { did, accessJwt } = people.get('Priya') as Account;
  const session = JSON.stringify({ did, accessJwt, service: pds });
  return {
    addresses: [
      ['without an account', pageAddress(origin, 'bluesky', { src: service, discussion: discussed })],
      [
        'as Priya, who is signed in when she wants to write',
        pageAddress(origin, 'bluesky', { src: service, discussion: discussed, session }),
      ],
      ['a thread that is closed', pageAddress(origin, 'bluesky', { src: service, discussion: closed })],
    ],
    stop: () => network.stop(),
  };
}
