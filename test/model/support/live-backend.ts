import type { Call, Change, Comment, CommentsAdapter, DiscussionRef } from '../../../src/model/adapter.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { LiveDiscussion } from '../../../src/model/live/live-discussion.js';
import { FakeBackend, type FakeBackendOptions } from './fake-backend.js';
import { discussion, isLoaded, reached } from './fixtures.js';

export interface LiveBackendOptions extends FakeBackendOptions {
  readonly get?: (id: string, call: Call) => Promise<Comment>;
  /** Gives the adapter a `subscribe` method. */
  readonly events?: 'push' | undefined;
}

/** A fake backend that can also push events and return single comments. */
export class LiveBackend extends FakeBackend {
  readonly listeners = new Set<(change: Change) => void>();
  readonly live: CommentsAdapter;

  constructor(options: LiveBackendOptions = {}) {
    super(options);
    const { get, events } = options;
    this.live = {
      ...this.adapter,
      ...(get && { get: (_: DiscussionRef, id: string, call: Call) => get(id, call) }),
      ...(events && {
        subscribe: (_: DiscussionRef, onChange: (change: Change) => void, { signal }: Call) => {
          this.listeners.add(onChange);
          signal.addEventListener('abort', () => this.listeners.delete(onChange), { once: true });
        },
      }),
    };
  }

  push(...changes: Change[]): void {
    for (const change of changes) for (const listener of this.listeners) listener(change);
  }
}

/** A page whose visibility and random numbers the test sets. */
export class FakePage {
  isHidden = false;
  chance = 0.5;
  readonly listeners = new Set<() => void>();

  readonly options = {
    isHidden: () => this.isHidden,
    onVisibility: (listener: () => void) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    },
    random: () => this.chance,
  };

  turn(to: 'hidden' | 'visible'): void {
    this.isHidden = to === 'hidden';
    for (const listener of this.listeners) listener();
  }
}

/** A loaded discussion with live updates. */
export async function openedLive({ responses, ...options }: LiveBackendOptions = {}) {
  const backend = new LiveBackend({
    responses: { open: { state: 'open' }, list: { items: [] }, ...responses },
    ...options,
  });
  const page = new FakePage();
  const store = new DiscussionStore();
  const live = new LiveDiscussion(store, page.options);
  live.start();
  store.open(backend.live, discussion);
  await reached(store, isLoaded);
  return { backend, page, store, live };
}
