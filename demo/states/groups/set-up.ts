import { createMemoryAdapter } from '../../../src/adapters/memory.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { ada, comment, threeComments } from '../samples/comments.js';

/** A heading that tells a section from the others of its page: screen readers list sections by their headings. */
const headed = (title: string): Pick<DemoSection, 'messages'> => ({
  messages: { heading: (count) => (count === undefined ? title : `${title} (${count})`) },
});

export const setUpStates: readonly DemoState[] = [
  {
    name: 'two-sections',
    title: 'Two sections on one page',
    about: 'Each has its own discussion, form, drafts and reports.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      { caption: 'What readers say', adapter: createMemoryAdapter({ comments: threeComments() }) },
      {
        caption: 'What the experts say',
        adapter: createMemoryAdapter({
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
    about: 'The page’s own policy, its own way to sign in, and a newsletter box below the text box. A box in dashes marks each.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      {
        caption: 'Open',
        adapter: createMemoryAdapter({ info: { posting: { who: 'signed-in' } } }),
        attributes: { 'policy-href': 'index.html#policy' },
        slots: {
          policy: 'Slot policy: be brief, be kind, be right, in this order if need be.',
          empty: 'Slot empty: a blank sheet. The first word is yours.',
          'sign-in': 'Slot sign-in: use the button in our masthead to sign in.',
          'composer-end': 'Slot composer-end: the weekly letter from the harbour, every Friday.',
        },
        act: (reader) => reader.write('What the slots below say is the page’s.'),
      },
      {
        caption: 'Closed',
        ...headed('Comments until yesterday'),
        adapter: createMemoryAdapter({ info: { state: 'closed' } }),
        slots: {
          closed: 'Slot closed: that was it. Letters to the editor are still welcome.',
          empty: 'Slot empty: nobody wrote.',
        },
      },
    ],
  },
  {
    name: 'default-slot',
    title: 'Content before the comments',
    about: 'The backend takes an hour. Until then the page’s own content stands in the section.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      { adapter: createMemoryAdapter({ delay: 3_600_000 }), slots: { '': 'Read the comments of this article on a page of their own.' } },
    ],
  },
  {
    name: 'misconfigured',
    title: 'Misconfigured',
    about:
      'No adapter (noticed after five seconds), a backend that nobody knows, one without its data, and a time zone that does not exist. The developer is told; readers of a published page see one quiet sentence.',
    group: 'Set-up',
    make: (): readonly DemoSection[] => [
      { caption: 'No adapter', ...headed('Comments from nowhere') },
      { caption: 'Unknown backend', ...headed('Comments by pigeon'), attributes: { backend: 'pigeon-post' } },
      { caption: 'Static without data', ...headed('Comments from an empty archive'), attributes: { backend: 'static' } },
      {
        caption: 'Unknown time zone',
        adapter: createMemoryAdapter({ comments: [comment('z1', ada, 'What time is it?')] }),
        attributes: { 'time-zone': 'Europe/Atlantis', 'time-style': 'absolute' },
      },
    ],
  },
];
