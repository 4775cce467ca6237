import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { AdapterError, type PostingRefusal } from '../../../src/index.js';
import type { DemoSection, DemoState } from '../demo-state.js';
import { ada, comment, minutesAgo, threeComments } from '../samples/comments.js';

const draft = 'The pier is where I learned to swim, and where I hope to teach my daughter.';

/** Leaves a text in this tab, as its writer did before: `writer` is an account's id, or null for somebody signed out. */
const leave = (discussion: string, writer: string | null, body: string): void =>
  sessionStorage.setItem(
    `article-comments:draft:${JSON.stringify([discussion, writer, null, null, null, `by-${writer}`])}`,
    JSON.stringify({ body, savedAt: Date.now() }),
  );

const section = (options: MemoryOptions, rest: Omit<DemoSection, 'adapter'> = {}): readonly DemoSection[] => [
  { adapter: memoryAdapter({ comments: threeComments(), ...options }), ...rest },
];

/** A section where the reader has just pressed “Post comment”. */
const afterPosting = (options: MemoryOptions): readonly DemoSection[] =>
  section(options, { act: (reader) => reader.post(draft) });

const refusedState = (name: string, title: string, about: string, refusal: () => PostingRefusal): DemoState => ({
  name,
  title,
  about,
  group: 'Writing',
  make: () =>
    section({
      viewer: { state: 'signed-in', author: ada },
      info: { posting: { who: 'signed-in', refusal: refusal() } },
    }),
});

export const writingStates: readonly DemoState[] = [
  {
    name: 'notify',
    title: 'Told of replies',
    about: 'Turn to the form: the writer may ask to be told of replies. The choice stays on the device.',
    group: 'Writing',
    make: () => [{ adapter: memoryAdapter({ comments: threeComments(), info: { posting: { notify: 'off' } } }) }],
  },
  {
    name: 'toolbar',
    title: 'Toolbar and preview',
    about:
      'The backend reads Markdown. Select a word and press “Bold” or Ctrl+B, add a link, look at the preview. Undo works, arrow keys lead through the toolbar, and “?” outside of the text box lists the keys.',
    group: 'Writing',
    make: () =>
      section(
        { features: { input: 'markdown' } },
        { act: (reader) => reader.write('The **pier** is where I learned to *swim*.\n\n> A quote') },
      ),
  },
  {
    name: 'toolbar-off',
    title: 'Without a toolbar',
    about: 'The same backend, and toolbar="off": the form is the one for plain text.',
    group: 'Writing',
    make: () =>
      section(
        { features: { input: 'markdown' } },
        { attributes: { toolbar: 'off' }, act: (reader) => reader.write('The **pier**.') },
      ),
  },
  {
    name: 'guest',
    title: 'Guest',
    about: 'Name is required, email and website are optional. The fields appear once the form is in use.',
    group: 'Writing',
    make: () =>
      section(
        {
          info: {
            posting: { guest: { name: { required: true }, email: { required: false }, website: { required: false } } },
          },
        },
        { act: (reader) => reader.write('As a guest, I would say this: ') },
      ),
  },
  {
    name: 'kept-elsewhere',
    title: 'A draft from another tab',
    about: 'Another tab has kept a text for this discussion. It is offered, and exchanged for what stands in the box.',
    group: 'Writing',
    make: () =>
      section(
        {},
        {
          prepare: (discussion) =>
            localStorage.setItem(
              `article-comments:draft:${JSON.stringify([discussion, null, null, null, null, 'another-tab'])}`,
              JSON.stringify({ body: 'Begun in another tab: who owns the pier?', savedAt: Date.now() }),
            ),
          act: (reader) => reader.write(draft),
        },
      ),
  },
  {
    name: 'kept-signed-out',
    title: 'A draft from before signing in',
    about: 'Ada wrote one text before she signed in, and had begun another as Ada. Either can be used.',
    group: 'Writing',
    make: () =>
      section(
        { viewer: { state: 'signed-in', author: ada }, account: ada },
        {
          prepare: (discussion) => {
            leave(discussion, ada.id ?? null, 'As I said at the meeting, ');
            leave(discussion, null, 'Begun before signing in: who owns the pier?');
          },
          act: (reader) => reader.sees('kept-text'),
        },
      ),
  },
  {
    name: 'discarded',
    title: 'A discarded draft',
    about: 'The text is gone from the box, and “Undo” brings it back until something else is written.',
    group: 'Writing',
    make: () =>
      section(
        {},
        {
          act: async (reader) => {
            await reader.write(draft);
            await reader.discard();
          },
        },
      ),
  },
  {
    name: 'signed-in',
    title: 'Signed in',
    about: 'Ada Okafor posts under her own name and can sign out. The guest fields are not shown.',
    group: 'Writing',
    make: () =>
      section(
        {
          viewer: { state: 'signed-in', author: ada },
          account: ada,
          info: { posting: { guest: { name: { required: true } } } },
        },
        { act: (reader) => reader.write('As I said at the meeting, ') },
      ),
  },
  {
    name: 'signed-out',
    title: 'Signed out',
    about: 'Only signed-in readers may post. The text survives the sign-in.',
    group: 'Writing',
    make: () =>
      section({ account: ada, info: { posting: { who: 'signed-in' } } }, { act: (reader) => reader.write(draft) }),
  },
  {
    name: 'sign-in-elsewhere',
    title: 'Signed out, no way to sign in here',
    about: 'The adapter has no signIn, and the page does not fill the slot.',
    group: 'Writing',
    make: () => section({ info: { posting: { who: 'signed-in' } } }, { act: (reader) => reader.write(draft) }),
  },
  {
    name: 'held',
    title: 'Held for review',
    about: 'Ada’s comment from fifteen minutes ago is held, and only she sees it. New comments are held as well.',
    group: 'Writing',
    make: () =>
      section({
        viewer: { state: 'signed-in', author: ada },
        comments: [
          ...threeComments(),
          comment('held', ada, 'A link to the old timetable: https://archive.example/1979', {
            status: 'pending',
            createdAt: minutesAgo(15),
          }),
        ],
        moderate: () => ({ outcome: 'pending', reason: 'Comments with links are read first.' }),
      }),
  },
  {
    name: 'held-after-posting',
    title: 'Held after posting',
    about: 'Ada has just posted, and her comment is held.',
    group: 'Writing',
    make: () =>
      afterPosting({
        viewer: { state: 'signed-in', author: ada },
        moderate: () => ({ outcome: 'pending', reason: 'A first comment is read before it appears.' }),
      }),
  },
  {
    name: 'premoderated',
    title: 'Every comment is reviewed',
    about: 'The form says that editors review comments first.',
    group: 'Writing',
    make: () => section({ info: { posting: { premoderated: true } } }, { act: (reader) => reader.write(draft) }),
  },
  {
    name: 'rejected',
    title: 'Rejected',
    about: 'The backend rejects every comment and says why. The text stays.',
    group: 'Writing',
    make: () =>
      afterPosting({ moderate: () => ({ outcome: 'rejected', reason: 'Please leave out the telephone number.' }) }),
  },
  {
    name: 'reconsider',
    title: 'Asked to reconsider',
    about: 'The backend finds the tone harsh. Change the text, or post it anyway.',
    group: 'Writing',
    make: () =>
      afterPosting({
        moderate: ({ confirm }) => {
          if (confirm === 'anyway') return { outcome: 'published' };
          const message = 'Some of these words may hurt. Would you like to read it once more?';
          throw new AdapterError('confirm', message, { stored: 'no', challenge: { type: 'reconsider', message } });
        },
      }),
  },
  {
    name: 'captcha',
    title: 'Captcha',
    about: 'A question before posting. The answer is “seven” or 7.',
    group: 'Writing',
    make: () =>
      afterPosting({
        moderate: ({ confirm }) => {
          if (/^(7|seven)$/i.test(confirm?.trim() ?? '')) return { outcome: 'published' };
          throw new AdapterError('confirm', '', {
            stored: 'no',
            challenge: { type: 'captcha', question: 'How many days are in a week?' },
          });
        },
      }),
  },
  {
    name: 'failed-to-post',
    title: 'Failed to post',
    about: 'Certainly not stored. The text is kept, and “Try again” succeeds.',
    group: 'Writing',
    make: () =>
      afterPosting({
        faults: ({ method, attempt }) =>
          method === 'submit' && attempt === 1 ? new AdapterError('network', '', { stored: 'no' }) : undefined,
      }),
  },
  {
    name: 'lost-response',
    title: 'Response lost',
    about: 'The comment was stored, but the response was lost. Trying again must not post it twice.',
    group: 'Writing',
    make: () =>
      afterPosting({
        faults: ({ method, attempt }) => (method === 'submit' && attempt === 1 ? 'lost-answer' : undefined),
      }),
  },
  {
    name: 'rate-limited',
    title: 'Rate-limited',
    about: 'The backend asks to wait 45 seconds. The form counts down, then the button works.',
    group: 'Writing',
    make: () =>
      afterPosting({
        faults: ({ method, attempt }) =>
          method === 'submit' && attempt === 1
            ? new AdapterError('rate-limited', '', { stored: 'no', retryAfter: 45 })
            : undefined,
      }),
  },
  {
    name: 'near-limit',
    title: 'Near the limit',
    about: 'Ninety of a hundred characters used. Type on to go over the limit; nothing is cut.',
    group: 'Writing',
    make: () =>
      section(
        { info: { posting: { max: { value: 100, unit: 'graphemes' } } } },
        {
          act: (reader) =>
            reader.write('Ninety characters are not a lot, yet enough to ask who will sweep the leaves off the pier.'),
        },
      ),
  },
  {
    name: 'over-limit',
    title: 'Over the limit',
    about: 'Too long. The counter says by how much, and the button explains what to do.',
    group: 'Writing',
    make: () =>
      section(
        { info: { posting: { max: { value: 60, unit: 'graphemes' } } } },
        {
          act: (reader) =>
            reader.write('This sentence was pasted from somewhere else, and it is longer than the paper would like.'),
        },
      ),
  },
  refusedState('banned', 'Banned for a while', 'Ada may not post for two days, but can read.', () => ({
    reason: 'banned',
    until: new Date(Date.now() + 2 * 86_400_000).toISOString(),
  })),
  refusedState('unverified', 'Not verified', 'The email address of this account is not confirmed.', () => ({
    reason: 'unverified',
    href: 'https://gazette.example/account',
  })),
  refusedState(
    'not-a-member',
    'Not a member',
    'Comments are for subscribers. The notice links to the subscription page.',
    () => ({
      reason: 'not-a-member',
      message: 'Comments are open to subscribers of The Harbour Gazette.',
      href: 'https://gazette.example/subscribe',
    }),
  ),
];
