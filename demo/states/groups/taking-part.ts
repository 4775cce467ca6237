import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { AdapterError, type Comment } from '../../../src/index.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { answer, ferryBranch, followedAdapter, ines } from '../samples/pier-thread.js';
import { ada, comment, minutesAgo, threeComments } from '../samples/comments.js';

const signedIn = { state: 'signed-in', author: ada } as const;
const moderator = { state: 'signed-in', author: { id: 'desk', name: 'Comments desk', badges: ['moderator'] }, moderator: true } as const;
const text = 'Thank you. I have read annex C, and the posts stand on the wrong side of';

const section = (options: MemoryOptions, act?: DemoSection['act']): readonly DemoSection[] => [
  { adapter: createMemoryAdapter({ viewer: signedIn, comments: threeComments(), ...options }), ...(act && { act }) },
];

/** Ada has begun an answer to the third comment when something happens to it. */
function overtaken(change: Partial<Comment>): readonly DemoSection[] {
  const { adapter, followed } = followedAdapter({ viewer: signedIn, comments: threeComments() });
  return [
    {
      adapter,
      async act(reader) {
        await followed;
        await reader.reply('3', text);
        const before = threeComments()[2] as Comment;
        adapter.add(reader.discussion, { ...before, ...change, revision: '2' });
        await reader.sees('parent-note');
      },
    },
  ];
}

/** What Ada wrote herself, just now and long ago, and what became of it. */
const ownComments = (): readonly Comment[] => [
  ...threeComments().slice(0, 2),
  comment('own-old', ada, 'My daughter learned to swim beside those stumps.', { createdAt: minutesAgo(60) }),
  answer('own-answered', 'own-old', ines, 'May I print this?', { createdAt: minutesAgo(50) }),
  comment('own-new', ada, 'What I would like to know is who clears the ice.', { createdAt: minutesAgo(2) }),
  comment('own-held', ada, 'A link to the old timetable: https://archive.example/1979', { status: 'pending', createdAt: minutesAgo(1) }),
];

const counted = (): readonly Comment[] => [
  comment('v1', 'Tom Arkwright', 'The pilots should be asked before the council is.', {
    createdAt: minutesAgo(90),
    votes: { up: 41, down: 3, mine: 1 },
  }),
  comment('v2', 'harbour_rat', 'Same builder as the bus station. Same surprise in two years.', {
    createdAt: minutesAgo(60),
    votes: { up: 7, down: 12 },
  }),
  comment('v3', 'Sipho Dlamini', 'May I bring the bicycle?', { createdAt: minutesAgo(30) }),
  comment('v4', ada, 'One does not vote for oneself, but one sees what others think.', {
    createdAt: minutesAgo(20),
    votes: { up: 1204, down: 2 },
  }),
];

export const takingPartStates: readonly DemoState[] = [
  {
    name: 'reply',
    title: 'Replying',
    about: 'The form stands below the comment that it answers. Whatever else is opened, it stays.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({}, (reader) => reader.press('reply', '1')),
  },
  {
    name: 'reply-draft',
    title: 'Two replies begun',
    about: 'Each answer has a draft of its own, and both are there again after a reload.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      section({}, async (reader) => {
        await reader.reply('1', text);
        await reader.reply('2', 'What sort of soup?');
      }),
  },
  {
    name: 'reply-to-edited',
    title: 'Replying to what was edited',
    about: 'The comment has been edited since the answer was begun, and the form says so.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      overtaken({
        body: { format: 'text', value: 'Thank you both. The engineers’ report is annex D of the council paper, not C.' },
        editedAt: minutesAgo(0),
      }),
  },
  {
    name: 'reply-to-removed',
    title: 'Replying to what was removed',
    about: 'The editors have taken the comment out meanwhile. The text stays.',
    group: 'Taking part',
    actsAlone: true,
    make: () => overtaken({ status: 'hidden', body: { format: 'text', value: '' } }),
  },
  {
    name: 'reply-failed',
    title: 'Failed to reply',
    about: 'No connection. The answer is kept where it was written, and “Try again” succeeds.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      section(
        {
          faults: ({ method, attempt }) =>
            method === 'submit' && attempt === 1 ? new AdapterError('network', '', { stored: 'no' }) : undefined,
        },
        (reader) => reader.postReply('1', `${text} the stream.`),
      ),
  },
  {
    name: 'reply-held',
    title: 'A held reply',
    about: 'Ada’s answer is read by an editor first. She sees it in its place.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ moderate: () => ({ outcome: 'pending' }) }, (reader) => reader.postReply('1', `${text} the stream.`)),
  },
  {
    name: 'votes-like',
    title: 'Votes: recommending',
    about: 'A number says how many recommend a comment. Ada recommends the first; her own she cannot.',
    group: 'Taking part',
    make: () => section({ comments: counted() }),
  },
  {
    name: 'votes-up-down',
    title: 'Votes: for and against',
    about: 'The backend counts both. The same vote again takes it back.',
    group: 'Taking part',
    make: () => section({ comments: counted(), features: { votes: 'up-down' } }),
  },
  {
    name: 'votes-refused',
    title: 'A vote refused',
    about: 'The backend does not take the vote. The number is what it was, and the cause stands below the comment.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      section(
        {
          comments: counted(),
          faults: ({ method, attempt }) =>
            method === 'vote' && attempt === 1 ? new AdapterError('unavailable', '', { stored: 'no' }) : undefined,
        },
        (reader) => reader.press('up', 'v3'),
      ),
  },
  {
    name: 'votes-closed',
    title: 'Votes of a closed discussion',
    about: 'The numbers stay; nobody can add to them.',
    group: 'Taking part',
    make: () => section({ comments: counted(), info: { state: 'closed' }, features: { votes: 'up-down' } }),
  },
  {
    name: 'own-comments',
    title: 'One’s own comments',
    about: 'The newest may still be edited, for three minutes; the one of an hour ago may not. Each can be deleted; answers stay.',
    group: 'Taking part',
    make: () => section({ comments: ownComments() }),
  },
  {
    name: 'editing',
    title: 'Editing',
    about: 'Ada is editing her comment. The form says how long she may.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ comments: ownComments() }, (reader) => reader.press('edit', 'own-new')),
  },
  {
    name: 'deleting',
    title: 'Deleting',
    about: 'A question comes first. The answers to the comment stay.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ comments: ownComments() }, (reader) => reader.press('remove', 'own-old')),
  },
  {
    name: 'more-actions',
    title: 'More to do with a comment',
    about: 'The link to a comment, and muting its author on this device.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({}, (reader) => reader.press('more', '2')),
  },
  {
    name: 'moderator',
    title: 'What a moderator sees',
    about: 'Every comment can be removed and pinned (behind “More”), and the discussion closed. What waits for review is not listed here.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ viewer: moderator, comments: ferryBranch() }, (reader) => reader.press('more', 'ferry')),
  },
];
