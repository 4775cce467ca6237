import { DiscussionWriter } from '../../src/model/discussion/discussion-writer.js';
import { expect } from '@open-wc/testing';
import type { Comment, DiscussionRef } from '../../src/model/adapter.js';
import type { DiscussionState } from '../../src/model/discussion/discussion-state.js';
import { DiscussionStore } from '../../src/model/discussion/discussion-store.js';
import { randomFrom } from '../support/random-from.js';
import { BackendEdge, type EdgeOptions } from './backend-edge.js';

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

/** Lets everything go on that waits for nothing but its turn. */
export async function turns(count = 20): Promise<void> {
  for (let turn = 0; turn < count; turn++) await Promise.resolve();
}

/** Waits until the store's state is as wanted. */
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

export const isLoaded = ({ opening, listing }: DiscussionState): boolean => opening.state === 'ready' && listing.state === 'ready';

/** A store whose discussion is being opened at an edge that answers as told, and waits for the test where it is told nothing. */
export function opening(options: EdgeOptions = {}) {
  const edge = new BackendEdge(options);
  const store = new DiscussionStore();
  store.open(edge.adapter, discussion);
  return { edge, store };
}

/** A store whose discussion has been opened at an edge that answers as told, by default with an open and empty discussion. */
export async function opened({ answers, ...options }: EdgeOptions = {}) {
  const edge = new BackendEdge({ answers: { open: { state: 'open' }, list: { items: [] }, ...answers }, ...options });
  const store = new DiscussionStore();
  store.open(edge.adapter, discussion);
  await reached(store, isLoaded);
  return { edge, store };
}

/** Runs a property with many seeds. A failure names its seed, which `randomFrom` takes to repeat it. */
export function withSeeds(count: number, property: (random: () => number) => void): void {
  const first = Math.floor(Math.random() * 1e9);
  for (let seed = first; seed < first + count; seed++) {
    try {
      property(randomFrom(seed));
    } catch (error) {
      expect.fail(`With the seed ${seed}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const writers = new WeakMap<DiscussionStore, DiscussionWriter>();

/** The one writer of a store. */
export function writerOf(store: DiscussionStore): DiscussionWriter {
  const writer = writers.get(store) ?? new DiscussionWriter(store);
  writers.set(store, writer);
  return writer;
}
