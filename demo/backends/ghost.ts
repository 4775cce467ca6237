import { request, type RequestListener } from 'node:http';
import { ghostAdapter } from '../../src/adapters/ghost.js';
import { type Ghost, startGhost } from '../../test/backends/ghost/ghost-server.js';
import { conversation } from './conversation.js';
import { type DemoBackend, stopOnFailure, pageUrl } from './demo-backend.js';

/** A reverse proxy to the server at `url`. */
const proxyTo =
  (url: string): RequestListener =>
  (incoming, outgoing) => {
    const { method = 'GET', headers } = incoming;
    const forwarded = request(new URL(incoming.url ?? '/', url), { method, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    forwarded.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(forwarded);
  };

/** A blog on the same origin as the demo pages, because its cookie is same-origin. */
export async function start(origin: string): Promise<DemoBackend> {
  const blog = await startGhost({ theme: 'gazette', address: origin });
  return stopOnFailure(blog, () => addConversation(origin, blog));
}

async function addConversation(origin: string, blog: Ghost): Promise<DemoBackend> {
  const post = await blog.createPost('The ferry pier');
  const members = new Map<string, { readonly id: string; readonly cookie: string }>();
  for (const name of ['Tom', 'Priya', 'Per']) members.set(name, await blog.createMember(name));
  const discussion = { key: post, url: `${origin}/` };
  const { signal } = new AbortController();
  const ids: string[] = [];
  for (const { by, text, replyTo } of conversation) {
    const fetchAs: typeof fetch = (address, init) =>
      fetch(address, {
        ...init,
        headers: { ...(init?.headers as object), origin, cookie: members.get(by)?.cookie ?? '' },
      });
    const { submit } = ghostAdapter({ src: blog.url, fetch: fetchAs });
    const parentId = replyTo === undefined ? null : (ids[replyTo] ?? null);
    const { comment } = (await submit?.({ discussion, parentId, body: text, submitKey: text }, { signal })) ?? {};
    ids.push(comment?.id ?? '');
  }
  const page = pageUrl(origin, 'ghost', { src: origin, discussion: post });
  const signedIn = new URL(await blog.signInAddress(members.get('Priya')?.id ?? ''));
  signedIn.searchParams.set('r', page);
  return {
    addresses: [
      ['without an account', page],
      ['signed in as Priya, by the link that Ghost would email', signedIn.href],
      ['in the theme of the blog', await blog.addressOf(post)],
      [
        'from another origin, without the cookie',
        pageUrl(origin.replace('localhost', '127.0.0.1'), 'ghost', { src: origin, discussion: post }),
      ],
    ],
    listener: proxyTo(blog.url),
    stop: () => blog.stop(),
  };
}
