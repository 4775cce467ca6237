/** People and comments that several states share. */
import type { Author, Body, Comment } from '../../../src/index.js';

export const ada: Author = { id: 'ada', name: 'Ada Okafor' };

const minute = 60_000;

/** A moment so many minutes before now (or after it, if negative), as the contract writes it. */
export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * minute).toISOString();

/** A comment with what the state is not about filled in. */
export function comment(id: string, author: string | Author | null, body: string | Body, rest: Partial<Comment> = {}): Comment {
  return {
    id,
    author: typeof author === 'string' ? { id: `reader-${author}`, name: author } : author,
    body: typeof body === 'string' ? { format: 'text', value: body } : body,
    createdAt: minutesAgo(180),
    ...rest,
  };
}

/** Three comments about the pier. */
export const threeComments = (): readonly Comment[] => [
  comment('1', 'Tom Arkwright', 'The current on the north side took two boats while I was there. How does the new berth deal with it?', {
    createdAt: minutesAgo(190),
  }),
  comment('2', 'Rosalind Okonjo-Hale', 'A wet Tuesday in February is exactly when people want soup.', { createdAt: minutesAgo(75) }),
  comment(
    '3',
    { id: 'ines', name: 'Ines Marlow', badges: ['author'] },
    'Thank you both. The engineers’ report is annex C of the council paper.',
    {
      createdAt: minutesAgo(9),
    },
  ),
];

const openings = [
  'I crossed with the old ferry every day for six years.',
  'The bus takes fifty minutes, on a good day.',
  'My shop is two streets from the pier.',
  'We lived on the north bank then.',
  'I voted for this council, and I would again.',
  'Nobody asked the people who fish there.',
  'As somebody who builds boats, I have a question.',
  'The drawing looks fine.',
];
const endings = [
  'What I would like to know is who clears the ice.',
  'I hope they keep the old clock.',
  'If it costs less than the bus station, I will eat my hat.',
  'Let the cormorants finish first.',
  'Benches, please, and a light that works.',
];

/** So many comments, each of them different, the first the oldest. */
export const manyComments = (count: number): readonly Comment[] =>
  Array.from({ length: count }, (_, index) =>
    comment(`m${index + 1}`, `Reader ${index + 1}`, `${openings[index % openings.length] ?? ''} ${endings[index % endings.length] ?? ''}`, {
      createdAt: minutesAgo((count - index) * 17),
    }),
  );
