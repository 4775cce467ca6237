import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { ada, comment, threeComments } from '../samples/comments.js';

/** Gives a section its own heading: screen readers list sections by their headings. */
const withHeading = (title: string): Pick<DemoSection, 'messages'> => ({
  messages: { heading: (count) => (count === undefined ? title : `${title} (${count})`) },
});

export const setUpStates: readonly DemoState[] = [
  {
    name: 'two-sections',
    title: 'Two sections on one page',
    about: 'Each has its own discussion, form, drafts and reports.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      { caption: 'What readers say', adapter: memoryAdapter({ comments: threeComments() }) },
      {
        caption: 'What the experts say',
        adapter: memoryAdapter({
          comments: [
            comment('e1', 'Maud Achterberg', 'Eleven degrees are enough; we have measured it.'),
            comment('e2', 'Per Lindqvist', 'In the bathtub.'),
          ],
        }),
      },
    ],
  },
  {
    name: 'slots',
    title: 'Slots filled',
    about: 'The page’s own policy, sign-in and a newsletter box below the text box, each with a dashed border.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      {
        caption: 'Open',
        adapter: memoryAdapter({ info: { posting: { who: 'signed-in' } } }),
        attributes: { 'policy-href': 'index.html#policy' },
        slots: {
          policy: 'Slot policy: be brief, be kind, be right, in this order if need be.',
          empty: 'Slot empty: a blank sheet. The first word is yours.',
          'sign-in': 'Slot sign-in: use the button in our masthead to sign in.',
          'composer-end': 'Slot composer-end: the weekly letter from the harbour, every Friday.',
        },
        act: (reader) => reader.write('The slots below hold the page’s own content.'),
      },
      {
        caption: 'Closed',
        ...withHeading('Comments until yesterday'),
        adapter: memoryAdapter({ info: { state: 'closed' } }),
        slots: {
          closed: 'Slot closed: that was it. Letters to the editor are still welcome.',
          empty: 'Slot empty: no comments were posted.',
        },
      },
    ],
  },
  {
    name: 'default-slot',
    title: 'Content before the comments',
    about: 'The backend takes an hour. Until then the section shows the page’s own content.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      { adapter: memoryAdapter({ delay: 3_600_000 }), slots: { '': 'Read the comments on a separate page.' } },
    ],
  },
  {
    name: 'misconfigured',
    title: 'Misconfigured',
    about:
      'No adapter (reported after five seconds), an unknown backend, a static backend without data, and an unknown time zone. Developers get the details; readers of a published page see one sentence.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      { caption: 'No adapter', ...withHeading('Comments from nowhere') },
      { caption: 'Unknown backend', ...withHeading('Comments by pigeon'), attributes: { backend: 'pigeon-post' } },
      {
        caption: 'Static without data',
        ...withHeading('Comments from an empty archive'),
        attributes: { backend: 'static' },
      },
      {
        caption: 'Unknown time zone',
        adapter: memoryAdapter({ comments: [comment('z1', ada, 'What time is it?')] }),
        attributes: { 'time-zone': 'Europe/Atlantis', 'time-style': 'absolute' },
      },
    ],
  },
];
