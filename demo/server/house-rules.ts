/** What an editor decides: limits, times, words and texts. Nothing else in the server knows a figure or a word of these. */
import type { DiscussionInfo, Posting, ReportReason } from '../../src/model/adapter.js';

export interface HouseRules {
  readonly text: NonNullable<Posting['max']>;
  /** Minutes for which authors may change what they wrote. */
  readonly editMinutes: number;
  /** Days after its first comment at which a discussion closes; 0: never. */
  readonly closesAfterDays: number;
  /** Deepest level of a reply, the top level being 0. Answers to one stand beside it. */
  readonly maxDepth: number;
  /** Comments of one discussion that may be pinned at once. */
  readonly maxPinned: number;
  /** Comments, and likewise reports, that one person, or all guests of one address, may send: so many at once, then one every so many seconds. */
  readonly pace: { readonly atOnce: number; readonly seconds: number };
  /** Requests a minute of one address, at one instance. A reader needs a handful; what needs more is a program gone wild. */
  readonly requestsPerMinute: number;
  /** Words whose comments wait for an editor, and words that nobody may post. Whole words, in lower case. */
  readonly words: { readonly held: readonly string[]; readonly forbidden: readonly string[] };
  /** Share of capital letters, from 0 to 1, and the number of letters from which on a text counts as shouted. */
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
  pace: { atOnce: 5, seconds: 20 },
  requestsPerMinute: 1200,
  words: { held: ['casino', 'crypto', 'giveaway', 'miracle'], forbidden: ['scumbag', 'vermin'] },
  shouting: { share: 0.7, letters: 20 },
  reasons: [{ id: 'abuse' }, { id: 'spam' }, { id: 'false' }, { id: 'private' }, { id: 'illegal' }, { id: 'other' }],
  policy: {
    body: {
      format: 'text',
      value: 'Write as you would speak to a neighbour: about the article, without insults, and under a name you answer to.',
    },
    url: 'https://gazette.example/house-rules',
  },
};
