/** Maps what a backend offers beyond reading and posting comments to the features and methods of the adapter. */
import type { CommentsAdapter, Features } from '../../model/adapter.js';
import { COUNT, FLAG, type Patterns, TEXT, validMembers } from './members.js';

/** The methods that send one request each. A reader who only reads needs none of them. */
export const OPERATIONS = [
  'get',
  'submit',
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
  'signOut',
] as const satisfies readonly (keyof CommentsAdapter)[];

export type OperationName = (typeof OPERATIONS)[number];

/** Methods by `operationId`. All others are named like their operation, with or without "Comment" or "Author" at its end. */
const METHODS: Readonly<Record<string, string>> = {
  getSource: 'source',
  countComments: 'counts',
  followDiscussion: 'subscribe',
};

/** The features before the first response. Any order may be requested: a backend falls back to its default. */
export const INITIAL_FEATURES: Features = { sorts: ['oldest', 'newest', 'top'], idempotency: 'key' };

const FEATURES: Patterns = {
  input: /^"(text|markdown|html)"$/,
  nesting: /^"(flat|one-level|tree)"$/,
  maxDepth: COUNT,
  removal: /^"(tombstone|subtree)"$/,
  votes: /^"(none|like|up-down)"$/,
  votesKnowViewer: FLAG,
  finalVotes: FLAG,
  pollEvery: COUNT,
};

const REASON: Patterns = { id: /^"[^"]/, label: TEXT, form: /^"(short|notice)"$/, anonymous: FLAG };

/** What a backend offers. */
export interface Offers {
  readonly features: Features;
  /** The names of the methods that it supports, without `signIn`, which needs a page. */
  readonly methods: readonly string[];
  /** URL of the sign-in page, with `{return}` in place of the URL to return to. */
  readonly signInPage: string;
}

/** Reads the member `offers` of the response to `GET /discussion`. What is invalid or unknown is not offered. */
export function offersOf(offers: unknown): Offers {
  const { operations, sorts, filters, report, signIn } = membersOf(offers);
  const { reasons } = membersOf(report);
  const knownSorts = itemsOf(sorts).filter(isSort);
  const features = {
    ...validMembers(offers, FEATURES),
    sorts: knownSorts.length > 0 ? knownSorts : ['oldest'],
    ...(Array.isArray(filters) && { filters: filters.filter((filter) => filter === 'featured') }),
    ...(Object(report) === report && {
      report: {
        ...validMembers(report, { detail: FLAG }),
        ...(Array.isArray(reasons) && {
          reasons: reasons.map((reason) => validMembers(reason, REASON)).filter(({ id }) => id),
        }),
      },
    }),
    idempotency: 'key',
  };
  const { href } = membersOf(signIn);
  return {
    features: features as Features,
    methods: itemsOf(operations).map((name) => METHODS[String(name)] ?? String(name).replace(/(Comment|Author)$/, '')),
    signInPage: typeof href === 'string' ? href : '',
  };
}

const membersOf = (value: unknown): Readonly<Record<string, unknown>> => Object(value) as Record<string, unknown>;

const itemsOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const isSort = (sort: unknown): boolean => {
  const { id, label } = membersOf(sort);
  return (
    ['oldest', 'newest', 'top'].includes(sort as string) ||
    [id, label].every((text) => text && typeof text === 'string')
  );
};
