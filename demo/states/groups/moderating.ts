import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Comment, Viewer } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { comment, minutesAgo, threeComments } from '../samples/comments.js';

const moderator: Viewer = {
  state: 'signed-in',
  moderator: true,
  author: { id: 'maren', name: 'Maren Voss', badges: ['moderator'] },
};

const reader: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada Okafor' } };

const warning = { id: 'w1', message: 'Please argue about the ferry, not about the people who take it.' };

function heldAndHidden(): readonly Comment[] {
  const bruno = { id: 'bruno', name: 'Bruno Keller' };
  return [
    ...threeComments(),
    comment('held', bruno, 'My cousin sells tickets for half the price. Write to me!', {
      status: 'pending',
      createdAt: minutesAgo(4),
    }),
    comment('hidden', bruno, 'Whoever believes this has never seen a ship.', {
      status: 'hidden',
      createdAt: minutesAgo(3),
    }),
  ];
}

/** The adapters that the buttons of the states act on. */
let messageAdapter: MemoryAdapter | undefined;
let warnedAdapter: MemoryAdapter | undefined;

export const moderatingStates: readonly DemoState[] = [
  {
    name: 'moderating',
    title: 'A moderator in the conversation',
    about:
      'A held comment to approve or reject, and a hidden one. “More” features, hides and bans. Each can be undone right afterwards.',
    group: 'Taking part',
    make: () => [{ adapter: memoryAdapter({ viewer: moderator, comments: heldAndHidden() }) }],
  },
  {
    name: 'moderating-asked',
    title: 'Before a ban',
    about: 'The question names the author. The focus is on what does no harm.',
    group: 'Taking part',
    actsAlone: true,
    make: () => [
      {
        adapter: memoryAdapter({ viewer: moderator, comments: heldAndHidden() }),
        act: async (hand) => {
          await hand.press('more', 'hidden');
          await hand.press('ban', 'hidden');
        },
      },
    ],
  },
  {
    name: 'editors-message',
    title: 'A message of the editors',
    about: 'It stands above the form, for everybody. Change it, and it is announced.',
    group: 'Taking part',
    make: () => {
      messageAdapter = memoryAdapter({
        comments: threeComments(),
        info: {
          message: {
            format: 'markdown',
            value: 'Would **you** take the ferry in winter? Tell us what would change that.',
          },
        },
      });
      return [{ adapter: messageAdapter }];
    },
    actions: [
      {
        label: 'Ask something else',
        run: (_element, discussion) =>
          messageAdapter?.setMessage(discussion, { format: 'text', value: 'And what should a ticket cost?' }),
      },
      { label: 'Take it away', run: (_element, discussion) => messageAdapter?.setMessage(discussion, undefined) },
    ],
  },
  {
    name: 'warned',
    title: 'A warning to acknowledge',
    about: 'The warning stands in the place of every form until its reader has acknowledged it.',
    group: 'Taking part',
    make: () => {
      warnedAdapter = memoryAdapter({ viewer: { ...reader, warning }, comments: threeComments() });
      return [{ adapter: warnedAdapter }];
    },
    actions: [{ label: 'Warn again', run: () => warnedAdapter?.warn({ ...warning, id: `w${Date.now()}` }) }],
  },
];
