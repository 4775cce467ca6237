import { expect } from 'chai';
import type { Comment, DiscussionRef } from '../../../src/model/adapter.js';
import type { DiscussionState } from '../../../src/model/state/discussion-state.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { DiscussionWriter } from '../../../src/model/discussion/discussion-writer.js';
import { randomFrom } from '../../support/random-from.js';
import { seed } from '../../support/seed.mjs';
import { FakeBackend, type FakeBackendOptions } from './fake-backend.js';

export const discussion: DiscussionRef = { key: '42', url: 'https://example.com/articles/42' };
export const elsewhere: DiscussionRef = { key: '43', url: 'https://example.com/articles/43' };

export const ada = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } as const;
export const bob = { state: 'signed-in', author: { id: 'bob', name: 'Bob' } } as const;
export const anonymous = { state: 'anonymous' } as const;

export const comment = (id: string, fields: Partial<Comment> = {}): Comment => ({
  id,
  author: { id: 'eve', name: 'Eve' },
  body: { format: 'text', value: `Text of ${id}` },
  createdAt: '2013-06-07T10:54:00Z',
  ...fields,
});

/** Comments with these ids, in this order. */
export const comments = (...ids: string[]): Comment[] => ids.map((id) => comment(id));

export const idsOf = (list: readonly Comment[]): string[] => list.map(({ id }) => id);

/** Lets pending microtasks run. */
export async function flushMicrotasks(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
}

/** Resolves once the store is in a state. */
export function reached(store: DiscussionStore, wanted: (state: DiscussionState) => boolean): Promise<DiscussionState> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!wanted(store.state)) return;
      stop();
      resolve(store.state);
    };
    const stop = store.subscribe(look);
    look();
  });
}

export const isLoaded = ({ opening, listing }: DiscussionState): boolean =>
  opening.state === 'ready' && listing.state === 'ready';

/** A store that has just opened a discussion. Calls without a response stay pending. */
export function opening(options: FakeBackendOptions = {}) {
  const backend = new FakeBackend(options);
  const store = new DiscussionStore();
  store.open(backend.adapter, discussion);
  return { backend, store };
}

/** A store that has loaded a discussion, by default one that is open and empty. */
export async function opened({ responses, ...options }: FakeBackendOptions = {}) {
  const backend = new FakeBackend({
    responses: { open: { state: 'open' }, list: { items: [] }, ...responses },
    ...options,
  });
  const store = new DiscussionStore();
  store.open(backend.adapter, discussion);
  await reached(store, isLoaded);
  return { backend, store };
}

/** Checks a property with this many seeds. A failure names the seed; `SEED` repeats it. */
export function withSeeds(count: number, property: (random: () => number) => void): void {
  for (let round = 0; round < count; round++) {
    try {
      property(randomFrom(seed + round));
    } catch (error) {
      expect.fail(`Seed ${seed + round}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const writers = new WeakMap<DiscussionStore, DiscussionWriter>();

/** The writer of a store, the same one each time. */
export function writerOf(store: DiscussionStore): DiscussionWriter {
  const writer = writers.get(store) ?? new DiscussionWriter(store);
  writers.set(store, writer);
  return writer;
}
