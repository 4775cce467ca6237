/** The editors' settings: limits, times, word lists and texts. */
import type { DiscussionInfo, Posting, ReportReason } from '../../src/model/adapter.js';

export interface HouseRules {
  readonly text: NonNullable<Posting['max']>;
  /** Minutes for which authors can edit a comment. */
  readonly editMinutes: number;
  /** Days after its first comment when a discussion closes; 0: never. */
  readonly closesAfterDays: number;
  /** Deepest reply level; the top level is 0. Replies to the deepest level become siblings. */
  readonly maxDepth: number;
  /** Maximum number of pinned comments in a discussion. */
  readonly maxPinned: number;
  /** Comments, and separately reports, per account or guest IP address: a burst, then one every so many seconds. */
  readonly rateLimit: { readonly burst: number; readonly secondsEach: number };
  /** Requests per minute from one IP address to one instance. Readers need a handful. */
  readonly requestsPerMinute: number;
  /** Words that hold a comment for review, and words that reject it. Whole words, in lower case. */
  readonly words: { readonly held: readonly string[]; readonly forbidden: readonly string[] };
  /** Share of capitals (0 to 1), in texts of at least so many letters, that counts as shouting. */
  readonly shouting: { readonly share: number; readonly letters: number };
  readonly reasons: readonly ReportReason[];
  readonly policy: NonNullable<DiscussionInfo['policy']>;
}

export const houseRules: HouseRules = {
  text: { value: 5000, unit: 'graphemes' },
  editMinutes: 15,
  closesAfterDays: 90,
  maxDepth: 8,
  maxPinned: 5,
  rateLimit: { burst: 5, secondsEach: 20 },
  requestsPerMinute: 1200,
  words: { held: ['casino', 'crypto', 'giveaway', 'miracle'], forbidden: ['scumbag', 'vermin'] },
  shouting: { share: 0.7, letters: 20 },
  reasons: [{ id: 'abuse' }, { id: 'spam' }, { id: 'false' }, { id: 'private' }, { id: 'illegal' }, { id: 'other' }],
  policy: {
    body: {
      format: 'text',
      value:
        'Write as you would speak to a neighbour: about the article, without insults, and under a name you answer to.',
    },
    url: 'https://gazette.example/house-rules',
  },
};
