import type { Call, Change, Comment, CommentsAdapter, DiscussionRef } from '../../../src/model/adapter.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { LiveDiscussion } from '../../../src/model/live/live-discussion.js';
import { BackendEdge, type EdgeOptions } from './fake-backend.js';
import { discussion, isLoaded, reached } from './fixtures.js';

/** A backend that tells of changes, or is asked for single comments: the edge with the methods that few adapters have. */
export class LiveEdge extends BackendEdge {
  readonly listeners = new Set<(change: Change) => void>();
  readonly live: CommentsAdapter;

  constructor(options: EdgeOptions & { readonly get?: (id: string, call: Call) => Promise<Comment>; readonly tells?: 'changes' } = {}) {
    super(options);
    const { get, tells } = options;
    this.live = {
      ...this.adapter,
      ...(get && { get: (_: DiscussionRef, id: string, call: Call) => get(id, call) }),
      ...(tells && {
        subscribe: (_: DiscussionRef, onChange: (change: Change) => void, { signal }: Call) => {
          this.listeners.add(onChange);
          signal.addEventListener('abort', () => this.listeners.delete(onChange), { once: true });
        },
      }),
    };
  }

  tell(...changes: Change[]): void {
    for (const change of changes) for (const listener of this.listeners) listener(change);
  }
}

/** A page that can be hidden, in which chance is what a test says. */
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

/** A discussion that has been opened and is followed from its beginning. */
export async function followed({ answers, ...options }: ConstructorParameters<typeof LiveEdge>[0] = {}) {
  const edge = new LiveEdge({ answers: { open: { state: 'open' }, list: { items: [] }, ...answers }, ...options });
  const page = new FakePage();
  const store = new DiscussionStore();
  const live = new LiveDiscussion(store, page.options);
  live.start();
  store.open(edge.live, discussion);
  await reached(store, isLoaded);
  return { edge, page, store, live };
}
