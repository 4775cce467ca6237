import type { Change, CommentsAdapter, DiscussionRef } from '../model/adapter.js';
import type { CheckContext } from './check-context.js';
import { comment, info } from '../model/contract/contract.js';
import { inspect } from '../model/contract/inspect.js';
import { post } from './posting.js';
import { problemsOf } from '../model/contract/explain.js';
import { id } from '../model/contract/schema.js';

/** Comments posted while waiting for a subscription to become active. */
const ATTEMPTS = 3;

export interface SubscriptionOptions {
  /** The subscriber. Default: the adapter under test. */
  readonly adapter?: CommentsAdapter;
  readonly discussion?: DiscussionRef;
}

/** A subscription to a discussion. Records every change it receives. */
export class Subscription {
  readonly changes: Change[] = [];
  readonly #context: CheckContext;
  readonly #abort = new AbortController();
  readonly #waiting = new Set<() => void>();

  private constructor(context: CheckContext) {
    this.#context = context;
  }

  /** Subscribes. Changes may take a while to arrive, as a connection must first be made. */
  static async start(
    context: CheckContext,
    { adapter = context.adapter, discussion = context.discussion }: SubscriptionOptions = {},
  ): Promise<Subscription> {
    const subscription = new Subscription(context);
    const { subscribe } = await context.requireFrom(adapter, ['subscribe']);
    context.call.signal.addEventListener('abort', () => subscription.unsubscribe(), { once: true });
    subscribe.call(adapter, discussion, (change) => subscription.#receive(change), {
      signal: subscription.#abort.signal,
    });
    return subscription;
  }

  /** Subscribes and posts comments until one arrives, which proves that the subscription is active. */
  static async startConfirmed(
    context: CheckContext,
    { poster = context.adapter, ...options }: SubscriptionOptions & { readonly poster?: CommentsAdapter } = {},
  ): Promise<Subscription> {
    const subscription = await Subscription.start(context, options);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { discussion } = options;
      const { id } = await post(context, { adapter: poster, ...(discussion && { discussion }) });
      if (await subscription.receives((change) => isAbout(change, id), 1 / ATTEMPTS)) return subscription;
    }
    return context.fail({
      did: `subscribe(), then posted ${ATTEMPTS} comments as ${poster === context.adapter ? 'the same person' : 'another person'}`,
      expected: 'a change about one of them',
      got: subscription.changes.length === 0 ? `nothing within ${context.patience} ms` : inspect(subscription.changes),
    });
  }

  /** Aborts the signal. The adapter must not report changes after this. */
  unsubscribe(): void {
    this.#abort.abort(new DOMException('Unsubscribed', 'AbortError'));
  }

  /** Whether a matching change has arrived, or does within this share of the patience. `stale` matches everything. */
  async receives(matches: (change: Change) => boolean, share = 1): Promise<boolean> {
    const hasArrived = (): boolean => this.changes.some((change) => change.type === 'stale' || matches(change));
    if (hasArrived()) return true;
    let stop = (): void => {};
    const arrival = new Promise<void>((resolve) => {
      const onChange = (): void => {
        if (hasArrived()) resolve();
      };
      this.#waiting.add(onChange);
      stop = () => this.#waiting.delete(onChange);
    });
    try {
      return await this.#context.waitFor(arrival, share);
    } finally {
      stop();
    }
  }

  /** Fails the check unless a matching change arrives in time. */
  async expect(did: string, expected: string, matches: (change: Change) => boolean): Promise<void> {
    if (await this.receives(matches)) return;
    this.#context.fail({
      did,
      expected,
      got: this.changes.length === 0 ? 'no change' : `only ${inspect(this.changes)}`,
    });
  }

  /** True if the adapter reported that it missed something. Order and number of changes then prove nothing. */
  get isStale(): boolean {
    return this.changes.some(({ type }) => type === 'stale');
  }

  #receive(change: Change): void {
    this.changes.push(change);
    for (const onChange of this.#waiting) onChange();
  }
}

/** The id of the comment that a change is about. */
export function commentIdOf(change: Change): string | undefined {
  if (change.type === 'removed') return change.id;
  return change.type === 'added' || change.type === 'changed' ? change.comment?.id : undefined;
}

export const isAbout = (change: Change, id: string): boolean => commentIdOf(change) === id;

/** Returns the problems in the shape of a change. */
export function problemsIn(change: Change): readonly string[] {
  switch (change?.type) {
    case 'added':
    case 'changed':
      return problemsOf(comment, change.comment, 'change.comment');
    case 'removed':
      return problemsOf(id, change.id, 'change.id');
    case 'discussion':
      // A change carries some fields of DiscussionInfo. Only `state` is required there, so add one.
      return problemsOf(info, { state: 'open', ...change.info }, 'change.info');
    case 'stale':
      return [];
    default:
      return [`${inspect(change)} is not a change of the contract`];
  }
}
