/** A backend of the HTTP contract for one visit: two comments with votes and reports, and what a moderator can do about them. */

const offers = {
  operations: ['vote', 'reportComment', 'countComments', 'followDiscussion'],
  sorts: ['oldest', 'newest', 'top'],
  votes: 'up-down',
  report: { reasons: [{ id: 'spam', label: 'Advertising' }, { id: 'other' }], detail: true },
};

const moderation = [
  ...['removeComment', 'approveComment', 'rejectComment', 'holdComment'],
  ...['pinComment', 'featureComment', 'hideComment', 'banAuthor', 'setClosed'],
];

const readJson = async (request) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text && JSON.parse(text);
};

/**
 * Answers the requests of one page, below its path.
 *
 * @param {{ comments: object[], moderator?: boolean, canRemove?: boolean }} options `moderator`: the viewer is one. `canRemove`: the viewer
 * may remove the comments.
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, path: string) => Promise<unknown>}
 */
export function visitBackend({ comments, moderator = false, canRemove = moderator }) {
  const viewer = moderator
    ? { state: 'signed-in', moderator: true, author: { id: 'm', name: 'Maren Voss' } }
    : { state: 'anonymous' };
  const items = comments.map((comment) => ({
    ...comment,
    votes: { up: 3, down: 1 },
    ...(canRemove && { can: { remove: true } }),
  }));
  const discussion = {
    state: 'open',
    viewer,
    posting: { guest: { name: { required: true } }, max: { value: 5000, unit: 'chars' } },
    can: { close: moderator },
  };
  const changed = (id, change) => {
    const index = items.findIndex((comment) => comment.id === id);
    items[index] = { ...items[index], ...change };
    return items[index];
  };
  const answers = {
    'GET /discussion': () => ({
      discussion,
      page: { items, total: items.length },
      offers: {
        ...offers,
        operations: [...offers.operations, ...(moderator ? moderation : canRemove ? ['removeComment'] : [])],
      },
      position: '1',
    }),
    'GET /counts': () => ({ counts: { pier: items.length } }),
    'POST /comments': ({ body }) => {
      const comment = {
        id: 'new',
        parentId: null,
        author: { name: body.guest.name },
        body: { format: 'text', value: body.body },
        createdAt: '2026-11-24T08:20:00Z',
      };
      items.push(comment);
      return { outcome: 'published', comment };
    },
    'PUT /vote': ({ body }) => ({ up: 4, down: 1, mine: body.value }),
    'PUT /report': () => ({}),
    'POST /approve': ({ id }) => changed(id, { status: 'visible' }),
    'POST /hold': ({ id }) => changed(id, { status: 'pending' }),
    'PUT /hide': ({ id, body }) => changed(id, { status: body.hidden ? 'hidden' : 'visible' }),
    'PUT /pin': ({ id, body }) => changed(id, body),
    'PUT /feature': ({ id, body }) => changed(id, body),
    'DELETE /': ({ id }) => {
      changed(id, { status: 'deleted', author: null, body: { format: 'text', value: '' } });
      return { effect: 'tombstone' };
    },
    'PUT /ban': () => undefined,
    'PUT /discussion/closed': ({ body }) => ({ ...discussion, state: body.closed ? 'closed' : 'open' }),
  };
  return async (request, response, path) => {
    if (path === '/events') return response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': open\n\n');
    const [, id, subpath] = /^\/comments\/([^/]+)(\/.*)?$/.exec(path) ?? [];
    const answer = answers[`${request.method} ${id === undefined ? path : (subpath ?? '/')}`];
    if (!answer) return response.writeHead(404).end();
    const result = answer({ id, body: await readJson(request) });
    if (result === undefined) return response.writeHead(204).end();
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
}
