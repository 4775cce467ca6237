import {
  AdapterError,
  type Comment,
  type CommentPage,
  type Features,
  type ListQuery,
} from '../../../src/model/adapter.js';
import { filterComments, mapComments, planted, replaceErrorKind, neverAborted } from './planted-fault.js';

type List = (query: ListQuery, call: { readonly signal: AbortSignal }) => Promise<CommentPage>;

/** Uses an offset as the cursor, as many backends do. */
const byOffset =
  (list: List): List =>
  async ({ cursor = '0', limit, ...query }, call) => {
    const { items, total } = await list({ ...query, limit: 10_000 }, call);
    const end = Number(cursor) + limit;
    return {
      items: items.slice(Number(cursor), end),
      ...(total !== undefined && { total }),
      ...(end < items.length && { next: String(end) }),
    };
  };

export const readingFaults = [
  planted('open: returns a valid DiscussionInfo', 'returns a time in the format of the database', () => ({ open }) => ({
    open: async (discussion, call) => ({ ...(await open(discussion, call)), now: '2026-11-24 12:00:00' }),
  })),
  planted('open: identifies the viewer', 'returns a signed-in viewer without an author', () => ({ open }) => ({
    open: async (discussion, call) => ({ ...(await open(discussion, call)), viewer: { state: 'signed-in' } }),
  })),
  planted('open: identifies the viewer', 'recognises a guest by name only', () => ({ open }) => ({
    open: async (discussion, call) => ({
      ...(await open(discussion, call)),
      viewer: { state: 'anonymous', author: { name: 'Gus' } },
    }),
  })),
  planted('open: works concurrently with list()', 'cannot list while open() is running', () => {
    let opening = 0;
    return ({ open, list }) => ({
      open: async (discussion, call) => {
        opening++;
        return open(discussion, call).finally(() => opening--);
      },
      list: async (query, call) => {
        await Promise.resolve();
        if (opening > 0) throw new AdapterError('unavailable', 'Not opened yet');
        return list(query, call);
      },
    });
  }),
  planted('open: totals match the list', 'returns the number of comments on the page', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      return { ...page, total: page.items.length };
    },
  })),
  planted(
    'open: an unknown discussion is empty, not an error',
    'throws for an unknown discussion',
    () =>
      ({ open }) => ({
        open: async (discussion, call) => {
          if (discussion.key.startsWith('unknown-')) throw new AdapterError('not-found', 'No such discussion');
          return open(discussion, call);
        },
      }),
  ),
  planted(
    'orders: lists by a custom sort order',
    'sorts each page instead of the list',
    () =>
      ({ list }) => ({
        list: ({ sortOption, ...query }, call) =>
          list(query.cursor === undefined && sortOption ? { ...query, sort: 'newest' } : query, call).then((page) => ({
            ...page,
            ...(page.next && { next: page.next.replace('newest', 'oldest') }),
          })),
      }),
    { features: { sorts: ['oldest', 'newest', { id: 'replies', label: 'Most replies' }] } },
  ),
  planted(
    'orders: lists by a custom sort order',
    'gives a custom sort order the id of a well-known one',
    () =>
      ({ features }) => ({
        features: { ...features, sorts: ['oldest', { id: 'oldest', label: 'Quiet' }] },
      }),
  ),
  planted('features: match the methods and the lists', 'announces votes without vote()', () => ({ features }) => ({
    features: { ...features, votes: 'like' },
    vote: undefined,
  })),
  planted(
    'features: match the methods and the lists',
    'lists reasons for reports as strings',
    () =>
      ({ features }) => ({
        features: { ...features, report: { reasons: ['spam'] } } as unknown as Features,
      }),
  ),
  planted('features: match the methods and the lists', 'announces a sort order that it rejects', () => ({ list }) => ({
    list: async (query, call) => {
      if (query.sort === 'top') throw new AdapterError('unsupported', 'No such order');
      return list(query, call);
    },
  })),
  planted('list: an empty discussion is an empty page', 'returns a total of 1', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      return page.items.length === 0 ? { ...page, total: 1 } : page;
    },
  })),
  planted('list: returns valid comments', 'returns numeric ids', () => ({ list }) => ({
    list: (query, call) => mapComments(list(query, call), (comment) => ({ ...comment, id: 7 as unknown as string })),
  })),
  planted('list: returns valid comments', 'returns times without a time zone', () => ({ list }) => ({
    list: (query, call) =>
      mapComments(list(query, call), (comment) => ({ ...comment, createdAt: '2026-01-01T12:00:00' })),
  })),
  planted('paging: returns each comment exactly once', 'repeats the last comment of the previous page', () => {
    const last = new Map<string, Comment>();
    return ({ list }) => ({
      list: async (query, call) => {
        const page = await list(query, call);
        const before = query.cursor === undefined ? undefined : last.get(query.cursor);
        const end = page.items.at(-1);
        if (page.next !== undefined && end) last.set(page.next, end);
        return { ...page, items: before ? [before, ...page.items] : page.items };
      },
    });
  }),
  planted('paging: returns each comment exactly once', 'omits the last page', () => ({ list }) => ({
    list: async (query, call) => {
      const { next, ...page } = await list(query, call);
      if (next === undefined) return page;
      const after = await list({ ...query, cursor: next }, call);
      return after.next === undefined ? page : { ...page, next };
    },
  })),
  planted('paging: stays consistent while comments are posted', 'uses an offset as the cursor', () => ({ list }) => ({
    list: byOffset(list),
  })),
  planted('paging: stays consistent while comments are removed', 'uses an offset as the cursor', () => ({ list }) => ({
    list: byOffset(list),
  })),
  planted('paging: keeps a stable order', 'reverses every other list', () => {
    let calls = 0;
    return ({ list }) => ({
      list: async (query, call) => {
        const page = await list(query, call);
        return query.limit === 50 && calls++ % 2 === 1 ? { ...page, items: page.items.toReversed() } : page;
      },
    });
  }),
  planted('paging: sorts as requested', 'swaps "oldest" and "newest"', () => ({ list }) => ({
    list: (query, call) =>
      list({ ...query, sort: query.sort === 'newest' ? 'oldest' : query.sort === 'oldest' ? 'newest' : 'top' }, call),
  })),
  planted('paging: respects the limit', 'ignores the limit', () => ({ list }) => ({
    list: (query, call) => list({ ...query, limit: 1000 }, call),
  })),
  planted('paging: respects the limit', 'announces "all" and still pages', () => ({ features }) => ({
    features: { ...features, paging: 'all' },
  })),
  planted(
    'paging: accepts a limit above the backend’s maximum',
    'passes on a limit that the backend rejects',
    () =>
      ({ list }) => ({
        list: async (query, call) => {
          if (query.limit > 100) throw new AdapterError('invalid', 'per_page must be between 1 and 100');
          return list(query, call);
        },
      }),
  ),
  planted(
    'paging: rejects an invalid cursor with an AdapterError',
    'passes on the error of a parser',
    () =>
      ({ list }) => ({
        list: async (query, call) => {
          if (query.cursor !== undefined && !query.cursor.includes(':')) throw new SyntaxError('Unexpected token');
          return list(query, call);
        },
      }),
  ),
  planted('paging: "top" starts with the highest score', 'ignores the votes', () => ({ list }) => ({
    list: async (query, call) =>
      list({ ...query, sort: query.sort === 'top' && query.cursor === undefined ? 'oldest' : query.sort }, call),
  })),
  planted(
    'replies: each is returned exactly once',
    'returns only the first reply to each comment',
    () =>
      ({ list }) => ({
        list: (query, call) => {
          const parents = new Set<string>();
          return filterComments(list(query, call), ({ parentId }) => {
            if (parentId == null || query.parentId !== undefined) return true;
            return !parents.has(parentId) && parents.add(parentId) !== undefined;
          });
        },
      }),
  ),
  planted('replies: name their parent', 'returns the grandparent as the parent', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      const parents = new Map(page.items.map(({ id, parentId = null }) => [id, parentId]));
      return mapComments(Promise.resolve(page), (comment) => {
        const grandparent = parents.get(comment.parentId ?? '');
        return grandparent == null ? comment : { ...comment, parentId: grandparent };
      });
    },
  })),
  planted('replies: list() pages through the replies to one comment', 'ignores parentId', () => ({ list }) => ({
    list: ({ parentId: _parentId, ...query }, call) => list(query, call),
  })),
  planted(
    'replies: list() counts the replies to one comment',
    'returns the total of the discussion',
    () =>
      ({ list }) => ({
        list: async (query, call) => {
          const { total } = await list({ ...query, parentId: undefined }, call);
          return { ...(await list(query, call)), total };
        },
      }),
  ),
  planted('replies: include one whose parent is gone', 'drops orphans', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      const ids = page.items.map(({ id }) => id);
      return filterComments(Promise.resolve(page), ({ parentId }) => parentId == null || ids.includes(parentId));
    },
  })),
  planted(
    'replies: nest no deeper than features says',
    'announces one level but builds a tree',
    () =>
      ({ features }) => ({
        features: { ...features, nesting: 'one-level' },
      }),
  ),
  planted('get: returns the comment as listed', 'returns another time than the list', () => ({ get }) => ({
    get: async (discussion, id, call) => ({ ...(await get(discussion, id, call)), createdAt: '2020-01-01T00:00:00Z' }),
  })),
  planted('get: reports the position in the list', 'counts the comment itself', () => ({ get }) => ({
    get: async (discussion, id, call) => {
      const comment = await get(discussion, id, call);
      const { oldest = 0 } = comment.preceding ?? {};
      return { ...comment, preceding: { oldest: oldest + 1 } };
    },
  })),
  planted('ids: an unknown id is "not-found"', 'treats a 404 as "unavailable"', () => ({ get }) => ({
    get: (discussion, id, call) =>
      replaceErrorKind(get(discussion, id, call), { from: 'not-found', to: 'unavailable' }),
  })),
  planted('discussions: are kept apart', 'always lists the first discussion', () => {
    let first: string | undefined;
    return ({ list }) => ({
      list: (query, call) => {
        first ??= query.discussion.key;
        return list({ ...query, discussion: { ...query.discussion, key: first } }, call);
      },
    });
  }),
  planted('abort: an aborted signal prevents the call', 'ignores an aborted signal', () => ({ get }) => ({
    get: (discussion, id, call) => get(discussion, id, call.signal.aborted ? neverAborted() : call),
  })),
  planted(
    'abort: a running call rejects with the signal’s reason',
    'throws an AbortError of its own',
    () =>
      ({ list }) => ({
        list: async (query, { signal }) => {
          signal.throwIfAborted();
          return list(query, { signal }).catch((error: unknown) => {
            throw signal.aborted ? new DOMException('Aborted', 'AbortError') : error;
          });
        },
      }),
  ),
  planted(
    'abort: a running call rejects with the signal’s reason',
    'resolves although it was aborted',
    () =>
      ({ counts }) => ({
        counts: async (discussions, { signal }) => {
          signal.throwIfAborted();
          return counts(discussions, neverAborted());
        },
      }),
  ),
  planted('abort: does not affect other calls', 'shares a request and its signal between two callers', () => {
    const running = new Map<string, Promise<CommentPage>>();
    return ({ list }) => ({
      list: (query, call) => {
        const key = JSON.stringify(query);
        const known = running.get(key);
        if (known) return known;
        const started = list(query, call).finally(() => running.delete(key));
        running.set(key, started);
        return started;
      },
    });
  }),
  planted('counts: match the list', 'counts one too many', () => ({ counts }) => ({
    counts: async (discussions, call) =>
      new Map([...(await counts(discussions, call))].map(([key, number]) => [key, number + 1])),
  })),
  planted('counts: match the list', 'returns an object', () => ({ counts }) => ({
    counts: async (discussions, call) =>
      Object.fromEntries(await counts(discussions, call)) as unknown as ReadonlyMap<string, number>,
  })),
  planted(
    'counts: handle many discussions and any key',
    'drops all keys beyond the limit of the backend',
    () =>
      ({ counts }) => ({
        counts: (discussions, call) => counts(discussions.slice(0, 100), call),
      }),
  ),
  planted(
    'counts: handle empty requests and unknown discussions',
    'requests everything for an empty list',
    () =>
      ({ counts }) => ({
        counts: async (discussions, call) =>
          discussions.length === 0 ? new Map([['all', 12]]) : counts(discussions, call),
      }),
  ),
];
