/** What a backend can do beyond reading and taking comments, as the adapter's features and methods. */
import type { CommentsAdapter, Features } from '../../model/adapter.js';
import { count, flag, id, known, object, type Read, text, word } from './read-value.js';

export interface Offers extends Omit<Features, 'idempotency' | 'paging'> {
  readonly operations?: readonly string[];
  readonly signIn?: { readonly href: string };
}

export const offers: Read<Offers> = object(
  {},
  {
    operations: known(text),
    sorts: known(word('oldest newest top')),
    input: word('text markdown html'),
    nesting: word('flat one-level tree'),
    maxDepth: count,
    votes: word('like up-down'),
    votesKnowViewer: flag,
    report: object({}, { reasons: known(object({ id }, { label: text })), detail: flag }),
    pollEvery: count,
    signIn: object({ href: text }),
  },
);

/** The methods that a backend need not have something for. */
export const OPTIONAL = [
  'get',
  'source',
  'edit',
  'remove',
  'restore',
  'vote',
  'report',
  'withdrawReport',
  'pin',
  'setClosed',
  'counts',
  'subscribe',
  'signIn',
  'signOut',
] as const satisfies readonly (keyof CommentsAdapter)[];

/** The methods whose operations are not called like them, nor like them with "Comment" behind. */
const METHODS: Readonly<Record<string, string>> = {
  getSource: 'source',
  countComments: 'counts',
  followDiscussion: 'subscribe',
};

/** The names of the methods that the backend has something for. */
export function methodsOf({ operations = [], signIn }: Offers): readonly string[] {
  return [...operations.map((name) => METHODS[name] ?? name.replace(/Comment$/, '')), ...(signIn ? ['signIn'] : [])];
}

/** Before the first answer any order may be asked for: a backend lists in its first where it does not have the one that is wanted. */
export const UNKNOWN: Features = { sorts: ['oldest', 'newest', 'top'], idempotency: 'key' };

export function featuresOf({ operations, sorts, votes = 'like', signIn: _signIn, ...rest }: Offers): Features {
  return {
    ...rest,
    sorts: sorts?.length ? sorts : ['oldest', 'newest'],
    votes: operations?.includes('vote') ? votes : 'none',
    idempotency: 'key',
  };
}
