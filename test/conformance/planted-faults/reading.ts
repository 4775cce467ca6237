import { AdapterError, type Comment, type CommentPage, type ListQuery } from '../../../src/model/adapter.js';
import { filtered, mapped, planted, renamed, unheeding } from './planted-fault.js';

type List = (query: ListQuery, call: { readonly signal: AbortSignal }) => Promise<CommentPage>;

/** Pages by the number of comments that came before, as many backends do it. */
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

export const reading = [
  planted('open: answers in the form of DiscussionInfo', 'tells a time as the database writes it', () => ({ open }) => ({
    open: async (discussion, call) => ({ ...(await open(discussion, call)), now: '2026-11-24 12:00:00' }),
  })),
  planted('open: says who is reading', 'says that somebody is signed in, and not who', () => ({ open }) => ({
    open: async (discussion, call) => ({ ...(await open(discussion, call)), viewer: { state: 'signed-in' } }),
  })),
  planted('open: and list work at the same moment', 'cannot list while open() is under way', () => {
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
  planted('open: the number of comments is that of the list', 'tells the number of the page', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      return { ...page, total: page.items.length };
    },
  })),
  planted('open: a discussion that nobody has heard of is empty', 'throws for a discussion that is missing', () => ({ open }) => ({
    open: async (discussion, call) => {
      if (discussion.key.startsWith('unknown-')) throw new AdapterError('not-found', 'There is no such discussion');
      return open(discussion, call);
    },
  })),
  planted('features: agree with the methods and the lists', 'announces votes that it does not take', () => ({ features }) => ({
    features: { ...features, votes: 'like' },
    vote: undefined,
  })),
  planted('features: agree with the methods and the lists', 'announces an order that it does not list in', () => ({ list }) => ({
    list: async (query, call) => {
      if (query.sort === 'top') throw new AdapterError('unsupported', 'There is no such order');
      return list(query, call);
    },
  })),
  planted('list: an empty discussion is an empty page', 'counts what is not there', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      return page.items.length === 0 ? { ...page, total: 1 } : page;
    },
  })),
  planted('list: comments have the form of Comment', 'hands numbers on', () => ({ list }) => ({
    list: (query, call) => mapped(list(query, call), (comment) => ({ ...comment, id: 7 as unknown as string })),
  })),
  planted('list: comments have the form of Comment', 'writes times without a zone', () => ({ list }) => ({
    list: (query, call) => mapped(list(query, call), (comment) => ({ ...comment, createdAt: '2026-01-01T12:00:00' })),
  })),
  planted('paging: each comment comes exactly once', 'begins each page with the last comment of the one before', () => {
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
  planted('paging: each comment comes exactly once', 'leaves out the last page', () => ({ list }) => ({
    list: async (query, call) => {
      const { next, ...page } = await list(query, call);
      if (next === undefined) return page;
      const after = await list({ ...query, cursor: next }, call);
      return after.next === undefined ? page : { ...page, next };
    },
  })),
  planted('paging: nothing comes twice or is lost while somebody posts', 'pages by an offset', () => ({ list }) => ({
    list: byOffset(list),
  })),
  planted('paging: nothing is lost while comments are removed', 'pages by an offset', () => ({ list }) => ({ list: byOffset(list) })),
  planted('paging: the order is the same each time', 'turns the order round every other time', () => {
    let calls = 0;
    return ({ list }) => ({
      list: async (query, call) => {
        const page = await list(query, call);
        return query.limit === 50 && calls++ % 2 === 1 ? { ...page, items: page.items.toReversed() } : page;
      },
    });
  }),
  planted('paging: the order means what it says', 'mixes up the words', () => ({ list }) => ({
    list: (query, call) => list({ ...query, sort: query.sort === 'newest' ? 'oldest' : query.sort === 'oldest' ? 'newest' : 'top' }, call),
  })),
  planted('paging: the limit is taken into account', 'does not send the limit', () => ({ list }) => ({
    list: (query, call) => list({ ...query, limit: 1000 }, call),
  })),
  planted('paging: the limit is taken into account', 'announces that everything comes at once, and pages', () => ({ features }) => ({
    features: { ...features, paging: 'all' },
  })),
  planted('paging: a limit beyond the backend’s own is no mistake', 'hands on a limit that the backend refuses', () => ({ list }) => ({
    list: async (query, call) => {
      if (query.limit > 100) throw new AdapterError('invalid', 'per_page must be between 1 and 100');
      return list(query, call);
    },
  })),
  planted(
    'paging: a cursor that means nothing is refused in the contract’s words',
    'lets the error of a parser through',
    () =>
      ({ list }) => ({
        list: async (query, call) => {
          if (query.cursor !== undefined && !query.cursor.includes(':')) throw new SyntaxError('Unexpected token');
          return list(query, call);
        },
      }),
  ),
  planted('paging: "top" begins with the most recommended', 'does not look at the votes', () => ({ list }) => ({
    list: async (query, call) => list({ ...query, sort: query.sort === 'top' && query.cursor === undefined ? 'oldest' : query.sort }, call),
  })),
  planted('replies: all are there, or it is said where they are', 'hands over the first answer to each comment only', () => ({ list }) => ({
    list: (query, call) => {
      const answered = new Set<string>();
      return filtered(list(query, call), ({ parentId }) => {
        if (parentId == null || query.parentId !== undefined) return true;
        return !answered.has(parentId) && answered.add(parentId) !== undefined;
      });
    },
  })),
  planted('replies: each says what it answers', 'tells the root and not the parent', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      const parents = new Map(page.items.map(({ id, parentId = null }) => [id, parentId]));
      return mapped(Promise.resolve(page), (comment) => {
        const above = parents.get(comment.parentId ?? '');
        return above == null ? comment : { ...comment, parentId: above };
      });
    },
  })),
  planted('replies: those of one comment come page by page', 'does not send parentId', () => ({ list }) => ({
    list: ({ parentId: _parentId, ...query }, call) => list(query, call),
  })),
  planted('replies: one whose parent is gone is handed on', 'drops what has no place in the tree', () => ({ list }) => ({
    list: async (query, call) => {
      const page = await list(query, call);
      const ids = page.items.map(({ id }) => id);
      return filtered(Promise.resolve(page), ({ parentId }) => parentId == null || ids.includes(parentId));
    },
  })),
  planted('replies: go no deeper than features says', 'announces one level and builds a tree', () => ({ features }) => ({
    features: { ...features, nesting: 'one-level' },
  })),
  planted('get: one comment as the list has it', 'tells another time than the list', () => ({ get }) => ({
    get: async (discussion, id, call) => ({ ...(await get(discussion, id, call)), createdAt: '2020-01-01T00:00:00Z' }),
  })),
  planted('unknown ids: are "not-found"', 'takes a 404 for a failure', () => ({ get }) => ({
    get: (discussion, id, call) => renamed(get(discussion, id, call), { from: 'not-found', to: 'unavailable' }),
  })),
  planted('discussions: do not mix', 'lists the first discussion, whichever is asked for', () => {
    let first: string | undefined;
    return ({ list }) => ({
      list: (query, call) => {
        first ??= query.discussion.key;
        return list({ ...query, discussion: { ...query.discussion, key: first } }, call);
      },
    });
  }),
  planted('abort: before a call nothing is done', 'asks although nobody waits', () => ({ get }) => ({
    get: (discussion, id, call) => get(discussion, id, call.signal.aborted ? unheeding() : call),
  })),
  planted('abort: during a call rejects with the reason', 'makes an AbortError of its own', () => ({ list }) => ({
    list: async (query, { signal }) => {
      signal.throwIfAborted();
      return list(query, { signal }).catch((error: unknown) => {
        throw signal.aborted ? new DOMException('Aborted', 'AbortError') : error;
      });
    },
  })),
  planted('abort: during a call rejects with the reason', 'answers although it was aborted', () => ({ counts }) => ({
    counts: async (discussions, { signal }) => {
      signal.throwIfAborted();
      return counts(discussions, unheeding());
    },
  })),
  planted('abort: of one call leaves the others alone', 'lets two callers share a request and its signal', () => {
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
  planted('counts: are those of the list', 'counts one too many', () => ({ counts }) => ({
    counts: async (discussions, call) => new Map([...(await counts(discussions, call))].map(([key, number]) => [key, number + 1])),
  })),
  planted('counts: are those of the list', 'answers an object', () => ({ counts }) => ({
    counts: async (discussions, call) => Object.fromEntries(await counts(discussions, call)) as unknown as ReadonlyMap<string, number>,
  })),
  planted('counts: many at once, whatever their keys', 'cuts off what the backend does not take at once', () => ({ counts }) => ({
    counts: (discussions, call) => counts(discussions.slice(0, 100), call),
  })),
  planted('counts: nothing asked is nothing answered', 'asks for everything when nothing is asked for', () => ({ counts }) => ({
    counts: async (discussions, call) => (discussions.length === 0 ? new Map([['all', 12]]) : counts(discussions, call)),
  })),
];
