/** The editors' settings: limits, times, word lists and texts. */
import type { DecisionForm, DiscussionInfo, Posting, Redress, ReportReason } from 'article-comments/rules.js';

/** A burst, then one every so many seconds. */
export interface RateLimit {
  readonly burst: number;
  readonly secondsEach: number;
}

/** What readers do at a limited rate. `remove` includes restoring. */
export type LimitedAction = 'comment' | 'edit' | 'remove' | 'vote' | 'report';

export interface HouseRules {
  /** Whether readers without an account may comment. `held`: a moderator reads each of their comments first. */
  readonly guests: 'allowed' | 'held' | 'none';
  /** What a moderator reads before others do: nothing but held words, also what people write until one comment is published, or all. */
  readonly review: 'words' | 'first-comments' | 'everything';
  /** Days for which a ban covers all guests at the addresses from which the banned guest or account has written; 0: only the browser. */
  readonly guestBanDays: number;
  readonly text: NonNullable<Posting['max']>;
  /** Minutes for which authors can edit a comment. */
  readonly editMinutes: number;
  /** Days after its first comment when a discussion closes; 0: never. */
  readonly closesAfterDays: number;
  /** Deepest reply level; the top level is 0. Replies to the deepest level become siblings. */
  readonly maxDepth: number;
  /** Maximum number of pinned comments in a discussion. */
  readonly maxPinned: number;
  /** For each reader, at all instances together. All guests of an address block count as one reader. */
  readonly rateLimits: Readonly<Record<LimitedAction, RateLimit>>;
  /**
   * Mails that confirm notices, to one email address. Anyone can enter that of another person. A notice beyond the limit is stored without a
   * mail.
   */
  readonly confirmations: RateLimit;
  /** How many readers of one address or 56-bit IPv6 network, such as an office, may act at their full rate. */
  readonly readersPerAddress: number;
  /** Requests per minute from one address block to one instance. Readers need a handful. */
  readonly requestsPerMinute: number;
  readonly requestPace: RequestPace;
  readonly eventStreams: EventStreamLimits;
  /** Words that hold a comment for review, and words that reject it. Whole words, in lower case. */
  readonly words: { readonly held: readonly string[]; readonly forbidden: readonly string[] };
  readonly judge: JudgeRules;
  /** Share of capitals (0 to 1), in texts of at least so many letters, that counts as shouting. */
  readonly shouting: { readonly share: number; readonly letters: number };
  /** Whether writers with an account may ask to be told of replies. Telling them is up to the publisher. */
  readonly offersNotices: boolean;
  readonly reasons: readonly ReportReason[];
  /**
   * The rules that moderators choose from as reasons of their decisions, and whether they have to give reasons for what they do to
   * comments by others.
   */
  readonly decisions: Required<DecisionForm>;
  /** How authors and senders of notices can contest a decision. Moderators can change it for each one. */
  readonly redress: Redress;
  readonly policy: NonNullable<DiscussionInfo['policy']>;
}

/** How the server deals with the software at `JUDGE_URL`. */
export interface JudgeRules {
  /** Seconds within which it has to answer. Writers wait for it. */
  readonly seconds: number;
  /** What is done with a text if it does not answer, or not with a judgement. */
  readonly onFailure: 'publish' | 'hold' | 'reject';
  /** What moderators read at a text that is held then, and the writer of one that is rejected. */
  readonly failureReason: string;
}

/** The requests of one address block to one instance. A page sends about five when it opens. */
export interface RequestPace {
  /** How many are handled at once. */
  readonly burst: number;
  /** How many a second after that. The others wait. */
  readonly perSecond: number;
  /** Seconds. A request that would have to wait longer is refused. */
  readonly longestWait: number;
}

/** Open event streams of one instance. Each page with a discussion has one. */
export interface EventStreamLimits {
  readonly perAddress: number;
  /** 0: the server offers no streams, and pages poll instead. */
  readonly total: number;
  /** Seconds after which a refused client may try again, on average. */
  readonly retryAfter: number;
}

/** What a publisher leaves out. They take no decision that only a publisher can take: no words, no rules, no policy, no address. */
export const defaultRules: HouseRules = {
  guests: 'allowed',
  review: 'words',
  guestBanDays: 7,
  text: { value: 5000, unit: 'graphemes' },
  editMinutes: 15,
  closesAfterDays: 0,
  maxDepth: 8,
  maxPinned: 5,
  rateLimits: {
    comment: { burst: 5, secondsEach: 20 },
    edit: { burst: 5, secondsEach: 20 },
    remove: { burst: 10, secondsEach: 10 },
    vote: { burst: 20, secondsEach: 3 },
    report: { burst: 5, secondsEach: 20 },
  },
  confirmations: { burst: 5, secondsEach: 3600 },
  readersPerAddress: 10,
  requestsPerMinute: 1200,
  requestPace: { burst: 200, perSecond: 100, longestWait: 10 },
  eventStreams: { perAddress: 50, total: 5000, retryAfter: 60 },
  words: { held: [], forbidden: [] },
  judge: { seconds: 2, onFailure: 'hold', failureReason: 'The automatic check did not respond.' },
  shouting: { share: 0.7, letters: 20 },
  offersNotices: false,
  reasons: [
    { id: 'abuse' },
    { id: 'spam' },
    { id: 'false' },
    { id: 'private' },
    { id: 'illegal', form: 'notice' },
    // The one offence for which the law lets the sender stay anonymous.
    { id: 'child-abuse', label: 'Sexual abuse of children', form: 'notice', anonymous: true },
    { id: 'other' },
  ],
  decisions: { rules: [], required: false },
  redress: {
    message: 'You can contest this decision within six months. Write to the editors, and name the reference.',
  },
  policy: {},
};
