import { createMemoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { answer, ferryBranch, followedAdapter, ines, pierThread } from '../samples/pier-thread.js';
import { ada, comment, manyComments, minutesAgo, threeComments } from '../samples/comments.js';

const signedIn = { state: 'signed-in', author: ada } as const;

/** Keeps what the section itself would have kept. */
const keep = (name: string, value: unknown): void => localStorage.setItem(`article-comments:${name}`, JSON.stringify(value));

export const conversationStates: readonly DemoState[] = [
  {
    name: 'thread',
    title: 'A conversation',
    about:
      'Answers below answers, deeper than they can be indented; a pinned comment and one that the editors picked; every badge; comments taken back and taken out, with their answers; one whose parent is nowhere.',
    group: 'Conversation',
    make: () => [{ adapter: createMemoryAdapter({ viewer: signedIn, comments: pierThread() }) }],
  },
  {
    name: 'folded',
    title: 'A folded branch',
    about: 'The answers to the first comment are folded away. The button says how many they are.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({ viewer: signedIn, comments: [...ferryBranch(), ...threeComments().slice(1)] }),
        act: (reader) => reader.press('collapse', 'ferry'),
      },
    ],
  },
  {
    name: 'more-replies',
    title: 'More replies at the backend',
    about: 'The backend hands over two answers to each comment. The others come when they are asked for, after half a second.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({
          comments: [
            comment('many', 'Marguerite Aldous', 'Will there be somewhere to sit that is not a café?', { createdAt: minutesAgo(300) }),
            ...manyComments(9).map((reply) => ({ ...reply, parentId: 'many' })),
            ...ferryBranch(),
          ],
          repliesPerComment: 2,
          delay: (method) => (method === 'list' ? 500 : 0),
        }),
      },
    ],
  },
  {
    name: 'more-replies-failed',
    title: 'Failed to load more replies',
    about: 'What the reader asked for did not come. The failure stands where the answers would, and “Try again” brings them.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({
          comments: ferryBranch(),
          repliesPerComment: 1,
          faults: ({ method, attempt }) => (method === 'list' && attempt === 2 ? new AdapterError('timeout') : undefined),
        }),
        act: (reader) => reader.loadReplies('ferry'),
      },
    ],
  },
  {
    name: 'order',
    title: 'Order',
    about: 'Three orders to choose from; the most recommended come first here. A choice is kept for the whole site.',
    group: 'Conversation',
    make: () => [{ adapter: createMemoryAdapter({ comments: pierThread(), delay: 300 }), attributes: { order: 'top' } }],
  },
  {
    name: 'order-failed',
    title: 'Failed to change the order',
    about: 'The reader wanted the newest first, and the backend did not answer. The list stays as it is, and so does the choice.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({
          comments: threeComments(),
          faults: ({ method, attempt }) => (method === 'list' && attempt === 2 ? new AdapterError('network') : undefined),
        }),
        act: (reader) => reader.sortBy('newest'),
      },
    ],
  },
  {
    name: 'new-comments',
    title: 'New comments wait',
    about: 'Two comments have arrived while the page was read. Nothing moves until the reader asks for them.',
    group: 'Conversation',
    make: () => {
      const { adapter, followed } = followedAdapter({ comments: threeComments() });
      return [
        {
          adapter,
          async act(reader) {
            await followed;
            adapter.add(
              reader.discussion,
              comment('4', 'Teodor Brandt', 'At 80 per cent the pier loses money.', { createdAt: minutesAgo(0) }),
            );
            adapter.add(reader.discussion, comment('5', 'Sipho Dlamini', 'May I bring the bicycle?', { createdAt: minutesAgo(0) }));
            await reader.sees('view-new');
          },
        },
      ];
    },
  },
  {
    name: 'new-replies',
    title: 'New replies wait',
    about: 'An answer to the first comment and one to its answer have arrived. They wait in their place.',
    group: 'Conversation',
    make: () => {
      const { adapter, followed } = followedAdapter({ comments: [...ferryBranch().slice(0, 3), ...threeComments().slice(1)] });
      return [
        {
          adapter,
          async act(reader) {
            await followed;
            adapter.add(
              reader.discussion,
              answer('late-1', 'ferry', 'Teodor Brandt', 'The pilots cost extra.', { createdAt: minutesAgo(0) }),
            );
            adapter.add(reader.discussion, answer('late-2', 'ferry-2', ines, 'I shall ask them.', { createdAt: minutesAgo(0) }));
            await reader.sees('new');
          },
        },
      ];
    },
  },
  {
    name: 'new-since-last-visit',
    title: 'New since the last visit',
    about: 'The reader was here two hours ago. Whatever others have posted since is marked as new.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({ viewer: signedIn, comments: [...ferryBranch(), ...threeComments().slice(1)] }),
        prepare: (discussion) => {
          const then = Date.now() - 120 * 60_000;
          keep('visits', [[discussion, { until: then, seen: then }]]);
        },
      },
    ],
  },
  {
    name: 'muted',
    title: 'A muted person',
    about: 'The reader has muted Clive Underhill on this device. His place stays, and each comment of his can be looked at.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({
          comments: [
            ...threeComments().slice(0, 2),
            comment('loud', { id: 'clive', name: 'Clive Underhill' }, 'WHO PAYS FOR ALL THIS? WE DO!', { createdAt: minutesAgo(70) }),
            answer('calm', 'loud', ines, 'The region pays a little over half of it.', { createdAt: minutesAgo(65) }),
            ...threeComments().slice(2),
          ],
        }),
        prepare: () => keep('muted', ['clive']),
      },
    ],
  },
  {
    name: 'permalink',
    title: 'A link to one comment',
    about: 'The address names the thirty-third comment, which is on the fourth page of ten. It is brought into view, and marked.',
    group: 'Conversation',
    permalink: 'm33',
    make: () => [{ adapter: createMemoryAdapter({ comments: manyComments(40) }), attributes: { 'page-size': '10' } }],
  },
  {
    name: 'permalink-missing',
    title: 'A link to a missing comment',
    about: 'The address names a comment that is not there any more. The section says so, and shows the others.',
    group: 'Conversation',
    permalink: 'long-gone',
    make: () => [{ adapter: createMemoryAdapter({ comments: threeComments() }) }],
  },
  {
    name: 'comment-count',
    title: 'The number of comments',
    about: 'Three titles, each with <comment-count>, answered by one call. The first follows the discussion below it.',
    group: 'Conversation',
    make: () => [
      {
        adapter: createMemoryAdapter({
          comments: (key) => (key === 'tram' ? [] : key === 'library' ? manyComments(1280) : threeComments()),
        }),
        teasers: {
          '': 'City to rebuild the old ferry pier, with a market on top',
          library: 'Reading room stays open until ten',
          tram: 'No trams between Ropewalk and the hospital on Sunday',
        },
      },
    ],
  },
];
