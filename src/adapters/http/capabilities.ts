/** Maps what a backend offers beyond reading and posting comments to the features and methods of the adapter. */
import type { CommentsAdapter, Features } from '../../model/adapter.js';
import { count, type Decoder, flag, id, lenientList, object, text, word, wordOrLabel } from '../shared/decoders.js';

/** The member `offers` of the response to `GET /discussion`. */
export interface Offers extends Omit<Features, 'idempotency' | 'paging'> {
  readonly operations?: readonly string[];
  readonly signIn?: { readonly href: string };
}

export const offers: Decoder<Offers> = object(
  {},
  {
    operations: lenientList(text),
    sorts: lenientList(wordOrLabel('oldest newest top')),
    filters: lenientList(word('featured')),
    input: word('text markdown html'),
    nesting: word('flat one-level tree'),
    maxDepth: count,
    removal: word('tombstone subtree'),
    votes: word('like up-down'),
    votesKnowViewer: flag,
    finalVotes: flag,
    report: object(
      {},
      {
        reasons: lenientList(object({ id }, { label: text, form: word('short notice'), anonymous: flag })),
        detail: flag,
      },
    ),
    pollEvery: count,
    signIn: object({ href: text }),
  },
);

/** The adapter's methods that a backend need not support. */
export const OPTIONAL_METHODS = [
  'get',
  'source',
  'edit',
  'remove',
  'restore',
  'vote',
  'report',
  'withdrawReport',
  'pin',
  'approve',
  'reject',
  'hold',
  'feature',
  'hide',
  'ban',
  'acknowledgeWarning',
  'setClosed',
  'counts',
  'subscribe',
  'signIn',
  'signOut',
] as const satisfies readonly (keyof CommentsAdapter)[];

export type OptionalMethod = (typeof OPTIONAL_METHODS)[number];

/** Methods by `operationId`. All others are named like their operation, with or without "Comment" at its end. */
const METHODS: Readonly<Record<string, string>> = {
  getSource: 'source',
  banAuthor: 'ban',
  countComments: 'counts',
  followDiscussion: 'subscribe',
};

/** The names of the methods that the backend supports. */
export function methodsOf({ operations = [], signIn }: Offers): readonly string[] {
  return [...operations.map((name) => METHODS[name] ?? name.replace(/Comment$/, '')), ...(signIn ? ['signIn'] : [])];
}

/** The features before the first response. Any order may be requested: a backend falls back to its default. */
export const INITIAL_FEATURES: Features = { sorts: ['oldest', 'newest', 'top'], idempotency: 'key' };

export function featuresOf({ operations: _operations, sorts, signIn: _signIn, ...rest }: Offers): Features {
  return {
    ...rest,
    sorts: sorts?.length ? sorts : ['oldest'],
    idempotency: 'key',
  };
}
