import type { CommentId, CommentsAdapter, Decision, DiscussionRef } from '../model/adapter.js';
import type { Fault } from './fault.js';

/**
 * Another user of the same backend. `other`: may post, and is not the user of `Stage.adapter`. `guest`: not signed in.
 * `moderator`: may remove any comment, pin and close, and whatever else moderators can do here. `banned`: may read but not post.
 * `warned`: has to acknowledge a warning from the editors.
 */
export type Person = 'other' | 'guest' | 'moderator' | 'banned' | 'warned';

/** A comment that a check needs at the backend. */
export interface Planted {
  readonly text: string;
  /** Index in the list of the comment this one replies to. `gone`: one that no longer exists. Default: top level. */
  readonly parent?: number | 'gone';
  /** Status in the backend's own terms, possibly one that no adapter knows. Default: publicly visible. */
  readonly status?: string;
}

/** Texts that the backend does not publish, if there are any. */
export interface ScreenedTexts {
  /** A text held for review: `submit` resolves with `pending`. */
  readonly held?: string;
  /** A text that is rejected: `submit` resolves with `rejected`, or throws that kind. */
  readonly rejected?: string;
}

/**
 * What a check runs against: a new, empty, open discussion at the backend, and the adapters that access it. Every check
 * asks for its own. If an optional member is absent, or a function returns undefined, the checks that need it are skipped.
 *
 * Checks post in quick succession: turn off rate limits and flood protection at the backend.
 */
export interface Stage {
  readonly discussion: DiscussionRef;
  /** The adapter under test, for a user who may post if the backend accepts comments at all. New: it has made no request yet. */
  readonly adapter: CommentsAdapter;
  /** A second discussion, also new, empty and open. */
  readonly another?: DiscussionRef;
  /** A discussion in which every comment is held for review, also new, empty and open. */
  readonly premoderated?: DiscussionRef;
  /** Returns an adapter for another user of the same discussion. Called at most once per person. */
  as?(person: Person): CommentsAdapter | undefined | Promise<CommentsAdapter | undefined>;
  /**
   * Adds comments to the discussion without the adapter, each later than the one before. Returns their ids in the same
   * order, or undefined if it cannot create such comments. Called at most once, before the adapter is used. Default: checks
   * post through the adapter, which a read-only one cannot do.
   */
  fill?(comments: readonly Planted[]): readonly CommentId[] | undefined | Promise<readonly CommentId[] | undefined>;
  /** Closes the discussion, as an editor would. Default: the moderator's `setClosed`. */
  close?(): void | Promise<void>;
  /** Reopens the discussion. Default: the moderator's `setClosed`. */
  reopen?(): void | Promise<void>;
  /**
   * Restricts a comment with reasons, as an editor would. Called with a comment by the user of `adapter`. Default: the checks of
   * `Comment.decision` are skipped.
   */
  decide?(id: CommentId, decision: Decision): void | Promise<void>;
  /**
   * Returns a valid bearer token, for adapters with `setToken`: the checks give it to `adapter`. Default: the checks of `setToken` are
   * skipped.
   */
  token?(person: Person): string | undefined | Promise<string | undefined>;
  readonly screened?: ScreenedTexts;
  /**
   * Returns another adapter for the same user and discussion, whose connection has this fault. If the adapter accepts a
   * `fetch` option, pass `faultyFetch(fault)`.
   */
  faulty?(fault: Fault): CommentsAdapter | undefined | Promise<CommentsAdapter | undefined>;
  /**
   * Milliseconds that the adapters from `faulty` wait for a response before they throw `timeout`. Must be well below the
   * patience of the checks. Default: they wait forever.
   */
  readonly timeLimit?: number;
  /** Called when the check has ended, whatever its outcome. */
  end?(): void | Promise<void>;
}

/** Creates the stage for one check. */
export type MakeStage = () => Stage | Promise<Stage>;
