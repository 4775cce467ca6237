/** A long conversation with every kind of comment in it. */
import type { Author, Comment, CommentId } from '../../../src/index.js';
import { ada, comment, minutesAgo } from './comments.js';

export const ines = { id: 'ines', name: 'Ines Marlow', badges: ['author'] } as const;
const tom = { id: 'tom', name: 'Tom Arkwright', badges: ['verified'] } as const;

/** A reply to another comment. */
export const reply = (
  id: string,
  parentId: CommentId,
  author: string | Author,
  body: string,
  rest: Partial<Comment> = {},
): Comment => comment(id, author, body, { parentId, ...rest });

/** A question with replies that nest seven levels deep. */
export const ferryBranch = (): readonly Comment[] => [
  comment(
    'ferry',
    tom,
    'The current on the north side took two boats while I was there. How does the new berth deal with it?',
    {
      createdAt: minutesAgo(420),
      votes: { up: 31 },
    },
  ),
  reply(
    'ferry-1',
    'ferry',
    ines,
    'It turns by eleven degrees, away from the stream. Annex C of the council paper has the drawing.',
    {
      createdAt: minutesAgo(400),
      votes: { up: 18 },
    },
  ),
  reply('ferry-2', 'ferry-1', 'Per Lindqvist', 'Eleven degrees on a model in a tank. Has anybody asked the pilots?', {
    createdAt: minutesAgo(360),
  }),
  reply('ferry-3', 'ferry-2', tom, 'I am a pilot. Nobody asked me.', { createdAt: minutesAgo(340), votes: { up: 12 } }),
  reply('ferry-4', 'ferry-3', { name: 'harbour_rat', badges: ['guest'] }, 'Nor me, and I have swum it.', {
    createdAt: minutesAgo(300),
  }),
  reply('ferry-5', 'ferry-4', tom, 'At slack water, I hope.', {
    createdAt: minutesAgo(290),
    editedAt: minutesAgo(285),
  }),
  reply(
    'ferry-6',
    'ferry-5',
    { id: 'wilma', name: 'Wilma Haverkamp-Zimmermannsdotter', badges: ['staff'] },
    'The pilots’ guild was heard on 3 September; the minutes are public.',
    {
      createdAt: minutesAgo(200),
    },
  ),
  reply(
    'ferry-7',
    'ferry',
    'Rosalind Okonjo-Hale',
    'My uncle was on the second boat. He would like to see those eleven degrees himself.',
    {
      createdAt: minutesAgo(90),
    },
  ),
];

export const pierThread = (): readonly Comment[] => [
  comment(
    'rules',
    { id: 'desk', name: 'Comments desk', badges: ['moderator'] },
    'The architects answer questions here until six o’clock today.',
    {
      createdAt: minutesAgo(500),
      pinned: true,
    },
  ),
  ...ferryBranch(),
  comment(
    'soup',
    'Rosalind Okonjo-Hale',
    'My stall would be one of the forty. A wet Tuesday in February is exactly when people want soup.',
    {
      createdAt: minutesAgo(260),
      featured: true,
      votes: { up: 64 },
    },
  ),
  comment('taken-back', { id: 'gerrit', name: 'Gerrit Vos' }, '', { status: 'deleted', createdAt: minutesAgo(240) }),
  reply('taken-back-1', 'taken-back', 'Ada Lindgren', 'You had a point, you know. You need not have taken it back.', {
    createdAt: minutesAgo(230),
  }),
  comment('removed', null, '', { status: 'hidden', createdAt: minutesAgo(220) }),
  reply('removed-1', 'removed', 'Clive Underhill', 'Quite right to take that down.', { createdAt: minutesAgo(215) }),
  reply('removed-2', 'removed-1', ada, 'I had just written a reply to it.', { createdAt: minutesAgo(210) }),
  reply('orphan', 'before-the-move', 'Agnes Whitlock', 'I said the same in 1987, on paper.', {
    createdAt: minutesAgo(60),
    replyTo: { id: 'before-the-move', name: 'Jasper Quill' },
  }),
];
