import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.js';

/** A request to an operation. `query`, `id` and `body` are validated against the contract's schemas only. */
export interface ApiRequest<Query = Readonly<Record<string, unknown>>, Body = unknown> {
  readonly caller: Caller;
  readonly query: Query;
  readonly id: string;
  readonly body: Body;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Handles one operation. Its result is sent as JSON. */
export type Handler = (request: ApiRequest) => Promise<unknown>;

/** Query of the operations on a comment: the key of its discussion. */
export interface DiscussionQuery {
  readonly discussion: string;
}

/** The address of a discussion's feed, by its key. */
export type FeedUrl = (request: Pick<FastifyRequest, 'protocol' | 'host'>, key: string) => string;

/** Undefined for a discussion without a feed. */
export type OptionalFeedUrl = (...args: Parameters<FeedUrl>) => string | undefined;
