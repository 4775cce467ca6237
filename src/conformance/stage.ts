/** What the checks are run against: one discussion at a backend, and the ways to it that its developer provides. */
import type { CommentId, CommentsAdapter, DiscussionRef } from '../model/adapter.js';
import type { Fault } from './fault.js';

/**
 * Somebody else at the same backend. `other`: may post, and is not who `Stage.adapter` is. `guest`: not signed in.
 * `moderator`: may remove every comment, pin and close. `banned`: may read and not post.
 */
export type Person = 'other' | 'guest' | 'moderator' | 'banned';

/** A comment that a check wants to find at the backend. */
export interface Planted {
  readonly text: string;
  /** The place in the list, from 0, of the comment that this one answers. `gone`: one that is not there any more. Default: top level. */
  readonly parent?: number | 'gone';
  /** A status in the backend's own words, which may be one that no adapter has heard of. Default: what everybody can read. */
  readonly status?: string;
}

/** Texts that the backend does not simply publish, where it has such. */
export interface ScreenedTexts {
  /** Held for review; `submit` answers `pending`. */
  readonly held?: string;
  /** Turned down; `submit` answers `rejected`, or throws the kind `rejected`. */
  readonly rejected?: string;
}

/**
 * One fresh, empty, open discussion at the backend, seen through the adapter under test. Every check asks for one of its
 * own. What is absent here leaves out the checks that need it, and so does a function that answers undefined.
 *
 * Switch off what slows a single writer down at the backend (limits of rate, checks for floods): the checks post quickly.
 */
export interface Stage {
  readonly discussion: DiscussionRef;
  /** As somebody who may post, where the backend takes comments at all. Made for this stage alone: it has asked nothing yet. */
  readonly adapter: CommentsAdapter;
  /** A second discussion, fresh, empty and open as well. */
  readonly another?: DiscussionRef;
  /** The same discussion through other eyes. Asked for at most once for each person. */
  as?(person: Person): CommentsAdapter | undefined | Promise<CommentsAdapter | undefined>;
  /**
   * Puts comments into the discussion by some other way than the adapter, each later than the one before, and answers
   * with their ids in the same order; undefined where it cannot make such comments. Called before the adapter is, and at
   * most once. Without it the checks post through the adapter, which one that only reads cannot do.
   */
  fill?(comments: readonly Planted[]): readonly CommentId[] | undefined | Promise<readonly CommentId[] | undefined>;
  /** Closes the discussion, as the editors would. Default: the moderator's `setClosed`. */
  close?(): void | Promise<void>;
  /** Opens the discussion again. Default: the moderator's `setClosed`. */
  reopen?(): void | Promise<void>;
  readonly screened?: ScreenedTexts;
  /**
   * Another adapter for the same person and the same discussion, whose line to the backend misbehaves so. One with an
   * injectable `fetch` gets `faultyFetch(fault)`.
   */
  faulty?(fault: Fault): CommentsAdapter | undefined | Promise<CommentsAdapter | undefined>;
  /**
   * Milliseconds for which the adapters of `faulty` wait for an answer before they throw `timeout`; a fraction of the
   * patience of the checks. Absent: they wait for ever.
   */
  readonly timeLimit?: number;
  /** Called when the check is over, however it ended. */
  end?(): void | Promise<void>;
}

/** Prepares a stage for one check. */
export type MakeStage = () => Stage | Promise<Stage>;
