import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { AdapterError, type Comment } from '../../../src/index.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { ferryBranch, ines, reply } from '../samples/pier-thread.js';
import { ada, comment, minutesAgo, threeComments } from '../samples/comments.js';
import { createSubscribedAdapter } from '../samples/subscribed-adapter.js';

const signedIn = { state: 'signed-in', author: ada } as const;
const moderator = {
  state: 'signed-in',
  author: { id: 'desk', name: 'Comments desk', badges: ['moderator'] },
  moderator: true,
} as const;
const text = 'Thank you. I have read annex C, and the posts stand on the wrong side of';

const section = (options: MemoryOptions, act?: DemoSection['act']): readonly DemoSection[] => [
  { adapter: memoryAdapter({ viewer: signedIn, comments: threeComments(), ...options }), ...(act && { act }) },
];

/** The third comment changes while Ada writes a reply to it. */
function changedParent(change: Partial<Comment>): readonly DemoSection[] {
  const { adapter, subscribed } = createSubscribedAdapter({ viewer: signedIn, comments: threeComments() });
  return [
    {
      adapter,
      async act(reader) {
        await subscribed;
        await reader.reply('3', text);
        const before = threeComments()[2] as Comment;
        adapter.add(reader.discussion, { ...before, ...change, revision: '2' });
        await reader.sees('parent-note');
      },
    },
  ];
}

/** Ada's own comments: recent, old, with a reply, and held. */
const ownComments = (): readonly Comment[] => [
  ...threeComments().slice(0, 2),
  comment('own-old', ada, 'My daughter learned to swim beside those stumps.', { createdAt: minutesAgo(60) }),
  reply('own-replied', 'own-old', ines, 'May I print this?', { createdAt: minutesAgo(50) }),
  comment('own-new', ada, 'What I would like to know is who clears the ice.', { createdAt: minutesAgo(2) }),
  comment('own-held', ada, 'A link to the old timetable: https://archive.example/1979', {
    status: 'pending',
    createdAt: minutesAgo(1),
  }),
];

const withVotes = (): readonly Comment[] => [
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
    about: 'The form is below the comment it replies to, and stays when another one opens.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({}, (reader) => reader.press('reply', '1')),
  },
  {
    name: 'reply-draft',
    title: 'Two reply drafts',
    about: 'Each reply has its own draft. Both survive a reload.',
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
    title: 'Replying to an edited comment',
    about: 'The comment was edited while the reply was being written, and the form says so.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      changedParent({
        body: {
          format: 'text',
          value: 'Thank you both. The engineers’ report is annex D of the council paper, not C.',
        },
        editedAt: minutesAgo(0),
      }),
  },
  {
    name: 'reply-to-removed',
    title: 'Replying to a removed comment',
    about: 'The editors removed the comment while the reply was being written. The text stays.',
    group: 'Taking part',
    actsAlone: true,
    make: () => changedParent({ status: 'hidden', body: { format: 'text', value: '' } }),
  },
  {
    name: 'reply-failed',
    title: 'Failed to reply',
    about: 'No connection. The reply stays in its form, and “Try again” succeeds.',
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
    about: 'An editor reviews Ada’s reply first. Only she sees it, in its place.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      section({ moderate: () => ({ outcome: 'pending' }) }, (reader) => reader.postReply('1', `${text} the stream.`)),
  },
  {
    name: 'votes-like',
    title: 'Votes: recommending',
    about:
      'Each comment shows its number of recommendations. Ada has recommended the first, and cannot recommend her own.',
    group: 'Taking part',
    make: () => section({ comments: withVotes() }),
  },
  {
    name: 'votes-up-down',
    title: 'Votes: for and against',
    about: 'The backend counts both. Voting the same way again removes the vote.',
    group: 'Taking part',
    make: () => section({ comments: withVotes(), features: { votes: 'up-down' } }),
  },
  {
    name: 'votes-signed-out',
    title: 'A vote signed out',
    about: 'The question comes before the sign-in. After it, the vote is cast.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      section(
        {
          comments: withVotes().map((one) => ({ ...one, votes: { ...one.votes, mine: 0 } })),
          viewer: { state: 'anonymous' },
          account: ada,
          info: { posting: { who: 'signed-in' } },
        },
        (reader) => reader.press('up', 'v2'),
      ),
  },
  {
    name: 'votes-refused',
    title: 'A vote refused',
    about: 'The backend refuses the vote. The count goes back, and the reason is shown below the comment.',
    group: 'Taking part',
    actsAlone: true,
    make: () =>
      section(
        {
          comments: withVotes(),
          faults: ({ method, attempt }) =>
            method === 'vote' && attempt === 1 ? new AdapterError('unavailable', '', { stored: 'no' }) : undefined,
        },
        (reader) => reader.press('up', 'v3'),
      ),
  },
  {
    name: 'votes-closed',
    title: 'Votes of a closed discussion',
    about: 'Counts are shown, but voting has ended.',
    group: 'Taking part',
    make: () => section({ comments: withVotes(), info: { state: 'closed' }, features: { votes: 'up-down' } }),
  },
  {
    name: 'own-comments',
    title: 'Own comments',
    about:
      'The newest can be edited for three more minutes, the hour-old one no longer. Each can be deleted; replies stay.',
    group: 'Taking part',
    make: () => section({ comments: ownComments() }),
  },
  {
    name: 'editing',
    title: 'Editing',
    about: 'Ada is editing her comment. The form shows the time left.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ comments: ownComments() }, (reader) => reader.press('edit', 'own-new')),
  },
  {
    name: 'deleting',
    title: 'Deleting',
    about: 'Deleting asks for confirmation. Replies to the comment stay.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ comments: ownComments() }, (reader) => reader.press('remove', 'own-old')),
  },
  {
    name: 'more-actions',
    title: 'More actions',
    about: 'Copy the link to a comment, or mute its author on this device.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({}, (reader) => reader.press('more', '2')),
  },
  {
    name: 'moderator',
    title: 'Moderator view',
    about:
      'Every comment can be removed and pinned (under “More”), and the discussion closed. Held comments are not listed here.',
    group: 'Taking part',
    actsAlone: true,
    make: () => section({ viewer: moderator, comments: ferryBranch() }, (reader) => reader.press('more', 'ferry')),
  },
];
