/** Maps what a backend offers beyond reading and posting comments to the features and methods of the adapter. */
import type { Features } from '../../model/adapter.js';
import { offeredFeatures } from '../../model/contract/contract.js';
import { lenientList, object, text } from '../../model/contract/schema.js';

/** The member `offers` of the response to `GET /discussion`. */
export const offers = object({}, { ...offeredFeatures, operations: lenientList(text), signIn: object({ href: text }) });

export type Offers = ReturnType<typeof offers>;

/** Methods by `operationId`. All others are named like their operation, with or without "Comment" or "Author" at its end. */
const METHODS: Readonly<Record<string, string>> = {
  getSource: 'source',
  countComments: 'counts',
  followDiscussion: 'subscribe',
};

/** The names of the methods that the backend supports, without `signIn`, which needs a page. */
export const methodsOf = ({ operations = [] }: Offers): readonly string[] =>
  operations.map((name) => METHODS[name] ?? name.replace(/(Comment|Author)$/, ''));

/** The features before the first response. Any order may be requested: a backend falls back to its default. */
export const INITIAL_FEATURES: Features = { sorts: ['oldest', 'newest', 'top'], idempotency: 'key' };

export function featuresOf({ operations: _operations, sorts, signIn: _signIn, ...rest }: Offers): Features {
  return {
    ...rest,
    sorts: sorts?.length ? sorts : ['oldest'],
    idempotency: 'key',
  };
}
