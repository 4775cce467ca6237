import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError, type CommentsAdapter } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { ada, comment, manyComments, minutesAgo, threeComments } from '../samples/comments.js';

/** A request that gets no response. It ends only when aborted. */
const noResponse = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

export const readingStates: readonly DemoState[] = [
  {
    name: 'loading',
    title: 'Loading',
    about: 'The backend never responds. Space is reserved for the comments.',
    group: 'Reading',
    make: () => {
      const adapter: CommentsAdapter = {
        open: (_discussion, { signal }) => noResponse(signal),
        list: (_query, { signal }) => noResponse(signal),
      };
      return [{ adapter }];
    },
  },
  {
    name: 'empty',
    title: 'Empty',
    about: 'Open, with no comments yet.',
    group: 'Reading',
    make: () => [{ adapter: memoryAdapter() }],
  },
  {
    name: 'open',
    title: 'Open',
    about: 'Three comments and a form for anyone. Posting takes one second.',
    group: 'Reading',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: threeComments(),
          delay: (method) => (method === 'submit' ? 1000 : 0),
        }),
      },
    ],
  },
  {
    name: 'many-pages',
    title: 'Many pages',
    about:
      'Three hundred comments in pages of 25, each after a second. Load all of them, and stop. A feed at the end of the list.',
    group: 'Reading',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: manyComments(300),
          info: { feedUrl: 'https://gazette.example/feeds/pier' },
          delay: (method) => (method === 'list' ? 1000 : 0),
        }),
      },
    ],
  },
  {
    name: 'failed-to-load',
    title: 'Failed to load',
    about: 'No connection at first; “Try again” succeeds.',
    group: 'Reading',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: threeComments(),
          faults: ({ method, attempt }) =>
            (method === 'open' || method === 'list') && attempt === 1 ? new AdapterError('network') : undefined,
        }),
      },
    ],
  },
  {
    name: 'paged',
    title: 'Forty comments in pages of ten',
    about: 'Each press loads ten more and moves the focus to the first of them.',
    group: 'Reading',
    make: () => [
      { adapter: memoryAdapter({ comments: manyComments(40), delay: 300 }), attributes: { 'page-size': '10' } },
    ],
  },
  {
    name: 'more-failed',
    title: 'Failed to load more',
    about: 'The second page fails once. The first stays, and “Try again” loads the rest.',
    group: 'Reading',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: manyComments(12),
          faults: ({ method, attempt }) =>
            method === 'list' && attempt === 2 ? new AdapterError('timeout') : undefined,
        }),
        attributes: { 'page-size': '5' },
        act: (reader) => reader.loadMore(),
      },
    ],
  },
  {
    name: 'tombstones',
    title: 'Tombstones',
    about: 'Deleted by the author, removed by the editors, not published. Each says which, and replies stay.',
    group: 'Reading',
    make: () => [
      {
        adapter: memoryAdapter({
          viewer: { state: 'signed-in', author: ada },
          comments: [
            comment('t1', 'Gerrit Vos', '', { status: 'deleted', createdAt: minutesAgo(300) }),
            comment('t2', 'Ada Lindgren', 'You had a point, you know. You need not have taken it back.', {
              parentId: 't1',
              replyTo: { id: 't1', name: 'Gerrit Vos' },
              createdAt: minutesAgo(280),
            }),
            comment('t3', null, '', { status: 'hidden', createdAt: minutesAgo(200) }),
            comment('t4', 'Tom Arkwright', 'Quite right to take that down.', {
              parentId: 't3',
              createdAt: minutesAgo(190),
            }),
            comment('t5', ada, 'A text of my own that an editor turned down.', {
              status: 'rejected',
              createdAt: minutesAgo(90),
            }),
            comment('t6', null, 'An old comment whose author closed the account long ago.', {
              createdAt: minutesAgo(30),
            }),
          ],
        }),
      },
    ],
  },
  {
    name: 'absolute-time',
    title: 'Absolute time',
    about: 'Full dates and times, in the paper’s time zone instead of the reader’s.',
    group: 'Reading',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: [
            comment('a1', 'Tom Arkwright', 'Written in summer time.', { createdAt: '2026-07-01T18:05:00Z' }),
            comment('a2', 'Rosalind Okonjo-Hale', 'Written in winter time.', { createdAt: '2026-11-20T07:30:00Z' }),
          ],
        }),
        attributes: { 'time-style': 'absolute', 'time-zone': 'America/New_York' },
      },
    ],
  },
];
