import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError, type Author } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { ferryBranch, ines, pierThread, reply } from '../samples/pier-thread.js';
import { ada, comment, manyComments, minutesAgo, threeComments } from '../samples/comments.js';
import { createSubscribedAdapter } from '../samples/subscribed-adapter.js';

const signedIn = { state: 'signed-in', author: ada } as const;

/** By comment. */
const ownBadges: readonly NonNullable<Author['badges']>[] = [
  ['staff', { id: 'subscriber', label: 'Subscriber' }],
  [
    { id: 'arabic', label: 'مشترك منذ ٢٠١٣' },
    { id: 'long', label: 'Winner of the readers’ photo contest on the harbour in winter' },
  ],
  ['Subscriber', 'Local', 'Expert', 'Marathon 2013', 'Book club', 'Crossword', 'Founding reader'].map(
    (label, index) => ({
      id: `many-${index}`,
      label,
    }),
  ),
];

/** By comment. */
const pictured: readonly Partial<Author>[] = [
  { avatar: new URL('/demo/front/harbour.svg', location.href).href },
  { avatar: new URL('/demo/no-such-picture.png', location.href).href },
  { name: 'إينيس مارلو' },
  { name: '👩‍👩‍👧' },
];

/** Stores a value as the section itself would have. */
const store = (name: string, value: unknown): void =>
  localStorage.setItem(`article-comments:${name}`, JSON.stringify(value));

export const conversationStates: readonly DemoState[] = [
  {
    name: 'thread',
    title: 'A conversation',
    about:
      'Replies nested deeper than they can be indented; a pinned and a featured comment; every badge; deleted and removed comments with replies; one reply whose parent is missing.',
    group: 'Conversation',
    make: () => [{ adapter: memoryAdapter({ viewer: signedIn, comments: pierThread() }) }],
  },
  {
    name: 'own-badges',
    title: 'Badges of the backend’s own',
    about: 'Badges that the backend names: many, in another direction, and one that is longer than its line.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: threeComments().map((one, index) => ({
            ...one,
            author: { name: 'Grace', ...one.author, badges: ownBadges[index] ?? [] },
          })),
        }),
      },
    ],
  },
  {
    name: 'avatars',
    title: 'Pictures of authors',
    about:
      'Initials in the alphabets of the authors, a picture over those of one, a picture that is broken, and a deleted comment.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: pierThread().map((one, index) => ({
            ...one,
            author: one.author && { ...one.author, ...pictured[index] },
          })),
        }),
        attributes: { avatars: '' },
      },
    ],
  },
  {
    name: 'folded',
    title: 'A collapsed branch',
    about: 'The replies to the first comment are collapsed. The button says how many there are.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({ viewer: signedIn, comments: [...ferryBranch(), ...threeComments().slice(1)] }),
        act: (reader) => reader.press('collapse', 'ferry'),
      },
    ],
  },
  {
    name: 'more-replies',
    title: 'More replies at the backend',
    about: 'The backend sends two replies per comment. The rest load on request, after half a second.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: [
            comment('many', 'Marguerite Aldous', 'Will there be somewhere to sit that is not a café?', {
              createdAt: minutesAgo(300),
            }),
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
    about: 'The replies did not load. The error is where they would be, and “Try again” loads them.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: ferryBranch(),
          repliesPerComment: 1,
          faults: ({ method, attempt }) =>
            method === 'list' && attempt === 2 ? new AdapterError('timeout') : undefined,
        }),
        act: (reader) => reader.loadReplies('ferry'),
      },
    ],
  },
  {
    name: 'order',
    title: 'Order',
    about: 'Three orders to choose from, most recommended first. The choice is remembered for the whole site.',
    group: 'Conversation',
    make: () => [{ adapter: memoryAdapter({ comments: pierThread(), delay: 300 }), attributes: { order: 'top' } }],
  },
  {
    name: 'own-order',
    title: 'An order of the backend’s own',
    about: 'The menu offers “Most replies”, an order that the backend names, and begins with it.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: pierThread(),
          features: { sorts: ['oldest', 'newest', 'top', { id: 'replies', label: 'Most replies' }] },
        }),
        attributes: { order: 'replies' },
      },
    ],
  },
  {
    name: 'featured',
    title: 'The editors’ picks',
    about: 'The reader has chosen what the editors have featured. Each comment leads to its place in the conversation.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({ comments: pierThread(), features: { filters: ['featured'] } }),
        act: (reader) => reader.filterBy('featured'),
      },
    ],
  },
  {
    name: 'order-failed',
    title: 'Failed to change the order',
    about: 'The reader asked for newest first, and the request failed. Both the list and the choice stay as they were.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: threeComments(),
          faults: ({ method, attempt }) =>
            method === 'list' && attempt === 2 ? new AdapterError('network') : undefined,
        }),
        act: (reader) => reader.sortBy('newest'),
      },
    ],
  },
  {
    name: 'new-comments',
    title: 'New comments waiting',
    about: 'Two comments arrived while the reader was reading. Nothing moves until they are asked for.',
    group: 'Conversation',
    make: () => {
      const { adapter, subscribed } = createSubscribedAdapter({ comments: threeComments() });
      return [
        {
          adapter,
          async act(reader) {
            await subscribed;
            adapter.add(
              reader.discussion,
              comment('4', 'Teodor Brandt', 'At 80 per cent the pier loses money.', { createdAt: minutesAgo(0) }),
            );
            adapter.add(
              reader.discussion,
              comment('5', 'Sipho Dlamini', 'May I bring the bicycle?', { createdAt: minutesAgo(0) }),
            );
            await reader.sees('view-new');
          },
        },
      ];
    },
  },
  {
    name: 'new-replies',
    title: 'New replies waiting',
    about: 'Two replies arrived in the first thread, at different levels. Each waits in its place.',
    group: 'Conversation',
    make: () => {
      const { adapter, subscribed } = createSubscribedAdapter({
        comments: [...ferryBranch().slice(0, 3), ...threeComments().slice(1)],
      });
      return [
        {
          adapter,
          async act(reader) {
            await subscribed;
            adapter.add(
              reader.discussion,
              reply('late-1', 'ferry', 'Teodor Brandt', 'The pilots cost extra.', { createdAt: minutesAgo(0) }),
            );
            adapter.add(
              reader.discussion,
              reply('late-2', 'ferry-2', ines, 'I shall ask them.', { createdAt: minutesAgo(0) }),
            );
            await reader.sees('new');
          },
        },
      ];
    },
  },
  {
    name: 'new-since-last-visit',
    title: 'New since the last visit',
    about: 'The reader was here two hours ago. Comments by others since then are marked as new.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({ viewer: signedIn, comments: [...ferryBranch(), ...threeComments().slice(1)] }),
        prepare: (discussion) => {
          const then = Date.now() - 120 * 60_000;
          store('visits', [[discussion, { until: then, seen: then }]]);
        },
      },
    ],
  },
  {
    name: 'muted',
    title: 'A muted person',
    about:
      'The reader has muted Clive Underhill on this device. His comments keep their place and can be shown one by one.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: [
            ...threeComments().slice(0, 2),
            comment('loud', { id: 'clive', name: 'Clive Underhill' }, 'WHO PAYS FOR ALL THIS? WE DO!', {
              createdAt: minutesAgo(70),
            }),
            reply('calm', 'loud', ines, 'The region pays a little over half of it.', { createdAt: minutesAgo(65) }),
            ...threeComments().slice(2),
          ],
        }),
        prepare: () => store('muted', ['clive']),
      },
    ],
  },
  {
    name: 'permalink',
    title: 'A link to one comment',
    about:
      'The URL points at comment 33, on the fourth page of ten. It is scrolled into view and marked. A row says what lies before it.',
    group: 'Conversation',
    permalink: 'm33',
    make: () => [{ adapter: memoryAdapter({ comments: manyComments(40) }), attributes: { 'page-size': '10' } }],
  },
  {
    name: 'permalink-gap',
    title: 'What lies before a linked comment',
    about:
      'The URL points at comment 33. “Load more comments” fails once at the third page, says so there, and goes on from where it was.',
    group: 'Conversation',
    permalink: 'm33',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: manyComments(40),
          delay: (method) => (method === 'list' ? 700 : 0),
          faults: ({ method, attempt }) =>
            method === 'list' && attempt === 3 ? new AdapterError('network') : undefined,
        }),
        attributes: { 'page-size': '10' },
      },
    ],
  },
  {
    name: 'permalink-missing',
    title: 'A link to a missing comment',
    about: 'The URL points at a comment that no longer exists. The section says so and shows the others.',
    group: 'Conversation',
    permalink: 'long-gone',
    make: () => [{ adapter: memoryAdapter({ comments: threeComments() }) }],
  },
  {
    name: 'comment-count',
    title: 'Comment counts',
    about: 'Three titles with <comment-count>, filled by one request. The first is of the discussion below.',
    group: 'Conversation',
    make: () => [
      {
        adapter: memoryAdapter({
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
