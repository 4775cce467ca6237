import { createMemoryAdapter } from '../../../src/adapters/memory.js';
import { createStaticAdapter } from '../../../src/adapters/static.js';
import { AdapterError, type Report } from '../../../src/index.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { ada, comment, minutesAgo, threeComments } from '../samples/comments.js';

/** One comment that has been reported already, one that can be, one whose report fails the first time. */
const reportable = (): DemoSection => ({
  adapter: createMemoryAdapter({
    viewer: { state: 'signed-in', author: ada },
    comments: [
      comment('done', 'Best Boats', 'Cheap boats!!! Click my name.', { reported: true, createdAt: minutesAgo(50) }),
      comment('works', 'harbour_rat', 'Everybody on the council can be bought, and I have the price list.', { createdAt: minutesAgo(40) }),
      comment('fails', 'Clive Underhill', 'The mayor lives in Cable Street 9, go and tell her yourselves.', { createdAt: minutesAgo(30) }),
      comment('own', ada, 'One does not report oneself.', { createdAt: minutesAgo(20) }),
    ],
    faults: ({ method, attempt, args }) => {
      const isTheOne = method === 'report' && (args[1] as Report).id === 'fails';
      return isTheOne && attempt < 3 ? new AdapterError('unavailable', 'The desk’s inbox is full', { stored: 'no' }) : undefined;
    },
  }),
});

export const reportingStates: readonly DemoState[] = [
  {
    name: 'reported',
    title: 'Reporting',
    about:
      'The first comment has been reported already, the second can be, the third fails at the first attempts, the fourth is the reader’s own.',
    group: 'Reporting',
    make: () => [reportable()],
  },
  {
    name: 'report-failed',
    title: 'Report failed',
    about: 'The reader has sent a report, and the backend did not take it. What was chosen stays.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [{ ...reportable(), act: (reader) => reader.report(2) }],
  },
  {
    name: 'report-sent',
    title: 'Report sent',
    about: 'The backend has taken the report and given it a number; it can be withdrawn.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [{ ...reportable(), act: (reader) => reader.report(1) }],
  },
  {
    name: 'report-reasons',
    title: 'The backend’s own reasons',
    about: 'Two reasons of the backend’s, and no free text.',
    group: 'Reporting',
    make: () => [
      {
        adapter: createMemoryAdapter({
          comments: threeComments(),
          features: { report: { reasons: [{ id: 'rules', label: 'Breaks rule 4 of the house' }, { id: 'spam' }], detail: false } },
        }),
      },
    ],
  },
  {
    name: 'report-by-link',
    title: 'Report by link',
    about: 'The backend can only be read, so reports go by mail, with the address of the comment in the text.',
    group: 'Reporting',
    make: () => [
      {
        adapter: createStaticAdapter({ data: { info: { state: 'open' }, comments: threeComments() } }),
        attributes: { 'report-href': 'mailto:desk@gazette.example' },
      },
    ],
  },
  {
    name: 'no-reports',
    title: 'No reports',
    about: 'Neither the backend nor the page takes reports: there is no control for it.',
    group: 'Reporting',
    make: () => [{ adapter: createMemoryAdapter({ comments: threeComments(), without: ['report', 'withdrawReport'] }) }],
  },
];
