import { request, type RequestListener } from 'node:http';
import { ghostAdapter } from '../../src/adapters/ghost.js';
import { type Ghost, startGhost } from '../../test/backends/ghost/ghost-server.js';
import { conversation } from './conversation.js';
import { type DemoBackend, orStop, pageAddress } from './demo-backend.js';

/** Hands everything on to the server at `url`, as a web server in front of a blog does. */
const proxyTo =
  (url: string): RequestListener =>
  (incoming, outgoing) => {
    const { method = 'GET', headers } = incoming;
    const passed = request(new URL(incoming.url ?? '/', url), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(passed);
  };

/** A blog on the same origin as the pages of the demo, since its cookie goes no further. */
export async function start(origin: string): Promise<DemoBackend> {
  const blog = await startGhost({ theme: 'gazette', address: origin });
  return orStop(blog, () => converse(origin, blog));
}

async function converse(origin: string, blog: Ghost): Promise<DemoBackend> {
  const post = await blog.createPost('The ferry pier');
  const members = new Map<string, { readonly id: string; readonly cookie: string }>();
  for (const name of ['Tom', 'Priya', 'Per']) members.set(name, await blog.createMember(name));
  const discussion = { key: post, url: `${origin}/` };
  const { signal } = new AbortController();
  const ids: string[] = [];
  for (const { by, text, answers } of conversation) {
    const fetchAs: typeof fetch = (address, init) =>
      fetch(address, { ...init, headers: { ...(init?.headers as object), origin, cookie: members.get(by)?.cookie ?? '' } });
    const { submit } = ghostAdapter({ src: blog.url, fetch: fetchAs });
    const parentId = answers === undefined ? null : (ids[answers] ?? null);
    const { comment } = (await submit?.({ discussion, parentId, body: text, submitKey: text }, { signal })) ?? {};
    ids.push(comment?.id ?? '');
  }
  const page = pageAddress(origin, 'ghost', { src: origin, discussion: post });
  const signedIn = new URL(await blog.signInAddress(members.get('Priya')?.id ?? ''));
  signedIn.searchParams.set('r', page);
  return {
    addresses: [
      ['without an account', page],
      ['signed in as Priya (the link that Ghost would mail to her)', signedIn.href],
      ['in the theme of the blog', await blog.addressOf(post)],
      [
        'from another origin, where the cookie does not go',
        pageAddress(origin.replace('localhost', '127.0.0.1'), 'ghost', { src: origin, discussion: post }),
      ],
    ],
    listener: proxyTo(blog.url),
    stop: () => blog.stop(),
  };
}
