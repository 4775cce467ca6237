import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Comment, CommentsAdapter, DiscussionInfo } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { comment, minutesAgo, threeComments } from '../samples/comments.js';

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

/** Counts from when the discussion is opened: on a long page, long after the adapter was created. */
function closingAfter(seconds: number): Partial<DiscussionInfo> {
  let closesAt: string | undefined;
  return {
    get closesAt() {
      return (closesAt ??= inSeconds(seconds));
    },
  };
}

/** The smallest backend that takes reports. */
function closedAdapter(): CommentsAdapter {
  const jasper = { id: 'jasper', name: 'Jasper Quill' };
  const items: readonly Comment[] = [
    comment('c1', jasper, 'The plan for the library is out, and the reading room faces north. Good light, cold feet.', {
      createdAt: '2013-06-07T10:54:00Z',
    }),
    comment('c2', jasper, 'Correction: north-east. I held the drawing upside down.', {
      createdAt: '2013-06-07T11:20:00Z',
    }),
    comment('c3', jasper, 'They have promised blankets.', { createdAt: '2013-06-08T02:05:00Z' }),
  ];
  return {
    async open() {
      return { state: 'closed', closedAt: '2013-06-21T10:54:00Z' };
    },
    async list() {
      return { items, total: items.length };
    },
    async report(_discussion, { id }) {
      return { reference: `2013-${id}` };
    },
  };
}

/** The adapter that the buttons of "closed-while-writing" act on. */
let closableAdapter: MemoryAdapter | undefined;

export const closingStates: readonly DemoState[] = [
  {
    name: 'closed',
    title: 'Closed',
    about:
      'Three comments by one author, in New York time. No form, but comments can be reported. The adapter has only open, list and report.',
    group: 'Closing',
    make: () => [
      {
        adapter: closedAdapter(),
        attributes: { 'time-style': 'absolute', 'time-zone': 'America/New_York', 'policy-href': 'index.html#policy' },
      },
    ],
  },
  {
    name: 'closed-empty',
    title: 'Closed and empty',
    about: 'No one commented in time.',
    group: 'Closing',
    make: () => [{ adapter: memoryAdapter({ info: { state: 'closed', closedAt: minutesAgo(60) } }) }],
  },
  {
    name: 'closing-soon',
    title: 'Closing soon',
    about: 'Four minutes left. The writer is warned as soon as the form is in use.',
    group: 'Closing',
    make: () => [
      {
        adapter: memoryAdapter({ comments: threeComments(), info: closingAfter(240) }),
        act: (reader) => reader.write('Before the doors close, one question: '),
      },
    ],
  },
  {
    name: 'closed-while-writing',
    title: 'Closed while writing',
    about: 'Closes twenty seconds after loading, or with a button. The text stays and can be copied.',
    group: 'Closing',
    make: () => {
      closableAdapter = memoryAdapter({ comments: threeComments(), info: closingAfter(20) });
      return [
        {
          adapter: closableAdapter,
          act: (reader) => reader.write('I had just begun to explain why the berth should face'),
        },
      ];
    },
    actions: [
      { label: 'Close now', run: (element) => element.toggleAttribute('closed', true) },
      { label: 'Close at the backend only', run: (_element, discussion) => closableAdapter?.close(discussion) },
      { label: 'Reopen', run: (element) => element.toggleAttribute('closed', false) },
    ],
  },
  {
    name: 'closed-until',
    title: 'Closed until the morning',
    about: 'Closed overnight. The notice says when the discussion reopens.',
    group: 'Closing',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: threeComments(),
          info: { state: 'closed', opensAt: inSeconds(8 * 3600), stateMessage: 'Our editors are asleep.' },
        }),
      },
    ],
  },
  {
    name: 'closed-by-publisher',
    title: 'Closed by the publisher',
    about: 'The backend says open; the closed attribute wins.',
    group: 'Closing',
    make: () => [{ adapter: memoryAdapter({ comments: threeComments() }), attributes: { closed: '' } }],
  },
  {
    name: 'disabled',
    title: 'Disabled',
    about: 'Comments are turned off for the whole site.',
    group: 'Closing',
    make: () => [{ adapter: memoryAdapter({ comments: threeComments(), info: { state: 'disabled' } }) }],
  },
  {
    name: 'archived',
    title: 'Archived',
    about: 'The static backend, with the comments as JSON inside the element.',
    group: 'Closing',
    make: () => [
      {
        attributes: { backend: 'static', 'time-style': 'absolute', 'time-zone': 'Europe/London' },
        json: {
          info: {
            state: 'closed',
            closedAt: '2009-03-01T00:00:00Z',
            stateMessage: 'This discussion is part of our archive.',
          },
          comments: [
            {
              id: '1',
              author: { name: 'Agnes Whitlock' },
              body: { format: 'text', value: 'The swing bridge stuck again this morning. Both ways, this time.' },
              createdAt: '2009-02-11T08:40:00Z',
            },
            {
              id: '2',
              parentId: '1',
              author: { name: 'Bridge Master', badges: ['staff'] },
              body: { format: 'text', value: 'A swan. It has been moved.' },
              createdAt: '2009-02-11T09:15:00Z',
            },
          ],
        },
      },
    ],
  },
  {
    name: 'missing',
    title: 'Missing',
    about: 'The backend has no such discussion.',
    group: 'Closing',
    make: () => [{ adapter: memoryAdapter({ info: { state: 'missing' } }) }],
  },
];
