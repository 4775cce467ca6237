import type { Author, Comment, CommentId } from '../../src/index.js';

const ines: Author = { id: 'ines', name: 'Ines Marlow', badges: ['author'] };
const desk: Author = { id: 'desk', name: 'Comments desk', badges: ['staff'] };
const tom: Author = { id: 'tom', name: 'Tom Arkwright' };
const per: Author = { id: 'per', name: 'Per Lindqvist', badges: ['verified'] };
const priya: Author = { id: 'priya', name: 'Priya Venkatesan', badges: ['verified'] };

const minute = 60_000;
const hour = 60 * minute;

/** A plain-text comment. */
const textComment = (
  {
    id,
    parentId = null,
    author,
    createdAt,
    up = 0,
  }: { id: CommentId; parentId?: CommentId | null; author: Author; createdAt: string; up?: number },
  value: string,
): Comment => ({ id, parentId, author, createdAt, body: { format: 'text', value }, ...(up > 0 && { votes: { up } }) });

/** The discussion of one article, with times relative to `now` (milliseconds since 1970). */
export function seedComments(key: string, now: number): readonly Comment[] {
  const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString();
  switch (key) {
    case 'harbour-ferry-pier':
      return pierComments(ago);
    case 'harbour-gazette-library':
      return [
        textComment(
          { id: 'library-1', author: priya, createdAt: ago(8 * hour) },
          'Thank you, students. I will bring biscuits.',
        ),
        textComment(
          { id: 'library-2', parentId: 'library-1', author: { name: 'At the desk' }, createdAt: ago(7 * hour) },
          'Noted!',
        ),
        textComment({ id: 'library-3', author: tom, createdAt: ago(3 * hour) }, 'Ten at night, and heated?'),
      ];
    case 'harbour-gazette-tram':
      return [
        textComment(
          { id: 'tram-1', author: { name: 'Line 4' }, createdAt: ago(5 * hour) },
          'Twelve minutes, on a good Sunday.',
        ),
      ];
    default:
      return [];
  }
}

function pierComments(ago: (milliseconds: number) => string): readonly Comment[] {
  return [
    {
      id: 'desk-2',
      author: desk,
      createdAt: ago(3 * hour + 30 * minute),
      pinned: true,
      votes: { up: 12 },
      body: {
        format: 'markdown',
        value:
          'Maud Achterberg, who leads the works committee, answers questions here **on Thursday from five to six**. Post yours before then.',
      },
    },
    {
      id: 'tom-1',
      author: tom,
      createdAt: ago(21 * hour),
      votes: { up: 48 },
      body: {
        format: 'text',
        value:
          'I worked on the last ferry. The current on the north side took two boats while I was there, and nothing in the plan that I have seen says how the new berth deals with it.\n\nDoes anyone have the engineers’ report?',
      },
    },
    {
      id: 'ines-1',
      parentId: 'tom-1',
      replyTo: { id: 'tom-1', name: 'Tom Arkwright' },
      author: ines,
      createdAt: ago(20 * hour + 12 * minute),
      votes: { up: 37 },
      body: {
        format: 'markdown',
        value:
          'It is *annex C* of the council paper, and I have now said so in the article. The short version:\n\n- the berth turns by **eleven degrees**, away from the stream\n- a row of free-standing posts breaks what is left of it\n- a pilot boat tries it all out for one winter first\n\nThank you for asking.',
      },
    },
    textComment(
      { id: 'per-1', parentId: 'ines-1', author: per, createdAt: ago(19 * hour + 40 * minute), up: 9 },
      'Eleven degrees on a model in a tank. Which of the pilots has been asked?',
    ),
    textComment(
      { id: 'tom-2', parentId: 'per-1', author: tom, createdAt: ago(19 * hour + 10 * minute), up: 21 },
      'I am one. Nobody asked me.',
    ),
    textComment(
      { id: 'ines-3', parentId: 'tom-2', author: ines, createdAt: ago(18 * hour + 30 * minute), up: 15 },
      'The guild was heard on 3 September, and the minutes are public. But you are right that nobody asked those who worked the old line. I have asked why.',
    ),
    {
      id: 'rosalind-1',
      author: { id: 'rosalind', name: 'Rosalind Okonjo-Hale' },
      createdAt: ago(19 * hour),
      featured: true,
      votes: { up: 64 },
      body: {
        format: 'text',
        value: 'My stall would be one of the forty. A wet Tuesday in February is exactly when people want soup.',
      },
    },
    {
      id: 'harbour-rat-1',
      author: { name: 'harbour_rat', badges: ['guest'] },
      createdAt: ago(17 * hour + 40 * minute),
      body: { format: 'text', value: 'Same builder as the bus station. Same surprise in two years.' },
    },
    {
      id: 'spam-1',
      author: { name: 'best-boats-4-u' },
      createdAt: ago(17 * hour),
      status: 'hidden',
      body: { format: 'text', value: '' },
    },
    {
      id: 'desk-1',
      parentId: 'harbour-rat-1',
      replyTo: { id: 'harbour-rat-1', name: 'harbour_rat' },
      author: desk,
      createdAt: ago(16 * hour + 30 * minute),
      body: {
        format: 'html',
        value:
          '<p>The contract has not been awarded yet; the call for tenders ends on 15 January. We keep all papers about the pier on <a href="https://gazette.example/topics/pier">one page</a>.</p>',
      },
    },
    {
      id: 'teodor-1',
      author: { id: 'teodor', name: 'Teodor Brandt', url: 'https://brandt.example/' },
      createdAt: ago(14 * hour),
      editedAt: ago(13 * hour + 50 * minute),
      votes: { up: 29 },
      body: {
        format: 'text',
        value:
          'A few numbers, because I have spent too many evenings with this budget.\n\nThe loan is 8.9 million over twenty-five years. At the rate the city borrowed at last month that is roughly 540,000 a year. Forty stalls at the rent that the paper assumes bring in 610,000, if every one of them is let all year round. The covered market on Ropewalk has never been more than 80 per cent full, and at 80 per cent the pier loses money before anybody has painted a railing.\n\nThat does not make it a bad idea. Nobody asks the coast road to pay for itself, and the ferry takes nine hundred cars off it. But then let us say that we are paying for a ferry because we want one, and stop pretending that the cheese will do it.\n\nWhat I miss most is a table with three lines: what it costs when all goes well, what it costs when it goes as the bus station went, and at which point we stop.',
      },
    },
    {
      id: 'lotte-1',
      author: { id: 'lotte', name: 'Lotte Weidemann' },
      createdAt: ago(11 * hour),
      body: {
        format: 'text',
        value:
          'Als Kind bin ich mit meiner Großmutter jeden Samstag hinübergefahren. Ich freue mich, dass ich es noch einmal erlebe.',
      },
    },
    {
      id: 'yusuf-1',
      author: { id: 'yusuf', name: 'يوسف حداد' },
      createdAt: ago(9 * hour),
      body: {
        format: 'text',
        value: 'أعمل في الضفة الشمالية وأقود السيارة خمسين دقيقة كل صباح. عشر دقائق في العبّارة تغيّر حياتي.',
      },
    },
    {
      id: 'priya-1',
      author: priya,
      votes: { up: 18 },
      createdAt: ago(6 * hour),
      body: {
        format: 'markdown',
        value:
          'I count birds on those stumps for the nature club.\n\n> until the young have flown, in July\n\nLast year the last ones left on **9 August**. Our counts are public: <https://birds.example/counts/pier>. Please check the calendar before the piling starts.',
      },
    },
    {
      id: 'held-1',
      author: { name: 'In a hurry' },
      createdAt: ago(5 * hour),
      status: 'pending',
      body: { format: 'text', value: 'Held for review, and its author is not here: no one sees this.' },
    },
    {
      id: 'marguerite-1',
      author: { id: 'marguerite', name: 'Marguerite Aldous' },
      createdAt: ago(2 * hour + 20 * minute),
      votes: { up: 33 },
      body: {
        format: 'text',
        value:
          'Will there be somewhere to sit that is not a café? I am eighty-one and I would like to look at the water for nothing.',
      },
    },
    {
      id: 'ines-2',
      parentId: 'marguerite-1',
      replyTo: { id: 'marguerite-1', name: 'Marguerite Aldous' },
      author: ines,
      createdAt: ago(48 * minute),
      body: {
        format: 'text',
        value: 'I asked. Thirty benches along the west side, under a roof, no purchase required.',
      },
    },
    {
      id: 'sipho-1',
      author: { id: 'sipho', name: 'Sipho Dlamini' },
      createdAt: ago(12 * minute),
      body: {
        format: 'text',
        value:
          'Four knots, eleven degrees, forty stalls, thirty benches. All I want to know is whether I can bring the bicycle.',
      },
    },
  ];
}
