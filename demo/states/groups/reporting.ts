import { memoryAdapter } from '../../../src/adapters/memory.js';
import { staticAdapter } from '../../../src/adapters/static.js';
import { AdapterError, type Report } from '../../../src/index.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { ada, comment, minutesAgo, threeComments } from '../samples/comments.js';

/** A comment already reported, one that can be, one whose report fails at first, and the reader's own. */
const reportable = (): DemoSection => ({
  adapter: memoryAdapter({
    viewer: { state: 'signed-in', author: ada },
    comments: [
      comment('done', 'Best Boats', 'Cheap boats!!! Click my name.', { reported: true, createdAt: minutesAgo(50) }),
      comment('works', 'harbour_rat', 'Everybody on the council can be bought, and I have the price list.', {
        createdAt: minutesAgo(40),
      }),
      comment('fails', 'Clive Underhill', 'The mayor lives in Cable Street 9, go and tell her yourselves.', {
        createdAt: minutesAgo(30),
      }),
      comment('own', ada, 'One does not report oneself.', { createdAt: minutesAgo(20) }),
    ],
    faults: ({ method, attempt, args }) => {
      const isFailing = method === 'report' && (args[1] as Report).id === 'fails';
      return isFailing && attempt < 3
        ? new AdapterError('unavailable', 'The desk’s inbox is full', { stored: 'no' })
        : undefined;
    },
  }),
});

export const reportingStates: readonly DemoState[] = [
  {
    name: 'reported',
    title: 'Reporting',
    about:
      'The first comment is already reported, the second can be, the third fails twice, the fourth is the reader’s own.',
    group: 'Reporting',
    make: () => [reportable()],
  },
  {
    name: 'report-failed',
    title: 'Report failed',
    about: 'The backend did not accept the report. The form keeps what the reader entered.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [{ ...reportable(), act: (reader) => reader.report(2) }],
  },
  {
    name: 'report-sent',
    title: 'Report sent',
    about: 'The report has a reference number and can be withdrawn.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [{ ...reportable(), act: (reader) => reader.report(1) }],
  },
  {
    name: 'report-reasons',
    title: 'The backend’s own reasons',
    about: 'Two reasons defined by the backend, and no free text.',
    group: 'Reporting',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: threeComments(),
          features: {
            report: { reasons: [{ id: 'rules', label: 'Breaks rule 4 of the house' }, { id: 'spam' }], detail: false },
          },
        }),
      },
    ],
  },
  {
    name: 'report-by-link',
    title: 'Report by link',
    about: 'The backend is read-only, so reports go by email, with the comment’s URL in the text.',
    group: 'Reporting',
    make: () => [
      {
        adapter: staticAdapter({ data: { info: { state: 'open' }, comments: threeComments() } }),
        attributes: { 'report-href': 'mailto:desk@gazette.example' },
      },
    ],
  },
  {
    name: 'no-reports',
    title: 'No reports',
    about: 'Neither the backend nor the page accepts reports, so there is no button.',
    group: 'Reporting',
    make: () => [{ adapter: memoryAdapter({ comments: threeComments(), without: ['report', 'withdrawReport'] }) }],
  },
];
