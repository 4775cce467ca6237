/** People and comments shared by several states. */
import type { Author, Body, Comment } from '../../../src/index.js';

export const ada: Author = { id: 'ada', name: 'Ada Okafor' };

const minute = 60_000;

/** ISO time the given number of minutes ago. */
export const minutesAgo = (minutes: number): string => new Date(Date.now() - minutes * minute).toISOString();

/** A comment with defaults for everything a state does not care about. */
export function comment(
  id: string,
  author: string | Author | null,
  body: string | Body,
  rest: Partial<Comment> = {},
): Comment {
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
  comment(
    '1',
    'Tom Arkwright',
    'The current on the north side took two boats while I was there. How does the new berth deal with it?',
    {
      createdAt: minutesAgo(190),
    },
  ),
  comment('2', 'Rosalind Okonjo-Hale', 'A wet Tuesday in February is exactly when people want soup.', {
    createdAt: minutesAgo(75),
  }),
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

/** `count` different comments, oldest first. */
export const manyComments = (count: number): readonly Comment[] =>
  Array.from({ length: count }, (_, index) =>
    comment(
      `m${index + 1}`,
      `Reader ${index + 1}`,
      `${openings[index % openings.length] ?? ''} ${endings[index % endings.length] ?? ''}`,
      {
        createdAt: minutesAgo((count - index) * 17),
      },
    ),
  );
