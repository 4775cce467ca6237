import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { Comment } from '../../../src/index.js';
import type { DemoState } from '../demo-state.js';
import { comment, minutesAgo, threeComments } from '../samples/comments.js';

const arabic = (): readonly Comment[] => [
  comment(
    'ar1',
    'سلمى العاني',
    'كنت أعبر بالعبّارة القديمة كل يوم إلى المدرسة. أتمنى أن تبقى الساعة القديمة في مكانها عند المدخل.',
    {
      createdAt: minutesAgo(300),
    },
  ),
  comment(
    'ar2',
    'يوسف حداد',
    'من سيدفع ثمن الصيانة بعد عشر سنوات؟ لا أرى هذا في تقرير المهندسين.\n\nالتقرير هنا: https://gazette.example/annex-c',
    {
      createdAt: minutesAgo(130),
    },
  ),
  comment(
    'ar3',
    { id: 'ines', name: 'إينيس مارلو', badges: ['author'] },
    'سؤال وجيه. أرسلته اليوم إلى لجنة الأشغال وسأنشر الجواب هنا.',
    {
      createdAt: minutesAgo(45),
    },
  ),
  comment('ar4', 'Tom Arkwright', 'A comment in English keeps its own direction.', { createdAt: minutesAgo(6) }),
];

const german = (): readonly Comment[] => [
  comment(
    'de1',
    'Lotte Weidemann',
    'Die Fähre fehlt mir seit meiner Kindheit. Hoffentlich bleibt die alte Uhr am Eingang hängen.',
    {
      createdAt: minutesAgo(400),
    },
  ),
  comment(
    'de2',
    'Hinnerk Petersen',
    'Und wer bezahlt die Instandhaltung? Im Haushaltssicherungskonzept steht dazu kein Wort.',
    {
      createdAt: minutesAgo(95),
    },
  ),
  comment(
    'de3',
    { id: 'ines', name: 'Ines Marlow', badges: ['author'] },
    'Danke für die Frage, ich habe sie an den Bauausschuss weitergegeben.',
    { createdAt: minutesAgo(2) },
  ),
];

export const languageStates: readonly DemoState[] = [
  {
    name: 'arabic',
    title: 'Right to left',
    about: 'The element is in Arabic: text, dates and direction all follow.',
    group: 'Language and look',
    make: () => [
      {
        adapter: memoryAdapter({
          comments: arabic(),
          info: { posting: { guest: { name: { required: true } } } },
        }),
        attributes: { lang: 'ar', dir: 'rtl' },
      },
    ],
  },
  {
    name: 'german',
    title: 'German',
    about: 'A German section on an English page.',
    group: 'Language and look',
    make: () => [{ adapter: memoryAdapter({ comments: german() }), attributes: { lang: 'de', dir: 'ltr' } }],
  },
  {
    name: 'dark',
    title: 'Dark',
    about: 'Dark because the page is, whatever the system setting.',
    group: 'Language and look',
    dark: true,
    make: () => [
      {
        adapter: memoryAdapter({ comments: threeComments() }),
        act: (reader) => reader.write('It is dark in here.'),
      },
    ],
  },
  {
    name: 'own-words',
    title: 'The publisher’s own words',
    about: 'Some strings replaced through the messages property.',
    group: 'Language and look',
    make: () => [
      {
        adapter: memoryAdapter({ comments: threeComments() }),
        messages: {
          heading: (count) => (count === undefined ? 'Letters' : `Letters (${count})`),
          yourComment: 'Your letter',
          post: 'Send the letter',
        },
      },
    ],
  },
  {
    name: 'heading-level',
    title: 'Heading level 3',
    about: 'The section is below a level-2 heading, and its own is level 3.',
    group: 'Language and look',
    make: () => [
      {
        caption: 'About this article',
        adapter: memoryAdapter({ comments: threeComments() }),
        attributes: { 'heading-level': '3' },
      },
    ],
  },
];
