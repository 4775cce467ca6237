/** The people who can sign in. A real server would look them up among the publisher's accounts. */
import type { Author, PostingRefusal } from '../../src/model/adapter.js';

export interface Person {
  readonly id: string;
  /** Description on the sign-in page. */
  readonly role: string;
  readonly author: Author & { readonly id: string };
  readonly isModerator: boolean;
  readonly refusal?: PostingRefusal;
}

export const people: readonly Person[] = [
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

export const findPerson = (id: string): Person | undefined => people.find((person) => person.id === id);
