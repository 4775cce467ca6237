/** What is wrong with an adapter's answer, in words for its author. Readers load it with what only some of them need. */
import { AdapterError } from './adapter.js';

const WANTED: Readonly<Partial<Record<string, string>>> = {
  open: 'an object that names its "state"',
  list: 'an object that has an array of comments as its "items"',
  get: 'a comment',
  submit: 'an object whose "outcome" is published, pending, rejected or invisible',
  signIn: 'a viewer, or an object with "redirect"',
  vote: 'the votes as they are now',
};

/** `wanted`: what the method should have answered, where that is not the same each time. */
export function wrongAnswer(method: string, answer: unknown, wanted = WANTED[method]): AdapterError {
  // Nobody needs a thousand comments to see it.
  return new AdapterError('bad-response', `${method}() answered ${`${JSON.stringify(answer)}`.slice(0, 80)}: answer ${wanted}`);
}
