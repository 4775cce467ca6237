import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Account, Status } from '../../src/adapters/mastodon/entities.js';
import { conversation } from './conversation.js';
import { type DemoBackend, pageUrl } from './demo-backend.js';

const [discussed, long] = ['109300000000000100', '109300000000000900'];

/** Number of replies that an instance sends to anonymous readers. */
const MAX_ANONYMOUS_REPLIES = 60;

const accountOf = (name: string): Account => ({
  id: `of-${name}`,
  username: name.toLowerCase(),
  acct: `${name.toLowerCase()}@far.example`,
  display_name: name,
  url: `https://far.example/@${name.toLowerCase()}`,
});

/** Renders a text to HTML as an instance does. */
const htmlOf = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(
      /(https:\/\/)(\S+)/g,
      '<a href="$&" rel="nofollow noopener" target="_blank"><span class="invisible">$1</span><span>$2</span></a>',
    )
    .split('\n\n')
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('');

interface SampleStatus {
  readonly id: string;
  readonly by: string;
  readonly text: string;
  readonly parent?: string;
  readonly minutesAgo: number;
  readonly more?: Partial<Status>;
}

function statusOf({ id, by, text, parent, minutesAgo, more }: SampleStatus, now: number): Status {
  const account = accountOf(by);
  return {
    id,
    created_at: new Date(now - minutesAgo * 60_000).toISOString(),
    in_reply_to_id: parent ?? null,
    account,
    content: htmlOf(text),
    url: `https://far.example/@${account.username}/${id}`,
    uri: `https://far.example/users/${account.username}/statuses/${id}`,
    favourites_count: (text.length * 7) % 9,
    ...more,
  };
}

/** Two statuses with their replies. */
function threads(
  now: number,
): ReadonlyMap<string, { readonly status: Status; readonly descendants: readonly Status[] }> {
  const idOf = (index: number): string => `1093000000000001${String(index + 10)}`;
  const replies = conversation.map(({ by, text, replyTo }, index) =>
    statusOf(
      {
        id: idOf(index),
        by,
        text,
        parent: replyTo === undefined ? discussed : idOf(replyTo),
        minutesAgo: 55 - index * 8,
      },
      now,
    ),
  );
  const warned = statusOf(
    {
      ...{ id: idOf(90), by: 'Per', text: 'He misses it, and the kiosk wins.', parent: discussed, minutesAgo: 3 },
      more: {
        spoiler_text: 'How the film about the ferryman ends',
        media_attachments: [
          { url: 'https://far.example/media/kiosk.jpg', description: 'The kiosk at dusk, with a kettle in the window' },
        ],
      },
    },
    now,
  );
  const planks = Array.from({ length: MAX_ANONYMOUS_REPLIES }, (_, index) =>
    statusOf(
      {
        id: `1093000000000009${index + 10}`,
        by: 'Tom',
        text: `Plank ${index + 1} of many.`,
        parent: long,
        minutesAgo: 600 - index,
      },
      now,
    ),
  );
  const root = (id: string, text: string): Status => statusOf({ id, by: 'Gazette', text, minutesAgo: 700 }, now);
  return new Map([
    [discussed, { status: root(discussed, 'The ferry pier is to be rebuilt.'), descendants: [...replies, warned] }],
    [long, { status: root(long, 'Count the planks.'), descendants: planks }],
  ]);
}

/** A fake, read-only instance modelled on Mastodon's API documentation, because no package registry has a real one. */
export function start(origin: string): Promise<DemoBackend> {
  const samples = threads(Date.now());
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const [, id = '', isContext] = /^\/api\/v1\/statuses\/(\d+)(\/context)?$/.exec(request.url ?? '') ?? [];
    const found = samples.get(id);
    const content = found && (isContext ? { ancestors: [], descendants: found.descendants } : found.status);
    response.writeHead(content ? 200 : 404, { 'content-type': 'application/json; charset=utf-8' });
    response.end(JSON.stringify(content ?? { error: 'Record not found' }));
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const src = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      resolve({
        addresses: [
          ['a conversation', pageUrl(origin, 'mastodon', { src, discussion: discussed })],
          ['a thread longer than an instance sends', pageUrl(origin, 'mastodon', { src, discussion: long })],
          ['a missing status', pageUrl(origin, 'mastodon', { src, discussion: '1' })],
        ],
        stop: () =>
          new Promise((resolve) => {
            server.close(() => resolve());
            server.closeAllConnections();
          }),
      });
    }),
  );
}
