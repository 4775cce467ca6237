/** Three brands around the same comments, each with its style sheet. */
import '../../src/cdn.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { comment, minutesAgo } from '../states/samples/comments.js';

const comments = () => [
  comment(
    '1',
    'Tom Arkwright',
    'The current on the north side took two boats while I was there. How does the new berth deal with it?',
    {
      createdAt: minutesAgo(190),
    },
  ),
  comment(
    '2',
    { id: 'ines', name: 'Ines Marlow', badges: ['author'] },
    'It turns by eleven degrees; see annex C of the council paper.',
    {
      createdAt: minutesAgo(140),
    },
  ),
  comment('3', 'Rosalind Okonjo-Hale', 'A wet Tuesday in February is exactly when people want soup.', {
    createdAt: minutesAgo(31),
  }),
];

// One comment less in each section: screen readers tell the sections apart by the count in their names.
document.querySelectorAll('article-comments').forEach((section, index) => {
  section.adapter = memoryAdapter({ comments: comments().slice(index) });
});

for (const code of document.querySelectorAll<HTMLElement>('code[data-sheet]')) {
  const response = await fetch(code.dataset.sheet ?? '');
  code.textContent = response.ok ? await response.text() : `The style sheet failed to load: ${response.status}.`;
}
