import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError, type Author, type Comment } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { comment, threeComments } from '../samples/comments.js';

const wilma: Author = { id: 'wilma', name: 'Wilma Haverkamp-Zimmermannsdotter', badges: ['staff'] };

/** Written long before the article that quotes it. */
const inJune = { createdAt: '2013-06-21T16:40:00Z' };

const quotable = (): readonly Comment[] => [
  ...threeComments(),
  comment(
    'long',
    wilma,
    {
      format: 'markdown',
      value: `I was there when the **first** pier was built, and this is what was said then:

> It will stand for a hundred years, and it will cost the town nothing.

It stood for eleven. Before anybody votes, read at least:

1. annex C, which has the drawing
2. annex F, which has the bill: https://gazette.example/council/2013/papers/annex-f-costs-and-repayments-by-year-and-by-harbour-basin.pdf

\`\`\`
8 900 000 loan over 25 years at 3.1 per cent, from which the ferry pays two thirds
\`\`\`

The rest is poetry.`,
    },
    { ...inJune, votes: { up: 48 } },
  ),
  comment('arabic', 'سلمى الحداد', 'عبرت بالعبّارة القديمة كل يوم ست سنوات، ولم تتأخر يومًا واحدًا.', inJune),
  comment('nobody', null, 'Benches, please, and a light that works.', { ...inJune, parentId: '1' }),
];

const gone = (): readonly Comment[] => [
  ...threeComments(),
  comment('taken-back', wilma, '', { ...inJune, status: 'deleted' }),
  comment('removed', null, '', { ...inJune, status: 'hidden' }),
];

export const quoteStates: readonly DemoState[] = [
  {
    name: 'quotes',
    title: 'Quoted comments',
    about:
      'Comments in the text of another article, with <comment-quote>: a short one, a long one with Markdown, one in Arabic, a reply by nobody in particular. Each leads to its place in the discussion below.',
    group: 'Quotes',
    make: () => [
      {
        adapter: memoryAdapter({ comments: quotable() }),
        quotes: [
          {
            comment: '2',
            before: 'Not everybody thinks that a market on the pier will stand empty in winter.',
            printed: 'A wet Tuesday in February is exactly when people want soup. (Rosalind Okonjo-Hale)',
          },
          {
            comment: 'long',
            before: 'Others remember the pier before this one.',
            printed: 'It stood for eleven. (Wilma Haverkamp-Zimmermannsdotter)',
          },
          {
            comment: 'arabic',
            before: 'The old ferry has its friends on the north bank, too.',
            printed: 'ولم تتأخر يومًا واحدًا. (سلمى الحداد)',
          },
          {
            comment: 'nobody',
            before: 'What nobody has drawn yet is somewhere to sit.',
            printed: 'Benches, please, and a light that works.',
          },
        ],
      },
    ],
  },
  {
    name: 'quotes-gone',
    title: 'Quotes of removed comments',
    about:
      'One comment was deleted by its author, one removed by the editors, and one is unknown to the backend. What the page had printed of them is gone, too.',
    group: 'Quotes',
    make: () => [
      {
        adapter: memoryAdapter({ comments: gone() }),
        quotes: [
          {
            comment: 'taken-back',
            before: 'Some thought better of it.',
            printed: 'Forty stalls, and thirty-nine of them will sell candles. (Wilma Haverkamp-Zimmermannsdotter)',
          },
          { comment: 'removed', before: 'One went too far.', printed: 'Whoever drew this has never seen water.' },
          {
            comment: 'before-the-move',
            before: 'And one was lost when the pages moved.',
            printed: 'I said the same in 1987, on paper.',
          },
        ],
      },
    ],
  },
  {
    name: 'quotes-unreachable',
    title: 'A quote that cannot be fetched',
    about: 'The backend does not answer. The article shows the words that were printed in it.',
    group: 'Quotes',
    make: () => [
      {
        adapter: memoryAdapter({ comments: threeComments(), faults: () => new AdapterError('unavailable') }),
        quotes: [
          {
            comment: '2',
            before: 'Not everybody thinks that a market on the pier will stand empty in winter.',
            printed: 'A wet Tuesday in February is exactly when people want soup. (Rosalind Okonjo-Hale)',
          },
        ],
      },
    ],
  },
];
