import type { Author, Comment } from '../src/index.js';

const ines: Author = { id: 'ines', name: 'Ines Marlow', badges: ['author'] };
const desk: Author = { id: 'desk', name: 'Comments desk', badges: ['staff'] };

const minute = 60_000;
const hour = 60 * minute;

/** The discussion below the article on the front page, as it stood at the moment `now`, in milliseconds since 1970. */
export function frontComments(now: number): readonly Comment[] {
  const ago = (milliseconds: number): string => new Date(now - milliseconds).toISOString();
  return [
    {
      id: 'tom-1',
      author: { id: 'tom', name: 'Tom Arkwright' },
      createdAt: ago(21 * hour),
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
      body: {
        format: 'markdown',
        value:
          'It is *annex C* of the council paper, and I have now said so in the article. The short version:\n\n- the berth turns by **eleven degrees**, away from the stream\n- a row of free-standing posts breaks what is left of it\n- a pilot boat tries it all out for one winter first\n\nThank you for asking.',
      },
    },
    {
      id: 'rosalind-1',
      author: { id: 'rosalind', name: 'Rosalind Okonjo-Hale' },
      createdAt: ago(19 * hour),
      body: { format: 'text', value: 'My stall would be one of the forty. A wet Tuesday in February is exactly when people want soup.' },
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
        value: 'Als Kind bin ich mit meiner Großmutter jeden Samstag hinübergefahren. Ich freue mich, dass ich es noch einmal erlebe.',
      },
    },
    {
      id: 'yusuf-1',
      author: { id: 'yusuf', name: 'يوسف حداد' },
      createdAt: ago(9 * hour),
      body: { format: 'text', value: 'أعمل في الضفة الشمالية وأقود السيارة خمسين دقيقة كل صباح. عشر دقائق في العبّارة تغيّر حياتي.' },
    },
    {
      id: 'priya-1',
      author: { id: 'priya', name: 'Priya Venkatesan', badges: ['verified'] },
      createdAt: ago(6 * hour),
      body: {
        format: 'markdown',
        value:
          'I count birds on those stumps for the nature club.\n\n> until the young have flown, in July\n\nLast year the last ones left on **9 August**. Our counts are public: <https://birds.example/counts/pier>. Please check the calendar before the piling starts.',
      },
    },
    {
      id: 'held-1',
      author: { name: 'Somebody in a hurry' },
      createdAt: ago(5 * hour),
      status: 'pending',
      body: { format: 'text', value: 'This one waits for an editor, and its author is not here: nobody sees it.' },
    },
    {
      id: 'marguerite-1',
      author: { id: 'marguerite', name: 'Marguerite Aldous' },
      createdAt: ago(2 * hour + 20 * minute),
      body: {
        format: 'text',
        value: 'Will there be somewhere to sit that is not a café? I am eighty-one and I would like to look at the water for nothing.',
      },
    },
    {
      id: 'ines-2',
      parentId: 'marguerite-1',
      replyTo: { id: 'marguerite-1', name: 'Marguerite Aldous' },
      author: ines,
      createdAt: ago(48 * minute),
      body: { format: 'text', value: 'I asked. Thirty benches along the west side, under a roof, no purchase required.' },
    },
    {
      id: 'sipho-1',
      author: { id: 'sipho', name: 'Sipho Dlamini' },
      createdAt: ago(12 * minute),
      body: {
        format: 'text',
        value: 'Four knots, eleven degrees, forty stalls, thirty benches. All I want to know is whether I can bring the bicycle.',
      },
    },
  ];
}
