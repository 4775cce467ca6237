/** A comment of the sample conversation. `replyTo` is the index of the comment it replies to. */
export interface SampleComment {
  readonly by: 'Tom' | 'Priya' | 'Per';
  readonly text: string;
  readonly replyTo?: number;
}

/** A conversation about the ferry pier, in text that is also valid Markdown. */
export const conversation: readonly SampleComment[] = [
  {
    by: 'Tom',
    text: 'Nineteen minutes late on Tuesday, twenty-four on Friday, and the board said 1 < 2 minutes both times.\n\nWho reads that board?',
  },
  {
    by: 'Priya',
    text: 'The harbour office does: https://harbour.example/board is what they see. It is an hour behind.',
    replyTo: 0,
  },
  { by: 'Per', text: 'Since the clocks changed?', replyTo: 1 },
  { by: 'Priya', text: 'Since the clocks changed.', replyTo: 2 },
  { by: 'Per', text: 'I have come to like the wait. The tea at the kiosk is good 🫖, and one meets people.' },
  { by: 'Tom', text: 'Say that again in November.', replyTo: 4 },
];
