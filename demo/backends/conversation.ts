/** One thing that was said. `answers`: the place in the list of what it answers. */
export interface Said {
  readonly by: 'Tom' | 'Priya' | 'Per';
  readonly text: string;
  readonly answers?: number;
}

/** What people say about the ferry pier, in plain text that is Markdown as well. */
export const conversation: readonly Said[] = [
  {
    by: 'Tom',
    text: 'Nineteen minutes late on Tuesday, twenty-four on Friday, and the board said 1 < 2 minutes both times.\n\nWho reads that board?',
  },
  { by: 'Priya', text: 'The harbour office does: https://harbour.example/board is what they see. It is an hour behind.', answers: 0 },
  { by: 'Per', text: 'Since the clocks changed?', answers: 1 },
  { by: 'Priya', text: 'Since the clocks changed.', answers: 2 },
  { by: 'Per', text: 'I have come to like the wait. The tea at the kiosk is good 🫖, and one meets people.' },
  { by: 'Tom', text: 'Say that again in November.', answers: 4 },
];
