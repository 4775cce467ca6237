/** The people of the demo, as whom anybody can sign in with `DEMO_SIGN_IN=1`. */
import type { Person } from './identity/person.js';

export interface DemoPerson extends Person {
  /** Description on the sign-in page. */
  readonly role: string;
}

export const people: readonly DemoPerson[] = [
  { id: 'reader', role: 'a reader', author: { id: 'ada', name: 'Ada Okafor' }, isModerator: false },
  {
    id: 'author',
    role: 'author of the article',
    author: { id: 'ines', name: 'Ines Marlow', badges: ['author'] },
    isModerator: false,
  },
  {
    id: 'moderator',
    role: 'a moderator',
    author: { id: 'maren', name: 'Maren Voss', badges: ['moderator'] },
    isModerator: true,
  },
  {
    id: 'banned',
    role: 'a banned reader',
    author: { id: 'bruno', name: 'Bruno Keller' },
    isModerator: false,
    refusal: {
      reason: 'banned',
      message: 'Your account may not post comments.',
      href: 'https://gazette.example/appeal',
    },
  },
];

export const findPerson = (id: string): DemoPerson | undefined => people.find((person) => person.id === id);
