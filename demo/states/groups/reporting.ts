import { memoryAdapter } from '../../../src/adapters/memory.js';
import { staticAdapter } from '../../../src/adapters/static.js';
import { AdapterError, type Decision, type Report } from '../../../src/index.js';
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

/** Comments of which one can be reported as illegal, in a notice that the law asks for. */
const noticeable = (): DemoSection => ({
  adapter: memoryAdapter({
    comments: threeComments(),
    features: {
      report: {
        reasons: [
          { id: 'abuse' },
          { id: 'spam' },
          { id: 'illegal', form: 'notice' },
          { id: 'child-abuse', label: 'Sexual abuse of a child', form: 'notice', anonymous: true },
          { id: 'other' },
        ],
      },
    },
    noticeReceipt: (reference) => ({
      statusUrl: `https://gazette.example/notices/${reference}`,
      redress: { message: 'You can object to our decision within six months.', href: 'mailto:desk@gazette.example' },
    }),
  }),
});

const notice = {
  detail: 'He asks readers to set fire to the harbour office, and says when he will be there.',
  law: 'Section 111 of the Criminal Code',
  name: 'Ada Okafor',
  email: 'ada@example.org',
};

/** A comment of the reader's own that was removed, with the reasons; `lang`: of the words around them, where that is not the page's. */
const decided = (
  texts: Pick<Decision, 'rule' | 'facts'> & { readonly message: string },
  lang?: string,
): DemoSection => {
  const adapter = memoryAdapter({ viewer: { state: 'signed-in', author: ada }, comments: ownAndOther });
  const { message, ...reasons } = texts;
  const redress = { message, href: 'https://gazette.example/objections' };
  const decision: Decision = { measure: 'hidden', ground: 'terms', ...reasons, decidedAt: minutesAgo(5), redress };
  return {
    adapter,
    attributes: lang ? { lang } : {},
    prepare: (discussion) => adapter.decide(discussion, 'own', decision),
  };
};

const ownAndOther = [
  comment('other', 'Tom Arkwright', 'The berth is open again.', { createdAt: minutesAgo(50) }),
  comment('own', ada, 'Whoever voted for this is an idiot.', { createdAt: minutesAgo(40) }),
];

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
  {
    name: 'notice',
    title: 'Notice of illegal content',
    about: '"Illegal content" asks for all that a notice has to hold, "Sexual abuse of a child" for no name.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [{ ...noticeable(), act: async (reader) => void (await reader.openNotice(0, 'illegal')) }],
  },
  {
    name: 'notice-errors',
    title: 'Notice with mistakes',
    about: 'Each field says what is missing, and the focus is on the first.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [
      {
        ...noticeable(),
        act: async (reader) => {
          const fields = await reader.openNotice(0, 'illegal');
          fields.querySelector<HTMLElement>('[part~=add-address]')?.click();
          await reader.fillInNotice(fields, { url: 'the other one', email: 'ada' });
          await reader.sendReport();
        },
      },
    ],
  },
  {
    name: 'notice-sent',
    title: 'Receipt of a notice',
    about: 'The receipt has a reference, the time, and a link to the decision. The notice can be copied.',
    group: 'Reporting',
    actsAlone: true,
    make: () => [
      {
        ...noticeable(),
        act: async (reader) => {
          const fields = await reader.openNotice(0, 'illegal');
          await reader.fillInNotice(fields, notice);
          await reader.vouch(fields);
          await reader.sendReport();
        },
      },
    ],
  },
  {
    name: 'decision',
    title: 'Statement of reasons',
    about: 'The reader’s own comment was removed. Only its author sees why.',
    group: 'Reporting',
    make: () => [
      decided({
        rule: 'Rule 4: no insults',
        facts: 'The comment calls voters idiots.',
        message: 'You can object within six months.',
      }),
    ],
  },
  {
    name: 'decision-ar',
    title: 'Statement of reasons in Arabic',
    about: 'The same, from right to left.',
    group: 'Reporting',
    make: () => [
      decided(
        {
          rule: 'القاعدة 4: لا للإهانات',
          facts: 'يصف التعليق الناخبين بالحمقى.',
          message: 'يمكنك الاعتراض خلال ستة أشهر.',
        },
        'ar',
      ),
    ],
  },
];
